package block

import (
	"strings"
	"time"

	"github.com/slack-go/slack"

	"newsbot/digest"
	"newsbot/digest/render"
)

// What the parts of a dossier may take.
const (
	dossierPoints    = 4_000
	dossierHeadlines = 3
	dossierRole      = 100 // characters
)

// Dossier shows what the news tells of an entity to a reader at now, above rows.
func Dossier(d digest.Dossier, by render.Reader, now time.Time, rows ...Row) Message {
	var s sheet
	s.head(d.Entity.Name, dossierNote(d, by, now))
	if line := sparkline(d.Days, by); line != nil {
		s.add(line)
	}
	if items := points(d.Points, len(d.Points), dossierPoints); len(items) > 0 {
		s.add(rich(bullets(items)))
	}
	corrected := digest.Corrected(d.Articles)
	for _, a := range d.Articles[:min(dossierHeadlines, len(d.Articles))] {
		if !s.add(hitBlocks(Hit{Brief: a, Corrected: corrected(a)}, by)...) {
			break
		}
	}
	if foreign := by.ForeignOf(d); foreign != "" {
		s.add(smallPrint(foreign))
	}
	return s.message(rows)
}

// dossierNote says who or what an entity is and when it was in the news:
// "president of Chile · person · 12 articles · first 20 Nov 08:30 · last 2 h ago".
func dossierNote(d digest.Dossier, by render.Reader, now time.Time) string {
	parts := []string{
		clip(d.Role, dossierRole), string(d.Entity.Type),
		by.Plural(d.Entity.Count, "article", "articles"),
		"first " + by.When(d.First, now), "last " + by.When(d.Last, now),
	}
	if parts[0] == "" {
		parts = parts[1:]
	}
	return strings.Join(parts, " · ")
}

// sparkline draws the articles of each day, nil where there is but one day.
func sparkline(days []digest.DayCount, by render.Reader) slack.Block {
	if len(days) < 2 {
		return nil
	}
	by.Zone = nil // days are of UTC
	first, last := days[0].Day, days[len(days)-1].Day
	return smallPrint(render.Sparkline(days) + "  articles a day, " + by.Day(first) + " – " + by.Day(last))
}
