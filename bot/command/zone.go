package command

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/text"
)

// regions are those parts of the tz database that name zones after cities.
var regions = []string{
	"Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian", "Antarctica", "Arctic",
	"America/Argentina", "America/Indiana", "America/Kentucky", "America/North_Dakota",
}

// isZoneName is what a name of the tz database or a city looks like.
var isZoneName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_+/' .-]{1,40}$`)

// ReadZone returns the name of the time zone that a person means by an IANA
// name, in any letters, or by a city of the tz database or of cities.txt: "Europe/Berlin" for
// "europe/berlin", "Berlin" and "München". It is the one reader of
// zones, of commands, windows and settings. CET and EST are none: see isZoneShort.
func ReadZone(s string) (name string, ok bool) {
	if upper := strings.ToUpper(s); upper == "UTC" || upper == "GMT" {
		return upper, true
	}
	if zone, ok := cities().zones[cityKey(s)]; ok {
		return zone, true
	}
	if !isZoneName.MatchString(text.Fold(s)) || isZoneShort(s) {
		return "", false
	}
	for _, name := range zoneNames(s) {
		if _, err := time.LoadLocation(name); err == nil {
			return name, true
		}
	}
	return "", false
}

// zoneNames returns the names under which a zone may be in the tz database.
func zoneNames(s string) []string {
	switch {
	case !strings.Contains(s, "/"):
		var names []string
		for _, region := range regions {
			names = append(names, region+"/"+capitals(text.Fold(s)))
		}
		if unicode.IsUpper(rune(s[0])) && s != "Local" { // EST5EDT; not localtime, which other machines cannot know
			names = append(names, s)
		}
		return names
	case unicode.IsUpper(rune(s[0])):
		return []string{s, capitals(s)}
	}
	return []string{capitals(s)} // not posix/… or right/…, which are not everywhere
}

// capitals writes words as the tz database does: "ho chi minh" as Ho_Chi_Minh.
func capitals(s string) string {
	var b strings.Builder
	first := true
	for _, r := range strings.Join(strings.Fields(s), "_") {
		if first {
			b.WriteRune(unicode.ToUpper(r))
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		first = strings.ContainsRune("/_-", r)
	}
	return b.String()
}

// zoneName returns the name under which a zone can be loaded anywhere.
func zoneName(z *time.Location) string {
	name := z.String()
	if _, err := time.LoadLocation(name); err != nil || name == "" || name == "Local" {
		return "UTC"
	}
	return name
}

// usualCities are where people mostly are who write one of these in the place of a zone.
var usualCities = map[string]string{
	"ET": "New York", "EST": "New York", "EDT": "New York", "CT": "Chicago", "CST": "Chicago", "CDT": "Chicago", "MT": "Denver", "MST": "Denver", "MDT": "Denver",
	"PT": "Los Angeles", "PST": "Los Angeles", "PDT": "Los Angeles", "BST": "London", "CET": "Berlin", "CEST": "Berlin", "MEZ": "Berlin",
	"EET": "Helsinki", "EEST": "Helsinki", "MSK": "Moscow", "IST": "Kolkata", "SGT": "Singapore", "HKT": "Hong Kong", "JST": "Tokyo", "KST": "Seoul",
	"AEST": "Sydney", "AEDT": "Sydney", "NZST": "Auckland", "NZDT": "Auckland",
}

// usualCity returns the city for what is written in the place of a zone, "" where none is
// known. In small letters two are rather a word.
func usualCity(s string) string {
	upper := strings.ToUpper(s)
	if s == upper || s == strings.ToLower(s) && len(s) > 2 {
		return usualCities[upper]
	}
	return ""
}

// cityTable tells the zones of cities.
//
//go:embed cities.txt
var cityTable string

// knownCities are the cities of cityTable.
type knownCities struct {
	zones   map[string]string // by cityKey
	offered []string          // the first of each zone, for what is misspelt
}

// cities returns those that the program holds.
var cities = sync.OnceValue(func() knownCities {
	known := knownCities{zones: map[string]string{}}
	for line := range strings.Lines(cityTable) {
		zone, list, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			continue
		}
		names := strings.Split(list, ", ")
		known.offered = append(known.offered, names[0])
		for _, name := range names {
			known.zones[cityKey(name)] = zone
		}
	}
	return known
})

// cityKey is what the ways to write a city have in common: "washington dc" for "Washington, D.C."
func cityKey(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer(".", "", ",", "", "_", " ").Replace(text.Fold(s))), " ")
}

// nearCity returns the city that is misspelt, "" where none is: one letter is wrong, and
// the words have five at least.
func nearCity(words string) string {
	if utf8.RuneCountInString(words) < 5 {
		return ""
	}
	for _, city := range cities().offered {
		if distance(strings.ToLower(words), strings.ToLower(city)) == 1 {
			return city
		}
	}
	return ""
}

// isZoneShort reports whether a word is written like EST or CEST, which name no
// place and so no rule for the summer.
func isZoneShort(s string) bool {
	if usualCity(s) != "" {
		return true
	}
	n := utf8.RuneCountInString(s)
	return n >= 2 && n <= 5 && s == strings.ToUpper(s) && strings.HasSuffix(s, "T") && isZoneName.MatchString(s)
}
