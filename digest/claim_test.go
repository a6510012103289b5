package digest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"newsbot/digest/figure"
)

// TestCourse expects what the course of some figures overtakes to be what any one of them does
// that is told long after it.
func TestCourse(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		all := make(claims, r.IntN(12))
		for i := range all {
			all[i].Figure = figure.Figure{What: []string{"killed", "missing", "magnitude"}[r.IntN(3)], Value: float64(r.IntN(25)), Bound: figure.Bound(r.IntN(4))}
			if hours := r.IntN(12); hours > 0 {
				all[i].time = noon.Add(time.Duration(hours) * time.Hour)
			}
		}
		course := all.course()
		for _, c := range all {
			want := slices.ContainsFunc(all, func(later claim) bool {
				return !c.time.IsZero() && later.time.Sub(c.time) >= overtakenAfter && later.Supersedes(c.Figure)
			})
			if got := course.overtakes(c); got != want {
				t.Fatalf("%+v\nof %+v\nis overtaken: %v, want %v", c, all, got, want)
			}
		}
	}
}

// TestOutdated: how many are hurt is told as it is known by now, unless a point tells of the dead, too.
func TestOutdated(t *testing.T) {
	at := func(hours int, what string, value float64) claim {
		return claim{Figure: figure.Figure{What: what, Value: value}, time: noon.Add(time.Duration(hours) * time.Hour)}
	}
	hurt, killed := at(0, figure.Injured, 7), at(0, figure.Killed, 2)
	course := claims{hurt, killed, at(5, figure.Injured, 23)}.course()
	for _, tt := range []struct {
		name    string
		figures []claim
		want    bool
	}{
		{"fewer hurt", []claim{hurt}, true},
		{"as many dead, fewer hurt", []claim{killed, hurt}, false},
		{"others missing", []claim{at(0, "missing", 3)}, false},
		{"none", nil, false},
	} {
		if got := course.isOutdated(tt.figures); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// TestSumInBareTitle: of an article there may be no more than a title with a price.
func TestSumInBareTitle(t *testing.T) {
	d := Build([]Brief{{ID: "a", Title: "Acme buys Halden Robotics for $4.2 billion", Published: noon}}, Options{})
	if len(d.Stories) != 1 {
		t.Errorf("%d stories, want 1", len(d.Stories))
	}
}

// BenchmarkTolls tells a story of which 4,000 articles count the dead, each another number.
func BenchmarkTolls(b *testing.B) {
	articles := make([]Brief, 4000)
	for i := range articles {
		articles[i] = Brief{
			ID: fmt.Sprint(i), Source: fmt.Sprint("Outlet ", i), Title: fmt.Sprintf("Storm Hedda kills %d in Esbjerg", i), Published: noon.Add(time.Duration(i) * time.Second),
			Points: []KeyPoint{{Text: fmt.Sprintf("Storm Hedda killed %d people in Esbjerg, the police said.", i), Score: 0.5}},
		}
	}
	for b.Loop() {
		NewStory(articles, noon)
	}
}
