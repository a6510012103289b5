package digest

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
	"newsbot/digest/text"
)

// Lookup is the answer to a reader who asks for words: the dossier of the
// entity that they name, else the articles that hold them.
type Lookup struct {
	Words   string
	Dossier *Dossier      // nil where the words name no entity
	Choices []EntityCount // other entities that the words could name, or may be a misspelling of
	Hits    []Brief       // the best matches first; empty where there is a dossier
	Total   int           // matches in all
}

// Dossier is what a window's articles tell of one entity.
type Dossier struct {
	Entity      EntityCount
	Role        string // the title that goes with a person's name most often, or ""
	First, Last time.Time
	Days        []DayCount    // every day of the window, in order, the last 30 at most
	Points      []StoryPoint  // the latest first
	Related     []EntityCount // named in the same articles, the most often first
	Articles    []Brief       // the latest first
}

// DayCount is the number of articles of one UTC day.
type DayCount struct {
	Day   time.Time // its midnight
	Count int
}

const (
	dossierPoints  = 5
	dossierFew     = 3 // points that name the entity; fewer are not enough
	dossierRelated = 8
	dossierDays    = 30
	dossierRecent  = 200 // articles that points are taken from

	mainSalience = 0.8 // of an entity that an article is about
)

// NewDossier puts together what articles tell of an entity; all of them name it.
func NewDossier(entityID string, articles []Brief, from, to time.Time) Dossier {
	articles = slices.Clone(articles)
	slices.SortFunc(articles, func(a, b Brief) int {
		return cmp.Or(b.Time().Compare(a.Time()), cmp.Compare(a.ID, b.ID))
	})
	d := Dossier{Articles: articles, Days: days(articles, from, to)}
	d.Entity = count(articles, entityID)
	for _, e := range CountEntities(articles) {
		if !SameEntity(e.ID, entityID) && len(d.Related) < dossierRelated {
			d.Related = append(d.Related, e)
		}
	}
	if len(articles) > 0 {
		d.First, d.Last = articles[len(articles)-1].Time(), articles[0].Time()
	}
	d.Role = role(articles, entityID)
	stand, _ := standing(articles)
	d.Points = pointsAbout(pick(articles, stand), d.Entity)
	return d
}

// Count sets how many articles name the entity and on which days, where the dossier
// was put together of some of them. The first and the last were among them.
func (d *Dossier) Count(counts []DayCount) {
	d.Entity.Count = 0
	for _, c := range counts {
		d.Entity.Count += c.Count
		if i := slices.IndexFunc(d.Days, func(o DayCount) bool { return o.Day.Equal(c.Day) }); i >= 0 {
			d.Days[i].Count = c.Count
		}
	}
}

// count returns an entity as the articles name it, all of them.
func count(articles []Brief, entityID string) EntityCount {
	var t tally
	for _, a := range articles {
		for _, n := range a.Entities {
			if SameEntity(n.ID, entityID) {
				t.add(n)
			}
		}
	}
	t.Count = len(articles)
	return t.EntityCount
}

// days counts articles per UTC day from the window's first day to its last. A
// window without a beginning starts with the first article.
func days(articles []Brief, from, to time.Time) []DayCount {
	const day = 24 * time.Hour
	count := map[time.Time]int{}
	for _, a := range articles {
		count[a.Time().UTC().Truncate(day)]++
	}
	if from.IsZero() && len(articles) > 0 {
		from = articles[len(articles)-1].Time()
	}
	if to.IsZero() && len(articles) > 0 {
		to = articles[0].Time().Add(1)
	}
	if earliest := to.Add(-(dossierDays - 1) * day); from.Before(earliest) {
		from = earliest
	}
	var out []DayCount
	for t := from.UTC().Truncate(day); t.Before(to); t = t.Add(day) {
		out = append(out, DayCount{t, count[t]})
	}
	return out
}

// role returns the title that stands most often before the entity's name.
func role(articles []Brief, entityID string) string {
	count := map[string]int{}
	best := ""
	for _, a := range articles {
		for _, n := range a.Entities {
			if !SameEntity(n.ID, entityID) || n.Role == "" {
				continue
			}
			count[n.Role]++
			if count[n.Role] > count[best] {
				best = n.Role
			}
		}
	}
	return best
}

// pointsAbout picks points that say different things: of those that name the entity,
// and where these are few, of all of the articles that are about it, else of the first
// ones of those that name it.
func pointsAbout(articles []Brief, e EntityCount) []StoryPoint {
	articles = articles[:min(len(articles), dossierRecent)]
	names := entity.Naming(e.Type, e.Name)
	named := func(a Brief, p KeyPoint) bool { return names(withoutOthers(p.Text, a, e.ID, names)) }
	indexer := text.NewIndexer()
	points := survey(indexer, articles, named)
	if len(points) < dossierFew {
		points = survey(indexer, articles, func(a Brief, p KeyPoint) bool { return a.isAbout(e.ID) || named(a, p) })
	}
	if len(points) == 0 {
		points = survey(indexer, articles, func(a Brief, p KeyPoint) bool { return p.Start == a.Points[0].Start })
	}
	introduce(e.Name, points)
	return points
}

// survey picks some of the points that keep holds for, the latest first.
func survey(indexer *text.Indexer, articles []Brief, keep func(Brief, KeyPoint) bool) []StoryPoint {
	points, candidates := gather(articles, keep)
	chosen := keypoint.Survey(indexer, "", candidates, dossierPoints)
	slices.Sort(chosen) // articles are sorted by time, the latest first
	return pick(points, chosen)
}

// isAbout reports whether the article is about an entity, and does not just name it.
func (b Brief) isAbout(entityID string) bool {
	return slices.ContainsFunc(b.Entities, func(n Name) bool { return SameEntity(n.ID, entityID) && n.Salience >= mainSalience })
}

// withoutOthers returns a text of an article without the longer names of others in
// which an entity's own stands: "Sir Ian Blair" does not name Tony Blair.
func withoutOthers(s string, a Brief, entityID string, names func(string) bool) string {
	for _, n := range a.Entities {
		if strings.Contains(n.Name, " ") && strings.Contains(s, n.Name) && !SameEntity(n.ID, entityID) && names(n.Name) {
			s = strings.ReplaceAll(s, n.Name, "")
		}
	}
	return s
}
