package story

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// halfLife is how long it takes a story to lose half of what recency gives it: long enough that the hour matters
// little among the stories of one day.
const halfLife = 48 * time.Hour

// mainNames is how many names a story is held to be about.
const mainNames = 5

// Window is what stories are ranked in.
type Window struct {
	now    time.Time
	spoken map[string]float64 // by ID of a name, how many outlets speak of nothing else; for "" all outlets
}

// NewWindow returns the window of stories that are given as indexes of items. Recency
// counts from now.
func NewWindow(items []Item, stories [][]int, now time.Time) *Window {
	type naming struct{ name, outlet string }
	type count struct {
		naming
		stories float64 // of the outlet that have the name; for "" all of its stories
		last    int     // of them
	}
	var told []count
	index := map[naming]int{}
	for story, s := range stories {
		note := func(n naming) {
			at, known := index[n]
			if !known {
				at = len(told)
				index[n] = at
				told = append(told, count{naming: n, last: -1})
			}
			if c := &told[at]; c.last != story {
				c.stories, c.last = c.stories+1, story
			}
		}
		for _, at := range s {
			note(naming{"", items[at].Source})
			for _, n := range items[at].Entities {
				note(naming{n.ID, items[at].Source})
			}
		}
	}
	w := &Window{now, map[string]float64{}}
	for _, c := range told {
		w.spoken[c.name] += math.Log1p(c.stories) / math.Log1p(told[index[naming{"", c.outlet}]].stories)
	}
	return w
}

// leastImportance is that of the lightest of one outlet, so that time tells such stories apart too.
const leastImportance = .1

// mostDead is how many dead count, so that no war's or century's toll outranks all else.
const mostDead = 100

// Score ranks a story of the window among the others; higher is more important. With V
// its independent voices, H the voices of which the reader heard it before, A its articles,
// N how far the window speaks of its names, D how many died, up to 100, W its worth by what it
// is about (see worth), and t the age of its last article in half-lives of 48 hours,
//
//	score = (log2(1+V+H/2) + log2(1+A)/4 + N + log10(1+D) + W) · (1 + 2^-t)/2
//
// where the sum counts as 0.1 at least, and half of that where all articles are opinions or have titles that do not tell
// what happened, but ask, tease or announce advice, an opinion, a review or a list,
// so that every doubling of the voices counts alike, copies and follow-ups of
// one outlet little, what many told yesterday is worth following today though one alone
// does, an old story counts half of a new one, and one of bargains or
// horoscopes half of one of events. N is the mean, by salience, over the five
// most salient names of the story, of
//
//	log(1 + Σ log(1+n)/log(1+s)) / log(1+O)
//
// where the sum is over the O outlets of the window, and n of the s stories of an outlet
// have the name: 1 for what all speak of and of nothing else, next to 0 for what nobody
// else speaks of. An outlet that always writes on one thing has no more than a voice in
// it. A story without a time counts as a half-life old. V and A are of the window, so
// of a story that goes on they measure what came to it. See also Changed and Untold.
func (w *Window) Score(items []Item, heard, dead int) float64 {
	if len(items) == 0 {
		return 0
	}
	importance := math.Log2(1+float64(len(Voices(items)))+float64(heard)/2) + math.Log2(1+float64(len(items)))/4 +
		w.prominence(items) + math.Log10(1+float64(min(dead, mostDead))) + worth(items)
	score := max(importance, leastImportance) * (1 + recency(items, w.now)) / 2
	if !slices.ContainsFunc(items, Item.tells) {
		score /= 2
	}
	return score
}

// prominence is how far the window speaks of the names of a story, 0 to 1.
func (w *Window) prominence(items []Item) float64 {
	sum, all := 0.0, 0.0
	for _, n := range mainly(items) {
		sum += n.Salience * math.Log1p(w.spoken[n.ID])
		all += n.Salience
	}
	if sum <= 0 {
		return 0
	}
	return sum / all / math.Log1p(w.spoken[""])
}

// mainly returns the names that items are about, the most salient first, with their
// salience in all.
func mainly(items []Item) []Name {
	salience := map[string]float64{}
	for _, it := range items {
		for _, n := range it.Entities {
			salience[n.ID] += n.Salience
		}
	}
	names := make([]Name, 0, len(salience))
	for id, s := range salience {
		names = append(names, Name{id, s})
	}
	slices.SortFunc(names, func(a, b Name) int { return cmp.Or(cmp.Compare(b.Salience, a.Salience), cmp.Compare(a.ID, b.ID)) })
	return names[:min(len(names), mainNames)]
}

// tells reports whether an item is no opinion and has a title that tells what happened.
func (it Item) tells() bool {
	return !it.Opinion && !promises(CleanHeadline(it.Title, it.Source)) && !teases(spaced(it.Title)) // "as it happened" is cleaned off
}

// Changed is the score of a story that the reader knows, given its Score and
// the share n of its points that they do not know, 0 to 1: score · (1+n)/2.
func Changed(score, n float64) float64 { return score * (1 + n) / 2 }

// Untold is the score of a story of which one outlet has no more than a headline, given its Score: three quarters of that.
func Untold(score float64) float64 { return score * 3 / 4 }

// recency is 1 for a story of now and halves with every half-life.
func recency(items []Item, now time.Time) float64 {
	last := slices.MaxFunc(items, func(a, b Item) int { return a.Time.Compare(b.Time) }).Time
	if last.IsZero() || now.IsZero() {
		return .5
	}
	return math.Exp2(-float64(max(now.Sub(last), 0)) / float64(halfLife))
}
