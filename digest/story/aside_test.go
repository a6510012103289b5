package story

import (
	"slices"
	"strings"
	"testing"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// TestAsides checks which names an article has only to tell its event apart from others.
func TestAsides(t *testing.T) {
	const title, lead = "Marlow ferry runs aground", "The ferry Lunna ran aground off Marlow on Monday. "
	for _, test := range []struct {
		body, name string
		aside      bool
	}{
		{lead + "It had nothing to do with the fire at Sandvik, the owner said.", "Sandvik", true},
		{lead + "With the fire at Sandvik it has nothing to do, said the owner.", "Sandvik", true},
		{lead + "There was no known link to the fire at Sandvik.", "Sandvik", true},
		{lead + "The two are not connected with Sandvik.", "Sandvik", true},
		{lead + "The accident came hours after a fire at Sandvik.", "Sandvik", true},
		{lead + "Coming just two days after a fire at Sandvik, it closed the port.", "Sandvik", true},
		{lead + "The Lunna has nothing to do with the fire.", "Lunna", false},              // which the lead has too
		{lead + "It has nothing to do with what Marlow fears.", "Marlow", false},           // nor the title
		{"The accident had nothing to do with Sandvik, its owner said.", "Sandvik", false}, // the news
		{lead + "Four days after the fire Sandvik opened again.", "Sandvik", false},
		{lead + "Whether Sandvik has to do with it is open.", "Sandvik", false},
		{lead + "Its captain, who is not related to the minister, came to Sandvik after all.", "Sandvik", false},
	} {
		d := text.Parse(title, test.body)
		names := []entity.Entity{{ID: "organization/" + strings.ToLower(test.name), Salience: .3}}
		for i, s := range d.Sentences {
			if at := strings.Index(s.In(d.Text), test.name); at >= 0 {
				names[0].Mentions = append(names[0].Mentions, entity.Mention{Span: text.Span{Start: s.Start + at, End: s.Start + at + len(test.name)}, Sentence: i})
			}
		}
		indexer := text.NewIndexer()
		terms := Read(indexer, d, indexer.Index(d), names, 40)
		if got := names[0].Salience == asideSalience; got != test.aside {
			t.Errorf("%s: %s is an aside: %v", test.body, test.name, got)
		}
		s := Default().newSpace()
		v := s.number(&Item{Title: title, Terms: terms, Entities: []Name{{names[0].ID, names[0].Salience}}})
		compared := slices.ContainsFunc(v, func(c component) bool { return c.kind == isName || c.kind == isWord })
		if compared == test.aside {
			t.Errorf("%s: %s is compared: %v", test.body, test.name, compared)
		}
	}
}

// TestReadCorrections checks that what says that an article is a correction is not compared.
func TestReadCorrections(t *testing.T) {
	const body = "Lindal is to pay 58 million crowns for the ferry.\nThe ministry said so on Monday."
	indexer := text.NewIndexer()
	read := func(title, body string) []text.Term {
		d := text.Parse(title, body)
		return Read(indexer, d, indexer.Index(d), nil, 40)
	}
	want := read("Lindal to pay 58 mln crowns", body)
	for _, test := range [][2]string{
		{"CORRECTED-Lindal to pay 58 mln crowns", "(Corrects amount in headline to 58 million from 85 million)\n" + body},
		{"Correction: Lindal to pay 58 mln crowns", body},
		{"CLARIFICATION - Lindal to pay 58 mln crowns", body},
		{"Lindal to pay 58 mln crowns", "(Corrects amount in paragraph 1)\n\n" + body},
	} {
		if got := read(test[0], test[1]); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", test, got, want)
		}
	}
	for _, test := range [][2]string{
		{"Correction of the tables cost Lindal 58 mln crowns", body},
		{"Lindal to pay 58 mln crowns", "Lindal corrects its tables.\n" + body},
		{"Lindal to pay 58 mln crowns", "(Corrects amount in paragraph 1)"},
	} {
		d := text.Parse(test[0], test[1])
		if got := read(test[0], test[1]); !slices.Equal(got, text.Terms(d, 40)) {
			t.Errorf("%s: words of it are missing", test)
		}
	}
}
