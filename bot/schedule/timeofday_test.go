package schedule

import "testing"

func TestTimeOfDay(t *testing.T) {
	for s, want := range map[string]string{"08:30": "08:30", "8:05": "08:05", "00:00": "00:00", "23:59": "23:59"} {
		if got, err := ParseTimeOfDay(s); err != nil || got.String() != want {
			t.Errorf("ParseTimeOfDay(%q) = %s, %v; want %s", s, got, err, want)
		}
	}
	for _, s := range []string{"", "8", "25:00", "08:60", "noon"} {
		if got, err := ParseTimeOfDay(s); err == nil {
			t.Errorf("ParseTimeOfDay(%q) = %s, want an error", s, got)
		}
	}
}
