package story

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/text"
)

// Title is that of an article, with what the article tells.
type Title struct {
	Text   string
	Source string   // the outlet's name, "" if it is not known
	Points []string // the article's key points
	Toll   bool     // it tells how many died, as far as is known by now

	Published time.Time
	Opinion   bool // the article is no news, but somebody's opinion
	Standing
}

// What a title is worth beside its clarity.
const (
	centralWorth  = 2.0 // all titles hold all of its words
	borneOut      = 0.4 // the points of its article do
	tollWorth     = 0.3 // Title.Toll
	latestWorth   = 0.3 // Standing.Latest
	secondaryCost = 0.6 // Standing.Secondary
	rubricCost    = 0.25
	itselfCost    = 0.5 // it is of its source itself, which tells it as it likes
	opinionCost   = 5.0 // news are told before it, if they have a title
)

// Headline returns the index of the title that tells the story best, 0 for no
// titles: one that says what happened in a plain sentence, shares its words with the
// other titles, and is borne out by what its article tells first. A pun is not: its
// article says it in other words. Where people died, that is the news. What was to come gives way to
// what came (Standings). An opinion heads a story only if there are no news of it. The indexer is for the terms of titles and points; one for many
// stories saves work.
func Headline(indexer *text.Indexer, titles []Title) int {
	if len(titles) < 2 {
		return 0
	}
	clean := make([]string, len(titles))
	words := make([][]string, len(titles))
	share := make(map[string]float64) // of titles that hold a word
	for i, t := range titles {
		clean[i] = CleanHeadline(t.Text, t.Source)
		words[i] = indexer.Query(clean[i])
		slices.Sort(words[i])
		words[i] = slices.Compact(words[i])
		for _, w := range words[i] {
			share[w] += 1 / float64(len(titles))
		}
	}
	best, most := 0, math.Inf(-1)
	for i, t := range titles {
		score := centralWorth*centrality(words[i], share) + clarity(t.Text, clean[i])
		if isRubric(indexer, clean[i], share, len(titles)) {
			score -= rubricCost
		}
		if t.Toll {
			score += tollWorth
		}
		if t.Latest {
			score += latestWorth
		}
		if t.Secondary {
			score -= secondaryCost
		}
		if TellsOfItself(clean[i], t.Source) {
			score -= itselfCost
		}
		if t.Opinion {
			score -= opinionCost
		}
		if score+borneOut <= most { // whatever its points tell, which takes longest to read
			continue
		}
		if score += borneOut * shareTold(indexer, words[i], t.Points); score > most+1e-9 {
			best, most = i, score
		}
	}
	return best
}

// shareTold is the share of words that points hold.
func shareTold(indexer *text.Indexer, words, points []string) float64 {
	told := make(map[string]bool)
	for _, p := range points {
		for _, w := range indexer.Query(p) {
			told[w] = true
		}
	}
	n := 0
	for _, w := range words {
		if told[w] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(words)))
}

// centrality is the mean share of titles that hold the title's words, 0 to 1.
func centrality(words []string, share map[string]float64) float64 {
	var sum float64
	for _, w := range words {
		sum += share[w]
	}
	// The constant keeps a title of one or two common words from winning.
	return sum / float64(len(words)+3)
}

// isRubric reports whether a title begins with up to three words and a colon that no
// other of so many titles has a word of: "Music Monday: ...".
func isRubric(indexer *text.Indexer, title string, share map[string]float64, titles int) bool {
	rubric, _, cut := strings.Cut(title, ": ")
	if !cut || len(strings.Fields(rubric)) > 3 {
		return false
	}
	for _, w := range indexer.Query(rubric) {
		if share[w]*float64(titles) > 1.5 {
			return false
		}
	}
	return true
}

// clarity is what a title loses for being no plain statement; 0 is the best.
func clarity(title, clean string) float64 {
	if clean == "" || isStamp(clean) {
		return -10
	}
	var c float64
	switch n := utf8.RuneCountInString(clean); {
	case n < 20 || n > 160:
		c -= .6
	case n < 30 || n > 110:
		c -= .25
	}
	switch {
	case capitals(clean):
		c -= .4
	case shouts(clean):
		c -= .2
	}
	if promises(clean) {
		c -= .5
	}
	if strings.ContainsAny(clean, "!…") || strings.HasSuffix(clean, "...") {
		c -= .2
	}
	if clean[0] == '"' || clean[0] == '\'' || strings.HasPrefix(clean, "“") || strings.HasPrefix(clean, "‘") {
		c -= .15 // begins with somebody's words
	}
	if saying.MatchString(clean) {
		c -= .5
	}
	if isNotice(title) || isNotice(clean) {
		c -= .25
	}
	if strings.HasPrefix(spaced(clean), " correction ") { // the title that is corrected may stand behind it
		c -= .5
	}
	if label(clean) != 0 || utf8.RuneCountInString(title)-utf8.RuneCountInString(clean) > 40 {
		c -= .1
	}
	return c
}

// saying matches a title that has somebody's words and nothing else: "Lind: 'I am no hero'".
var saying = regexp.MustCompile(`^[^:"'“‘]{2,40}: (?:"[^"]+"|'.+'|“[^”]+”|‘.+’)$`)

// A notice begins or ends with what it is.
var (
	noticeBeginnings = []string{" statement on ", " statement by ", " statement from ", " notice of ", " trading update ", " update on ", " press release ", " situation update ", " situation report "}
	noticeEndings    = []string{" notice ", " statement ", " trading update ", " press release "}
)

// isNotice reports whether a title says what an authority's or a company's own text is, not
// what happened: "Harbour bridge - closure notice".
func isNotice(title string) bool {
	words := spaced(title)
	return anyOf(noticeBeginnings, words, strings.HasPrefix) || anyOf(noticeEndings, words, strings.HasSuffix)
}

// stampWords are what a page's time of publication is made of, beside numbers.
var stampWords = text.WordSet(`posted updated published last first modified by on at am pm a.m p.m est edt et gmt bst utc cet monday tuesday
	wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may june july august
	september october november december jan feb mar apr jun jul aug sep sept oct nov dec`)

// isStamp reports whether a title says no more than when the page was published.
func isStamp(title string) bool {
	numbers, words := 0, 0
	for _, w := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' }) {
		switch r, _ := utf8.DecodeRuneInString(w); {
		case unicode.IsDigit(r):
			numbers++
		case !stampWords.Has(strings.Trim(w, ".")):
			words++
		}
	}
	return numbers > 1 && words < 2
}

// capitals reports whether most letters of a title are capitals.
func capitals(s string) bool {
	upper, letters := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	return letters > 10 && upper*10 > letters*6
}

// shouts reports whether words of a title are in capitals that are no abbreviations.
func shouts(title string) bool {
	const longest, most = 4, 1 // letters of an abbreviation, and how many words may be longer
	n := 0
	for word := range strings.FieldsFuncSeq(title, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if utf8.RuneCountInString(word) > longest && word == strings.ToUpper(word) && word != strings.ToLower(word) {
			n++
		}
	}
	return n > most
}

// labels are what desks put before a title; they are no part of it. Wire
// services number theirs: "UPDATE 2-".
var labels = []string{
	"live", "live updates", "live blog", "liveblog", "update", "updated", "updates", "breaking", "breaking news", "just in",
	"watch", "video", "photos", "pictures", "exclusive", "corrected", "wrapup", "rpt", "refile", "urgent",
	"news alert", "press release", "media release", "news release", "situation update", "situation report", "alert", "developing", "flash", "listen", "latest", "the latest", "it's official", "brief", "watch live",
	"re", "fwd", "fw",
}

// marks stand in brackets before or behind a title, tails behind its last separator or
// colon.
var (
	marks = text.WordSet(`video videos photos pictures watch listen live updated update exclusive breaking gallery audio reuters ap afp pti ani upi xinhua
		ann announce announcement security advisory corrected`)

	tails = map[string]bool{"live": true, "live updates": true, "live blog": true, "liveblog": true, "live coverage": true,
		"as it happened": true, "video": true, "watch live": true, "corrected": true}
)

// label returns the length of the desk's label that the title begins with, 0
// where there is none.
func label(title string) int {
	end := strings.IndexAny(title, ":-|–—•")
	if end <= 0 || end > 24 {
		return 0
	}
	name := strings.TrimSuffix(strings.TrimRight(strings.ToLower(title[:end]), " 0123456789"), " no.")
	name = strings.ReplaceAll(strings.TrimLeft(name, "[("), "’", "'")
	sep, n := utf8.DecodeRuneInString(title[end:])
	// "Live-in" and "Watch - a history" are words; "UPDATE 2-Fed" is a label.
	if sep == '-' && (title[:end] != strings.ToUpper(title[:end]) || name == "re") { // nor is "RE-ELECTED" a label
		return 0
	}
	if slices.Contains(labels, name) || sep == '-' && deskName.MatchString(title) {
		return end + n
	}
	return 0
}

// deskName finds the name that a wire's desk puts before a title: "EUROPE STOCKS-Shares slip", not "US AI-Driven".
var deskName = regexp.MustCompile(`^(?:\p{Lu}[\p{Lu}.]+ )+(?:STOCKS|MARKETS|FOREX|BONDS|METALS|COMMODITIES|TREASURIES|GRAINS|OIL)-[\p{Lu}\d]`)

// amends reports whether a title is labelled as one of an article that takes the place of an earlier one of its outlet.
func amends(title string) bool {
	_, corrected := CutCorrection(title)
	label := strings.ToLower(title[:label(title)])
	return corrected || strings.HasPrefix(label, "update") || strings.HasPrefix(label, "wrapup")
}

// What a press desk puts before a title, its number and whose text it is: "PR262128 - Press
// Release by the Ministry for Culture: ", "Company announcement no. 31/2026: ".
var (
	reference = regexp.MustCompile(`^[A-Z]{2,5} ?\d{5,}(?:/\d+)? ?[-–—:|] (\S+ .+)$`)
	numbered  = regexp.MustCompile(`^(?i:(?:company|stock exchange|regulatory|ad hoc|ad-hoc|press) (?:announcement|release|notice))(?:,? (?i:no\.?|nr\.?|number|#)? ?\d+(?:[/-]\d+)?)?: ?(\S+ .+)$`)
	release   = regexp.MustCompile(`^(?i:press|media|news) (?i:release|statement|notice) (?i:by|from|of|issued by) [^:|]{3,100}?(?: ?[:|–—]| -) (\S+ .+)$`)
)

// released returns a title without what a press desk puts before it.
func released(title string) string {
	for _, prefix := range [...]*regexp.Regexp{reference, numbered, release} {
		if m := prefix.FindStringSubmatch(title); m != nil {
			return m[1]
		}
	}
	return title
}

// separators stand between a title and the name of its outlet.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · "}

// CleanHeadline returns the title without what its outlet put around it: a
// desk's label or name before it ("LIVE:", "UPDATE 2-", "EUROPE STOCKS-", "[Video]", a red dot), the name of a mailing list, a press
// desk's number and name, what it says of the page ("(Reuters)", ": live updates") and the outlet's own name behind
// it (" - BBC News"). Of a title that is no title but a text, the first longestHeadline bytes are
// left.
func CleanHeadline(title, source string) string {
	t := strings.Join(strings.Fields(clipped(title, longestHeadline)), " ")
	for {
		next := peel(t, source)
		if next == t {
			return t
		}
		t = next
	}
}

// longestHeadline is how many bytes of a title are looked at.
const longestHeadline = 2000

// clipped returns the first bytes of s, up to the end of a character.
func clipped(s string, bytes int) string {
	if len(s) <= bytes {
		return s
	}
	for bytes > 0 && !utf8.RuneStart(s[bytes]) {
		bytes--
	}
	return s[:bytes]
}

// peel takes one thing off a title that its outlet put around it, if anything is left then.
func peel(t, source string) string {
	for _, rest := range []string{withoutLabel(t), released(t), withoutMark(t), withoutTag(t, source), strings.TrimLeftFunc(t, isPicture)} {
		if rest = strings.TrimSpace(rest); rest != "" && rest != t {
			return rest
		}
	}
	head, tail, ok := cutLast(t)
	if ok && (tails[strings.ToLower(tail)] || isOutlet(tail, source)) && len(strings.Fields(head)) >= 2 {
		return head
	}
	if i := strings.LastIndex(t, ": "); i > 0 && tails[strings.ToLower(t[i+2:])] {
		return t[:i]
	}
	return t
}

// withoutLabel returns a title without a desk's label before it. The word behind it begins the title then, with a
// capital, but where it is spelt in a way of its own: "iPhone".
func withoutLabel(t string) string {
	n := label(t)
	rest := strings.TrimSpace(t[n:])
	first, _, _ := strings.Cut(rest, " ")
	r, size := utf8.DecodeRuneInString(first)
	if n == 0 || !unicode.IsLower(r) || strings.ContainsFunc(first, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) {
		return rest
	}
	return string(unicode.ToTitle(r)) + rest[size:]
}

// withoutMark returns a title without a mark in brackets before or behind it.
func withoutMark(t string) string {
	if i := strings.IndexAny(t, "])"); i > 0 && strings.ContainsRune("[(", rune(t[0])) && marks.Has(strings.ToLower(t[1:i])) {
		return t[i+1:]
	}
	if i := strings.LastIndexAny(t, "[("); i > 0 && strings.ContainsRune("])", rune(t[len(t)-1])) && marks.Has(strings.ToLower(t[i+1:len(t)-1])) {
		return t[:i]
	}
	return t
}

// listTag finds the name that a mailing list puts before its titles: "[oss-security]".
var listTag = regexp.MustCompile(`^\[[a-z0-9]+(?:-[a-z0-9]+)*-(?:announce|security|devel?|users?|list|discuss|commits)\]`)

// withoutTag returns a title without the name of a mailing list, or of the source, in brackets before it.
func withoutTag(t, source string) string {
	tag := listTag.FindString(t)
	if end := strings.IndexByte(t, ']'); strings.HasPrefix(t, "[") && end > 0 && squeeze(source) != "" && squeeze(t[1:end]) == squeeze(source) {
		tag = t[:end+1]
	}
	return t[len(tag):]
}

// isPicture reports whether a character is an emoji, or one that belongs to it.
func isPicture(r rune) bool {
	return unicode.In(r, unicode.So, unicode.Sk) || r == '\uFE0F' || r == '\u200D'
}

// cutLast cuts a title at its last separator.
func cutLast(t string) (head, tail string, ok bool) {
	at, width := -1, 0
	for _, sep := range separators {
		if i := strings.LastIndex(t, sep); i > at {
			at, width = i, len(sep)
		}
	}
	if at <= 0 {
		return t, "", false
	}
	return strings.TrimSpace(t[:at]), strings.TrimSpace(t[at+width:]), true
}

// outletWords end or begin the names of newspapers, agencies and stations.
var outletWords = map[string]bool{
	"news": true, "times": true, "post": true, "herald": true, "tribune": true, "gazette": true, "journal": true,
	"guardian": true, "telegraph": true, "chronicle": true, "observer": true, "mirror": true, "reuters": true, "ap": true,
	"afp": true, "bbc": true, "cnn": true, "npr": true, "magazine": true, "daily": true, "weekly": true, "press": true,
	"wire": true, "radio": true, "tv": true, "online": true, "today": true, "globe": true, "sun": true, "independent": true,
}

// isOutlet reports whether the tail of a title names an outlet: the source
// itself, an address, or a short name of the kind that outlets have.
func isOutlet(tail, source string) bool {
	name, src := squeeze(tail), squeeze(source)
	if name == "" {
		return false
	}
	if src != "" && (strings.Contains(src, name) && len(name) > 2 || strings.Contains(name, src) && len(src) > 2 || name == initials(source)) {
		return true
	}
	words := strings.Fields(tail)
	if len(words) == 1 && strings.Contains(tail, ".") && !strings.HasSuffix(tail, ".") {
		return true
	}
	if len(words) > 4 || !titled(words) {
		return false
	}
	first, last := squeeze(words[0]), squeeze(words[len(words)-1])
	return outletWords[last] || len(words) > 1 && outletWords[first] && strings.ToUpper(words[0]) == words[0]
}

// titled reports whether every word begins with a capital, but for "of" and
// its like.
func titled(words []string) bool {
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && utf8.RuneCountInString(w) > 3 {
			return false
		}
	}
	return true
}

// squeeze folds a name to its letters and digits, without "the".
func squeeze(name string) string {
	name = strings.TrimPrefix(text.Fold(name), "the ")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)
}

// initials returns the first letters of a name of several words: "nyt".
func initials(name string) string {
	words := strings.Fields(text.Fold(name))
	if len(words) < 2 {
		return ""
	}
	var b strings.Builder
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(r)
	}
	return b.String()
}
