package render

import (
	"io"
	"time"

	"newsbot/digest"
)

// foldedFrom is how many reports a list of a timeline may have before it folds
// into its parts, all but the last closed.
const foldedFrom = 40

// StoryHTML writes all of one story as a page: its points, the articles by local day
// and hour in zone, its names and its sources. It is written at now, for "2 h ago"; zero
// gives dates instead.
func StoryHTML(w io.Writer, s digest.Story, zone *time.Location, now time.Time) error {
	return WritePage(w, pages, "story.html", newStoryPageView(s, zone, now))
}

// storyPageView is what the template of a story's page reads.
type storyPageView struct {
	PageHead
	Headline, URL, Meta, Mark, Days string
	pointsView
	Timeline        []periodView
	Names           []nameView
	CopyOnly        string
	Voices, Copiers []outletView
}

// periodView is a period of the timeline with its reports, or with the parts
// that they are divided into.
type periodView struct {
	Label, Count string
	Folded, Open bool
	Reports      []reportView
	Parts        []periodView
}

type reportView struct {
	sourceView
	Note, CopyCount string
	Copies          []sourceView
}

type outletView struct{ Name, Count, What string }

func newStoryPageView(s digest.Story, zone *time.Location, now time.Time) storyPageView {
	voices, copiers := outlets(s)
	return storyPageView{
		PageHead: NewPageHead(Headline(s), pageCSS),
		Headline: Headline(s), URL: Link(s.URL), Days: days(s, zone),
		Meta: lifetime(s, now, zone), Mark: Mark(s),
		pointsView: newPointsView(s, s.Details),
		Timeline:   newPeriodViews(reports(s), zone, dayLayout, hourLayout),
		Names:      names(s.Entities),
		CopyOnly:   copyOnly,
		Voices:     each(voices, newOutletView), Copiers: each(copiers, newOutletView),
	}
}

// days names the local day of a story, or its first and last.
func days(s digest.Story, zone *time.Location) string {
	first, last := date(s.From, zone), date(s.To, zone)
	if first == last || first == "" {
		return last
	}
	return first + " – " + last
}

// newPeriodViews divides reports by the first layout, and long periods by the
// next.
func newPeriodViews(reports []report, zone *time.Location, layout string, next ...string) []periodView {
	all := periods(reports, layout, zone)
	out := make([]periodView, len(all))
	for i, p := range all {
		out[i] = periodView{
			Label: p.label, Count: Plural(p.articles(), "article", "articles"),
			Folded: len(reports) > foldedFrom, Open: i == len(all)-1,
		}
		if len(p.reports) > foldedFrom && len(next) > 0 {
			out[i].Parts = newPeriodViews(p.reports, zone, next[0], next[1:]...)
		} else {
			out[i].Reports = each(p.reports, func(r report) reportView { return newReportView(r, zone) })
		}
	}
	return out
}

func newReportView(r report, zone *time.Location) reportView {
	v := reportView{sourceView: newTimedView(r.Brief, r.Time(), clock(r.Brief, zone)), Note: undated(r.Brief)}
	for _, c := range r.copies {
		v.Copies = append(v.Copies, newTimedView(c, c.Time(), stamp(c, zone)))
	}
	if n := len(r.copies); n > 0 {
		v.CopyCount = "The same text in " + Plural(n, "more article", "more articles")
	}
	return v
}

func newOutletView(o outlet) outletView {
	what := "articles"
	if o.articles == 1 {
		what = "article"
	}
	return outletView{o.name, number(o.articles), what}
}
