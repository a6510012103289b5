package entity

import (
	"strings"

	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// retypeNamesakes gives their type to companies and to ships, satellites and the like that
// have a person's full name, where the text says what they are: "the retailer Ada Lund", "the
// Ada Lund, a cargo ship". Whom a title or a list makes a person stays one. Where the text
// names a company so, so is what it calls by the surname alone.
func (r *Recognizer) retypeNamesakes(p *pieces, names []name) {
	shown := r.namesakes(p, names)
	if len(shown) == 0 {
		return
	}
	firms, others := map[string]string{}, map[string]bool{} // by surname: the company's key, whether a person has it too
	for i := range names {
		n := &names[i]
		switch t := shown[n.key]; {
		case n.kind != Person:
		case t != "":
			n.kind, n.listed = t, ""
			if t == Organization {
				firms[surname(n.key)] = n.key
			}
		case n.last-n.first > 1 || n.role != "" || n.courtesy != "":
			others[surname(n.key)] = true
		}
	}
	for i := range names {
		if n := &names[i]; n.kind == Person && firms[n.key] != "" && !others[n.key] {
			n.kind, n.key, n.listed = Organization, firms[n.key], ""
		}
	}
}

// namesakes returns the types of what has a person's full name and is none, by key.
func (r *Recognizer) namesakes(p *pieces, names []name) map[string]Type {
	shown := map[string]Type{}
	bare, article := map[string]bool{}, map[string]bool{} // how the text itself names whom nothing else is known of
	for i := range names {
		n := &names[i]
		if n.kind != Person || n.last-n.first == 1 {
			continue
		}
		switch {
		case n.role != "" || n.courtesy != "" || n.classes&tagger.FullName != 0:
			shown[n.key] = Person
		case shown[n.key] == Person:
		case p.showsNamesakeCompany(n):
			shown[n.key] = Organization
		case p.showsVessel(n):
			shown[n.key] = Product
		case p.hasArticle(n) && r.tagger.Classes(p.texts[n.first:n.first+1])&tagger.Forename != 0:
			article[n.key] = true
		default:
			bare[n.key] = true
		}
	}
	for k := range article {
		if shown[k] == "" && !bare[k] {
			shown[k] = Product
		}
	}
	for k, t := range shown {
		if t == Person {
			delete(shown, k)
		}
	}
	return shown
}

// showsNamesakeCompany reports whether the words around a person's full name say that it is a
// company's.
func (p *pieces) showsNamesakeCompany(n *name) bool {
	before := p.before(n.Sentence, n.first, 1)
	if companyKinds.Has(before) {
		return true
	}
	switch p.before(n.Sentence, n.first, 2) + " " + before {
	case "shares in", "Shares in", "stake in":
		return true
	}
	return p.isSaidToBe(n, companyKinds) || p.hasTicker(n) || p.hasItsOwnDone(n)
}

// hasItsOwnDone reports whether "has", a verb and "its" follow a name, as in "has raised its
// bid": a person has no "its".
func (p *pieces) hasItsOwnDone(n *name) bool {
	has := p.after(n.Sentence, n.last, 0)
	return (has == "has" || has == "had") && p.after(n.Sentence, n.last, 2) == "its"
}

// vesselKinds are words for what has a name of its own at sea and in space.
var vesselKinds = text.WordSet(`barge boat cruiser destroyer ferry freighter frigate icebreaker lander liner orbiter satellite
	ship spacecraft submarine tanker trawler vessel warship yacht`)

// vesselPrefixes stand before the name of a ship.
var vesselPrefixes = text.WordSet(`ARA BRP HDMS HMAS HMCS HMS HNLMS HNoMS KRI MV RFA RMS ROKS RRS RV USNS USS M/V`)

// showsVessel reports whether the words around a person's full name say that it is a ship's or
// a spacecraft's: "the cargo ship Ada Lund", "their ship, the Ada Lund", "the Ada Lund, a cargo
// ship".
func (p *pieces) showsVessel(n *name) bool {
	before := p.before(n.Sentence, n.first, 1)
	if before == "the" && p.before(n.Sentence, n.first, 2) == "," {
		before = p.before(n.Sentence, n.first, 3)
	}
	return vesselKinds.Has(before) || vesselPrefixes.Has(before) || p.isSaidToBe(n, vesselKinds)
}

// afterArticle is what may follow a name that has an article of its own, as persons' names have only
// before a noun: "the Ada Lund case".
var afterArticle = text.WordSet(`, . ; : and at capsized had has in is of off on ran rolled sailed sank to was were when with`)

// hasArticle reports whether a name has an article of its own.
func (p *pieces) hasArticle(n *name) bool {
	behind := p.after(n.Sentence, n.last, 0)
	return p.behindArticle(n) && (behind == "" || afterArticle.Has(behind))
}

// behindArticle reports whether an article stands before a name, its own or that of a noun behind it.
func (p *pieces) behindArticle(n *name) bool {
	before := p.before(n.Sentence, n.first, 1)
	return before == "the" || before == "The"
}

// isSaidToBe reports whether what stands behind a name and a comma or "is" says of which kind it is: ",
// the food group behind the bid", but not ", a spokesman for the group" or ", the group's founder".
func (p *pieces) isSaidToBe(n *name, kinds *text.Words) bool {
	const longest = 6 // words up to the kind
	switch p.after(n.Sentence, n.last, 0) {
	case ",", "is", "was":
	default:
		return false
	}
	switch p.after(n.Sentence, n.last, 1) {
	case "a", "an", "the":
	default:
		return false
	}
	for i := 2; i < 2+longest; i++ {
		switch word := p.after(n.Sentence, n.last, i); {
		case kinds.Has(word):
			next := p.after(n.Sentence, n.last, i+1)
			return mayFollowNoun(next) && (next != "of" || !manyOf.Has(word))
		case endsNoun.Has(word) || joinsNouns.Has(word) || isPossessive(word) || word == "":
			return false
		}
	}
	return false
}

// manyOf are words for companies that with "of" are for many of something: "a group of islands".
var manyOf = text.WordSet(`chain group`)

// joinsNouns are words that join a noun to the one before it, which is then what is spoken of.
var joinsNouns = text.WordSet(`and at by for from on to`)

// mayFollowNoun reports whether a word may follow a noun that it is no part of: a mark, a
// preposition or a participle.
func mayFollowNoun(word string) bool {
	return endsNoun.Has(word) || strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing") || participles.Has(word)
}

var participles = text.WordSet(`bound built lost made run sunk`)

// findFounded makes organizations of the surnames by which a text calls the companies of those who have them, "Lund's founder, Ada
// Lund,", but not behind a title or as one who "said she".
func findFounded(p *pieces, names []name) {
	founders := map[string]string{} // keys of their full names, by surname
	for i := range names {
		if n := &names[i]; n.kind == Person && n.last-n.first > 1 && p.hasOwnFirm(n) {
			founders[surname(n.key)] = n.key
		}
	}
	for i := range names {
		n := &names[i]
		switch founder := founders[n.key]; {
		case founder == "" || n.kind != Person && n.kind != Place:
		case n.role != "" || n.courtesy != "" || p.speaksAsPerson(n):
			n.key = founder
		default:
			n.kind, n.listed, n.told = Organization, "", true
		}
	}
}

// hasOwnFirm reports whether the words before a full name say that it is of who founded or leads what has the surname.
func (p *pieces) hasOwnFirm(n *name) bool {
	at := 1
	if p.before(n.Sentence, n.first, at) == "," {
		at++
	}
	switch p.before(n.Sentence, n.first, at) {
	case "boss", "chairman", "chairwoman", "founder", "owner":
	case "executive":
		at++
	default:
		return false
	}
	if at++; p.before(n.Sentence, n.first, at) == "-" { // "co-founder"
		at += 2
	}
	if isPossessive(p.before(n.Sentence, n.first, at)) {
		at++
	}
	return key(p.before(n.Sentence, n.first, at)) == surname(n.key)
}

// speaksAsPerson reports whether a verb and "he" or "she", or a comma and "who", follow a name.
func (p *pieces) speaksAsPerson(n *name) bool {
	speaker := p.after(n.Sentence, n.last, 1)
	return speaker == "he" || speaker == "she" || speaker == "who" && p.after(n.Sentence, n.last, 0) == ","
}
