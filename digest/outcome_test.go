package digest

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"
)

// outcomes are stories, "= NAME", of articles, "HOURS OUTLET" above a title and a text; behind ">" stand those that tell
// how the event came out. All is invented.
//
//go:embed testdata/outcomes.txt
var outcomes string

// TestOutcome: the headline and the first point of a story tell how it came out, not what was expected before, nor
// what somebody said or told of it afterwards.
func TestOutcome(t *testing.T) {
	z, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range strings.Split(outcomes, "= ")[1:] {
		name, of, _ := strings.Cut(of, "\n")
		t.Run(name, func(t *testing.T) {
			var articles []Brief
			wanted := map[string]bool{}
			for _, lines := range strings.Split(strings.TrimSpace(of), "\n\n") {
				head := strings.SplitN(lines, "\n", 3)
				when, outlet, _ := strings.Cut(strings.TrimPrefix(head[0], "> "), " ")
				hours, err := strconv.ParseFloat(when, 64)
				if err != nil {
					t.Fatal(err)
				}
				a := Article{URL: fmt.Sprintf("https://%d.example/a", len(articles)), Source: outlet, Title: head[1], Text: head[2],
					Published: noon.Add(time.Duration(hours * float64(time.Hour)))}
				a.Identify(a.URL)
				n, err := z.Analyze(a)
				if err != nil {
					t.Fatal(err)
				}
				b := NewBrief(a, n)
				articles = append(articles, b)
				wanted[b.PublicID()] = head[0][0] == '>'
			}
			s := NewStory(articles, articles[len(articles)-1].Time())
			if first := s.Articles[0]; !wanted[first.PublicID()] {
				t.Errorf("headline %q", s.Headline)
			}
			if p := s.Points; len(p) == 0 || !wanted[p[0].Article] {
				t.Errorf("points %v", p)
			}
		})
	}
}
