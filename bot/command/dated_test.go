package command

import (
	"testing"
	"time"
)

func TestDated(t *testing.T) {
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	for _, tt := range []struct{ line, words, name string }{
		{"Esbjerg yesterday", "Esbjerg", "Mon 23 Nov 2026"},
		{"storm surge last week", "storm surge", "16 – 22 Nov 2026"},
		{"storm in the last 2 weeks", "storm", "11 – 24 Nov 2026"},
		{"ferries on Friday", "ferries", "Fri 20 Nov 2026"},
		{"ferries 20 Nov", "ferries", "Fri 20 Nov 2026"},
		{"ferries since monday", "ferries", "23 – 24 Nov 2026"},
		{"ferries 7d", "ferries", "18 – 24 Nov 2026"},
		{"ferries for 24h", "ferries", "the last 24 hours"},

		{"ferries over the weekend", "ferries", "21 – 22 Nov 2026"},
		{"ferries in november", "ferries", "1 – 30 Nov 2026"},
		{"ferries in march", "ferries", "1 – 31 Mar 2026"},
		{"ferries oct 2026", "ferries", "1 – 31 Oct 2026"},
		{"yesterday", "", ""},
		{"Red October", "", ""},
		{"lost weekend", "", ""},
		{"Black Friday", "", ""},
		{"fashion week", "", ""},
		{"attack of october 7", "", ""},
		{"what comes tomorrow", "", ""},
		{"keep on", "", ""},
		{`storm "last week"`, "", ""},
	} {
		q := newQuery(ann, tt.line, now)
		q.call = call{words: split(tt.line)}
		words, p, ok := q.dated()
		if got := (call{words: words}).text(); ok != (tt.name != "") || got != tt.words || ok && p.name != tt.name {
			t.Errorf("dated(%q) = %q, %q, %t; want %q, %q", tt.line, got, p.name, ok, tt.words, tt.name)
		}
	}
}
