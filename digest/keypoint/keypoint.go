package keypoint

import (
	"slices"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// A point is no shorter and no longer than this, in characters; a character of
// a script that writes words with one or two counts twice.
const (
	minLength = 40
	maxLength = 240
)

// Point is a sentence or clause worth telling; its offsets are bytes of
// Document.Text.
type Point struct {
	text.Span
	Score         float64        // likelihood that a reader would want it told, 0 to 1 (Scoring)
	Introductions []Introduction // of those whom it names by a surname alone and the text in full
	Spare         bool           // it is kept for some digests, and not told of the document by itself: see Find
}

// Find returns at most max points of a document, for a digest of that document
// alone: none says what another says. The first tells who did what, the others
// follow in the order of the text. The index, the language (BCP 47, "" where it
// cannot be told) and the entities are those of the document; there may be no
// entities. A text that holds little gives fewer points, a title alone gives none. Beside them come
// some that are Spare: further ones for a digest in which no other document tells the story, and what
// says no more than the title, for one that tells the story under another headline (Restates).
func Find(d *text.Document, index *text.Index, language string, entities []entity.Entity, max int) []Point {
	r := NewDraft(d, index, language, entities)
	return r.pointsOf(r.candidates, Default(r.article.titleWeight > 0), max)
}

// Draft is a document with its candidates, before any is picked.
type Draft struct {
	article    *article
	candidates []candidate
	restating  *candidate
}

// NewDraft does what Find does before it weighs: cmd/tunepoints weighs the same
// candidates many times.
func NewDraft(d *text.Document, index *text.Index, language string, entities []entity.Entity) *Draft {
	a := newArticle(d, index, language, entities)
	candidates, restating := a.candidates()
	return &Draft{a, candidates, restating}
}

// Points picks at most max points by the weights and the spare ones, as Find does.
func (r *Draft) Points(w Weights, max int) []Point {
	return r.pointsOf(slices.Clone(r.candidates), w, max)
}

// pointsOf is Points of candidates that it changes.
func (r *Draft) pointsOf(candidates []candidate, w Weights, max int) []Point {
	s := r.article.pick(candidates, w, max)
	by := scoring(r.article.titleWeight > 0)
	s.spare(&by)
	if r.restating != nil {
		s.keep(*r.restating)
	}
	return r.article.points(s.inOrder())
}

// Told returns the points that are not spare.
func Told(points []Point) []Point {
	return slices.DeleteFunc(slices.Clone(points), func(p Point) bool { return p.Spare })
}

// PickedOdds returns the log-odds that the weights give to the points that Points picks, but the spare ones.
func (r *Draft) PickedOdds(w Weights, max int) []float64 {
	picked := r.article.pick(slices.Clone(r.candidates), w, max).picked
	odds := make([]float64, len(picked))
	for i, c := range picked {
		odds[i] = c.odds
	}
	return odds
}

func (a *article) pick(candidates []candidate, w Weights, max int) *selection {
	s := a.newSelection(candidates, &w)
	s.pick(max, func(left []*candidate) int { return best(left, w.worth) })
	return s
}

// points returns what was picked.
func (a *article) points(picked []*candidate) []Point {
	points := make([]Point, len(picked))
	s := scoring(a.titleWeight > 0)
	for i, c := range picked {
		points[i] = Point{c.Span, round(s.score(&c.features)), a.introductions(c), c.spare}
	}
	return points
}
