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
	Limit   int           // how many articles the reader asked to see, 0 where they did not say
	Partial bool          // no article has all of the words; Hits have the most

	From, To time.Time // the time that was searched; zero: from the first article on, up to now
	Among    string    // the same, with whatever else the articles had to be, as a person reads it: "from The Courier · any time"
}

// Dossier is what a window's articles tell of one entity.
type Dossier struct {
	Entity      EntityCount
	Role        string // who a person is: what of what, "former" where they are it no more, or a title alone; or ""
	First, Last time.Time
	Days        []DayCount    // every day of the window, in order, the last 30 at most
	Points      []StoryPoint  // the latest first
	Related     []EntityCount // named in the same articles, the most often first
	Articles    []Brief       // the latest first
	Foreign     int           // others that hold its name, in a language without a model of names, in which few are found
}

// DayCount is the number of articles of one UTC day.
type DayCount struct {
	Day   time.Time // its midnight
	Count int
}

const (
	dossierPoints  = 5
	dossierFew     = 3 // points of the articles; fewer are not enough
	dossierRelated = 8
	dossierDays    = 30
	dossierRecent  = 200 // articles that points are taken from

	// DossierTexts is how many of the latest articles are worth reading in full for one.
	DossierTexts = 12
)

// NewDossier puts together what articles tell of an entity; all of them name it. The texts
// are those of some of them, in any order.
func NewDossier(entityID string, articles []Brief, texts []Analyzed, from, to time.Time) Dossier {
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
	articles = slices.DeleteFunc(slices.Clone(articles), Corrected(articles))
	texts = textsOf(articles, texts)
	d.Role = role(articles, texts, entityID)
	d.Points = pointsAbout(articles, texts, d.Entity)
	return d
}

// textsOf returns the texts of articles, in the order of these.
func textsOf(articles []Brief, texts []Analyzed) []Analyzed {
	byID := make(map[string]Analyzed, len(texts))
	for _, t := range texts {
		byID[t.Article.ID] = t
	}
	var out []Analyzed
	for _, a := range articles {
		if t, ok := byID[a.ID]; ok {
			out = append(out, t)
		}
	}
	return out
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

// pointsAbout picks points that say different things, all of which name the entity: of the
// articles' own and, where these are few, of those too that share little beside its name, and of what else
// the texts say of it.
func pointsAbout(articles []Brief, texts []Analyzed, e EntityCount) []StoryPoint {
	indexer := text.NewIndexer()
	named := withNaming(articles[:min(len(articles), dossierRecent)], e)
	points := survey(indexer, named, "")
	if len(points) < dossierFew {
		points = survey(indexer, named, e.Name)
	}
	if len(points) < dossierFew {
		points = survey(indexer, furthered(indexer, named, texts, e.ID), e.Name)
	}
	introduce(e.Name, points)
	return points
}

// withNaming returns articles with those alone of their points that name the entity.
func withNaming(articles []Brief, e EntityCount) []Brief {
	names := entity.Naming(e.Type, e.Name)
	out := slices.Clone(articles)
	for i, a := range out {
		out[i].Points = slices.DeleteFunc(slices.Clone(a.Points), func(p KeyPoint) bool { return !names(withoutOthers(p.Text, a, e.ID, names)) })
	}
	return out
}

// furthered returns articles of which those that no point is of have what their texts say
// of the entity.
func furthered(indexer *text.Indexer, articles []Brief, texts []Analyzed, entityID string) []Brief {
	out := slices.Clone(articles)
	for i, a := range out {
		at := slices.IndexFunc(texts, func(t Analyzed) bool { return t.Article.ID == a.ID })
		if len(a.Points) == 0 && at >= 0 {
			out[i].Points = keyPoints(texts[at].Article, namingPoints(indexer, texts[at], entityID))
		}
	}
	return out
}

// namingPoints returns what could be a point of a text and names the entity.
func namingPoints(indexer *text.Indexer, a Analyzed, entityID string) []keypoint.Point {
	d := text.Parse(a.Article.Title, a.Article.Text)
	return keypoint.Naming(d, indexer.Index(d), a.Analysis.Language, a.Analysis.Entities, mentions(a.Analysis, entityID))
}

// mentions returns where an analysed text names an entity, a person also where it knows no more
// of them than the surname.
func mentions(n Analysis, entityID string) []text.Span {
	var named, called []text.Span
	for _, e := range n.Entities {
		for _, m := range e.Mentions {
			switch {
			case SameEntity(e.ID, entityID):
				named = append(named, m.Span)
			case e.ID == personPrefix+Surname(entityID):
				called = append(called, m.Span)
			}
		}
	}
	if named == nil {
		return called
	}
	return named
}

// survey picks some of the points of articles, the latest first, comparing what they say beside a name, which may be "".
func survey(indexer *text.Indexer, articles []Brief, name string) []StoryPoint {
	points, candidates := gather(articles, everything)
	for i, c := range candidates {
		if name != "" {
			candidates[i].Text = strings.ReplaceAll(c.Text, name, "")
		}
	}
	chosen := keypoint.Survey(indexer, "", candidates, dossierPoints)
	slices.Sort(chosen) // articles are sorted by time, the latest first
	return pick(points, chosen)
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
