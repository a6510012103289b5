package render

import (
	"slices"
	"time"

	"newsbot/digest"
	"newsbot/digest/story"
)

// report is an article of a story with the later ones that print its text.
type report struct {
	digest.Brief
	copies []digest.Brief
}

// reports returns the articles of a story in order of time, copies under the
// first that has their text.
func reports(s digest.Story) []report {
	var out []report
	for _, a := range byTime(s) {
		i := slices.IndexFunc(out, func(r report) bool { return story.Copies(r.Print, a.Print) })
		if i < 0 {
			out = append(out, report{Brief: a})
		} else {
			out[i].copies = append(out[i].copies, a)
		}
	}
	return out
}

// byTime returns the articles of a story in order of time.
func byTime(s digest.Story) []digest.Brief {
	return slices.SortedFunc(slices.Values(s.Articles), digest.ByTime)
}

// period is a stretch of a timeline.
type period struct {
	label   string
	reports []report
}

// The periods of a timeline, as layouts of the time at which they begin.
const (
	dayLayout  = "Mon 2 Jan 2006"
	hourLayout = "15:00"
)

// periods cuts reports that are in order of time into days or hours of a zone.
func periods(reports []report, layout string, zone *time.Location) []period {
	var out []period
	for _, r := range reports {
		label := r.label(layout, zone)
		if n := len(out); n == 0 || out[n-1].label != label {
			out = append(out, period{label: label})
		}
		last := &out[len(out)-1]
		last.reports = append(last.reports, r)
	}
	return out
}

// label names the period that a report is of.
func (r report) label(layout string, zone *time.Location) string {
	if r.Time().IsZero() {
		return "Date not known"
	}
	return Local(r.Time(), zone).Format(layout)
}

// articles counts the report and its copies.
func (r report) articles() int { return 1 + len(r.copies) }

// articles counts the reports of a period and their copies.
func (p period) articles() int {
	n := 0
	for _, r := range p.reports {
		n += r.articles()
	}
	return n
}

// clock returns the time of day of an article, "" for none.
func clock(a digest.Brief, zone *time.Location) string {
	if a.Time().IsZero() {
		return ""
	}
	return Reader{Zone: zone}.Clock(a.Time())
}

// undated says so of an article whose time is the one at which it was first
// seen.
func undated(a digest.Brief) string {
	if a.Published.IsZero() && !a.Seen.IsZero() {
		return "undated, first seen then"
	}
	return ""
}

// copied says of a copy what it is, and when it came.
func copied(c digest.Brief, zone *time.Location) string {
	if when := stamp(c, zone); when != "" {
		return "the same text, " + when
	}
	return "the same text"
}

// stamp returns the day and hour of an article, "" for none.
func stamp(a digest.Brief, zone *time.Location) string {
	if a.Time().IsZero() {
		return ""
	}
	r := Reader{Zone: zone}
	return r.Day(a.Time()) + " " + r.Clock(a.Time())
}

// copyOnly is what the sources have in common that print the text of others and
// nothing of their own.
const copyOnly = "With the text of others"

// outlet is a source with the number of its articles in a story.
type outlet struct {
	name     string
	articles int
}

// outlets returns the sources of a story, those that tell it independently and
// those that only print the text of others, in order of their articles.
func outlets(s digest.Story) (voices, copiers []outlet) {
	count := make(map[string]int)
	var names []string
	for _, a := range byTime(s) {
		name := a.Outlet()
		if count[name] == 0 {
			names = append(names, name)
		}
		count[name]++
	}
	for _, name := range names {
		o := outlet{sourceName(name), count[name]}
		if name == "" || slices.Contains(s.Sources, name) {
			voices = append(voices, o)
		} else {
			copiers = append(copiers, o)
		}
	}
	return voices, copiers
}
