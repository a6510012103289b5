package render

import (
	"fmt"
	"io"
	"math"
	"time"

	"newsbot/digest"
)

// Rising says to a reader what trends are of: "Rising since Mon 23 Nov 2026". Their days are
// those of UTC.
func (r Reader) Rising(t digest.Trends) string {
	r.Zone = time.UTC
	since := "since " + r.Date(t.Since)
	compared := digest.Comparable(t.Earlier, t.Articles)
	switch some := len(t.Names)+len(t.Stories) > 0; {
	case some && compared:
		return "Rising " + since
	case some:
		return "Most in the news " + since
	case compared:
		return "Nothing has been in the news clearly more than before " + since
	}
	return "Nothing has been in the news often " + since
}

// Compared says to a reader what trends are compared with.
func (r Reader) Compared(t digest.Trends) string {
	of := r.Plural(t.Earlier, "article", "articles") + " of the " + r.Plural(wholeDays(t.Before), "day", "days") + " before."
	switch {
	case digest.Comparable(t.Earlier, t.Articles):
		return "Compared with " + of
	case t.Earlier == 0:
		return "There is no earlier news to compare with."
	}
	return "There is too little earlier news to compare with: " + of
}

func wholeDays(d time.Duration) int { return int(d / (24 * time.Hour)) }

// Grown says to a reader how something has risen: "12 articles, 4× as often as before".
func (r Reader) Grown(rise digest.Rise) string {
	articles := r.Plural(rise.Now, "article", "articles")
	switch t := rise.Times(); {
	case rise.Earlier == 0:
		return articles
	case rise.Before == 0:
		return articles + ", new"
	case t < 10:
		return fmt.Sprintf("%s, %s× as often as before", articles, r.Decimal(t))
	default:
		return fmt.Sprintf("%s, %s× as often as before", articles, r.Number(int(t)))
	}
}

// TrendsText writes trends for a terminal.
func TrendsText(w io.Writer, t digest.Trends, o TextOptions) error {
	p := newPrinter(o)
	p.paragraph("", run{text: Reader{}.Rising(t), style: strong})
	p.paragraph("", run{text: Reader{}.Compared(t), style: dim})
	if len(t.Names) > 0 {
		p.heading("Names")
	}
	for _, n := range t.Names {
		p.rising(n.Name, "", n.Rise)
	}
	if len(t.Stories) > 0 {
		p.heading("Stories")
	}
	for _, s := range t.Stories {
		p.rising(Headline(s.Story), Link(s.URL), s.Rise)
	}
	return p.writeTo(w, "trends")
}

// rising writes a name or a headline, and how it has grown.
func (p *printer) rising(what, link string, r digest.Rise) {
	p.paragraph("• ", run{Inert(what), bold, link}, trail(dim, Reader{}.Grown(r)))
}

type trendsJSON struct {
	Since    time.Time         `json:"since"`
	Articles int               `json:"articles"`
	Earlier  earlierJSON       `json:"earlier"`
	Names    []risingNameJSON  `json:"names"`
	Stories  []risingStoryJSON `json:"stories"`
}

type earlierJSON struct {
	Days     int `json:"days"`
	Articles int `json:"articles"`
}

type risingNameJSON struct {
	entityJSON
	riseJSON
}

type risingStoryJSON struct {
	ID       string   `json:"id"`
	Headline string   `json:"headline"`
	URL      string   `json:"url"`
	Sources  []string `json:"sources"`
	Count    int      `json:"count"`
	riseJSON
}

type riseJSON struct {
	Before int      `json:"before"`
	Times  *float64 `json:"times"`
}

// TrendsJSON writes trends as one JSON object:
//
//	{"since", "articles", "earlier": {"days", "articles"},
//	 "names": [{"id", "name", "type", "count", "before", "times"}],
//	 "stories": [{"id", "headline", "url", "sources", "count", "before", "times"}]}
//
// Count is the number of articles since then, of "articles" in all, before that of the earlier days, and
// times by how much the share has grown, to two decimals: null where it was in none before.
func TrendsJSON(w io.Writer, t digest.Trends) error {
	return indented(w, trendsJSON{
		Since: t.Since, Articles: t.Articles, Earlier: earlierJSON{wholeDays(t.Before), t.Earlier},
		Names: each(t.Names, func(n digest.RisingName) risingNameJSON {
			return risingNameJSON{newEntityJSON(n.EntityCount), newRiseJSON(n.Rise)}
		}),
		Stories: each(t.Stories, func(s digest.RisingStory) risingStoryJSON {
			sources := each(s.Sources, itself)
			return risingStoryJSON{s.ID, s.Headline, s.URL, sources, s.Rise.Now, newRiseJSON(s.Rise)}
		}),
	})
}

func newRiseJSON(r digest.Rise) riseJSON {
	if r.Before == 0 {
		return riseJSON{}
	}
	times := math.Round(100*r.Times()) / 100
	return riseJSON{r.Before, &times}
}
