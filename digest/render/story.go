package render

import (
	"strings"
	"time"

	"newsbot/digest"
)

// SourceName names the article's outlet: as given, else by the host of its
// address.
func SourceName(a digest.Brief) string {
	if name := Shorten(a.Outlet(), 60); name != "" {
		return name
	}
	return "unknown source"
}

// Window tells a digest's window of time, "Mon 23 Nov 08:30 – Tue 24 Nov
// 08:30, Europe/Berlin"; "" for a digest of all there is.
func Window(d digest.Digest) string {
	const layout = "Mon 2 Jan 15:04"
	if d.From.IsZero() || d.To.IsZero() {
		return ""
	}
	to := in(d.To, d.Zone)
	return in(d.From, d.Zone).Format(layout) + " – " + to.Format(layout) + ", " + Inert(to.Location().String())
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

// meta tells who tells a story, one voice by its name, and how old it is.
func meta(s digest.Story, now time.Time, d digest.Digest) string {
	parts := []string{Plural(len(s.Sources), "source", "sources")}
	switch {
	case len(s.Articles) == 1:
		parts[0] = SourceName(s.Articles[0])
	case len(s.Articles) != len(s.Sources):
		parts = append(parts, Plural(len(s.Articles), "article", "articles"))
	}
	if when := When(s.To, now, d.Zone); when != "" {
		parts = append(parts, when)
	}
	return strings.Join(parts, " · ")
}

// voices names a story's sources: the first, and how many there are besides.
func voices(s digest.Story) string {
	switch n := len(s.Sources); n {
	case 0:
		return "unknown source"
	case 1:
		return s.Sources[0]
	default:
		return s.Sources[0] + " +" + Number(n-1)
	}
}
