package render

import (
	"io"
	"slices"
	"time"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/figure"
	"newsbot/digest/safejson"
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
	Known    int          `json:"known"`
	Stories  []storyJSON  `json:"stories"`
	Entities []entityJSON `json:"entities"`
	Foreign  int          `json:"foreign"`
	Topics   []string     `json:"topics"`
	Muted    []string     `json:"muted"`
	Pages    int          `json:"no_news"`
	Hidden   int          `json:"hidden"`
	Read     int          `json:"read"`
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
	Day       int           `json:"day"`
	Again     bool          `json:"again"`

	Disagreements []disagreementJSON `json:"disagreements"`
}

type articleJSON struct {
	ID        string     `json:"id"`
	Title     string     `json:"title"`
	URL       string     `json:"url"`
	Source    string     `json:"source"`
	Published *time.Time `json:"published"`
	Paywalled bool       `json:"paywalled,omitempty"`
	Opinion   bool       `json:"opinion,omitempty"`
}

type pointJSON struct {
	Text    string `json:"text"`
	Article string `json:"article"`
	URL     string `json:"url"`
	Source  string `json:"source"`
	Start   int    `json:"start"`
	End     int    `json:"end"`

	Introductions []extentJSON `json:"introductions,omitempty"` // of those whom it names by a surname alone
}

type disagreementJSON struct {
	What    string       `json:"what"`
	Figures []figureJSON `json:"figures"`
}

type figureJSON struct {
	Number  string      `json:"number"`
	Value   float64     `json:"value"`
	Bound   string      `json:"bound,omitempty"`
	Text    string      `json:"text"`
	Article string      `json:"article"`
	URL     string      `json:"url"`
	Source  string      `json:"source"`
	Others  []voiceJSON `json:"others,omitempty"`
}

// voiceJSON is an article of a source that says what another one says.
type voiceJSON struct {
	Text    string `json:"text"`
	Article string `json:"article"`
	URL     string `json:"url"`
	Source  string `json:"source"`
}

type entityJSON struct {
	ID    string      `json:"id"`
	Name  string      `json:"name"`
	Type  entity.Type `json:"type"`
	Count int         `json:"count"`

	Trend digest.Trend `json:"trend,omitempty"`
}

// JSON writes the digest as one JSON object:
//
//	{"edition", "from", "to", "articles", "sources", "known",
//	 "stories": [{"id", "headline", "url",
//	   "articles": [{"id", "title", "url", "source", "published", "paywalled", "opinion"}],
//	   "key_points": [{"text", "article", "url", "source", "start", "end",
//	                   "introductions": [{"text", "start", "end"}]}],
//	   "entities": [{"id", "name", "type", "count"}], "sources": [], "score", "day", "again",
//	   "disagreements": [{"what", "figures": [{"number", "value", "bound", "text", "article", "url", "source",
//	     "others": [{"text", "article", "url", "source"}]}]}]}],
//	 "entities": [{"id", "name", "type", "count", "trend"}], "foreign",
//	 "topics": [], "muted": [], "no_news", "hidden", "read"}
//
// An article's id is its PublicID. Start and end are bytes of the article's
// title + "\n" + text. Known, foreign, topics, muted, hidden, read, day and again are those
// of Digest and Story, no_news is Digest.Pages; a number stands in the text beside it, and is value: "at least", "at most" or
// "about" that where it has such a bound. Others are of sources that give the same. Trend is digest.Trend, and left out
// where that is Steady.
func JSON(w io.Writer, d digest.Digest) error {
	return indented(w, digestJSON{
		Edition: Edition(d.Edition), From: known(Local(d.From, d.Zone)), To: known(Local(d.To, d.Zone)),
		Articles: d.Articles, Sources: d.Sources, Known: d.Known,
		Stories:  each(d.Stories, func(s digest.Story) storyJSON { return newStoryJSON(s, s.Points) }),
		Entities: each(d.Entities, newEntityJSON), Foreign: d.Foreign,
		Topics: each(d.Topics, itself), Muted: each(d.Muted, itself), Pages: d.Pages, Hidden: d.Hidden, Read: d.Read,
	})
}

// StoryJSON writes the story as JSON writes those of a digest, with all its
// points.
func StoryJSON(w io.Writer, s digest.Story) error { return indented(w, newStoryJSON(s, s.Details)) }

func newStoryJSON(s digest.Story, points []digest.StoryPoint) storyJSON {
	return storyJSON{
		ID: s.ID, Headline: s.Headline, URL: s.URL, Score: s.Score, Day: s.Day, Again: s.Again,
		Articles:  each(s.Articles, newArticleJSON),
		KeyPoints: each(points, newPointJSON),
		Entities:  each(s.Entities, newEntityJSON),
		Sources:   each(s.Sources, itself),
		Disagreements: each(s.Disagreements, func(d digest.Disagreement) disagreementJSON {
			return disagreementJSON{d.What, each(d.Figures, newFigureJSON)}
		}),
	}
}

func newArticleJSON(b digest.Brief) articleJSON {
	return articleJSON{b.PublicID(), b.Title, b.URL, b.Source, known(b.Published), b.Paywalled, b.Opinion}
}

func newPointJSON(p digest.StoryPoint) pointJSON {
	return pointJSON{p.Text, p.Article, p.URL, p.Source, p.Start, p.End, newIntroductionsJSON(p.KeyPoint)}
}

func newIntroductionsJSON(p digest.KeyPoint) []extentJSON {
	return each(p.Introductions, func(x digest.Introduction) extentJSON { return extentJSON{x.Text, x.Start, x.End} })
}

func newFigureJSON(f digest.Figure) figureJSON {
	return figureJSON{
		f.Number(), f.Value, boundWords[f.Bound], f.Text, f.Article, f.URL, f.Source,
		each(f.Others, func(p digest.StoryPoint) voiceJSON { return voiceJSON{p.Text, p.Article, p.URL, p.Source} }),
	}
}

// boundWords say how a number is meant that is not exact.
var boundWords = map[figure.Bound]string{figure.AtLeast: "at least", figure.AtMost: "at most", figure.About: "about"}

func newEntityJSON(e digest.EntityCount) entityJSON { return entityJSON(e) }

type groupJSON struct {
	Headline string   `json:"headline"`
	Articles []string `json:"articles"`
}

// StoriesJSONL writes every story on a line of its own:
// {"headline", "articles": [id]}, each id an article's PublicID. Those that were corrected come last.
func StoriesJSONL(w io.Writer, stories []digest.Story) error {
	enc := safejson.NewEncoder(w)
	for _, s := range stories {
		if err := enc.Encode(groupJSON{s.Headline, each(slices.Concat(s.Articles, s.Corrected), digest.Brief.PublicID)}); err != nil {
			return err
		}
	}
	return nil
}

// indented writes a value over several lines.
func indented(w io.Writer, v any) error {
	enc := safejson.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// each maps a list to one that is never nil, so that JSON shows [] for none.
func each[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	for i, v := range list {
		out[i] = f(v)
	}
	return out
}

// itself returns what it is given.
func itself(s string) string { return s }

// known returns nil for a time that is not known or that RFC 3339 cannot write.
func known(t time.Time) *time.Time {
	if y := t.Year(); t.IsZero() || y < 0 || y > 9999 {
		return nil
	}
	return &t
}
