package keypoint

import (
	"math"
	"testing"

	"newsbot/digest/text"
)

// TestFitScoring fits a scoring to candidates of which a reader wants those that quote
// nobody.
func TestFitScoring(t *testing.T) {
	var d Draft
	for i := range 40 {
		c := candidate{Span: text.Span{Start: i}}
		c.features[bias], c.features[quotation], c.features[names] = 1, float64(i%2), float64(i%3)
		d.candidates = append(d.candidates, c)
	}
	s := FitScoring([]*Draft{&d}, 0.03, func(_ int, point text.Span) (wanted, sure bool) { return point.Start%2 == 0, point.Start > 3 })
	if s[quotation] >= 0 || math.Abs(s[names]) > math.Abs(s[quotation])/10 {
		t.Errorf("quotation weighs %.2f, names %.2f", s[quotation], s[names])
	}
	for _, c := range d.candidates {
		if score := s.score(&c.features); score > 0.5 != (c.Start%2 == 0) {
			t.Errorf("candidate %d scores %.2f", c.Start, score)
		}
	}
}
