package entity

import (
	"cmp"
	"slices"
	"strings"

	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// shareSurnames gives the first of a couple the surname that stands only once:
// "Bill and Hillary Clinton". Who is called by this one name elsewhere, or whose
// surname it is, keeps it: "Blair and John Major".
func (r *Recognizer) shareSurnames(p *pieces, names []name) {
	couples := r.couples(p, names)
	if len(couples) == 0 {
		return
	}
	alone := calledAlone(names, couples)
	for _, i := range couples {
		if a, b := &names[i], &names[i+1]; !alone[a.key] {
			a.form += " " + p.texts[b.last-1]
			a.key = key(a.form)
		}
	}
}

// couples returns the indexes of the forenames that an "and" joins to a full name.
func (r *Recognizer) couples(p *pieces, names []name) (couples []int) {
	for i := 1; i < len(names); i++ {
		if r.isCouple(p, &names[i-1], &names[i]) {
			couples = append(couples, i-1)
		}
	}
	return couples
}

// isCouple reports whether a may be short for a full name with the surname of b:
// a usual forename without a title, and not a person known by that name alone. A
// known person shares a surname only with another: "Clinton and Barack Obama".
func (r *Recognizer) isCouple(p *pieces, a, b *name) bool {
	const usual = tagger.Forename | tagger.FirstOfPerson
	if a.kind != Person || b.kind != Person || a.last-a.first != 1 || b.last-b.first < 2 ||
		a.last+1 != b.first || p.texts[a.last] != "and" || !r.startsForename(p, b) ||
		a.classes&usual != usual || a.classes&tagger.FullName != 0 || r.titleStart(p, a) < a.first {
		return false
	}
	shared := []string{p.texts[a.first], p.texts[b.last-1]}
	return b.classes&tagger.FullName == 0 || r.tagger.Classes(shared)&tagger.FullName != 0
}

// calledAlone returns the keys of the names that stand for a person without a
// forename: surnames of full names, and single names that are in no couple.
func calledAlone(names []name, couples []int) map[string]bool {
	alone := map[string]bool{}
	for i := range names {
		n := &names[i]
		if n.kind != Person {
			continue
		}
		if n.last-n.first > 1 {
			alone[surname(n.key)] = true
		} else if _, paired := slices.BinarySearch(couples, i); !paired {
			alone[n.key] = true
		}
	}
	return alone
}

// trimEpithets takes off the word before a surname that is none of the person's
// names, if the document names them in full: "Fuming Robinson", "Insp Gaskin".
func (r *Recognizer) trimEpithets(d *text.Document, p *pieces, names []name) {
	full := map[string]bool{}
	for i := range names {
		if n := &names[i]; n.kind == Person && n.last-n.first > 1 && r.startsForename(p, n) {
			full[surname(n.key)] = true
		}
	}
	for i := range names {
		n := &names[i]
		if n.kind == Person && n.last-n.first == 2 && full[surname(n.key)] && r.isEpithet(p, n, n.End <= d.Title.End) {
			n.first++
			n.Start = int(p.starts[n.first])
			n.form = form(n.In(d.Text))
			n.key = key(n.form)
		}
	}
}

// isEpithet reports whether a name begins with a rank or, in a headline or with a participle at
// the beginning of a sentence, with no forename.
func (r *Recognizer) isEpithet(p *pieces, n *name, headline bool) bool {
	word := p.texts[n.first]
	surname := r.tagger.Classes(p.texts[n.first:n.first+1])&tagger.Surname != 0 // Harding Lind is somebody else than Ada Lind
	participle := n.first == p.first[n.Sentence] && (strings.HasSuffix(word, "ing") && !surname || strings.HasSuffix(word, "ed") && r.isCommon(word))
	return ranks.Has(word) || (headline || participle) && !r.startsForename(p, n)
}

// ranks are titles that the lists lack, or do not have as such because other names
// begin with them too.
var ranks = text.WordSet(`Baron Baroness Capt Cllr Col Const Cpl Cpt Deputy Det Gen Insp Lady Lord Lt Maj Miss Sgt Supt`)

// startsForename reports whether a name begins with a forename.
func (r *Recognizer) startsForename(p *pieces, n *name) bool {
	return r.tagger.Classes(p.texts[n.first:n.first+1])&tagger.Forename != 0
}

// fullNames finds the full names of a document's persons by their last, first and
// other words; the lists hold indexes of names, in order of the text.
type fullNames struct {
	names                     []name
	parts                     [][]string // the words of each name, if it is a person's
	byLast, byFirst, byMiddle map[string][]int
}

// linkPersons joins the forms of each person's name: first full names that agree,
// then what is short for one of them, of several words and of one.
func (c *clusters) linkPersons() {
	c.couples = couplesIn(c.names)
	full := fullNames{c.names, make([][]string, len(c.names)), map[string][]int{}, map[string][]int{}, map[string][]int{}}
	for i := range c.names {
		if c.names[i].kind != Person {
			continue
		}
		full.parts[i] = nameParts(c.names[i].key)
		if parts := nameParts(c.of[i].key); len(parts) > 1 {
			c.linkVariant(full.byLast[parts[len(parts)-1]], i)
			full.add(parts, i)
		}
	}
	c.linkMonarchs(full)
	for i, parts := range full.parts {
		if len(parts) > 1 {
			c.linkPart(i, full.around(i))
		}
	}
	for i, parts := range full.parts {
		if len(parts) == 1 {
			c.linkPart(i, full.holding(parts[0]))
		}
	}
	c.regroup()
}

// linkMonarchs joins who is called by a forename and a country with the only one of that forename who has a number:
// "Osric of Velland" is Osric III.
func (c *clusters) linkMonarchs(full fullNames) {
	for i, parts := range full.parts {
		if len(parts) < 3 || parts[1] != "of" {
			continue
		}
		var numbered []*cluster
		for _, j := range full.byFirst[parts[0]] {
			if isNumbered(c.names[j].form) {
				numbered = append(numbered, c.of[j])
			}
		}
		if areOne(numbered) {
			c.of[i] = numbered[0]
		}
	}
}

// manyNames bounds how many names with one surname are compared.
const manyNames = 50

// linkVariant joins name i with the first of others that is the same person's.
func (c *clusters) linkVariant(others []int, i int) {
	for _, j := range others[:min(len(others), manyNames)] {
		if samePerson(c.of[j].key, c.of[i].key) {
			merge(c.of[j], c.of[i])
			return
		}
	}
}

func (f *fullNames) add(parts []string, i int) {
	first, last := parts[0], parts[len(parts)-1]
	f.byFirst[first] = append(f.byFirst[first], i)
	f.byLast[last] = append(f.byLast[last], i)
	middles := parts[1 : len(parts)-1]
	if strings.Contains(last, "-") { // who is called Edwards may be Ada Edwards-Lund
		middles = append(slices.Clone(middles), strings.Split(last, "-")...)
	}
	for _, middle := range middles {
		f.byMiddle[middle] = append(f.byMiddle[middle], i)
	}
}

// around returns the full names that end in the words of name i and have more, else those
// before it that begin with them: "Ursula von der Leyen" for "von der Leyen", "Mohammed bin
// Salman Al Saud" for "Mohammed bin Salman". Who is known by a name needs no more of it.
func (f *fullNames) around(i int) []int {
	parts := f.parts[i]
	first, last := parts[0], parts[len(parts)-1]
	ending := f.longer(f.byLast[last], parts, func(long []string) []string { return long[len(long)-len(parts):] })
	if len(ending) > 0 || f.names[i].classes&tagger.FullName != 0 || len(last) == 1 {
		return ending
	}
	beginning := f.longer(f.byFirst[first], parts, func(long []string) []string { return long[:len(parts)] })
	return slices.DeleteFunc(beginning, func(j int) bool { return j > i })
}

// longer returns which of some full names have more words than parts, and these where
// they are looked for.
func (f *fullNames) longer(names []int, parts []string, where func(long []string) []string) (found []int) {
	for _, j := range names[:min(len(names), manyNames)] {
		if long := f.parts[j]; len(long) > len(parts) && slices.Equal(where(long), parts) {
			found = append(found, j)
		}
	}
	return found
}

// holding returns the full names that have a word: as their last, which is the
// surname of most, else as their first, else anywhere.
func (f *fullNames) holding(word string) []int {
	for _, of := range [...]map[string][]int{f.byLast, f.byFirst, f.byMiddle} {
		if found := of[word]; len(found) > 0 {
			return found
		}
	}
	return nil
}

// linkPart joins name i with the one that it means of the full names that it could stand
// for: the one with its title, else the first that the text names. Who else has the
// surname of the one that a text is about is rarely called by it alone, unless the text says
// so: "Mr Lund, the Prime Minister" is nobody who was named without that office.
func (c *clusters) linkPart(i int, full []int) {
	if len(full) == 0 {
		return
	}
	full = full[:min(len(full), manyNames)]
	if full = c.ofSex(i, full); len(full) == 0 {
		c.names[i].form = c.names[i].courtesy + " " + c.names[i].form
		return
	}
	role := cmp.Or(c.names[i].role, c.names[i].office)
	titled := slices.IndexFunc(full, func(j int) bool { return role != "" && strings.HasSuffix(c.names[j].role, role) })
	if titled < 0 && c.names[i].office != "" {
		return
	}
	c.of[i] = c.of[full[max(titled, 0)]]
}

// ofSex returns which of some full names may be that of the woman or man who is called by
// name i, where the text calls both by their surname: by a courtesy or a forename, else the man is
// the first whom it names.
func (c *clusters) ofSex(i int, full []int) []int {
	n := &c.names[i]
	if n.courtesy == "" || !c.couples[n.key] {
		return full
	}
	isWoman := func(j int) bool {
		if courtesy := c.names[j].courtesy; courtesy != "" {
			return courtesy != "Mr"
		}
		forename, _, _ := strings.Cut(c.names[j].key, " ")
		return womensNames.Has(forename)
	}
	var first *cluster // of a man, as far as is known
	for _, j := range full {
		if first == nil && !isWoman(j) {
			first = c.of[j].root()
		}
	}
	anyWoman := slices.ContainsFunc(full, isWoman)
	return slices.DeleteFunc(slices.Clone(full), func(j int) bool {
		if n.courtesy == "Mr" {
			return isWoman(j) || c.names[j].courtesy == "" && c.of[j].root() != first
		}
		return !isWoman(j) && (anyWoman || c.of[j].root() == first)
	})
}

// womensNames are forenames of women, of those who are named beside a man of their surname.
var womensNames = text.WordSet(`abigail alexandra alice alison amanda amber amelia amy andrea angela ann anna anne annie audrey barbara
	beatrice beth betty beverly brenda bridget camilla carla carol carole caroline carolyn catherine charlotte cherie cheryl christina
	christine claire clara clare cynthia daisy danielle dawn deborah debbie denise diana diane donna doris dorothy edith eileen elaine
	eleanor elena elizabeth ella ellen emily emma erin esther eva evelyn fiona florence frances gail gemma georgia gillian gina gladys
	gloria grace hannah harriet hazel heather heidi helen hilary hillary holly ida irene isabel isabella jackie jacqueline jane janet janice
	jean jennifer jenny jessica jill joan joanna joanne josephine joyce judith judy julia julie june karen kate katherine kathleen kathryn
	kathy katie kelly kimberly kirsten laura lauren leah lesley lillian linda lisa lois lorraine louise lucy lynn lynne maggie marcia
	margaret maria marie marilyn marion marjorie martha mary maureen megan melania melanie melissa michelle mildred miranda monica nancy
	naomi natalie natasha nicola nicole nora norma olivia pamela patricia paula pauline penelope penny phyllis rachel rebecca rita roberta
	rosa rose rosemary ruby ruth sally samantha sandra sara sarah sharon sheila shirley silvia sonia sophia sophie stella stephanie susan
	susannah suzanne sylvia tammy tara teresa theresa tiffany tina tracey tracy ursula valerie vanessa vera veronica victoria virginia
	vivian wendy yvonne zoe`)

// couplesIn returns the keys of the surnames that a text uses of a man and of a woman.
func couplesIn(names []name) map[string]bool {
	he, both := map[string]bool{}, map[string]bool{}
	for i := range names {
		if names[i].courtesy == "Mr" {
			he[names[i].key] = true
		}
	}
	for i := range names {
		if n := &names[i]; n.courtesy != "" && n.courtesy != "Mr" && he[n.key] {
			both[n.key] = true
		}
	}
	return both
}

// regroup fills the clusters anew after names went from one to another, and
// forgets those that lost all their names.
func (c *clusters) regroup() {
	for _, one := range c.all {
		one.names, one.forms = one.names[:0], one.forms[:0]
	}
	for i := range c.names {
		c.of[i].root().add(i, c.names[i].form)
	}
	c.all = slices.DeleteFunc(c.all, func(one *cluster) bool { return len(one.names) == 0 })
}

// samePerson reports whether two full names can be one person's: the same
// surname, and forenames that agree as far as both go, initials and short forms
// included. An initial may be left out before the forename that a person is
// called by.
func samePerson(a, b string) bool {
	x, y := nameParts(a), nameParts(b)
	if len(x) < 2 || len(y) < 2 || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	if isJunior(a) != isJunior(b) || len(x) == 3 && len(y) == 3 && areOthers(x[1], y[1]) {
		return false
	}
	return x[0] == y[0] || isShort(x[0], y[0]) || isShort(y[0], x[0]) || isMiddle(x, y[0]) || isMiddle(y, x[0])
}

// isShort reports whether a forename is the initial or a short form of another.
func isShort(short, forename string) bool {
	return initialOf(short, forename) || slices.Contains(nicknames[forename], short)
}

// isJunior reports whether a folded name is told by its end from the father's.
func isJunior(folded string) bool {
	return strings.HasSuffix(folded, " jr") || strings.HasSuffix(folded, " ii") || strings.HasSuffix(folded, " iii")
}

// areOthers reports whether two second names, initials included, are of two persons:
// George W. Bush and George H.W. Bush.
func areOthers(a, b string) bool {
	const initials = 2
	return min(len(a), len(b)) <= initials && !strings.HasPrefix(a, b) && !strings.HasPrefix(b, a)
}

func initialOf(short, long string) bool { return len(short) == 1 && strings.HasPrefix(long, short) }

// isMiddle reports whether a forename stands behind the initial that a name begins
// with: "Mark" in "W. Mark Felt".
func isMiddle(parts []string, forename string) bool {
	return len(parts) > 2 && len(parts[0]) == 1 && parts[1] == forename
}

// surname returns the last word of a folded full name.
func surname(folded string) string {
	if parts := wordsOf(folded); len(parts) > 1 {
		return parts[len(parts)-1]
	}
	return ""
}

// nameParts returns the words of a folded name without what follows a surname and
// the Arabic article before it, each in one of its spellings.
func nameParts(folded string) []string {
	parts := wordsOf(folded)
	for i, w := range parts {
		parts[i] = Spelling(strings.TrimPrefix(w, "al-"))
	}
	return parts
}

// wordsOf returns the words of a folded name without what follows a surname.
func wordsOf(folded string) []string {
	parts := strings.Fields(strings.ReplaceAll(folded, ",", " "))
	for len(parts) > 2 {
		switch parts[len(parts)-1] {
		case "jr", "sr", "ii", "iii", "iv":
			parts = parts[:len(parts)-1]
			continue
		}
		break
	}
	return parts
}

// Spelling returns a folded word of a name as it is whatever rule brought it into Latin
// letters: "zelensky" for "zelenskyy" and "zelenskiy", "sergey" for "sergei".
func Spelling(word string) string {
	if stem := strings.TrimRight(word, "iyj"); len(stem) > 3 && stem != word {
		return stem + "y"
	}
	return word
}

// withoutNickname returns the name of a person without the nickname in quotation marks
// that stands before the surname: "Vincent Gigante".
func withoutNickname(name string) string {
	before, after, opened := strings.Cut(name, ` "`)
	if _, surname, closed := strings.Cut(after, `" `); opened && closed {
		return before + " " + surname
	}
	return name
}

// withTitle returns the name and the role of a person whose title goes with the only
// name that the text gives: "King Charles".
func withTitle(name, role string) (string, string) {
	title := role[strings.LastIndexByte(role, ' ')+1:]
	if !titlesOfNames.Has(title) || peers.Has(title) && role != title || strings.Contains(name, " ") && !isNumbered(name) {
		return name, role
	}
	return title + " " + name, ""
}

// peers are titles of names that end other titles too: "First Lady", "Sea Lord".
var peers = text.WordSet(`Baroness Lady Lord`)

var titlesOfNames = text.WordSet(`Baroness Emperor Empress King Lady Lord Pope Prince Princess Queen Sultan`)

// isNumbered reports whether a name is one word and a Roman number: "Leo XIV".
func isNumbered(name string) bool {
	_, number, _ := strings.Cut(name, " ")
	return number != "" && strings.Trim(number, "IVX") == ""
}
