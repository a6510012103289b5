// Package figure finds the numbers that reports of one event may disagree on:
// how many were killed, hurt, missing, arrested, how strong a quake was, what a company was
// bought for.
//
// It knows a number by what is said of it in English, before it ("killed at
// least nine") or behind it ("nine people were killed"), and leaves alone what
// may be of something else: a part of a larger number ("two of the five"), a
// span of time, other money, a year, what did not happen, and what happened then
// ("in 2019", "last year"). A figure may be said to take the place of another (Change), and another to be right no more (Replaced).
package figure

import (
	"cmp"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"

	"newsbot/digest/cache"
	"newsbot/digest/text"
)

// Figure is a number that a sentence states.
type Figure struct {
	text.Span        // of the number with its "at least" or "about", bytes into the sentence
	What      string // "killed", "injured" …
	Value     float64
	Bound     Bound   // how the number is meant
	Where     string  // the place or the company that it is said to be of, or ""
	Unit      string  // the currency of a sum of money, or ""
	Change    Change  // whether it is said to take the place of another
	Step      float64 // what the last digit of a number stands for that may be rounded, else 0
}

// Change is how a sentence says that a figure takes the place of another one.
type Change int

const (
	Unchanged Change = iota
	Risen            // "the toll rises to 15", "raises its offer to"
	Corrected        // "lowered the toll to six from seven"
)

// Differ reports whether two figures of one thing cannot both be right. Those of two places
// can, and of a place and a part of it.
func Differ(a, b Figure) bool {
	return a.excludes(b) && (a.Where == "" || b.Where == "" || a.Where == b.Where)
}

// excludes reports whether two figures cannot both be right of one place. What may be rounded and is
// far from the other is of something else.
func (a Figure) excludes(b Figure) bool {
	return a.What == b.What && a.Unit == b.Unit && (a.below(b) || b.below(a)) && (a.Step == 0 || b.Step == 0 || isClose(a.Value, b.Value))
}

// Implies reports whether b is right wherever a is, as "at least nine" is where "12" is.
func (a Figure) Implies(b Figure) bool {
	low, high := a.between()
	least, most := b.between()
	return a.What == b.What && a.Unit == b.Unit && least <= low && high <= most
}

// Supersedes reports whether a, told long after b, is no more than what has become of
// the number meanwhile: what is counted grows, except that the missing are found, too.
// "At least nine" are superseded by ten. A magnitude stays what it is. What is corrected may
// have been too high.
func (a Figure) Supersedes(b Figure) bool {
	if b.Bound == AtLeast {
		b.Bound = Exactly
	}
	return a.excludes(b) && a.What != Magnitude && (a.What == missing || a.Change == Corrected || b.below(a))
}

// Highest returns that of two figures of one thing which supersedes every figure that
// either does by being higher, Lowest the one that does by being lower.
func Highest(a, b Figure) Figure {
	least, _ := a.between()
	if other, _ := b.between(); other > least {
		return b
	}
	return a
}

func Lowest(a, b Figure) Figure {
	_, most := a.between()
	if _, other := b.between(); other < most {
		return b
	}
	return a
}

// below reports whether all that a may mean is less than all that b may.
func (a Figure) below(b Figure) bool {
	_, most := a.between()
	least, _ := b.between()
	return most < least
}

// between returns the least and the most that a figure may mean.
func (a Figure) between() (least, most float64) {
	switch a.Bound {
	case AtLeast:
		return a.Value, math.Inf(1)
	case AtMost:
		return 0, a.Value
	case About:
		return a.Value - a.Value/10, a.Value + a.Value/10
	}
	return a.Value - rounding*a.Step, a.Value + rounding*a.Step
}

// rounding is the part of a Step by which a rounded number may be off: a little less than half, since
// two of one Step that are not the same are no roundings of one.
const rounding = 0.499

// Finder finds the figures of sentences and remembers them: a story's are asked for several
// times. It is safe for concurrent use.
type Finder struct {
	found *cache.Cache[[]Figure]
}

// maxSentences is how many sentences a Finder remembers.
const maxSentences = 1 << 15

// NewFinder returns a Finder that remembers nothing yet.
func NewFinder() *Finder { return &Finder{cache.New[[]Figure](maxSentences)} }

// Find is the function Find with a memory. Its result is not to be changed.
func (f *Finder) Find(sentence string) []Figure {
	if figures := f.found.Get(sentence); figures != nil {
		return *figures
	}
	return *f.found.Put(sentence, Find(sentence))
}

// Find returns the figures of a sentence, in its order, at most one of a kind.
func Find(sentence string) []Figure {
	var found []Figure
	lower := strings.ToLower(sentence)
	for _, k := range kinds {
		if !k.mentioned(lower) {
			continue
		}
		if f, ok := k.find(sentence); ok {
			found = append(found, f)
		}
	}
	if len(found) == 0 || elsewhen.MatchString(lower) || elsewhere.MatchString(lower) {
		return nil
	}
	change := changeIn(lower)
	for i := range found {
		found[i].Change = cmp.Or(found[i].Change, change)
	}
	return found
}

// changeIn returns how a sentence in lower case says that its figures change.
func changeIn(lower string) Change {
	switch {
	case corrections.MatchString(lower):
		return Corrected
	case rises.MatchString(lower):
		return Risen
	}
	return Unchanged
}

var (
	corrections = regexp.MustCompile(`\b(?:correct(?:s|ed|ing)?|to lower|lower(?:s|ed|ing)|revis(?:es|ed|ing) down|revised? down) (?:\S+ ){0,6}(?:toll|number|count|figure)\b|\b(?:toll|number|count|figure)\b.{0,60}\b(?:corrected|lowered|revised down)\b|\bcounted twice\b`)
	rises       = regexp.MustCompile(`(?:\b(?:toll|count|the number)|^number)\b.{0,80}\b(?:rises|rose|risen|climbs|climbed|jumps|jumped) to\b`)
)

// elsewhen finds what a report says of other times.
var elsewhen = regexp.MustCompile(`\b(?:in|since|of) (?:19|20)\d\d\b|\bin (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:last|previous|earlier this) (?:year|month|decade)\b|\byears? ago\b`)

// elsewhere finds what a report says of other events, or of the part of the one who speaks, or
// is said not to be so.
var elsewhere = regexp.MustCompile(`\b(?:similar|another|earlier|previous|former) (?:[\pL-]+ )?(?:accident|attack|blast|collapse|crash|disaster|earthquake|explosion|fire|flood|incident|outbreak|quake|shooting|strike)\b|\b(?:his|her|their) (?:city|county|district|province|region|state|town|village)(?:'s|’s)? (?:[\pL-]+ )?toll\b|\b(?:denied|denies|dismissed|had said|no truth)\b`)

// pattern returns what it compiles when it is first asked for: all patterns together would take longer than most commands do.
type pattern func() *regexp.Regexp

// matching is the pattern of an expression.
func matching(expr string) pattern {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// kind is one thing that numbers are told of.
type kind struct {
	what   string
	stems  []string // of the words in before and behind: a quick look tells that none is there
	before pattern  // it stands before the number, which is the first group
	behind pattern  // it stands behind the number
	counts bool     // people

	change Change // it says so itself

	// read takes a number with its bound apart; nil where it is counted one by one.
	read func(s string) (Figure, bool)

	// where tells of what the number of a match is, where that is not a place behind it, and
	// whether it is of that alone.
	where func(sentence string, m []int) (where string, ok bool)
}

// Of some kinds more is known than that they are counted.
const (
	Killed    = "killed"
	Injured   = "injured"
	missing   = "missing"
	Magnitude = "magnitude"
	Price     = "price"
	fine      = "fine"
)

// IsSum reports whether what figures are of is a sum of money, IsCount whether it is counted, and
// no sum or size.
func IsSum(what string) bool { return what == Price || what == fine }

func IsCount(what string) bool { return what != Magnitude && !IsSum(what) }

var (
	number = `((?:(?i:` + strings.Join(slices.Sorted(maps.Keys(bounds)), "|") + `) )?` +
		`(?:(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}|\d+)(?:\.\d+)?|(?i:` + words + `))(?:(?: (?i:hundred|thousand|lakh|million|crore))+(?: (?i:and )?(?i:` + words + `))?)*)`
	words  = `(?:` + tens + `)[ -](?:` + ones + `)|(?:` + small + `)(?:-(?:` + small + `))?` // "nine-ten", too, which is no number
	small  = ones + `|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|` + tens
	ones   = `one|two|three|four|five|six|seven|eight|nine`
	tens   = `twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety`
	people = `(?: (?i:other|more|people|persons?|[\pL'’-]+)){0,4}?(?:` + aside + ` (?:were|was|are|have been|had been))?`
	aside  = `, (?:all|among|including|many|most|mostly|some) [^,.;:]{2,60},` // "15 pilgrims, most of them women, were killed"
)

// count is a kind of which people are counted.
func count(what, stems, before, behind string) kind {
	return kind{
		what: what, stems: strings.Split(stems, ","),
		before: matching(`\b(?i:` + before + `) ` + number + `\b`),
		behind: matching(`(?:^|[^\pL\pN$€£₹.,-])` + number + people + ` (?i:` + behind + `)\b`),
		counts: true,
	}
}

var kinds = []kind{
	count(Killed, "kill,dead,died,dies, die ,death,toll,number of victims,left ,leaves ,claim",
		`kill(?:s|ed|ing)|left|leaves|claim(?:s|ed) the lives of|(?:toll|number of (?:confirmed )?(?:dead|deaths|victims|those killed|people (?:killed|who (?:have )?died|(?:known|confirmed) to (?:have (?:died|been killed)|be dead))))(?: [\pL'’-]+){0,16} (?:to|at|of|reach(?:es|ed)|pass(?:es|ed)|hits?)`,
		`(?:were |was |are |have been |had been )?(?:(?:now )?(?:known|confirmed) to (?:have |be ))?(?:been )?(?:killed|dead|died|dies|die|deaths)`),
	{
		what: Killed, stems: []string{"lives"},
		before: matching(`\b(?i:claim(?:s|ed|ing)|cost(?:s|ing)?|took|taken) ` + number + ` lives\b`),
		behind: matching(`(?:^|[^\pL\pN$€£₹.,-])` + number + ` lives (?i:lost|were lost)\b`),
		counts: true,
	},
	count(Injured, "injur,wound,hurt",
		`(?:injur|wound)(?:es|s|ed|ing)|hurt|hurting`,
		`(?:were |was |are |have been |had been )?(?:treated for (?:\pL+ )?injuries|injured|wounded|hurt|injuries)`),
	count(missing, "missing", `missing:`, `(?:were |was |are |is |remain |remained |still |now |listed as |reported )*missing`),
	{
		what: missing, stems: []string{"unaccounted for"},
		before: matching(`\b(?i:unaccounted for): ` + number + `\b`),
		behind: matching(`(?:^|[^\pL\pN$€£₹.,-])` + number + `(?: (?i:other|more|people|persons?|passengers|residents|workers|miners|children|villagers|crew|members|men|women|students|tourists|soldiers|sailors|fishermen|climbers))*(?: (?i:were|was|are|is|remain|remained|still|now|listed as|reported))* (?i:unaccounted for)\b`),
		counts: true,
	},
	count("arrested", "arrest,detain,custody", `(?:arrest|detain)(?:s|ed|ing)`, `(?:were |was |have been |had been )?(?:arrested|detained|in custody)`),
	count("evacuated", "evacuat,displac,homeless", `(?:evacuat(?:es|ed|ing)|displac(?:es|ed|ing))`, `(?:were |was |have been |had been )?(?:evacuated|displaced|homeless)`),
	count("rescued", "rescu", `rescu(?:es|ed|ing)`, `(?:were |was |have been |had been )?rescued`),
	{
		what: Magnitude, stems: []string{"magnitude"},
		before: matching(`\b(?i:magnitude)(?: of| at|-|(?: (?:was|is|has been))?(?: (?:` + revisions + `))?(?: (?:up|down)(?:wards?)?)?(?: from (?:an? )?(?:\pL+ )?\d\.\d)? to)? ?(\d\.\d)\b`),
		behind: matching(`\b(\d\.\d)[- ](?i:magnitude)\b`),
		where:  mainShock,
	},
	money(Price, "buy,bought,acqui,takeover,take over,deal,merger,purchase,sale",
		`(?:buy|buys|bought|buying|acquire|acquires|acquired|acquiring|acquisition|takeover|take over|taken over|purchase|sale|deal)(?:,? [\pL\d'’&-]+){0,16}?,? (?:for|worth)`,
		`deal|takeover|acquisition|buyout|merger|purchase`),
	{
		what: Price, stems: []string{"pay", "paid"},
		before: matching(`\b(?i:pay|pays|paying|paid) ` + sum + ` (?i:in cash )?for\b`),
		read:   parseSum, where: soleSum,
	},
	{
		what: Price, stems: []string{"offer", "bid"}, change: Risen,
		before: matching(`\b(?i:` + raised + `)(?:,? [\pL\d'’&-]+){0,8}? (?i:to|at|worth) ` + sum),
		behind: matching(`(?i: for| worth) ` + sum + `,? (?i:and |after it |as it )?(?i:` + raised + `)\b`),
		read:   parseSum, where: wholeSum,
	},
	money(fine, "fine,penalt", `(?:fined|fine of|penalty of)(?: [\pL'’&-]+){0,5}?`, `fine|penalty`),
	{
		what: "of jobs cut", stems: []string{"job", "post", "position", "laid off", "lay off"},
		before: matching(`\b(?i:cut|cuts|cutting|axe|axes|axing|shed|sheds|shedding|eliminate|eliminates|eliminating|loss of) ` + number + `(?: [\pL-]+){0,2}? (?i:jobs|posts|positions)\b`),
		behind: matching(`(?:^|[^\pL\pN$€£₹.,-])` + number + ` (?i:jobs|posts|positions)(?: (?i:are|is|will|would|were|have|had|to|be|been))* (?i:cut|lost|axed|shed|eliminated)\b`),
		read:   parseRounded, counts: true,
	},
	{
		what: "of workers", stems: []string{"employ", "workers", "staff"},
		before: matching(`(?:(?i: employs| has| have)|['’]s?) ` + number + ` (?i:people|workers|employees|staff)\b`),
		read:   parseRounded, counts: true, where: employer,
	},
}

// mentioned reports whether the kind may be in a sentence in lower case.
func (k kind) mentioned(lower string) bool {
	return slices.ContainsFunc(k.stems, func(stem string) bool { return strings.Contains(lower, stem) })
}

// find returns the kind's first figure that is one, of what came to a number only where the sentence does not tell that: not
// "four" of "Four more people died, which brings the toll to 13".
func (k kind) find(sentence string) (found Figure, ok bool) {
	for _, form := range []pattern{k.behind, k.before} {
		if form == nil {
			continue
		}
		for _, m := range form().FindAllStringSubmatchIndex(sentence, -1) {
			f, isOne := k.figure(sentence, m)
			if !isOne {
				continue
			}
			if !added.MatchString(sentence[f.End:]) {
				return f, true
			}
			if !ok {
				found, ok = f, true
			}
		}
	}
	return found, ok
}

// added finds, behind a number, that it came to others.
var added = regexp.MustCompile(`^ (?:more|others?|further|additional)\b`)

// figure returns what a match says, unless it says something else.
func (k kind) figure(sentence string, m []int) (Figure, bool) {
	span := text.Span{Start: m[2], End: m[3]}
	read := k.read
	if read == nil {
		read = parseExact
	}
	f, ok := read(span.In(sentence))
	if !ok || k.counts && (f.Value != math.Trunc(f.Value) || !ofPeople(sentence, span, m[1])) {
		return Figure{}, false
	}
	if m[1] > span.End && !passive.MatchString(sentence[span.End:m[1]]) && object.MatchString(sentence[m[1]:min(len(sentence), m[1]+longestObject)]) {
		return Figure{}, false // "Flight 370 killed 239"
	}
	// "left nine" is one of the dead only if it goes on so.
	if leaves.MatchString(sentence[m[0]:]) && !strings.Contains(sentence[m[1]:], "dead") {
		return Figure{}, false
	}
	where, inPart := placeBehind(sentence[m[1]:])
	if k.where != nil {
		where, ok = k.where(sentence, m)
	}
	f.Span, f.What, f.Where, f.Change = span, k.what, where, k.change
	return f, ok && !inPart && !byPart.MatchString(sentence[:span.Start])
}

// shock finds a quake before or behind the one that a report is of.
var shock = regexp.MustCompile(`(?i)(?:aftershocks?|foreshocks?|followed by)[^,;.]{0,20}$`)

// mainShock reports whether the magnitude at a match is that of the quake, and of none that came
// before or after it.
func mainShock(sentence string, m []int) (where string, ok bool) {
	behind := strings.ToLower(strings.TrimLeft(sentence[m[1]:], " -"))
	told := !slices.ContainsFunc(revisedFrom(sentence), func(at text.Span) bool { return at.Start == m[2] })
	return "", told && !strings.HasPrefix(behind, "aftershock") && !strings.HasPrefix(behind, "foreshock") && !shock.MatchString(sentence[:m[0]])
}

// revised and former find the magnitude that another one has taken the place of; preliminary one that has where the sentence tells another,
// too, and else stands.
var (
	revised     = regexp.MustCompile(`(?i)\b(?:` + revisions + `)(?: [^\s,;]+){0,9}? from (?:(?:an?|the|its|initial|preliminary|earlier|previous|first|original|estimated?|reading|magnitude|of) ){0,5}(\d\.\d)\b`)
	former      = regexp.MustCompile(`(?i)\b(?:initially|at first|first|earlier|previous(?:ly)?) (?:it )?(?:estimated?|reading|figure|reported|put|measured|given|said)` + amounts)
	preliminary = regexp.MustCompile(`(?i)\b(?:initial|preliminary) (?:magnitude|estimate|reading|figure)` + amounts)
	size        = regexp.MustCompile(`\b\d\.\d\b(?:[- ](?:miles?|km|kilo|met|million|billion|per))?`)
)

// amounts follows a word for an estimate, before what it is.
const amounts = `(?: it)?(?: (?:of|at|as|to be|was|an?))+(?: magnitude)?(?: of)? (\d\.\d)\b`

// revisions are what is done to a magnitude that is right no more.
const revisions = `revis(?:ed|es|ing)|downgrad(?:ed|es|ing)|upgrad(?:ed|es|ing)|lower(?:ed|s|ing)|rais(?:ed|es|ing)|correct(?:ed|s|ing)|adjust(?:ed|s|ing)|chang(?:ed|ing)`

// revisedFrom returns where a sentence tells a magnitude that another one has taken the place of.
func revisedFrom(sentence string) (spans []text.Span) {
	if !strings.Contains(sentence, "agnitude") {
		return nil
	}
	all := append(revised.FindAllStringSubmatchIndex(sentence, -1), former.FindAllStringSubmatchIndex(sentence, -1)...)
	sizes := slices.DeleteFunc(size.FindAllString(sentence, -1), func(s string) bool { return strings.ContainsAny(s, " -") })
	if len(sizes) > 1 {
		all = append(all, preliminary.FindAllStringSubmatchIndex(sentence, -1)...)
	}
	for _, m := range all {
		if at := (text.Span{Start: m[2], End: m[3]}); !slices.Contains(spans, at) {
			spans = append(spans, at)
		}
	}
	return spans
}

// Replaced returns the figures of which a sentence says that they are right no more: "revised the magnitude down from 6.8".
// It knows magnitudes; what is lowered else is Corrected.
func Replaced(sentence string) (was []Figure) {
	for _, at := range revisedFrom(sentence) {
		if f, ok := parseExact(at.In(sentence)); ok {
			f.Span, f.What = at, Magnitude
			was = append(was, f)
		}
	}
	return was
}

// employers finds the name of a company before what it has, with what stands between commas behind it.
var employers = regexp.MustCompile(`(\p{Lu}[\pL\d&.'’-]+)(?: \p{Lu}[\pL\d&.'’-]+)*(?:, [^,]{1,60},)?(?: \pL+ly)?$`)

// employer returns the first word of the name of the company whose workers are counted at a match, all of them.
func employer(sentence string, m []int) (where string, ok bool) {
	of := employers.FindStringSubmatch(sentence[:m[0]])
	if of == nil || noEmployers.Has(of[1]) || inPlace.MatchString(sentence[m[1]:]) {
		return "", false
	}
	return of[1], true
}

// inPlace finds what makes workers those of a part of a company.
var inPlace = regexp.MustCompile(`^ (?i:in|at|on|there|who|that)\b`)

var noEmployers = text.WordSet(`It He She They We You This That These Those Who Which`)

// byPart finds what stands before the count of a part of a country, which may be that of a part of the
// event: "The state has confirmed".
var byPart = regexp.MustCompile(`(?i)\b(?:the|his|her|its) (?:state|province|district|county|region)(?: government| authorities)? (?:has |have )?(?:confirmed|counted|recorded|reported) $`)

// behindPlace finds the place that a figure is said to be of, right behind it: "in Orrin",
// "people in the state of Orrin".
var behindPlace = regexp.MustCompile(`^(?:,? [\pL-]+){0,2}? in (?:(?:the )?(neighbou?ring|nearby) |(?:the )?(?:[\pL-]+ ){0,2}?)(\p{Lu}[\pL'’-]+(?: \p{Lu}[\pL'’-]+)*)`)

// placeBehind returns the place that a figure is said to be of by what stands behind it, or "",
// and whether it is one beside that of the event. "In Israeli strikes", "in Tuesday's crash" and "in Storm
// Hedda" name no place.
func placeBehind(behind string) (place string, beside bool) {
	m := behindPlace.FindStringSubmatch(behind)
	if m == nil {
		return "", false
	}
	first, _, _ := strings.Cut(m[2], " ")
	if !afterPlace.MatchString(behind[len(m[0]):]) || strings.HasSuffix(m[2], "'s") || strings.HasSuffix(m[2], "’s") || noPlaces.Has(first) {
		return "", m[1] != ""
	}
	return m[2], m[1] != ""
}

// afterPlace finds what may follow a place: no noun that it would be said of.
var afterPlace = regexp.MustCompile(`^(?:$|[.,;:)]| (?:[-–—]|and|after|as|at|by|during|for|from|including|in|on|over|since|so|to|when|where|while|with)(?:\b| ))`)

// noPlaces begin what stands behind "in" and is no place: times and storms.
var noPlaces = text.WordSet(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
	October November December Cyclone Hurricane Storm Typhoon`)

// passive finds what is told to have happened to the counted, object what a verb did to others
// than these, in so many bytes behind it.
var (
	passive = regexp.MustCompile(` (?i:were|was|are|is|been|remain|remained|still) `)
	object  = regexp.MustCompile(`^ (?:an? |(?i:hundreds|dozens|scores|thousands|people)\b|` + number + `\b)`)
)

const longestObject = 60

var leaves = regexp.MustCompile(`^(?i:left|leaves) `)

// ofPeople reports whether the number at a span is of people of whom all is
// said that stands from it up to end.
func ofPeople(sentence string, span text.Span, end int) bool {
	after := sentence[span.End:]
	return !partOf(sentence[:span.Start]) && !measures(after) && (end <= span.End || !otherwise(sentence[span.End:end]))
}

// longestBefore is how many bytes before a number tell whether it is a part of a larger one.
const longestBefore = 40

// partOf reports whether the number after this is that of a whole of which a
// part is meant, comes after a currency, or tells one thing from others: "Flight 370".
func partOf(before string) bool {
	before = " " + strings.ToLower(strings.TrimRight(before[max(0, len(before)-longestBefore):], " "))
	for _, end := range []string{" of the", " of", "$", "€", "£", "₹", " rs", " rs.", " aged", " age", " no", " not", " flight", " room", " category", " building", " war"} {
		if strings.HasSuffix(before, end) {
			return true
		}
	}
	return ranging.MatchString(before)
}

// ranging finds what stands before the second number of a range ("10 to 15", "between 10
// and 15", "10–15") or before the last digits of one that blanks divide ("1 200").
var ranging = regexp.MustCompile(`(?:\bbetween \S+ and|\d ?[-–]|\d (?:to|or)|\d)$`)

var asides = regexp.MustCompile(aside)

// otherwise reports whether the words between a number and what is said tell
// of something else than the counted.
func otherwise(between string) bool {
	between = asides.ReplaceAllString(strings.ToLower(between), "")
	words := strings.Fields(strings.ReplaceAll(between, "listed as ", ""))
	for i, word := range words {
		if others.Has(word) || isAnimals(words[i:]) || strings.HasSuffix(word, "ing") && word != "missing" || strings.ContainsAny(word, "0123456789") {
			return true
		}
	}
	return false
}

var others = text.WordSet("and or but after before when while as not no never nobody nearly who which that of than then if in on at by " +
	"hours hour days day weeks months years minutes miles kilometres kilometers percent per times houses homes buildings cars vehicles")

// animals are counted as people are, and are no toll.
var animals = text.WordSet("animals birds bees cats cattle chickens cows deer dogs dolphins ducks elephants fish geese goats hens horses lambs livestock " +
	"pets pigs poultry rabbits seals sheep swans trees turkeys turtles whales")

// isAnimals reports whether words begin with animals, and not with people called by them: "cattle herders".
func isAnimals(words []string) bool {
	if len(words) == 0 || !animals.Has(strings.Trim(words[0], ".,;:")) {
		return false
	}
	return len(words) == 1 || !strings.HasSuffix(strings.Trim(words[1], ".,;:"), "ers")
}

// measures reports whether what follows the number makes it a measure, or one of animals ("12 dairy cows").
func measures(after string) bool {
	words := strings.Fields(strings.ToLower(strings.TrimLeft(after, " -")))
	if len(words) == 0 {
		return false
	}
	return units.Has(strings.Trim(words[0], ".,;:")) || isAnimals(words) || isAnimals(words[1:]) || strings.HasPrefix(after, "%") || strings.HasPrefix(after, "-")
}

var units = text.WordSet("hour hours day days week weeks month months year years minute minutes mile miles km kilometres kilometers " +
	"metres meters percent per % times million billion houses homes buildings cars vehicles a.m. p.m. am pm o'clock")
