package render

import (
	"io"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
)

// AnalysisText writes what was read out of one article for a terminal: its
// title, its key points, its entities by type with the number of their mentions,
// and that there is no model for its language.
func AnalysisText(w io.Writer, a digest.Article, an digest.Analysis, o TextOptions) error {
	p := newPrinter(o)
	p.paragraph("", run{orUntitled(a.Title), bold, Link(a.URL)})
	if line := byline(a, an); line != "" {
		p.paragraph("", run{text: line, style: dim})
	}
	an.Points = keypoint.Told(an.Points)
	if len(an.Points) > 0 {
		p.heading("Key points")
		for _, point := range digest.Introduce(a.Title, digest.NewBrief(a, an).Points) {
			p.paragraph("• ", run{text: Point(point)}, introduced(point))
		}
	}
	p.namesUnder("Names", each(an.Entities, func(e entity.Entity) digest.EntityCount {
		return digest.EntityCount{ID: e.ID, Name: e.Name, Type: e.Type, Count: len(e.Mentions)}
	}))
	p.footnote(NoModel(an.Language))
	return p.writeTo(w, "analysis")
}

// byline tells where an article is from, what is known of it.
func byline(a digest.Article, an digest.Analysis) string {
	return dotted(Shorten(a.Source, 60), Shorten(a.Author, 60), date(a.Published, nil), Shorten(an.Language, 60))
}

// StoriesText writes every story with the titles of its articles.
func StoriesText(w io.Writer, stories []digest.Story, o TextOptions) error {
	p := newPrinter(o)
	for i, s := range stories {
		if i > 0 {
			p.WriteByte('\n')
		}
		p.paragraph("", run{Headline(s), bold, Link(s.URL)})
		for _, a := range s.Articles {
			p.paragraph("  • ", run{text: Title(a), link: Link(a.URL)},
				run{text: "  " + sourceOf(a), style: dim})
		}
	}
	return p.writeTo(w, "stories")
}
