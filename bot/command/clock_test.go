package command

import "testing"

func TestReadTimeOfDay(t *testing.T) {
	for s, want := range map[string]string{
		"08:30": "08:30", "8:30": "08:30", "8.30": "08:30", "8h30": "08:30", "9am": "09:00", "9 AM": "09:00", "8:30 p.m.": "20:30", "12am": "00:00", "12pm": "12:00",
		"17h": "17:00", "17 Uhr": "17:00", "noon": "12:00", "Midnight": "00:00", "8": "08:00", "0:05": "00:05",
		"": "", "24:00": "", "8:60": "", "13pm": "", "0am": "", "8:3": "", "nine": "", "08:30:00": "", "at 8": "", "-8": "",
	} {
		got, ok := ReadTimeOfDay(s)
		if ok != (want != "") || ok && got.String() != want {
			t.Errorf("ReadTimeOfDay(%q) = %s, %t, want %q", s, got, ok, want)
		}
	}
}
