package render

import (
	"slices"
	"strings"
	"time"

	"newsbot/digest"
	"newsbot/digest/figure"
)

// sourceOf names the article's outlet: as given, else by the host of its
// address. A lock follows where it wants to be paid for the article.
func sourceOf(a digest.Brief) string { return sourceName(a.Outlet()) + Lock(a) }

// Lock returns a lock for an article that only subscribers can read, else "".
func Lock(a digest.Brief) string {
	if a.Paywalled {
		return " 🔒"
	}
	return ""
}

func sourceName(outlet string) string {
	if name := Shorten(outlet, 60); name != "" {
		return name
	}
	return "unknown source"
}

// Mark tells a reader who is followed how a story is new to them: "NEW", "day 3:
// what changed", or on the day on which they first heard of it "update: what
// changed". It is "" where the reader is not followed.
func Mark(s digest.Story) string {
	switch {
	case s.Day < 1:
		return ""
	case !s.Again:
		return "NEW"
	case s.Day == 1:
		return "update: what changed"
	default:
		return "day " + number(s.Day) + ": what changed"
	}
}

// briefMark is Mark where the points that changed are not told: "day 3".
func briefMark(s digest.Story) string {
	mark, _, _ := strings.Cut(Mark(s), ":")
	return mark
}

// Differ says on what the sources of a story disagree: "Sources differ on the
// number killed".
func Differ(d digest.Disagreement) string {
	if !figure.IsCount(d.What) {
		return "Sources differ on the " + d.What
	}
	return "Sources differ on the number " + Inert(d.What)
}

// window tells a digest's window of time, "Mon 23 Nov 08:30 – Tue 24 Nov
// 08:30, Europe/Berlin"; "" for a digest of all there is.
func window(d digest.Digest) string {
	if d.From.IsZero() || d.To.IsZero() {
		return ""
	}
	r := Reader{Zone: d.Zone}
	return r.MomentFrom(d.From, d.To) + " – " + r.MomentFrom(d.To, d.From) + ", " + Inert(Local(d.To, d.Zone).Location().String())
}

// citations numbers the story's articles by their PublicID, from 1 in the
// order of the story.
func citations(s digest.Story) map[string]int {
	cites := make(map[string]int, len(s.Articles))
	for i, a := range s.Articles {
		if id := a.PublicID(); cites[id] == 0 {
			cites[id] = i + 1
		}
	}
	return cites
}

// meta tells who tells a story and when it was last told.
func meta(s digest.Story, now time.Time, zone *time.Location) string {
	return dotted(tellers(s), dated(s.To, now, zone))
}

// lifetime tells who tells a story and from when to when.
func lifetime(s digest.Story, now time.Time, zone *time.Location) string {
	if s.From.IsZero() || s.From.Equal(s.To) {
		return meta(s, now, zone)
	}
	return dotted(tellers(s), "first "+dated(s.From, now, zone), "last "+dated(s.To, now, zone))
}

// tellers tells who tells a story: one article's source by its name, "" where it has none. Those that
// only print the text of others are counted apart, as they are no sources of their own.
func tellers(s digest.Story) string {
	sources, articles := Plural(len(s.Sources), "source", "sources"), Plural(len(s.Articles), "article", "articles")
	switch n := len(s.Sources); {
	case len(s.Articles) == 1 && n == 0:
		return Lock(s.Articles[0])
	case len(s.Articles) == 1:
		return sourceOf(s.Articles[0])
	case n == len(s.Articles):
		return sources
	case n == 0:
		return articles
	}
	if _, copiers := outlets(s); len(copiers) > 0 {
		whose := "their"
		if len(s.Sources) == 1 {
			whose = "its"
		}
		sources += ", " + number(len(copiers)) + " more with " + whose + " text"
	}
	return dotted(sources, articles)
}

// voices names the source that a story's headline is from, and how many there are besides, in so many columns;
// "" where none is known.
func voices(s digest.Story, columns int) string {
	first, others := s.Articles[0].Outlet(), len(s.Sources)
	if slices.Contains(s.Sources, first) {
		others--
	}
	switch {
	case others == 0:
		return Shorten(first, columns)
	case first == "":
		return Plural(others, "source", "sources")
	default:
		more := " +" + number(others)
		return Shorten(first, columns-len(more)) + more
	}
}
