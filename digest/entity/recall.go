package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// known is a name that a document has shown to be one.
type known struct {
	pieces []string
	kind   Type
	alone  bool // is found only where it is no part of a longer name
}

// recall adds the mentions that the tagger missed of names that it found
// elsewhere in the document: persons, also by the surname alone, coined names, other names of
// several words, the initials of organizations, bodies by their last word, "the
// Commission", software in small letters (software.go) and planets (sky.go). It also adds what not all corpora label:
// nationalities, creeds and storms.
func (r *Recognizer) recall(d *text.Document, p *pieces, names []name) []name {
	byFirst := map[string][]known{}
	for _, word := range r.softwareIn(p) {
		addKnown(byFirst, known{pieces: []string{word}, kind: Product})
		addKnown(byFirst, known{pieces: []string{strings.ToUpper(word[:1]) + word[1:]}, kind: Product}) // at the head of a sentence
	}
	for i := range names {
		n := &names[i]
		words := p.texts[n.first:n.last]
		if n.rolled {
			words = tagger.Split(n.form)
		}
		if !r.telling(words) {
			continue
		}
		if n.kind == Place || n.kind != Person && len(words) == 1 {
			if isCoined(n) {
				addKnown(byFirst, known{pieces: words, kind: n.kind, alone: true})
			}
			continue
		}
		if n.kind == Organization {
			for _, short := range r.shortened(n.form) {
				addKnown(byFirst, known{pieces: []string{short}, kind: Organization})
			}
			if last := words[len(words)-1]; bodies.Has(strings.ToLower(last)) && isCapitalised(last) {
				addKnown(byFirst, known{pieces: []string{"The", last}, kind: Organization})
				addKnown(byFirst, known{pieces: []string{"the", last}, kind: Organization})
			}
		}
		addKnown(byFirst, known{pieces: words, kind: n.kind})
		if n.kind == Person && len(words) > 1 {
			r.addSurname(byFirst, words[len(words)-1])
		}
	}
	if !p.isOfSky() {
		return r.addMissed(d, p, names, byFirst)
	}
	for planet := range planets.All() {
		addKnown(byFirst, known{pieces: []string{planet}, kind: Place})
	}
	names = r.addMissed(d, p, names, byFirst)
	placePlanets(names)
	return names
}

// isCoined reports whether a name of one word is that of an organization, a product or a place
// which no list knows.
func isCoined(n *name) bool {
	return n.last-n.first == 1 && n.classes == 0 && !shouted(n.form) && (n.kind == Organization || n.kind == Product || n.kind == Place)
}

// addSurname adds the surname of a person; one that is a common word too is theirs behind "Mr"
// and the like.
func (r *Recognizer) addSurname(byFirst map[string][]known, surname string) {
	if r.telling([]string{surname}) {
		addKnown(byFirst, known{pieces: []string{surname}, kind: Person})
		return
	}
	if !isCapitalised(surname) {
		return
	}
	for title := range sexes.All() {
		addKnown(byFirst, known{pieces: []string{title, surname}, kind: Person})
		addKnown(byFirst, known{pieces: []string{title + ".", surname}, kind: Person})
	}
}

// shortened returns the initials by which a text may call an organization: "RBI", and
// where they are spoken, "Sebi".
func (r *Recognizer) shortened(form string) (short []string) {
	capitals, _ := initials(form)
	if len(capitals) < manyMeanings || !isAcronym(capitals) {
		return nil
	}
	short = append(short, capitals)
	if spoken := capitals[:1] + strings.ToLower(capitals[1:]); len(capitals) > manyMeanings && !r.isCommon(spoken) {
		short = append(short, spoken)
	}
	return short
}

// telling reports whether words are a name wherever they stand: several, or
// one with a capital that is no common word.
func (r *Recognizer) telling(words []string) bool {
	if !isCapitalised(words[0]) {
		return false
	}
	if len(words) > 1 {
		return true
	}
	return len(words[0]) > 2 && !r.isCommon(words[0])
}

func isCapitalised(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}

func addKnown(byFirst map[string][]known, k known) {
	for i, other := range byFirst[k.pieces[0]] {
		if slices.Equal(other.pieces, k.pieces) {
			byFirst[k.pieces[0]][i].alone = other.alone && k.alone
			return
		}
	}
	if len(byFirst[k.pieces[0]]) < manyNames {
		byFirst[k.pieces[0]] = append(byFirst[k.pieces[0]], k)
	}
}

// addMissed merges the names found with those known that stand between them.
func (r *Recognizer) addMissed(d *text.Document, p *pieces, names []name, byFirst map[string][]known) []name {
	var missed []name // most documents have none
	next := 0
	for sentence := range p.sentences {
		for i := p.first[sentence]; i < p.first[sentence+1]; {
			if next < len(names) && i >= names[next].first {
				i = names[next].last
				next++
				continue
			}
			limit := p.first[sentence+1]
			if next < len(names) {
				limit = min(limit, names[next].first)
			}
			k, ok := r.missedAt(p.texts[i:limit], byFirst)
			if !ok || k.alone && (isCapitalised(p.before(sentence, i, 1)) || isCapitalised(p.after(sentence, i+1, 0))) {
				i++
				continue
			}
			if n, ok := r.nameOf(d, p, sentence, i, k); ok {
				missed = append(missed, n)
			}
			i += len(k.pieces)
		}
	}
	if missed == nil {
		return names
	}
	return inOrder(append(names, missed...))
}

// inOrder sorts names by where they stand.
func inOrder(names []name) []name {
	slices.SortStableFunc(names, func(a, b name) int { return cmp.Compare(a.first, b.first) })
	return names
}

// missedAt returns the name that words begin with, if they do.
func (r *Recognizer) missedAt(words []string, byFirst map[string][]known) (known, bool) {
	if k, ok := longestKnown(byFirst[words[0]], words); ok {
		return k, true
	}
	switch {
	case len(words) > 1 && r.isPeople(words[:2]):
		return known{pieces: words[:2], kind: Group}, true
	case r.isPeople(words[:1]):
		return known{pieces: words[:1], kind: Group}, true
	case len(words) > 1 && storms.Has(words[0]) && isCapitalised(words[1]):
		return known{pieces: words[:2], kind: Event}, true
	}
	return known{}, false
}

// storms are the words before the names that are given to storms.
var storms = text.WordSet(`Hurricane Typhoon Cyclone Storm`)

// isPeople reports whether words are a nationality or creed and no place.
func (r *Recognizer) isPeople(words []string) bool {
	if !isCapitalised(words[0]) {
		return false
	}
	const not = tagger.Country | tagger.Region | tagger.Plain | tagger.Date
	c := r.tagger.Classes(words)
	return c&peopleClasses != 0 && c&not == 0
}

func longestKnown(candidates []known, words []string) (best known, ok bool) {
	for _, k := range candidates {
		if len(k.pieces) > len(best.pieces) && len(k.pieces) <= len(words) && slices.Equal(k.pieces, words[:len(k.pieces)]) {
			best, ok = k, true
		}
	}
	return best, ok
}

// nameOf makes a name of the pieces from i on, which stand for a known one.
func (r *Recognizer) nameOf(d *text.Document, p *pieces, sentence, i int, k known) (name, bool) {
	at := tagger.Name{First: i - p.first[sentence], Last: i - p.first[sentence] + len(k.pieces)}
	n, ok := r.newName(d, p, sentence, at)
	n.kind = k.kind
	return n, ok
}
