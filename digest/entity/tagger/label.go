package tagger

// Kind is the coarse kind of a name, as the training corpora know it.
type Kind uint8

// The kinds of names. Misc holds everything that is neither person,
// organization nor place: nationalities, events, works, products.
const (
	Person Kind = iota
	Organization
	Place
	Misc
	NumKinds = 4
)

// Label is the tag of one token in the BIOES scheme: outside of a name, or at
// the begin, inside, end of a name of some Kind, or a single-token name.
type Label uint8

// Outside is the label of a token that is in no name.
const Outside Label = 0

// NumLabels is the number of labels.
const NumLabels = 1 + 4*NumKinds

// Position is the place of a token in a name.
type Position uint8

// The positions of the BIOES scheme.
const (
	Begin Position = iota
	Inside
	End
	Single
)

// LabelOf returns the label of a token at a position of a name.
func LabelOf(k Kind, p Position) Label { return Label(1 + 4*int(k) + int(p)) }

// Kind returns the kind of name that the label belongs to; it has no meaning
// for Outside.
func (l Label) Kind() Kind { return Kind((l - 1) / 4) }

// Position returns the position in the name; it has no meaning for Outside.
func (l Label) Position() Position { return Position((l - 1) % 4) }

// opens reports whether a name can begin at l.
func (l Label) opens() bool {
	return l != Outside && (l.Position() == Begin || l.Position() == Single)
}

// closed reports whether no name goes on after l.
func (l Label) closed() bool {
	return l == Outside || l.Position() == End || l.Position() == Single
}

// Follows reports whether label b may stand after label a.
func Follows(a, b Label) bool {
	if a.closed() {
		return b == Outside || b.opens()
	}
	return b != Outside && !b.opens() && a.Kind() == b.Kind()
}

// Name is one name in a sentence: the tokens First up to, but without, Last.
type Name struct {
	First, Last int
	Kind        Kind
}

// Names reads the names off a sequence of labels.
func Names(labels []Label) []Name {
	var names []Name
	first := 0
	for i, l := range labels {
		if l == Outside {
			continue
		}
		if l.opens() {
			first = i
		}
		if l.closed() {
			names = append(names, Name{first, i + 1, l.Kind()})
		}
	}
	return names
}

// Write sets the labels of a name's tokens.
func (n Name) Write(labels []Label) {
	for i := n.First; i < n.Last; i++ {
		labels[i] = LabelOf(n.Kind, n.position(i))
	}
}

func (n Name) position(i int) Position {
	switch {
	case n.Last-n.First == 1:
		return Single
	case i == n.First:
		return Begin
	case i == n.Last-1:
		return End
	}
	return Inside
}
