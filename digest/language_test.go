package digest

import (
	"slices"
	"testing"
	"time"

	"newsbot/digest/text"
)

// TestOneLanguage: a story is told in one language, its headline too: that of the digest, if there is a report in
// it, else that of most of its articles.
func TestOneLanguage(t *testing.T) {
	brief := func(language, title string, points ...string) Brief {
		a := Article{URL: "https://" + language + ".example/" + title, Source: language, Published: noon, Title: title}
		a.Identify(title)
		b := NewBrief(a, Analysis{Language: language})
		for _, p := range points {
			b.Points = append(b.Points, KeyPoint{Text: p, Score: .9})
		}
		return b
	}
	var (
		english = brief("en", "Sund buys Esbjerg Dairy", "Sund buys Esbjerg Dairy for $4 billion.", "Esbjerg's owners get $38 a share.")
		german  = brief("de", "Sund kauft Esbjerg Dairy", "Sund kauft Esbjerg Dairy für vier Milliarden Dollar.", "Die Eigner erhalten 38 Dollar je Aktie.")
		second  = brief("de", "Esbjerg Dairy geht an Sund", "Esbjerg Dairy geht für vier Milliarden an Sund.")
		bare    = brief("en", "Sund to own Esbjerg Dairy")
		unknown = brief("", "Sund, Esbjerg Dairy: $4bn", "Sund pays $4bn.")
		opinion = brief("en", "Opinion: Sund pays too much for Esbjerg Dairy", "Four billion is too much.")
	)
	for _, c := range []struct {
		name     string
		language string // of the digest
		articles []Brief
		want     string
	}{
		{"the digest's", "en", []Brief{german, second, english}, "en"},
		{"most of one story's", "", []Brief{german, second, english}, "de"},
		{"English of as many", "", []Brief{german, english}, "en"},
		{"a German digest", "de", []Brief{english, german}, "de"},
		{"no points in it", "en", []Brief{german, bare}, "de"},
		{"an opinion in it", "en", []Brief{german, opinion}, "de"},
		{"another", "fr", []Brief{german, second, english}, "de"},
		{"unknown", "en", []Brief{german, unknown}, ""},
	} {
		teller := newTeller(Options{}, text.NewIndexer())
		teller.language = c.language
		s := Story{Articles: slices.Clone(c.articles)}
		teller.tell(&s, storyPoints)
		if got := s.Articles[0].Language; c.want != "" && got != c.want {
			t.Errorf("%s: the headline is %q", c.name, s.Headline)
		}
		for _, p := range s.Details {
			if c.want != "" && p.Source != c.want {
				t.Errorf("%s: told in %s: %q", c.name, p.Source, p.Text)
			}
		}
		if len(s.Points) == 0 {
			t.Errorf("%s: nothing is told", c.name)
		}
	}
	bare.Story, unknown.Story = "other", "another"
	for i, b := range []*Brief{&german, &second, &english} {
		b.Story, b.Published = "dairy", noon.Add(time.Duration(i)*time.Minute)
	}
	d := Build([]Brief{german, second, english, bare, unknown, brief("en", "Vire has a new bridge")}, Options{})
	for _, s := range d.Stories {
		if s.ID == "dairy" && s.Headline != english.Title {
			t.Errorf("a digest mostly in English has %q", s.Headline)
		}
	}
}
