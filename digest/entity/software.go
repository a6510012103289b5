package entity

import (
	"slices"
	"strings"

	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// Much software has a name in small letters, which the tagger takes for no name: "tinyyaml". A document
// shows it to be one by its releases and flaws.

// softwareIn returns the words of a document that are shown to be the names of software.
func (r *Recognizer) softwareIn(p *pieces) (names []string) {
	flawed := slices.ContainsFunc(p.texts, flaws.Has)
	for sentence := range p.sentences {
		for i := p.first[sentence]; i < p.first[sentence+1]; i++ {
			if word := p.texts[i]; p.showsSoftware(sentence, i, flawed) && r.mayBeSoftware(word) && !slices.Contains(names, word) {
				names = append(names, word)
			}
		}
	}
	return names
}

// mayBeSoftware reports whether a word is one of small letters that is hardly ever seen elsewhere.
func (r *Recognizer) mayBeSoftware(word string) bool {
	const shortest = 3
	return len(word) >= shortest && !strings.ContainsFunc(word, func(c rune) bool { return (c < 'a' || 'z' < c) && (c < '0' || '9' < c) }) &&
		r.tagger.UsualCase(word) == tagger.CaseUnknown
}

// showsSoftware reports whether what stands around the piece at i, which begins with a small letter and is no part of a
// longer word, says that it is software's: "tinyyaml 2.8.3", "tinyyaml before 2.8.3", "a flaw in tinyyaml", "tinyyaml
// security update", "tinyyaml: aliases may nest" at the head of a title. Flawed says whether the document speaks of flaws.
func (p *pieces) showsSoftware(sentence, i int, flawed bool) bool {
	if c := p.texts[i][0]; c < 'a' || 'z' < c {
		return false
	}
	before, next := p.before(sentence, i, 1), p.after(sentence, i, 1)
	if next == "-" || before == "-" && p.touches(i) {
		return false
	}
	switch next {
	case "--", "security":
		return p.after(sentence, i, 2) == "update" || p.after(sentence, i, 2) == "security" && p.after(sentence, i, 3) == "update"
	case ":":
		return sentence == 0 && i == 0 && slices.Contains(p.texts[1:], p.texts[0])
	}
	return p.isBeforeRelease(sentence, i+1) || startsRelease(next) && strings.Count(next, ".") > 1 || flawed && before == "in" && slices.ContainsFunc(p.texts[p.first[sentence]:i], flaws.Has)
}

// isBeforeRelease reports whether a release follows pieces that end at last, behind words that say so in
// advisories: "before 2.8.3", "versions prior to 2.8.3".
func (p *pieces) isBeforeRelease(sentence, last int) bool {
	const longest = 4
	switch p.after(sentence, last, 0) {
	case "before", "prior", "through", "version", "versions":
		for n := 1; n < longest; n++ {
			if startsRelease(p.after(sentence, last, n)) {
				return true
			}
		}
	}
	return false
}

// startsRelease reports whether a piece is a release that begins with a number: "2.8.3".
func startsRelease(piece string) bool { return piece != "" && isDigit(piece[0]) && isRelease(piece) }

// flaws are words for what is wrong in software.
var flaws = text.WordSet(`flaw flaws vulnerabilities vulnerability Vulnerabilities Vulnerability`)
