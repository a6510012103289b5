package entity

import (
	"slices"
	"strings"
	"unicode"

	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// Lists of authorities name persons by the surname first, "LUND, Ada Maria (DOB 3 May 1970)", one a line or between
// semicolons.

// withRolled returns names with the persons of such lists, each of one name, "Ada Maria Lund". What is not said when or
// where it was born, or what else it is called, is a person on a line of its own in a text that has such a person.
func (r *Recognizer) withRolled(d *text.Document, p *pieces, names []name) []name {
	if !slices.ContainsFunc(p.texts, isVital) {
		return names
	}
	var rolled, bare []name
	for s := range p.sentences {
		for i := p.first[s]; i < p.first[s+1]; i++ {
			if !p.beginsEntry(s, i) {
				continue
			}
			n, ok := r.rolledAt(d, p, s, i)
			if !ok {
				continue
			}
			switch i = n.last - 1; {
			case p.isVitalAt(s, n.last):
				rolled = append(rolled, n)
			case n.last == p.first[s+1] && shouted(p.texts[n.first]):
				bare = append(bare, n)
			}
		}
	}
	if rolled == nil {
		return names
	}
	rolled = append(rolled, bare...)
	return inOrder(append(slices.DeleteFunc(names, func(n name) bool {
		return slices.ContainsFunc(rolled, func(one name) bool { return n.first < one.last && one.first < n.last })
	}), rolled...))
}

// beginsEntry reports whether an entry of a list may begin at piece i: at the head of a line, behind its number or
// behind the entry before.
func (p *pieces) beginsEntry(sentence, i int) bool {
	switch before := p.before(sentence, i, 1); before {
	case "", ";", ":", "•", "*":
		return true
	case "-", "–":
		return !p.touches(i)
	case "and":
		return p.before(sentence, i, 2) == ";"
	case ".", ")":
		return i-2 == p.first[sentence] && isVersion(p.texts[i-2])
	}
	return false
}

// rolledAt returns the name of the person whose surname begins at piece i, if a comma and further names follow it.
func (r *Recognizer) rolledAt(d *text.Document, p *pieces, sentence, i int) (n name, ok bool) {
	end := p.first[sentence+1]
	comma := p.namesEnd(i, end)
	if comma == i || comma == end || p.texts[comma] != "," {
		return name{}, false
	}
	last := p.namesEnd(comma+1, end)
	if last == comma+1 || legalForms.Has(text.Fold(p.texts[comma-1])) {
		return name{}, false
	}
	const known = placeListed | orgListed
	if c := r.tagger.Classes(p.texts[comma+1 : last]); c&known != 0 && c&tagger.Forename == 0 {
		return name{}, false // "LUND, Sweden"
	}
	given, surname := p.span(comma+1, last), p.span(i, comma)
	n = name{Mention: Mention{p.span(i, last), sentence}, first: i, last: last, kind: Person, listed: Person, bare: true, rolled: true}
	n.form = calm(form(given.In(d.Text) + " " + surname.In(d.Text)))
	n.key = key(n.form)
	n.classes = r.tagger.Classes(tagger.Split(n.form))
	return n, true
}

// namesEnd returns the end of the words from piece i on that may be a person's surname or further names.
func (p *pieces) namesEnd(i, end int) int {
	const longest = 6
	for at := i; at < min(end, i+longest); at++ {
		word := p.texts[at]
		switch joint := word == "-" || word == "'" || word == "’"; {
		case joint && at > i && p.touches(at):
		case !isCapitalised(word) && (!nameParticles.Has(word) || at+1 == end || !isCapitalised(p.texts[at+1])), isVital(word):
			return at
		}
	}
	return min(end, i+longest)
}

var nameParticles = text.WordSet(`al bin da de del della der di du el ibn la ould van von`)

// isVitalAt reports whether what stands at piece i of a sentence, behind a name and a mark, says when or where a person was
// born, or what else one is called.
func (p *pieces) isVitalAt(sentence, i int) bool {
	switch p.after(sentence, i, 0) {
	case "(", ",", ";":
		word := p.after(sentence, i, 1)
		return isVital(word) || (word == "date" || word == "place") && p.after(sentence, i, 2) == "of" && p.after(sentence, i, 3) == "birth"
	}
	return false
}

// isVital reports whether a word of a list is before when or where a person was born, or before another name.
func isVital(word string) bool { return vitals.Has(strings.ReplaceAll(word, ".", "")) }

var vitals = text.WordSet(`DOB POB YOB aka alias birth born fka`)

// calm writes the words of a name that are in capitals the usual way.
func calm(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		if !shouted(w) {
			continue
		}
		before := ' '
		words[i] = strings.Map(func(r rune) rune {
			if unicode.IsLetter(before) {
				before, r = r, unicode.ToLower(r)
			} else {
				before = r
			}
			return r
		}, w)
	}
	return strings.Join(words, " ")
}
