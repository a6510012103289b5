package entity

import (
	"strings"

	"newsbot/digest/text"
)

// Type is the kind of thing that a name stands for.
type Type string

// The types of entities. Group holds nationalities, religions, political and
// ethnic groups ("Chinese", "Democrats").
const (
	Person       Type = "person"
	Organization Type = "organization"
	Place        Type = "place"
	Event        Type = "event"
	Product      Type = "product"
	Work         Type = "work"
	Group        Type = "group"
	Other        Type = "other"
)

// IsThing reports whether a type is of what is no person, group, organization or place.
func (t Type) IsThing() bool { return t == Event || t == Product || t == Work || t == Other }

// Mention is one occurrence of a name; its offsets are bytes of Document.Text.
type Mention struct {
	text.Span
	Sentence int // index into Document.Sentences
}

// Entity is a thing that a document names, with all its mentions.
type Entity struct {
	ID       string // a slug of Type and Name, the same in every document
	Name     string // the most informative form
	Type     Type
	Role     string    // the title that stood before a person's name ("President"), or ""
	Mentions []Mention // in order of the text, at least one
	Salience float64   // 0 to 1: how far the document is about it; 0 if it only wrote, took or sent it
	Guess    bool      // Type of a name of one word that no list knows, and of which the document does not say what it is
}

// Untyped returns a key for an ID: without the type where it is of an event, a product, a work or
// what has no type, since texts tell that by what stands beside the name and not all alike; else
// the ID.
func Untyped(id string) string {
	t, slug, _ := strings.Cut(id, "/")
	switch Type(t) {
	case Event, Product, Work, Other:
		return "/" + slug
	}
	return id
}
