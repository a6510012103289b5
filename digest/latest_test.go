package digest

import (
	"testing"
	"time"

	"newsbot/digest/text"
)

// TestFreshLatest: of a story that has gone on for days, the points of the last of them are marked.
func TestFreshLatest(t *testing.T) {
	brief := func(point string, at time.Time) Brief {
		a := Article{Source: "Courier", Published: at, Title: point}
		a.Identify(point)
		b := NewBrief(a, Analysis{})
		b.Points = []KeyPoint{{Text: point, Score: .8}}
		return b
	}
	missing := brief("The freighter Halvik went missing off Norland.", noon)
	for _, test := range []struct {
		after time.Duration
		want  bool
	}{{time.Hour, false}, {96 * time.Hour, true}} {
		ended := brief("The search for the freighter was called off.", noon.Add(test.after))
		s := NewStory([]Brief{missing, ended}, ended.Time())
		_, candidates, _ := newTeller(Options{}, text.NewIndexer()).fresh(&s)
		for _, c := range candidates {
			if want := test.want && c.Text == ended.Points[0].Text; c.Latest != want {
				t.Errorf("%v apart %q is of the last day: %v, want %v", test.after, c.Text, c.Latest, want)
			}
		}
	}
}
