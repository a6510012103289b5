package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/advisory"
	"newsbot/digest/entity/refine"
	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// name is a mention on its way to an entity.
type name struct {
	Mention
	first, last int    // its pieces
	form        string // as written, on one line
	key         string // of form
	kind        Type
	listed      Type // the only type that the gazetteer knows the name as, or ""
	role        string
	office      string       // the title between commas behind a surname: "Lund, the Prime Minister,"
	courtesy    string       // "Mr", "Mrs", "Ms" or "Miss" that stands before it
	classes     tagger.Class // what the gazetteer lists the whole name as
	bracketed   bool         // stands alone in brackets
	article     bool         // has an article of its own: "The Who", "The Golden Compass"
	bare        bool         // has no article in capitals at all
	told        bool         // is what the document says it to be
	rolled      bool         // stands in a list with the surname first, which form has last
}

// wordsPerName is the number of pieces for each name in news that is dense with names.
const wordsPerName = 8

// tag finds the names of a document with the model.
func (r *Recognizer) tag(d *text.Document, p *pieces) []name {
	names := make([]name, 0, len(p.texts)/wordsPerName)
	r.tagger.Tag(p.sentences, func(sentence int, found []tagger.Name) {
		end := 0
		for _, f := range r.joined(p.sentences[sentence], found) {
			if f.First > end && storms.Has(p.sentences[sentence][f.First-1]) {
				f.First-- // a storm, not the person whose name it has
			}
			end = f.Last
			for _, part := range r.split(p, sentence, f) {
				if n, ok := r.newName(d, p, sentence, part); ok {
					names = append(names, n)
				}
			}
		}
	})
	return names
}

// split cuts a name into those that it is made of: an organization from the country
// that owns it, as in "Britain's Air Accidents Investigation Branch", a person's full name
// from what it is of, as in "Ada Lind of Sund", and what its marks part.
func (r *Recognizer) split(p *pieces, sentence int, n tagger.Name) []tagger.Name {
	words := p.sentences[sentence]
	if code, of := codeIn(words[n.First:n.Last]), n; code.Len() > 0 {
		of.First, of.Last = n.First+code.Start, n.First+code.End
		n.Last = of.First
		if n.Last > n.First {
			return []tagger.Name{n, of}
		}
		return []tagger.Name{of}
	}
	if words[n.First] == "POB" && n.Last-n.First > 1 {
		return []tagger.Name{{First: n.First + 1, Last: n.Last, Kind: tagger.Place}}
	}
	if n.Kind == tagger.Misc && n.Last-n.First == 2 && officers.Has(words[n.First]) && !r.isCommon(words[n.First+1]) {
		return []tagger.Name{{First: n.First + 1, Last: n.Last, Kind: tagger.Person}}
	}
	if player, ok := rated(words, n); ok {
		return []tagger.Name{player}
	}
	if of := slices.Index(words[n.First:n.Last], "of"); (n.Kind == tagger.Person || n.Kind == tagger.Organization && of == 2 && r.isFullName(words[n.First:n.First+of])) && of > 1 && n.First+of+1 < n.Last && !titlesOfNames.Has(words[n.First+of-1]) {
		rest := tagger.Name{First: n.First + of + 1, Last: n.Last, Kind: tagger.Organization}
		if r.tagger.Classes(words[rest.First:rest.Last])&placeListed != 0 {
			rest.Kind = tagger.Place
		}
		n.Last, n.Kind = n.First+of, tagger.Person
		return []tagger.Name{n, rest}
	}
	for i := n.First + 1; i < n.Last-1; i++ {
		if endsFirm(words[i], words[i+1]) && n.Kind == tagger.Organization {
			rest := tagger.Name{First: i + 1, Last: n.Last, Kind: n.Kind}
			n.Last = i + 1
			return append(p.split(sentence, n), r.split(p, sentence, rest)...)
		}
		if !isPossessive(words[i]) {
			continue
		}
		switch parts := r.owned(words, n, i); len(parts) {
		case 1:
			return parts
		case 2:
			return append(parts[:1], p.split(sentence, parts[1])...)
		}
	}
	return p.split(sentence, n)
}

// officers are abbreviations of what stands before a person's name: "CFO Lund".
var officers = text.WordSet(`CEO CFO CIO CISO COO CTO`)

// isFullName reports whether two words are a forename and what is no common word: "Ada Lind" of Sund, but "Victoria
// University" of Wellington.
func (r *Recognizer) isFullName(words []string) bool {
	return r.tagger.Classes(words[:1])&tagger.Forename != 0 && r.tagger.Classes(words[1:])&tagger.OrgHead == 0 &&
		r.tagger.Classes(words)&(placeListed|orgListed|tagger.Facility|eventClasses) == 0 && !r.isCommon(words[1])
}

// endsFirm reports whether a word ends the name of a company, and the next one begins another: "Lund
// Labs, Inc. Samovar is not".
func endsFirm(word, next string) bool {
	return (word == "Inc." || word == "Inc") && isCapitalised(next) && !legalForms.Has(strings.ToLower(strings.TrimSuffix(next, ".")))
}

// rated returns the player in a list of ratings, "Player ratings: Lund 7, Moss 6", that a name is.
func rated(words []string, n tagger.Name) (player tagger.Name, ok bool) {
	mark := n.Last
	if n.Last-n.First > 1 && isRating(words[n.Last-1]) {
		mark--
	}
	if mark == len(words) || !isRating(words[mark]) || !slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, "ratings") }) {
		return n, false
	}
	return tagger.Name{First: n.First, Last: mark, Kind: tagger.Person}, true
}

// isRating reports whether a word is a number up to ten.
func isRating(word string) bool {
	return len(word) == 1 && isDigit(word[0]) || word == "10"
}

// owned returns the names that the possessive at piece i of a name parts, the owner's and that of
// what it owns, if it does: a country from its body, a company from its product. What has no
// capital is none: "Billboard's pop chart". A name that lists know is one: "McDonald's Corp.".
func (r *Recognizer) owned(words []string, n tagger.Name, i int) []tagger.Name {
	const listed = orgListed | tagger.Brand | tagger.Goods | tagger.Opus | eventClasses
	owner, rest := tagger.Name{First: n.First, Last: i, Kind: tagger.Organization}, tagger.Name{First: i + 1, Last: n.Last, Kind: n.Kind}
	c := r.tagger.Classes(words[n.First:i])
	switch {
	case n.Kind == tagger.Organization && c&tagger.Country != 0 && rest.Last-rest.First > 1:
		owner.Kind = tagger.Place
	case n.Kind == tagger.Person, (r.tagger.Classes(words[n.First:i+1])|r.tagger.Classes(words[n.First:n.Last]))&listed != 0:
		return nil
	case n.Kind == tagger.Misc && c&(tagger.Company|tagger.Brand) != 0, legalForms.Has(strings.ToLower(strings.TrimSuffix(words[i-1], "."))):
		rest.Kind = tagger.Misc
	default:
		return nil
	}
	if !slices.ContainsFunc(words[rest.First:rest.Last], isCapitalised) {
		return []tagger.Name{owner}
	}
	return []tagger.Name{owner, rest}
}

func isPossessive(piece string) bool { return piece == "'s" || piece == "’s" }

// joined returns the names of a sentence with those made one that the tagger cut
// at an "and", "Institute for Exchange and Judicial Cooperation", "Bosnia and
// Herzegovina", or at a small word of a surname, "Erik ten Hag".
func (r *Recognizer) joined(words []string, found []tagger.Name) []tagger.Name {
	out := found[:0:0]
	for _, f := range found {
		if n := len(out); n > 0 && f.First < out[n-1].Last {
			continue // a field of the organization before it
		}
		if f.Kind == tagger.Organization && hasFields(words[f.First:f.Last]) {
			f.Last += fieldBehind(words[f.Last:])
			f.Last += chamberBehind(words[f.First:f.Last], words[f.Last:])
		}
		if n := len(out); n > 0 && out[n-1].Last+1 == f.First {
			switch between, before := words[out[n-1].Last], &out[n-1]; {
			case between == "and" && r.isOne(words, *before, f):
				before.Last = f.Last
				continue
			case between == "of" && before.Kind == tagger.Organization && f.Kind == tagger.Place && isNational(words[before.First:before.Last]):
				before.Last = f.Last
				continue
			case particles.Has(between) && r.isForename(words, *before):
				before.Last, before.Kind = f.Last, tagger.Person
				continue
			}
		}
		out = append(out, f)
	}
	return out
}

// particles are small words of surnames that the tagger does not know for such.
var particles = text.WordSet(`af av bint das dos du le te ten ter zu`)

// isForename reports whether a name may be that of a person, without the surname.
func (r *Recognizer) isForename(words []string, f tagger.Name) bool {
	return f.Kind == tagger.Person || f.Last-f.First == 1 && r.tagger.Classes(words[f.First:f.Last])&tagger.Forename != 0
}

// isOne reports whether two names with an "and" between them are one name.
func (r *Recognizer) isOne(words []string, a, b tagger.Name) bool {
	switch a.Kind {
	case tagger.Place:
		return r.tagger.Classes(words[a.First:b.Last])&placeListed != 0
	case tagger.Organization:
		return b.Kind == tagger.Organization && hasFields(words[a.First:a.Last]) && r.isField(words[b.First:b.Last])
	}
	return false
}

// hasFields reports whether an organization's name goes on to say what it is
// for: "Ministry of", "Institute for".
func hasFields(words []string) bool {
	return slices.Contains(words, "for") || slices.Contains(words, "of")
}

// fieldBehind returns how many of the words behind an organization's name go on to say what it is
// for: "and the Environment" behind "Ministry for Energy".
func fieldBehind(behind []string) int {
	n := 1
	if len(behind) > 1 && behind[1] == "the" {
		n = 2
	}
	if len(behind) <= n || behind[0] != "and" || !fields.Has(behind[n]) || len(behind) > n+1 && isCapitalised(behind[n+1]) {
		return 0
	}
	return n + 1
}

// chamberBehind returns 1 where the number of a court stands behind its name: "the Regional Court of
// Sund I says".
func chamberBehind(name, behind []string) int {
	if len(behind) < 2 || behind[0] != "I" && behind[0] != "II" || !slices.Contains(name, "Court") {
		return 0
	}
	if next := behind[1]; isCapitalised(next) || hasLetter(behind[1:2]) && !strings.HasSuffix(next, "s") && !auxiliaries.Has(next) {
		return 0
	}
	return 1
}

// isNational reports whether words are the name of one body of every country, "National Library", which
// the name of the country is part of.
func isNational(words []string) bool {
	return len(words) == 2 && words[0] == "National" && nationals.Has(words[1])
}

var nationals = text.WordSet(`Archive Archives Bank Gallery Institute Library Museum Theatre University`)

// isField reports whether words are a field of work, which is no organization
// by itself.
func (r *Recognizer) isField(words []string) bool {
	return len(words) < 3 && fields.Has(words[len(words)-1]) && r.tagger.Classes(words)&orgListed == 0
}

var fields = text.WordSet(`Affairs Agriculture Communication Communications Cooperation Culture Development Education Employment Energy
	Environment Equality Exchange Fisheries Forestry Health Heritage Housing Industry Innovation Labour Mines Planning Ports Research Rights Science Sciences
	Security Services Sports Studies Technology Telecommunications Tourism Trade Training Transport Transportation Welfare`)

// newName makes a name of what the tagger found; ok is false where it is none.
func (r *Recognizer) newName(d *text.Document, p *pieces, sentence int, f tagger.Name) (n name, ok bool) {
	first, last := r.trim(p, sentence, f)
	if first == last || r.isNoName(p, sentence, first, last) || f.Kind == tagger.Place && p.isRoadOrParty(sentence, first, last) {
		return name{}, false
	}
	n = name{
		Mention: Mention{p.span(first, last), sentence},
		first:   first, last: last,
		classes: r.tagger.Classes(p.texts[first:last]),
	}
	if f.Kind == tagger.Misc && last-first > 1 && isVersion(p.texts[last-1]) {
		n.classes |= r.tagger.Classes(p.texts[first:last-1]) & tagger.Goods
	}
	if last-first == 1 && endsSentence(n.In(d.Text)) {
		n.End--
	}
	n.form = form(n.In(d.Text))
	if closed := closeUp(n.form); closed != n.form && f.Kind != tagger.Person {
		n.form = closed
		n.classes |= r.tagger.Classes(tagger.Split(closed))
	}
	if shouted(n.form) && !advisory.IsCode(n.form) && (shouted(d.Sentences[sentence].In(d.Text)) || r.isListed(unshout(n.form)) || r.isKnownShout(kinds[f.Kind], n.form)) {
		n.form = unshout(n.form)
		n.classes |= r.tagger.Classes(tagger.Split(n.form))
	}
	n.key = key(n.form)
	n.bracketed = p.before(sentence, first, 1) == "(" && p.after(sentence, last, 0) == ")"
	n.listed = listedType(n.classes)
	n.kind = r.kindOf(p, &n, f.Kind)
	if n.kind == Place && n.classes == 0 && p.isCredited(&n) && r.tagger.Classes(p.texts[first:first+1])&tagger.Forename != 0 {
		n.kind = Person
	}
	if storm := p.stormBefore(&n); storm != "" {
		n.kind, n.form = Event, storm+" "+n.form
		n.key = key(n.form)
	}
	if p.isLicence(&n) {
		n.kind, n.form = Work, n.form+" licence"
		n.key = key(n.form)
	}
	if n.kind == Person {
		n.role = r.roleBefore(d, p, &n)
		n.office = r.officeBehind(p, &n)
		if before := strings.TrimSuffix(p.before(sentence, first, 1), "."); sexes.Has(before) {
			n.courtesy = before
		}
	}
	n.bare = p.texts[first] != "The" && p.before(sentence, first, 1) != "The"
	n.article = p.texts[first] == "The" && first > p.first[sentence] && n.Start > d.Title.End &&
		(n.kind == Work || last-first == 2 && r.isCommon(p.texts[last-1]))
	return n, !p.isTechnical(d.Text, &n) && !r.isNoun(d, p, &n) && !r.isForeignWord(p, &n) && !ranks.Has(n.form) && (f.Kind != tagger.Misc || r.isSure(p, &n))
}

// isSure reports whether a name of the kind that says least is one: it has several words, is
// no common word, is listed, has a capital within ("iPhone") or stands in quotation marks.
func (r *Recognizer) isSure(p *pieces, n *name) bool {
	const listed = groupClasses | eventClasses | tagger.Goods | tagger.Law | tagger.Opus | tagger.Band
	word := p.texts[n.first]
	return n.last-n.first > 1 || r.telling(p.texts[n.first:n.last]) || n.classes&listed != 0 || n.kind == Group || n.kind == Organization ||
		strings.ContainsFunc(word[1:], unicode.IsUpper) && !shouted(word) ||
		refine.IsQuote(p.before(n.Sentence, n.first, 1)) && refine.IsQuote(p.after(n.Sentence, n.last, 0))
}

// endsSentence reports whether the stop of a word is that of its sentence: of "X." or
// "AVE.", which look like abbreviations, but not of "U.S.".
func endsSentence(word string) bool {
	bare, stopped := strings.CutSuffix(word, ".")
	return stopped && !strings.Contains(bare, ".") && shouted(bare)
}

// isCommon reports whether a word is often written in small letters.
func (r *Recognizer) isCommon(word string) bool {
	usual := r.tagger.UsualCase(word)
	return usual == tagger.CaseLower || usual == tagger.CaseMixed
}

// trim returns the pieces of a name without the marks and words at its ends
// that are no part of it.
func (r *Recognizer) trim(p *pieces, sentence int, f tagger.Name) (first, last int) {
	first, last = p.first[sentence]+f.First, p.first[sentence]+f.Last
	for first < last && isMargin(p.texts[first]) {
		first++
	}
	if last-first > 1 && first == p.first[sentence] && p.texts[first] == "The" && r.tagger.Classes(p.texts[first:last]) == 0 {
		first++ // the sentence's article, not the name's as in "The Hague"
	}
	if last-first > 1 && weekdays.Has(p.texts[first]) && strings.EqualFold(p.before(sentence, first, 1), "on") {
		first++ // "On Monday Storm Hedda"
	}
	for first < last && isMargin(p.texts[last-1]) {
		last--
	}
	if last-first > 1 && beforeReleases.Has(p.texts[last-1]) && releases.Has(p.after(sentence, last, 0)) {
		last--
	}
	if f.Kind == tagger.Organization && r.isOwnName(p, sentence, first, last) {
		last++
	}
	if f.Kind == tagger.Place && last-first > 1 && directions.Has(p.texts[first]) {
		first++
	}
	if f.Kind == tagger.Person && first < last {
		first += strayEnd(p.texts[first:last])
		first += r.tagger.Gazetteer().TitleLen(p.texts[first:last])
		first += r.titleLikeSurname(p.texts[first:last])
		for last-first > 2 && honours.Has(p.texts[last-1]) {
			last--
		}
	}
	return first, last
}

// beforeReleases say of which kind a release is, and are no part of the name before them: "Linux point releases".
var (
	beforeReleases = text.WordSet(`beta bugfix maintenance minor patch point preview security stable`)
	releases       = text.WordSet(`release releases update updates`)
)

// honours stand behind a person's full name and are no part of it: "Helen Whitlow KC".
var honours = text.WordSet(`KC QC SC MP MPs MEP MSP MLA MS TD AM AO OAM CBE OBE MBE KBE DBE GBE CMG CVO PhD MD FRS FBA RIBA`)

// isOwnName reports whether the possessive behind a name is part of it: "McDonald's".
func (r *Recognizer) isOwnName(p *pieces, sentence, first, last int) bool {
	const known = orgListed | tagger.Brand
	return first < last && isPossessive(p.after(sentence, last, 0)) &&
		r.tagger.Classes(p.texts[first:last+1])&known != 0 && r.tagger.Classes(p.texts[first:last])&known == 0
}

var weekdays = text.WordSet(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday`)

// directions are no part of a place's name when they begin with a small letter:
// "southern England".
var directions = text.WordSet(`north south east west northern southern eastern western central
	northeastern northwestern southeastern southwestern`)

// titleLikeSurname returns 1 where a person's name begins with a title that is
// a surname too, as in "Mayor Kirsten Vangsgaard", or with another word for what
// somebody is, "Onlooker Maria Lind": a forename and more follow. "Judge Reinhold" is
// left as it is.
func (r *Recognizer) titleLikeSurname(name []string) int {
	if len(name) < 3 || r.tagger.Classes(name[1:2])&tagger.Forename == 0 {
		return 0
	}
	c := r.tagger.Classes(name[:1])
	role := c&(tagger.Surname|tagger.FullName) == 0 && (strings.HasSuffix(name[0], "woman") || strings.HasSuffix(name[0], "looker"))
	if c&tagger.Forename != 0 || c&tagger.Title == 0 && !role {
		return 0
	}
	return 1
}

// strayEnd returns how many pieces of a person's name stand before the end of a
// bracket or quotation that did not begin in it: the nickname in `"The Chin" Gigante`.
func strayEnd(name []string) int {
	for i := len(name) - 2; i > 0; i-- {
		switch name[i] {
		case ")", "”":
			return i + 1
		case `"`:
			if !slices.Contains(name[:i], `"`) {
				return i + 1
			}
			return 0
		case "(", "“":
			return 0
		}
	}
	return 0
}

// isListed reports whether the gazetteer lists a name as a place, as the names
// in datelines are.
func (r *Recognizer) isListed(form string) bool {
	return r.tagger.Classes(tagger.Split(form))&placeListed != 0
}

// isKnownShout reports whether a name in capitals is that of an organization which all know by it
// in small letters, as tabloids write those of which they tell: "LABOUR".
func (r *Recognizer) isKnownShout(t Type, form string) bool {
	return t == Organization && r.aliases.canonical(t, key(form)) == "" && r.aliases.canonical(t, key(unshout(form))) != ""
}

// isMargin reports whether a piece cannot begin or end a name.
func isMargin(piece string) bool {
	switch piece {
	case "the", "'s", "’s", "'S", "’S":
		return true
	case "!", "?": // Yahoo!
		return false
	}
	r, _ := utf8.DecodeRuneInString(piece)
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '#' && r != '@' && r != '$'
}

// form brings a name as written onto one line, with straight quotes.
func form(s string) string {
	if strings.ContainsAny(s, "\n\t\r") || strings.Contains(s, "  ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return strings.ReplaceAll(s, "’", "'")
}
