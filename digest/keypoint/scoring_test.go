package keypoint

import (
	"math"
	"slices"
	"strings"
	"testing"

	"newsbot/digest/text"
)

// TestFitScoring fits a scoring to candidates of which a reader wants those that quote
// nobody and say "said".
func TestFitScoring(t *testing.T) {
	doc := text.Parse("", strings.Repeat("Ada Lind said cellars. Somebody saw cellars. ", 20))
	d := Draft{article: newArticle(doc, text.NewIndexer().Index(doc), "en", nil)}
	for i, s := range doc.Sentences {
		c := candidate{Span: text.Span{Start: i}, first: s.First, last: s.Last}
		c.features[bias], c.features[quotation], c.features[names] = 1, float64(i%2), float64(i%3)
		d.candidates = append(d.candidates, c)
	}
	even := func(_ int, point text.Span) (wanted, sure bool) { return point.Start%2 == 0, point.Start > 3 }
	s, w := FitScoring([]*Draft{&d}, 0.03, Vectors{}, even)
	if s[quotation] >= 0 || math.Abs(s[names]) > math.Abs(s[quotation])/10 || s[wording] != 1 {
		t.Errorf("quotation weighs %.2f, names %.2f, wording %.2f", s[quotation], s[names], s[wording])
	}
	if w["said"] <= 0 || w["somebody"] >= 0 || math.Abs(w["cellars"]) > w["said"]/2 {
		t.Errorf("words weigh %v", w)
	}
	for _, c := range d.candidates {
		odds := c.features.weighed(s[:])
		for word := range d.article.worded(c.first, c.last) {
			odds += w[word]
		}
		if odds > 0 != (c.Start%2 == 0) {
			t.Errorf("candidate %d has log-odds of %.2f", c.Start, odds)
		}
	}
	if s, w := FitScoring([]*Draft{&d}, 0.03, nil, even); s[wording] != 0 || len(w) > 0 {
		t.Errorf("without words these weigh %.0f: %v", s[wording], w)
	}
}

// TestScoreTellsNews: what is to come, who is against it and sums are more worth telling than what
// somebody is or was.
func TestScoreTellsNews(t *testing.T) {
	const body = `The council of Sund voted on Monday to close the old harbour to ferries.

The council will sell the old quay and the ferry hall to Nordline of Orrin.

The council was a body of nine farmers and fishers of the old harbour then.

Nordline pays the council 4 million euros for the old quay and the hall.

The council built the old quay and the hall at the harbour two centuries ago.`
	d := text.Parse("Sund closes its harbour to ferries", body)
	var news, past []float64
	weights := scoring(true)
	for _, c := range NewDraft(d, text.NewIndexer().Index(d), "en", nil).candidates {
		switch s, score := c.In(d.Text), weights.score(&c.features); {
		case strings.Contains(s, "will sell"), strings.Contains(s, "million"):
			news = append(news, score)
		case strings.Contains(s, "a body"), strings.Contains(s, "ago"):
			past = append(past, score)
		}
	}
	if len(news) != 2 || len(past) != 2 || slices.Min(news) <= slices.Max(past) {
		t.Errorf("news scores %.2f, the past %.2f", news, past)
	}
}
