package entity

import (
	"slices"
	"strings"

	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// Many companies and goods are called by an ordinary word, which has a capital too where it opens a sentence or
// stands in a headline: "Apple growers", "Shell found on beach".

// withoutOrdinary returns names without those of one word that the document shows to be that word: it stands with a
// capital only where every word has one, nothing around it is a company's, and it goes on as nouns do or, in a text that
// does not speak of business, stands in small letters too.
func (r *Recognizer) withoutOrdinary(p *pieces, names []name) []name {
	ordinary := map[string]bool{} // whether it is shown, for what may be
	for i := range names {
		if n := &names[i]; r.mayBeOrdinary(n, p.texts[n.first]) {
			ordinary[p.texts[n.first]] = false
		}
	}
	if len(ordinary) == 0 {
		return names
	}
	p.dropNames(ordinary, names)
	speaksOfBusiness := slices.ContainsFunc(p.texts, business.Has)
	for word := range ordinary {
		ordinary[word] = !speaksOfBusiness && p.isInSmall(word)
	}
	for i := range names {
		n := &names[i]
		if _, may := ordinary[p.texts[n.first]]; may && (p.isCompound(n) || !speaksOfBusiness && p.isPluralNoun(n)) {
			ordinary[p.texts[n.first]] = true
		}
	}
	return slices.DeleteFunc(names, func(n name) bool { return ordinary[p.texts[n.first]] })
}

// mayBeOrdinary reports whether a name is an ordinary word that a company or a product has for its name.
func (r *Recognizer) mayBeOrdinary(n *name, word string) bool {
	const others = tagger.Team | tagger.Government | tagger.International | tagger.Party | tagger.University | tagger.Armed
	return n.last-n.first == 1 && (n.kind == Organization || n.kind.IsThing()) && n.classes&(tagger.Company|tagger.Brand|tagger.Media|tagger.Goods) != 0 &&
		n.classes&others == 0 && !shouted(word) && r.isCommon(word)
}

// actsAsName reports whether what stands around a name of one word is hardly ever around a noun.
func (p *pieces) actsAsName(n *name) bool {
	behind := p.after(n.Sentence, n.last, 0)
	return isPossessive(behind) || firmVerbs.Has(behind) || p.showsCompany(n)
}

// firmVerbs are what companies do.
var firmVerbs = text.WordSet(`aims announced announces buys declined expects has launched launches plans reported reports said says
	told unveiled unveils will`)

// business are words of texts on companies and goods.
var business = text.WordSet(`CEO Microsoft Nasdaq app apps chain chemist company customers developers earnings executive firm iPhone investors pharmacies pharmacy profit profits retailer revenue rivals
	sales shareholders shares software stock subsidiary supermarkets takeover users`)

// dropNames removes of capitalised words those that are a name: they begin a longer one, are seen as such by what stands
// around them, or have a capital within a sentence.
func (p *pieces) dropNames(words map[string]bool, names []name) {
	for i := range names {
		if n := &names[i]; n.last-n.first > 1 || p.actsAsName(n) {
			delete(words, p.texts[n.first])
		}
	}
	for s, sentence := range p.sentences {
		for i, word := range sentence {
			if _, may := words[word]; may && !opens(p.before(s, p.first[s]+i, 1)) && !isTitleCase(sentence) {
				delete(words, word)
			}
		}
	}
}

// isTitleCase reports whether all words of a sentence have a capital but short ones.
func isTitleCase(sentence []string) bool {
	const longestSmall, few = 4, 3
	n := 0
	for _, word := range sentence {
		switch {
		case len(word) <= longestSmall || !hasLetter([]string{word}):
		case !isCapitalised(word):
			return false
		default:
			n++
		}
	}
	return n >= few
}

// isInSmall reports whether a document has a capitalised word in small letters too, in singular or plural.
func (p *pieces) isInSmall(word string) bool {
	small := strings.ToLower(word)
	one := strings.TrimSuffix(small, "s")
	return slices.ContainsFunc(p.texts, func(w string) bool { return w == small || w == one || w == one+"s" })
}

// isCompound reports whether the noun behind an ordinary word is never that of the company called by it: "Visa rules".
func (p *pieces) isCompound(n *name) bool {
	nouns := compounds[p.texts[n.first]]
	return nouns != nil && nouns.Has(p.after(n.Sentence, n.last, 0))
}

var compounds = map[string]*text.Words{
	"Apple": text.WordSet(`cider crop farmers growers harvest juice orchard orchards pickers pie tree trees`),
	"Visa":  text.WordSet(`applicants applications bans curbs holders overstayers requirements restrictions rules scheme waiver waivers`),
}

// isPluralNoun reports whether an ordinary word goes on as a plural does: "Boots and shovels were sold out", "Windows were
// broken", "Windows of 14 shops".
func (p *pieces) isPluralNoun(n *name) bool {
	if word := p.texts[n.first]; !strings.HasSuffix(word, "s") || strings.HasSuffix(word, "ss") {
		return false
	}
	next, second, third := p.after(n.Sentence, n.last, 0), p.after(n.Sentence, n.last, 1), p.after(n.Sentence, n.last, 2)
	switch next {
	case "and":
		return strings.HasSuffix(second, "s") && !isCapitalised(second) && (third == "were" || third == "are")
	case "were":
		return strings.HasSuffix(second, "ed") || second == "broken"
	case "of":
		return second != "" && isDigit(second[0])
	}
	return false
}
