package storetest

import (
	"strings"
	"time"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
	"newsbot/digest/store"
	"newsbot/digest/text"
)

// story describes an article of a test by what is particular about it.
type story struct {
	slug   string // of its URL, which makes its ID
	title  string
	source string
	at     time.Time
	body   string
	terms  string   // salient terms, the weightiest first
	names  []string // "type:Name" or "type:Name=form in the text", the most salient first
}

// entry makes up the article and an analysis of it.
func (st story) entry() store.Entry {
	a := digest.Article{
		URL: "https://test.example/" + st.slug, Source: st.source, Title: st.title,
		Published: st.at, Language: "en-GB", Text: st.body, Paywalled: len(st.names) == 0, Opinion: st.terms == "",
	}
	a.Identify("")
	n := digest.Analysis{Language: "en", Words: len(strings.Fields(a.Title + " " + a.Text)), Print: 1<<63 + 7}
	for i, w := range strings.Fields(st.terms) {
		n.Terms = append(n.Terms, text.Term{Word: w, Weight: 1 / float64(i+1)})
	}
	doc := a.Title + "\n" + a.Text
	for i, name := range st.names {
		n.Entities = append(n.Entities, named(doc, name, 1/float64(i+1)))
	}
	if a.Text != "" {
		n.Points = []keypoint.Point{{Span: text.Span{Start: len(a.Title) + 1, End: len(doc)}, Score: 0.5}}
	}
	return store.Entry{Article: a, Analysis: n}
}

func entityID(kind, name string) string {
	return kind + "/" + strings.ReplaceAll(strings.ToLower(name), " ", "-")
}

func named(doc, spec string, salience float64) entity.Entity {
	kind, name, _ := strings.Cut(spec, ":")
	name, form, ok := strings.Cut(name, "=")
	if !ok {
		form = name
	}
	e := entity.Entity{ID: entityID(kind, name), Name: name, Type: entity.Type(kind), Salience: salience}
	for at := 0; form != ""; {
		i := strings.Index(doc[at:], form)
		if i < 0 {
			return e
		}
		e.Mentions = append(e.Mentions, entity.Mention{Span: text.Span{Start: at + i, End: at + i + len(form)}, Sentence: len(e.Mentions)})
		at += i + len(form)
	}
	return e
}
