package entity

import (
	"strings"

	"newsbot/digest/entity/tagger"
)

// kinds are the types of the kinds that need no refinement.
var kinds = [tagger.NumKinds]Type{
	tagger.Person: Person, tagger.Organization: Organization, tagger.Place: Place,
}

// The classes that make a name a person, an organization, a place.
const (
	personListed = tagger.FullName
	orgListed    = tagger.Company | tagger.Government | tagger.International | tagger.Party | tagger.Media | tagger.Team
	placeListed  = tagger.Country | tagger.City | tagger.Region
)

const (
	peopleClasses = tagger.Nationality | tagger.Peoples
	groupClasses  = peopleClasses | tagger.Language
	eventClasses  = tagger.Event | tagger.Competition
)

// listedType returns the type that the gazetteer gives to a name, if it is one.
func listedType(c tagger.Class) (t Type) {
	for _, known := range [...]struct {
		classes tagger.Class
		t       Type
	}{
		{personListed | tagger.OftenPerson, Person},
		{orgListed | tagger.OftenOrg, Organization},
		{placeListed | tagger.OftenPlace, Place},
	} {
		if c&known.classes != 0 {
			if t != "" {
				return ""
			}
			t = known.t
		}
	}
	return t
}

// headTypes tells the type of a name that is neither person, organization nor
// place by one of its words.
var headTypes = map[string]Type{
	"war": Event, "wars": Event, "summit": Event, "cup": Event, "games": Event, "olympics": Event,
	"championship": Event, "championships": Event, "festival": Event, "conference": Event, "battle": Event,
	"revolution": Event, "election": Event, "elections": Event, "referendum": Event, "day": Event,
	"tournament": Event, "open": Event, "grand": Event, "prix": Event, "awards": Event, "marathon": Event,
	"massacre": Event, "uprising": Event, "hurricane": Event, "operation": Event, "exercise": Event,
	"interaction": Event, "crisis": Event, "bowl": Event, "fair": Event, "expo": Event, "week": Event,
	"forum": Event, "session": Event, "congress": Event, "series": Event, "tour": Event, "siege": Event,
	"act": Work, "treaty": Work, "agreement": Work, "report": Work, "accord": Work, "accords": Work,
	"protocol": Work, "constitution": Work, "convention": Work, "declaration": Work, "bill": Work,
	"resolution": Work, "charter": Work, "pact": Work, "code": Work, "law": Work, "amendment": Work,
	"bible": Work, "koran": Work, "quran": Work, "album": Work, "symphony": Work,
	"prize": Other, "award": Other, "medal": Other,
}

// gatherings are the last words of names that stand for events, whatever the
// tagger took them for.
var gatherings = map[string]bool{
	"Summit": true, "Cup": true, "Olympics": true, "Games": true, "War": true, "Festival": true,
	"Championship": true, "Championships": true, "Marathon": true, "Election": true, "Referendum": true,
}

// kindOf refines the kind that the tagger found.
func (r *Recognizer) kindOf(p *pieces, n *name, k tagger.Kind) Type {
	first, last := p.texts[n.first], p.texts[n.last-1]
	if n.last-n.first > 1 && (k != tagger.Person && gatherings[last] || storms[first]) {
		return Event
	}
	if last == "Olympic" && k == tagger.Misc {
		return Event
	}
	if n.bracketed && p.signsDateline(n) {
		return Organization
	}
	if k != tagger.Misc {
		return r.settledKind(n, kinds[k])
	}
	switch {
	case n.last-n.first > 1 && r.tagger.Classes([]string{last})&tagger.OrgHead != 0:
		return Organization
	case n.classes&groupClasses != 0:
		return Group
	case n.classes&eventClasses != 0:
		return Event
	case n.classes&tagger.Goods != 0:
		return Product
	case n.classes&(tagger.Law|tagger.Opus) != 0:
		return Work
	}
	return r.kindByWords(p, n)
}

// signsDateline reports whether a name in brackets is the agency of a dateline:
// "COPENHAGEN (Meridian) —".
func (p *pieces) signsDateline(n *name) bool {
	switch p.after(n.Sentence, n.last, 1) {
	case "-", "--", "–", "—":
		place := p.sentences[n.Sentence][0]
		return len(place) > 2 && shouted(place)
	}
	return false
}

// settledKind corrects what the tagger found where lists know better: countries
// and cities are places also when they act, and a nationality is never a place.
func (r *Recognizer) settledKind(n *name, k Type) Type {
	people := n.classes&peopleClasses != 0 && n.last-n.first == 1
	switch {
	case k == Person && n.last-n.first == 1 && n.listed == Place && n.classes&placeListed != 0 && n.classes&(tagger.Forename|tagger.Surname) == 0:
		return Place
	case k == Person:
		return k
	case k == Organization && n.classes&tagger.Country != 0 && n.classes&tagger.International == 0:
		return Place
	case k == Place && n.listed == Organization && n.classes&(orgListed|tagger.Brand) != 0 && n.classes&tagger.Facility == 0:
		return Organization
	case people && (k == Place && n.classes&placeListed == 0 || k == Organization && n.classes&orgListed == 0):
		return Group
	}
	return k
}

// kindByWords tells the type by the words in and around a name: the head word
// of English names is the last, "of" and "on" apart.
func (r *Recognizer) kindByWords(p *pieces, n *name) Type {
	words := p.texts[n.first:n.last]
	head := len(words)
	for i, w := range words {
		if i > 0 && (w == "of" || w == "on" || w == "for") {
			head = i
			break
		}
	}
	for i := head - 1; i >= 0; i-- {
		if t, ok := headTypes[strings.ToLower(words[i])]; ok {
			return t
		}
	}
	if last := words[len(words)-1]; len(words) <= 2 && endsAsPeople(last) && r.tagger.UsualCase(last) != tagger.CaseLower {
		return Group
	}
	if quoted(p.before(n.Sentence, n.first, 1)) && quoted(p.after(n.Sentence, n.last, 0)) {
		return Work
	}
	return Other
}

func quoted(mark string) bool {
	switch mark {
	case `"`, "“", "”", "'", "‘", "’", "``", "''", "«", "»":
		return true
	}
	return false
}

// endsAsPeople reports whether a word has an ending of nationalities and creeds.
func endsAsPeople(w string) bool {
	for _, e := range [...]string{"ian", "ians", "ese", "ish", "ist", "ists", "ite", "ites", "ican", "icans", "crat", "crats"} {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
