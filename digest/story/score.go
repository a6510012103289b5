package story

import (
	"math"
	"slices"
	"time"
)

// halfLife is how long it takes a story to lose half of what recency gives it.
const halfLife = 12 * time.Hour

// Score ranks a story among others; higher is more important. With V its
// independent voices, A its articles, S the salience of its main entity (0 to
// 1), t the age of its last article in half-lives of 12 hours and P the share of
// articles whose titles do not tell what happened, but ask, tease or announce
// advice, an opinion, a review or a list,
//
//	score = (log2(1+V) + log2(1+A)/4 + S/2) · (1 + 2^-t)/2 · (1 - P/3)
//
// so that every doubling of the voices counts alike, copies and follow-ups of
// one outlet little, an old story half of a new one, and one of bargains or
// horoscopes a third less than one of events. A story without a time counts as a half-life old. V and A are of the window, so of a story that
// goes on they measure what came to it. See also Changed.
func Score(items []Item, now time.Time) float64 {
	if len(items) == 0 {
		return 0
	}
	importance := math.Log2(1+float64(len(Voices(items)))) +
		math.Log2(1+float64(len(items)))/4 + focus(items)/2
	return importance * (1 + recency(items, now)) / 2 * (1 - promised(items)/3)
}

// promised is the share of items whose titles do not tell what happened.
func promised(items []Item) float64 {
	n := 0
	for _, it := range items {
		if promises(CleanHeadline(it.Title, it.Source)) {
			n++
		}
	}
	return float64(n) / float64(len(items))
}

// Changed is the score of a story that the reader knows, given its Score and
// the share n of its points that they do not know, 0 to 1: score · (1+n)/2.
func Changed(score, n float64) float64 { return score * (1 + n) / 2 }

// recency is 1 for a story of now and halves with every half-life.
func recency(items []Item, now time.Time) float64 {
	last := slices.MaxFunc(items, func(a, b Item) int { return a.Time.Compare(b.Time) }).Time
	if last.IsZero() || now.IsZero() {
		return .5
	}
	return math.Exp2(-float64(max(now.Sub(last), 0)) / float64(halfLife))
}

// focus is the highest mean salience that an entity has in the items.
func focus(items []Item) float64 {
	sum := make(map[string]float64)
	most := 0.0
	for _, it := range items {
		for _, n := range it.Entities {
			sum[n.ID] += n.Salience
			most = max(most, sum[n.ID])
		}
	}
	return min(most/float64(len(items)), 1)
}
