package render

import (
	"io"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
	"newsbot/digest/safejson"
	"newsbot/digest/text"
)

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
	return indented(w, newAnalysisJSON(a, an))
}

// AnalysisJSONL writes the same object as AnalysisJSON on one line.
func AnalysisJSONL(w io.Writer, a digest.Article, an digest.Analysis) error {
	return safejson.NewEncoder(w).Encode(newAnalysisJSON(a, an))
}

func newAnalysisJSON(a digest.Article, an digest.Analysis) analysisJSON {
	whole, points := a.Title+"\n"+a.Text, keypoint.Told(an.Points)
	extent := func(s text.Span) extentJSON { return extentJSON{s.In(whole), s.Start, s.End} }
	out := analysisJSON{
		ID: a.PublicID(), Title: a.Title, Language: an.Language,
		Entities:  make([]foundJSON, len(an.Entities)),
		KeyPoints: make([]extentJSON, len(points)),
	}
	for i, e := range an.Entities {
		out.Entities[i] = foundJSON{e.Name, e.Type, make([]extentJSON, len(e.Mentions))}
		for j, m := range e.Mentions {
			out.Entities[i].Mentions[j] = extent(m.Span)
		}
	}
	for i, p := range points {
		out.KeyPoints[i] = extent(p.Span)
	}
	return out
}
