package digest

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
	"newsbot/digest/text"
)

// Article is one text by one source. Identify gives it its ID.
type Article struct {
	ID        string    // stable: from the canonical URL that it had first, else from source and title; see Identify
	Ref       string    // the id that its input gave it, where that differs from ID
	URL       string    // as given, without tracking parameters; may be empty
	Mark      string    // by which its feed tells it from its others also at another address; "" where it does not; not stored
	Source    string    // name of the outlet
	Via       string    // the Site whose word it is, where that is not simply the outlet's own; see Yields
	Title     string    // may be empty
	Author    string    // may be empty
	Published time.Time // zero where unknown or not believable; may be some hours ahead
	Seen      time.Time // when it was first stored, where Published is not known; zero before
	Language  string    // BCP 47, "" where unknown
	Text      string    // paragraphs, separated by line feeds
	Paywalled bool      // its publisher says that it is for subscribers
	Opinion   bool      // its feed, its page or its text says that it is no news but somebody's opinion
}

// Yields reports whether another text with the same ID may take the article's place.
//
// Without Via it is the outlet's own, from its feed or page, or what whoever runs the
// program has named or has in a file: that takes any place. A feed may link to the
// pages of another site: what it says of them is its own word, Via its site, and takes
// only the place of what came that way before. Where the page itself was read, that is
// the page's word, Via the site of URL: it takes the place of any feed's, but not that
// of the outlet's own.
func (a Article) Yields(to Article) bool {
	return to.Via == "" || to.Via == a.Via || a.Via != "" && to.Via == Site(to.URL)
}

// PublicID returns the id by which outputs name the article: the one that its
// input gave it, else its own.
func (a Article) PublicID() string {
	if a.Ref != "" {
		return a.Ref
	}
	return a.ID
}

// Analysis is what the bot reads out of an article, once, when it arrives.
type Analysis struct {
	Language string          // BCP 47, "" where it cannot be told
	Entities []entity.Entity // the most salient first, at most 500; what only wrote or sent the article, or is its outlet, has no salience
	Points   []keypoint.Point
	Terms    []text.Term // the weightiest first
	Words    int         // number of tokens of title and text
	Print    uint64      // story.Fingerprint of the text: copies have like ones
}

// Brief is what digests, stories and lookups read of an article: all but its text.
type Brief struct {
	ID, Ref, URL, Source, Title, Author, Language string

	Published time.Time // zero where unknown
	Seen      time.Time // when it was first stored, for articles without Published
	Words     int       // number of tokens of title and text
	Entities  []Name
	Points    []KeyPoint // in the order of the text
	Terms     []text.Term
	Print     uint64 // Analysis.Print
	Story     string // the ID of the story that it is in, "" where it is in none yet
	Paywalled bool   // Article.Paywalled
	Opinion   bool   // Article.Opinion
}

// PublicID returns the id by which outputs name the article.
func (b Brief) PublicID() string { return Article{ID: b.ID, Ref: b.Ref}.PublicID() }

// OwnPoints returns the points that tell the article by itself, under its own title.
func (b Brief) OwnPoints() []KeyPoint {
	return slices.DeleteFunc(slices.Clone(b.Points), func(p KeyPoint) bool { return p.Spare })
}

// Time returns when the article counts as published.
func (b Brief) Time() time.Time {
	if b.Published.IsZero() {
		return b.Seen
	}
	return b.Published
}

// ByTime orders articles by time, then by ID.
func ByTime(a, b Brief) int {
	return cmp.Or(a.Time().Compare(b.Time()), strings.Compare(a.ID, b.ID))
}

// persons returns the full names of persons whom the article names.
func (b Brief) persons() []string {
	var out []string
	for _, n := range b.Entities {
		if n.Type == entity.Person && strings.Contains(n.Name, " ") {
			out = append(out, n.Name)
		}
	}
	return out
}

// surnames returns the names of persons whom the article names by one word alone.
func (b Brief) surnames() []string {
	var out []string
	for _, n := range b.Entities {
		if n.Type == entity.Person && !strings.Contains(n.Name, " ") {
			out = append(out, n.Name)
		}
	}
	return out
}

// Name is an entity as one article names it.
type Name struct {
	ID       string
	Name     string
	Type     entity.Type
	Role     string  // "President", or ""
	Count    int     // mentions
	Salience float64 // 0 to 1
	Guess    bool    // entity.Entity.Guess
}

// KeyPoint is a sentence, or a clause of one, with where it stands.
type KeyPoint struct {
	Text  string
	Start int // bytes into title + "\n" + text of the article
	End   int
	Score float64

	Introductions []Introduction // of those whom it names by a surname alone
	Spare         bool           // keypoint.Point.Spare
}
