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
	"Giant": text.WordSet(`bid crab deal hornet leap merger panda pandas squid step takeover tie wave`),
	"House": text.WordSet(`blast blaze builders buyers collapse explosion fire fires hunters owners party price prices raid rents sale sales sellers`),
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

// withoutFirst returns names without the first word of a headline where it is a noun that has its capital from that, and the
// text behind does not use it as a name: "House fire kills two", "Walker, 61, missing", "Kettle recall" of kettles.
func (r *Recognizer) withoutFirst(d *text.Document, p *pieces, names []name) []name {
	if len(names) == 0 {
		return names
	}
	n := &names[0]
	if n.first > 0 || n.last > 1 || n.End > d.Title.End || d.Title.End == len(d.Text) || slices.Contains(p.texts[1:], p.texts[0]) {
		return names
	}
	if p.isCompound(n) || r.isAged(p, n) || n.classes&(orgListed|placeListed) == 0 && n.kind != Group && (n.kind != Person || isAgent(n.form)) && p.isInSmall(n.form) {
		return names[1:]
	}
	return names
}

// isAged reports whether a name is that of a calling or the like with somebody's age behind it: "Walker, 61, missing".
func (r *Recognizer) isAged(p *pieces, n *name) bool {
	age := p.after(n.Sentence, n.last, 1)
	if n.kind != Person || p.after(n.Sentence, n.last, 0) != "," || p.after(n.Sentence, n.last, 2) != "," || strings.Trim(age, "0123456789") != "" {
		return false
	}
	return r.isCommon(n.form) || callings.Has(n.form) || n.classes == 0 && isAgent(n.form)
}

// isAgent reports whether a word may be of one who does something: "climber".
func isAgent(word string) bool {
	return strings.HasSuffix(word, "er") || strings.HasSuffix(word, "or") || strings.HasSuffix(word, "ist") || strings.HasSuffix(word, "man")
}

// callings are what many persons are called, so that they stand with a capital more often than without.
var callings = text.WordSet(`Archer Baker Carter Cooper Fisher Mason Porter Potter Tanner Walker`)
