package command

import (
	"testing"
	"time"
)

func TestReadZone(t *testing.T) {
	for s, want := range map[string]string{
		"Berlin": "Europe/Berlin", "new york": "America/New_York", "Europe/Berlin": "Europe/Berlin", "europe/berlin": "Europe/Berlin",
		"Port-au-Prince": "", "America/Port-au-Prince": "America/Port-au-Prince", "buenos aires": "America/Buenos_Aires", "utc": "UTC", "Etc/GMT+5": "Etc/GMT+5",
		"Zürich": "Europe/Zurich", "São Paulo": "America/Sao_Paulo", "BOGOTÁ": "America/Bogota", "EST5EDT": "EST5EDT", "Israel": "Israel",
		"CET": "", "EST": "", "cest": "", "localtime": "", "posixrules": "",
		"": "", "Local": "", "right/UTC": "", "posix/Europe/Berlin": "", "../etc": "", "Europe/../Asia/Tokyo": "", "Europe": "", "大阪": "",
	} {
		got, ok := ReadZone(s)
		if ok != (want != "") || got != want {
			t.Errorf("ReadZone(%q) = %q, %t, want %q", s, got, ok, want)
		}
	}
}

// TestCities: every city that is offered is one of the tz database.
func TestCities(t *testing.T) {
	for _, city := range cities {
		if _, ok := ReadZone(city); !ok {
			t.Errorf("%q has no zone", city)
		}
	}
	for words, want := range map[string]string{"Berln": "Berlin", "copenhagn": "Copenhagen", "Mexico Cty": "Mexico City", "Berlin": "", "Romw": "", "Esbjerg": ""} {
		if got := nearCity(words); got != want {
			t.Errorf("nearCity(%q) = %q, want %q", words, got, want)
		}
	}
}

func TestZoneName(t *testing.T) {
	for _, tt := range []struct {
		zone *time.Location
		want string
	}{
		{zone(t, "Asia/Tokyo"), "Asia/Tokyo"}, {time.UTC, "UTC"}, {time.FixedZone("", 3600), "UTC"}, {time.FixedZone("X", 3600), "UTC"}, {time.Local, "UTC"},
	} {
		if got := zoneName(tt.zone); got != tt.want {
			t.Errorf("zoneName(%s) = %q, want %q", tt.zone, got, tt.want)
		}
	}
}
