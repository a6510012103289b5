package command

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"newsbot/digest/render"
)

// What counts as rising.
const (
	riseLeast = 3    // articles about it in the window
	riseSure  = 6.63 // score above which chance is less likely than 1 in 100 (chi-squared, 1 degree of freedom)
)

// rise is how often something is in the news in a window, and before.
type rise struct {
	id             string
	now, before    int // articles that name it
	total, earlier int // all articles
}

// score is the log-likelihood ratio G² of the two shares being one (Dunning,
// "Accurate Methods for the Statistics of Surprise and Coincidence", 1993), and
// negative where the share falls. Unlike a ratio of shares it does not favour
// what is rare.
func (r rise) score() float64 {
	share := float64(r.now+r.before) / float64(r.total+r.earlier)
	g := 2 * (surprise(r.now, share*float64(r.total)) + surprise(r.total-r.now, (1-share)*float64(r.total)) +
		surprise(r.before, share*float64(r.earlier)) + surprise(r.earlier-r.before, (1-share)*float64(r.earlier)))
	if float64(r.now) < share*float64(r.total) {
		return -g
	}
	return g
}

// surprise is what a count adds to the ratio where another one is expected.
func surprise(n int, expected float64) float64 {
	if n <= 0 || expected <= 0 {
		return 0
	}
	return float64(n) * math.Log(float64(n)/expected)
}

// times is by how much the share has grown, with half an article added to what
// was before, so that it is finite.
func (r rise) times() float64 {
	return float64(r.now) / float64(r.total) / ((float64(r.before) + 0.5) / float64(r.earlier))
}

// note says to a reader how it has grown: "12 articles, 4× as often as before".
func (r rise) note(by render.Reader) string {
	articles := by.Plural(r.now, "article", "articles")
	switch t := r.times(); {
	case r.earlier == 0:
		return articles
	case r.before == 0:
		return articles + ", new"
	case t < 10:
		return fmt.Sprintf("%s, %s× as often as before", articles, by.Decimal(t))
	default:
		return fmt.Sprintf("%s, %s× as often as before", articles, by.Number(int(t)))
	}
}

// tally counts how often things are in the news from a day on, and before.
type tally struct {
	from           time.Time
	same           func(a, b string) bool // whether two IDs, alike behind "/", are of one thing
	rises          map[string][]*rise     // by what is behind "/" in their IDs
	total, earlier int
}

func newTally(from time.Time, same func(a, b string) bool) *tally {
	return &tally{from: from, same: same, rises: map[string][]*rise{}}
}

// articles adds all articles of a day.
func (t *tally) articles(day time.Time, n int) {
	if day.Before(t.from) {
		t.earlier += n
	} else {
		t.total += n
	}
}

// add adds articles of a day about the thing with an ID.
func (t *tally) add(id string, day time.Time, n int) {
	r := t.of(id)
	if day.Before(t.from) {
		r.before += n
	} else {
		r.now += n
	}
}

// of returns the rise of the thing with an ID.
func (t *tally) of(id string) *rise {
	name := id[strings.Index(id, "/")+1:]
	for _, r := range t.rises[name] {
		if t.same(r.id, id) {
			return r
		}
	}
	r := &rise{id: id}
	t.rises[name] = append(t.rises[name], r)
	return r
}

// ranked returns what has risen for sure, the most first; where nothing came
// before, what there is most of.
func (t *tally) ranked() []rise {
	var out []rise
	for _, rises := range t.rises {
		for _, r := range rises {
			r.total, r.earlier = t.total, t.earlier
			if r.now >= riseLeast && (r.earlier == 0 || r.score() >= riseSure) {
				out = append(out, *r)
			}
		}
	}
	slices.SortFunc(out, func(a, b rise) int {
		return cmp.Or(cmp.Compare(b.score(), a.score()), b.now-a.now, cmp.Compare(a.id, b.id))
	})
	return out
}
