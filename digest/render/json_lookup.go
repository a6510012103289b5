package render

import (
	"cmp"
	"io"
	"time"

	"newsbot/digest"
)

type lookupJSON struct {
	Words    string       `json:"words"`
	Dossier  *dossierJSON `json:"dossier"`
	Total    int          `json:"total"`
	Articles []hitJSON    `json:"articles"`
	Choices  []entityJSON `json:"choices"`
	From     *time.Time   `json:"from"`
	To       *time.Time   `json:"to"`
	Partial  bool         `json:"partial"`
}

type dossierJSON struct {
	Entity    entityJSON   `json:"entity"`
	Role      string       `json:"role"`
	First     *time.Time   `json:"first"`
	Last      *time.Time   `json:"last"`
	Days      []dayJSON    `json:"days"`
	KeyPoints []pointJSON  `json:"key_points"`
	Related   []entityJSON `json:"related"`
	Foreign   int          `json:"foreign,omitempty"`
}

type dayJSON struct {
	Day      string `json:"day"`
	Articles int    `json:"articles"`
}

type hitJSON struct {
	articleJSON
	Corrected bool        `json:"corrected,omitempty"`
	KeyPoints []pointJSON `json:"key_points"`
}

// hitArticles is how many articles of a dossier LookupJSON writes where the reader did not say.
const hitArticles = 10

// LookupJSON writes the answer to a lookup as one JSON object:
//
//	{"words",
//	 "dossier": null or {"entity": {"id", "name", "type", "count"}, "role", "first", "last",
//	   "days": [{"day", "articles"}], "key_points": [as of JSON], "related": [as entity], "foreign"},
//	 "total", "articles": [as of JSON, with "corrected" and "key_points"],
//	 "choices": [as entity], "from", "to", "partial"}
//
// The articles are the latest of the dossier, else the best matches; total is how many there are in
// all; foreign are others that hold its name in a language in which few are found, left out where there are none. Corrected says that another of them corrects one. Days are of UTC. Choices are
// other entities that the words could name; an id is looked up as words are. From and to are the time
// that was searched, null where that has no beginning and goes up to now; partial says that no
// article has all of the words, and these have the most.
func LookupJSON(w io.Writer, l digest.Lookup) error {
	articles := l.Hits
	out := lookupJSON{Words: l.Words, Total: l.Total, Choices: each(l.Choices, newEntityJSON), From: known(l.From), To: known(l.To), Partial: l.Partial}
	if d := l.Dossier; d != nil {
		articles = d.Articles[:min(len(d.Articles), cmp.Or(l.Limit, hitArticles))]
		out.Dossier = &dossierJSON{
			Entity: newEntityJSON(d.Entity), Role: d.Role, First: known(d.First), Last: known(d.Last),
			Days:      each(d.Days, func(c digest.DayCount) dayJSON { return dayJSON{c.Day.Format(time.DateOnly), c.Count} }),
			KeyPoints: each(d.Points, newPointJSON),
			Related:   each(d.Related, newEntityJSON), Foreign: d.Foreign,
		}
	}
	corrected := digest.Corrected(articles)
	out.Articles = each(articles, func(b digest.Brief) hitJSON { return newHitJSON(b, corrected(b)) })
	return indented(w, out)
}

func newHitJSON(b digest.Brief, corrected bool) hitJSON {
	points := each(b.OwnPoints(), func(p digest.KeyPoint) pointJSON {
		return newPointJSON(digest.StoryPoint{KeyPoint: p, Article: b.PublicID(), URL: b.URL, Source: b.Source})
	})
	return hitJSON{newArticleJSON(b), corrected, points}
}
