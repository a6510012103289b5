package feed

import (
	"regexp"
	"strings"
	"time"
)

// monthNames are the names of the months in the languages of Europe: short ones,
// which are whole words, and after "~" the beginnings of long ones.
var monthNames = [12]string{
	"~jan ene gen ~genn ~ener ~jän янв ~январ sty ~stycz led ~ledn oca ~ocak ~tammi ian ~ianuar січ ~січн ~ιαν",
	"~feb ~fév ~fev ~helmi lut ~luteg úno ~únor şub ~şubat ~фев ~φεβ лют ~лютого",
	"~mar ~már ~mär maa ~maer mrz mrt ~μαρ ~μάρ ~maart ~maalis бер ~берез ~март мар бře ~břez",
	"~apr ~ápr abr ~abri avr ~avri ~huhti kwi ~kwie dub ~dubn nis ~nisan ~апр ~απρ кві ~квіт",
	"may mai maj ~máj mei mag ~magg ~mayo ~maio май мая ~μάι ~μαϊ ~μαΐ ~mayıs ~touko kvě ~květ тра ~трав",
	"~jun ~jún ~juin giu ~giugn ~июн kes ~kesäk cze ~czerw ~červn ~červen haz ~haziran ~черв ~ιούν ~ιουν iun ~iuni",
	"~jul ~júl ~juil lug ~lugl ~июл hei ~heinä lip ~lipc ~lipiec ~července tem ~temmuz лип ~липн ~ιούλ ~ιουλ iul ~iuli",
	"~aug ~aoû ~aout ago ~agos ~авг elo ~eloku sie ~sierp srp ~srpn ago ağu ~ağus ~αύγ ~αυγ сер ~серпн",
	"~sep ~szep set ~sett ~sete ~сен syy ~syysk wrz ~wrze zář ~září eyl ~eylül ~σεπ вер ~верес",
	"~oct ~okt ott ~otto out ~outu ~окт lok ~loka paź ~paźdz říj ~říjn eki ~ekim ~οκτ жов ~жовт",
	"~nov noi ~noie ~ноя ~νοέ ~νοε ~marras lis ~listop kas ~kasım лис ~листоп",
	"~dec ~dez ~déc dic ~dici des ~dese ~дек ~δεκ jou ~joulu gru ~grud pro ~prosin ara ~aralı гру ~грудн",
}

// monthsByName are the months by their names, as monthNames writes these.
var monthsByName = func() map[string]time.Month {
	months := make(map[string]time.Month)
	for i, names := range monthNames {
		for name := range strings.FieldsSeq(names) {
			months[name] = time.Month(i + 1)
		}
	}
	return months
}()

// monthOf returns the month that a word names, 0 for none. The longest beginning tells.
func monthOf(word string) time.Month {
	word = strings.ToLower(word)
	if m, ok := monthsByName[word]; ok {
		return m
	}
	for end := len(word); end > 0; end-- {
		if m, ok := monthsByName["~"+word[:end]]; ok {
			return m
		}
	}
	return 0
}

// dateTokens are the words and numbers of a date.
var dateTokens = regexp.MustCompile(`\d+|[\pL']+`)

// farthest is how many words stand at most between the day and the name of the
// month, as in "23rd of November".
const farthest = 2

// takeWords takes the day out of a date that names the month. Of several words that
// may, the last one with a number beside it does: in French, "mar." is a Tuesday, too.
func takeWords(s string) (d calendar, rest string, ok bool) {
	at := dateTokens.FindAllStringIndex(s, -1)
	token := func(i int) string { return s[at[i][0]:at[i][1]] }
	beside := func(i, step int) int { // the number next to a word, -1 for none
		for k := 1; k <= farthest+1; k++ {
			j := i + k*step
			if j < 0 || j >= len(at) {
				return -1
			}
			if isNumber(token(j)) {
				return j
			}
		}
		return -1
	}
	for i := len(at) - 1; i >= 0; i-- {
		month := monthOf(token(i))
		before, after := beside(i, -1), beside(i, 1)
		if month == 0 || before < 0 && after < 0 {
			continue
		}
		day, year := -1, after
		switch {
		case before >= 0 && len(token(before)) <= 2:
			day = before
		case before >= 0 && len(token(before)) == 4: // "2026 Nov 23"
			day, year = after, before
		case after >= 0 && len(token(after)) != 4: // "Nov 23 2026", not "Nov 2026"
			day, year = after, beside(after, 1)
		}
		if year < 0 || len(token(year)) != 4 && len(token(year)) != 2 {
			return d, s, false
		}
		d = calendar{fullYear(token(year)), month, 1}
		end := at[max(i, year)][1]
		if day >= 0 {
			d.day = number(token(day))
			end = max(end, at[day][1])
		}
		return d, s[end:], d.valid()
	}
	return d, s, false
}

func isNumber(token string) bool { return token[0] >= '0' && token[0] <= '9' }

// zones are the abbreviations of time zones that RFC 822 and newsrooms use, with
// their minutes east of Greenwich. Where one has several meanings, it is the one
// that more newsrooms use.
var zones = map[string]int{
	"UT": 0, "GMT": 0, "UTC": 0, "Z": 0, "WET": 0,
	"EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
	"AKST": -540, "AKDT": -480, "HST": -600, "AST": -240, "AT": -240, "ADT": -180, "NST": -210, "NDT": -150,
	"BRT": -180, "ART": -180, "CLT": -240, "CLST": -180, "COT": -300, "PET": -300, "VET": -240, "UYT": -180, "BOT": -240,
	"BST": 60, "WEST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120, "MEST": 120, "MET": 60, "EET": 120, "EEST": 180, "TRT": 180, "MSK": 180,
	"WAT": 60, "CAT": 120, "SAST": 120, "EAT": 180, "GST": 240, "IRST": 210, "PKT": 300, "UZT": 300, "IST": 330, "NPT": 345,
	"BDT": 360, "ICT": 420, "WIB": 420, "WITA": 480, "WIT": 540, "SGT": 480, "MYT": 480, "HKT": 480, "PHT": 480, "AWST": 480,
	"JST": 540, "KST": 540, "ACST": 570, "ACDT": 630, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
	"EASTERN STANDARD TIME": -300, "EASTERN DAYLIGHT TIME": -240, "CENTRAL STANDARD TIME": -360, "CENTRAL DAYLIGHT TIME": -300,
	"MOUNTAIN STANDARD TIME": -420, "MOUNTAIN DAYLIGHT TIME": -360, "PACIFIC STANDARD TIME": -480, "PACIFIC DAYLIGHT TIME": -420,
	"COORDINATED UNIVERSAL TIME": 0, "GREENWICH MEAN TIME": 0, "CENTRAL EUROPEAN TIME": 60, "CENTRAL EUROPEAN STANDARD TIME": 60,
	"CENTRAL EUROPEAN SUMMER TIME": 120,
}

// placesOfZones are places whose clocks show the times that are named so in summer
// and winter alike.
var placesOfZones = map[string]string{
	"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles",
	"EASTERN TIME": "America/New_York", "CENTRAL TIME": "America/Chicago",
	"MOUNTAIN TIME": "America/Denver", "PACIFIC TIME": "America/Los_Angeles",
}

// namedZone returns the zone of a name in capitals, nil if it is not known.
func namedZone(name string) *time.Location {
	if minutes, ok := zones[name]; ok {
		return time.FixedZone("", 60*minutes)
	}
	place, ok := placesOfZones[name]
	if !ok {
		return nil
	}
	zone, err := time.LoadLocation(place)
	if err != nil { // the machine knows no zones
		return nil
	}
	return zone
}

var (
	utcOffset = regexp.MustCompile(`^\s*(?:\(?(?i:GMT|UTC|UT|Z)\)?)?\s*([+-])(\d{1,2}):?(\d{2})?(?:[^\d./-]|$)`)
	bareZone  = regexp.MustCompile(`([+-])(\d{2}):(\d{2})\s*$`) // "2026-11-23+01:00"
	placeZone = regexp.MustCompile(`\b[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?\b`)
	zoneNames = regexp.MustCompile(`^\s*\(?([A-Za-z]+(?: [A-Za-z]+){0,3})\b\)?`)
)

// takeDateZone takes the time zone out of a date that has no time of the day.
func takeDateZone(s string) (string, *time.Location) {
	if m := bareZone.FindStringSubmatchIndex(s); m != nil {
		return s[:m[0]], offsetZone(s[m[2]:m[3]], s[m[4]:m[5]], s[m[6]:m[7]])
	}
	for _, end := range []string{"Z", " GMT", " UTC"} {
		if before, ok := strings.CutSuffix(s, end); ok {
			return before, time.UTC
		}
	}
	return s, nil
}

// takeZone takes the time zone out of what stands behind the time of the day.
func takeZone(s string) (string, *time.Location) {
	if m := utcOffset.FindStringSubmatch(s); m != nil {
		_, rest, _ := strings.Cut(s, m[1]+m[2])
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, ":"), m[3])
		return rest, offsetZone(m[1], m[2], m[3])
	}
	if name := placeZone.FindString(s); name != "" {
		if place, err := time.LoadLocation(name); err == nil {
			return strings.Replace(s, name, "", 1), place
		}
	}
	if m := zoneNames.FindStringSubmatchIndex(s); m != nil {
		for name := s[m[2]:m[3]]; name != ""; name = beforeLast(name) {
			if zone := namedZone(strings.ToUpper(name)); zone != nil {
				return s[m[2]+len(name):], zone
			}
		}
	}
	return s, nil
}

// beforeLast returns some words without the last one.
func beforeLast(words string) string {
	i := strings.LastIndexByte(words, ' ')
	if i < 0 {
		return ""
	}
	return words[:i]
}

// offsetZone returns the zone of an offset: "+", "01", "00"; "-", "5", "".
func offsetZone(sign, hours, minutes string) *time.Location {
	seconds := 3600*number(hours) + 60*number(minutes)
	if sign == "-" {
		seconds = -seconds
	}
	return time.FixedZone("", seconds)
}
