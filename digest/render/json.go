package render

import (
	"encoding/json"
	"io"
	"time"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// The types below are what the program promises to print; they change only by
// additions. Texts in them are as they stand in their articles, not made
// inert. A time that is not known is null, a list that has nothing is [].

type digestJSON struct {
	Edition  string       `json:"edition"`
	From     *time.Time   `json:"from"`
	To       *time.Time   `json:"to"`
	Articles int          `json:"articles"`
	Sources  int          `json:"sources"`
	Stories  []storyJSON  `json:"stories"`
	Entities []entityJSON `json:"entities"`
}

type storyJSON struct {
	ID        string        `json:"id"`
	Headline  string        `json:"headline"`
	URL       string        `json:"url"`
	Articles  []articleJSON `json:"articles"`
	KeyPoints []pointJSON   `json:"key_points"`
	Entities  []entityJSON  `json:"entities"`
	Sources   []string      `json:"sources"`
	Score     float64       `json:"score"`
}

type articleJSON struct {
	ID        string     `json:"id"`
	Title     string     `json:"title"`
	URL       string     `json:"url"`
	Source    string     `json:"source"`
	Published *time.Time `json:"published"`
}

type pointJSON struct {
	Text    string `json:"text"`
	Article string `json:"article"`
	URL     string `json:"url"`
	Source  string `json:"source"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

type entityJSON struct {
	ID    string      `json:"id"`
	Name  string      `json:"name"`
	Type  entity.Type `json:"type"`
	Count int         `json:"count"`
}

// JSON writes the digest as one JSON object:
//
//	{"edition", "from", "to", "articles", "sources",
//	 "stories": [{"id", "headline", "url",
//	   "articles": [{"id", "title", "url", "source", "published"}],
//	   "key_points": [{"text", "article", "url", "source", "start", "end"}],
//	   "entities": [{"id", "name", "type", "count"}], "sources": [], "score"}],
//	 "entities": [{"id", "name", "type", "count"}]}
//
// An article's id is its PublicID. Start and end are bytes of the article's
// title + "\n" + text.
func JSON(w io.Writer, d digest.Digest) error {
	out := digestJSON{
		Edition: Edition(d), From: known(in(d.From, d.Zone)), To: known(in(d.To, d.Zone)),
		Articles: d.Articles, Sources: d.Sources,
		Stories:  each(d.Stories, newStoryJSON),
		Entities: each(d.Entities, newEntityJSON),
	}
	enc := encoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func newStoryJSON(s digest.Story) storyJSON {
	return storyJSON{
		ID: s.ID, Headline: s.Headline, URL: s.URL, Score: s.Score,
		Articles: each(s.Articles, func(b digest.Brief) articleJSON {
			return articleJSON{b.PublicID(), b.Title, b.URL, b.Source, known(b.Published)}
		}),
		KeyPoints: each(s.Points, func(p digest.StoryPoint) pointJSON {
			return pointJSON{p.Text, p.Article, p.URL, p.Source, p.Start, p.End}
		}),
		Entities: each(s.Entities, newEntityJSON),
		Sources:  each(s.Sources, func(name string) string { return name }),
	}
}

func newEntityJSON(e digest.EntityCount) entityJSON { return entityJSON(e) }

type analysisJSON struct {
	ID        string       `json:"id"`
	Title     string       `json:"title"`
	Language  string       `json:"language"`
	Entities  []foundJSON  `json:"entities"`
	KeyPoints []extentJSON `json:"key_points"`
}

type foundJSON struct {
	Name     string       `json:"name"`
	Type     entity.Type  `json:"type"`
	Mentions []extentJSON `json:"mentions"`
}

type extentJSON struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// AnalysisJSON writes what was read out of one article as a JSON object over
// several lines:
//
//	{"id", "title", "language",
//	 "entities": [{"name", "type", "mentions": [{"text", "start", "end"}]}],
//	 "key_points": [{"text", "start", "end"}]}
//
// Start and end are bytes of the article's title + "\n" + text.
func AnalysisJSON(w io.Writer, a digest.Article, an digest.Analysis) error {
	enc := encoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(newAnalysisJSON(a, an))
}

// AnalysisJSONL writes the same object as AnalysisJSON on one line.
func AnalysisJSONL(w io.Writer, a digest.Article, an digest.Analysis) error {
	return encoder(w).Encode(newAnalysisJSON(a, an))
}

func newAnalysisJSON(a digest.Article, an digest.Analysis) analysisJSON {
	whole := a.Title + "\n" + a.Text
	extent := func(s text.Span) extentJSON { return extentJSON{s.In(whole), s.Start, s.End} }
	out := analysisJSON{
		ID: a.PublicID(), Title: a.Title, Language: an.Language,
		Entities:  make([]foundJSON, len(an.Entities)),
		KeyPoints: make([]extentJSON, len(an.Points)),
	}
	for i, e := range an.Entities {
		out.Entities[i] = foundJSON{e.Name, e.Type, make([]extentJSON, len(e.Mentions))}
		for j, m := range e.Mentions {
			out.Entities[i].Mentions[j] = extent(m.Span)
		}
	}
	for i, p := range an.Points {
		out.KeyPoints[i] = extent(p.Span)
	}
	return out
}

type groupJSON struct {
	Headline string   `json:"headline"`
	Articles []string `json:"articles"`
}

// StoriesJSONL writes every story on a line of its own:
// {"headline", "articles": [id]}, each id an article's PublicID.
func StoriesJSONL(w io.Writer, stories []digest.Story) error {
	enc := encoder(w)
	for _, s := range stories {
		if err := enc.Encode(groupJSON{s.Headline, each(s.Articles, digest.Brief.PublicID)}); err != nil {
			return err
		}
	}
	return nil
}

func encoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// each maps a list to one that is never nil, so that JSON shows [] for none.
func each[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	for i, v := range list {
		out[i] = f(v)
	}
	return out
}

// known returns nil for a time that is not known or that RFC 3339 cannot write.
func known(t time.Time) *time.Time {
	if y := t.Year(); t.IsZero() || y < 0 || y > 9999 {
		return nil
	}
	return &t
}
