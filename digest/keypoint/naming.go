package keypoint

import (
	"cmp"
	"slices"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// Naming returns the points of a document that one of some names stands in, in the order
// of the text: whatever could be a point, also where others tell the document better. The
// rest is as in Find.
func Naming(d *text.Document, index *text.Index, language string, entities []entity.Entity, names []text.Span) []Point {
	a := newArticle(d, index, language, entities)
	candidates, restating := a.candidates()
	if restating != nil {
		candidates = append(candidates, *restating)
		slices.SortFunc(candidates, func(x, y candidate) int { return cmp.Compare(x.Start, y.Start) })
	}
	var naming []*candidate
	for i := range candidates {
		if c := &candidates[i]; slices.ContainsFunc(names, c.holds) {
			naming = append(naming, c)
		}
	}
	return a.points(naming)
}
