package store

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"time"

	"newsbot/digest"
	"newsbot/digest/text"
)

// Entry is an article with what was read out of it, as it is stored.
//
// Times are kept to the nanosecond and come back in UTC. Weights, saliences and
// scores are kept to four decimals.
type Entry digest.Analyzed

// Brief returns what digests and lookups read of the entry.
func (e Entry) Brief() digest.Brief {
	return digest.NewBrief(e.Article, e.Analysis)
}

// time returns when the article counts as published, like Brief.Time.
func (e Entry) time() time.Time {
	if e.Article.Published.IsZero() {
		return e.Article.Seen
	}
	return e.Article.Published
}

// outcome tells what putting an article did.
type outcome int

const (
	unchanged outcome = iota // it was there with the same content and analysis, or does not yield
	added                    // it was not there
	changed                  // it was there with another content or analysis
	overtaken                // what it was made of is not there any more
)

// Counts is the number of articles by what putting them did: they were not there, or
// with another content or analysis, or with the same, or what they were made of was
// not there any more.
type Counts struct{ Added, Changed, Unchanged, Overtaken int }

func (c *Counts) count(outcomes []outcome) {
	for _, o := range outcomes {
		switch o {
		case added:
			c.Added++
		case changed:
			c.Changed++
		case overtaken:
			c.Overtaken++
		default:
			c.Unchanged++
		}
	}
}

// maxText bounds what one article may hold, in bytes of title and text.
const maxText = 16 << 20

var validID = regexp.MustCompile(`^[0-9a-f]{16}$`)

// check returns an error for an entry that cannot be stored.
func (e Entry) check() error {
	a := e.Article
	switch year := a.Published.Year(); {
	case !validID.MatchString(a.ID):
		return fmt.Errorf("article %q: its ID is not 16 hexadecimal digits", a.ID)
	case len(a.Title)+len(a.Text) > maxText:
		return fmt.Errorf("article %s: more than %d MB of text", a.ID, maxText>>20)
	case !a.Published.IsZero() && (year < 1 || year > 9999):
		return fmt.Errorf("article %s: published in the year %d", a.ID, year)
	}
	if s, strays := e.stray(); strays {
		return fmt.Errorf("article %s: its analysis has offsets %d to %d, which are outside of the text", a.ID, s.Start, s.End)
	}
	return nil
}

// stray returns offsets of the analysis that are outside of the text.
func (e Entry) stray() (s text.Span, strays bool) {
	for s := range e.spans() {
		if s.Start < 0 || s.End < s.Start || s.End > len(e.Article.Title)+1+len(e.Article.Text) {
			return s, true
		}
	}
	return s, false
}

// spans yields all offsets of the analysis.
func (e Entry) spans() iter.Seq[text.Span] {
	return func(yield func(text.Span) bool) {
		for _, p := range e.Analysis.Points {
			if !yield(p.Span) {
				return
			}
			for _, x := range p.Introductions {
				if !yield(x.Span) {
					return
				}
			}
		}
		for _, en := range e.Analysis.Entities {
			for _, m := range en.Mentions {
				if !yield(m.Span) {
					return
				}
			}
		}
	}
}

// rounded returns the entry with its weights as they will be read back, so that
// the indexes come out the same when it is written again.
func (e Entry) rounded() Entry {
	n := &e.Analysis
	n.Terms, n.Entities, n.Points = slices.Clone(n.Terms), slices.Clone(n.Entities), slices.Clone(n.Points)
	for w := range n.Weights() {
		*w = round(*w)
	}
	return e
}
