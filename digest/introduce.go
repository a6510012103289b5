package digest

import "newsbot/digest/keypoint"

// Introduction tells who it is whom a point names by a surname alone, in words of the
// point's article.
type Introduction struct {
	Surname string // "Cui"
	Text    string // "Cui Heng, a lecturer at the training base"
	Start   int    // bytes into title + "\n" + text of the article
	End     int
}

// Introduce returns the points, told in this order under a headline, with the
// introductions of those alone whom nothing told before introduces.
func Introduce(headline string, points []KeyPoint) []KeyPoint {
	i := newIntroducer(headline)
	out := make([]KeyPoint, len(points))
	for n, p := range points {
		out[n] = i.tell(p)
	}
	return out
}

// introducer knows what a reader was told.
type introducer struct {
	headline string
	told     []string
	met      map[string]bool // by Surname, who was introduced
}

func newIntroducer(headline string) introducer {
	return introducer{headline: headline, met: make(map[string]bool)}
}

// tell returns a point with the introductions that the reader needs.
func (i *introducer) tell(p KeyPoint) KeyPoint {
	var needed []Introduction
	for _, x := range p.Introductions {
		if !i.met[x.Surname] && !keypoint.Introduced(x.Surname, i.headline, i.told) {
			needed = append(needed, x)
			i.told = append(i.told, x.Text)
			i.met[x.Surname] = true
		}
	}
	p.Introductions = needed
	i.told = append(i.told, p.Text)
	return p
}

// introduce leaves with each of a story's points, told in this order, the introductions
// that Introduce would.
func introduce(headline string, points []StoryPoint) {
	i := newIntroducer(headline)
	for n := range points {
		points[n].KeyPoint = i.tell(points[n].KeyPoint)
	}
}
