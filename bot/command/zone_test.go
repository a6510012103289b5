package command

import (
	"strings"
	"testing"
	"time"
)

func TestReadZone(t *testing.T) {
	for s, want := range map[string]string{
		"Berlin": "Europe/Berlin", "new york": "America/New_York", "Europe/Berlin": "Europe/Berlin", "europe/berlin": "Europe/Berlin",
		"Port-au-Prince": "America/Port-au-Prince", "America/Port-au-Prince": "America/Port-au-Prince", "buenos aires": "America/Buenos_Aires", "utc": "UTC", "Etc/GMT+5": "Etc/GMT+5",
		"Zürich": "Europe/Zurich", "São Paulo": "America/Sao_Paulo", "BOGOTÁ": "America/Bogota", "EST5EDT": "EST5EDT", "Israel": "Israel",
		"Munich": "Europe/Berlin", "münchen": "Europe/Berlin", "MILANO": "Europe/Rome", "San Francisco": "America/Los_Angeles", "san_francisco": "America/Los_Angeles",
		"St. Louis": "America/Chicago", "Washington, D.C.": "America/New_York", "Zuerich": "Europe/Zurich", "Esbjerg": "",
		"CET": "", "EST": "", "cest": "", "localtime": "", "posixrules": "",
		"": "", "Local": "", "right/UTC": "", "posix/Europe/Berlin": "", "../etc": "", "Europe/../Asia/Tokyo": "", "Europe": "", "大阪": "",
	} {
		got, ok := ReadZone(s)
		if ok != (want != "") || got != want {
			t.Errorf("ReadZone(%q) = %q, %t, want %q", s, got, ok, want)
		}
	}
}

// TestCities: every line of the table is a zone with cities that stand in no other, of as many words as are read.
func TestCities(t *testing.T) {
	seen := map[string]string{}
	for line := range strings.Lines(cityTable) {
		zone, list, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if _, err := time.LoadLocation(zone); err != nil || !ok {
			t.Errorf("%q: %v", line, err)
		}
		for _, city := range strings.Split(list, ", ") {
			if before := seen[cityKey(city)]; before != "" && before != zone {
				t.Errorf("%q is in %s and in %s", city, before, zone)
			}
			seen[cityKey(city)] = zone
			if got, _ := ReadZone(city); got != zone || len(strings.Fields(city)) > cityWords {
				t.Errorf("ReadZone(%q) = %q, want %q", city, got, zone)
			}
		}
	}
	for words, want := range map[string]string{"Berln": "Berlin", "copenhagn": "Copenhagen", "Mexico Cty": "Mexico City", "Berlin": "", "media": "", "Orban": "", "Romw": "", "Esbjerg": ""} {
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
