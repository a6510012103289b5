package tagger

// Class is a set of gazetteer classes that a word or phrase is listed in.
type Class uint64

// The classes of gazetteers.
const (
	Forename Class = 1 << iota
	Surname
	FullName // of a known person
	Title    // stands before a person's name: "President", "Mr."
	Country
	City
	Region // states, provinces, world regions
	Nature // rivers, seas, mountains
	District
	Facility
	Company
	Brand
	Government
	International // organizations between states, large charities
	Party
	Media
	University
	Team
	Armed
	Nationality
	Peoples // religions, ethnic and political groups
	Language
	Event
	Competition
	Law
	Goods // products
	Band  // musical groups
	Opus  // films, books, songs and other works
	Date
	Plain // capitalised or not, not a name
	OrgHead
	PlaceHead
	LegalForm
	numListed = iota
)

// The classes of words and phrases that a first model found in unlabelled
// text: how often it took them for names of which kind.
const (
	OftenPerson Class = 1 << (numListed + iota) // most of the time
	OftenOrg
	OftenPlace
	OftenMisc
	SometimesPerson
	SometimesOrg
	SometimesPlace
	SometimesMisc
	FirstOfPerson // the first word of persons' names
	LastOfPerson
	numInduced = iota
	numClasses = numListed + numInduced
)

// listed masks the classes of the lists.
const listed = 1<<numListed - 1

// maxPhrase is the number of tokens of the longest phrase that is matched.
const maxPhrase = 7

// Gazetteer tells the classes of words and phrases, by their exact case.
type Gazetteer struct {
	keys    *table
	classes []Class
}

// NewGazetteer makes a gazetteer of entries; keys and classes run in parallel.
func NewGazetteer(keys []Key, classes []Class) *Gazetteer {
	return &Gazetteer{newTable(keys), classes}
}

// PhraseKey returns the key of a phrase, given as its pieces.
func PhraseKey(pieces []string) Key {
	h := uint64(0)
	for _, p := range pieces {
		h = mix(h, Hash(p))
	}
	return keyOf(h)
}

// Lookup returns the classes of a phrase, given as its pieces.
func (g *Gazetteer) Lookup(pieces []string) Class { return g.classOf(PhraseKey(pieces)) }

// TitleLen returns how many of the first pieces of a person's name are titles
// and no part of the name itself.
func (g *Gazetteer) TitleLen(name []string) int {
	n := 0
	for {
		step := g.titleStep(name[n:])
		if step == 0 {
			return n
		}
		n += step
	}
}

// titleStep returns the length of the title or nationality that a name begins
// with, if something is left of the name behind it.
func (g *Gazetteer) titleStep(name []string) int {
	for n := min(len(name)-1, maxTitle); n > 0; n-- {
		c := g.Lookup(name[:n])
		if c&(Title|Nationality) != 0 && (n > 1 || c&(Forename|Surname) == 0) {
			return n
		}
	}
	return 0
}

// maxTitle is the number of pieces of the longest title.
const maxTitle = 4

func (g *Gazetteer) classOf(k Key) Class {
	if row := g.keys.find(k); row >= 0 {
		return g.classes[row]
	}
	return 0
}

// whole returns the classes of words as one phrase.
func (g *Gazetteer) whole(words []*word) Class {
	h := uint64(0)
	for _, w := range words {
		h = mix(h, w.hash)
	}
	return g.classOf(keyOf(h))
}

// match is a phrase of the gazetteer in a sentence.
type match struct {
	first, last int
	classes     Class
}

// matches appends the phrases of two and more tokens in a sentence, from each
// capitalised token the longest one.
func (g *Gazetteer) matches(dst []match, words []*word) []match {
	for i, w := range words {
		if !w.capital && !w.digit {
			continue
		}
		h := mix(0, w.hash)
		found := match{first: i}
		for j := i + 1; j < len(words) && j < i+maxPhrase; j++ {
			h = mix(h, words[j].hash)
			if c := g.classOf(keyOf(h)); c != 0 {
				found.last, found.classes = j+1, c
			}
		}
		if found.classes != 0 {
			dst = append(dst, found)
		}
	}
	return dst
}
