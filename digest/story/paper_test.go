package story

import (
	"slices"
	"testing"

	"newsbot/digest/text"
)

var papers = []told{
	{"salt", 0, "Potassium salt and stroke in older adults: a cluster-randomised trial",
		"Background: Whether potassium salt prevents strokes is uncertain.\n\nMethods: We randomly assigned 84 villages to potassium salt or common salt. The primary outcome was stroke within five years.\n\n" +
			"Results: The primary outcome occurred in 312 and 401 adults (hazard ratio 0.77, 95% CI 0.66-0.89; p<0.001).\n\nConclusions: Potassium salt prevented one stroke in four."},
	{"drops", 1, "Low-dose atropine drops against short sight in children: a randomised, placebo-controlled trial",
		"Background Short sight is spreading among pupils.\nMethods In this double-blind trial we randomly assigned 573 pupils to atropine drops or placebo. The primary outcome was growth of the eye.\n" +
			"Findings The eye grew by 0.31 mm with drops and 0.52 mm with placebo (95% CI 0.14-0.28; p<0.001).\nInterpretation Drops slowed short sight."},
	{"bees", 2, "Hives near motorways: a prospective cohort study",
		"In a prospective cohort study of 1,480 hives we found that bees near motorways died earlier (hazard ratio 1.34, 95% CI 1.12-1.61). The primary outcome was loss of the hive. Confidence intervals were wide."},
	{"salt", 3, "Potassium salt prevents strokes, study of villages finds",
		"One stroke in four could be prevented if villages cooked with potassium salt instead of common salt, a study of 84 villages says."},
}

// TestGroupPapers expects the form that papers have in common to make no story of them.
func TestGroupPapers(t *testing.T) {
	indexer := text.NewIndexer()
	items := toldItems(papers)
	for i, a := range papers {
		d := text.Parse(a.title, a.body)
		items[i].Terms = Read(indexer, d, indexer.Index(d), nil, 40)
	}
	if got, want := names(papers, Group(items)), "bees, drops, salt salt"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestReadPapers checks which documents are held to be papers: what else says "trial" or "results" keeps its words.
func TestReadPapers(t *testing.T) {
	indexer := text.NewIndexer()
	for _, test := range []struct {
		body  string
		paper bool
	}{
		{"Objective: To count the primary schools of Tarn.\nDesign: A trial.\nResults: There are nine.", true},
		{"The trial of a primary school's head began on Monday. Results of the election are due on Friday. Findings of the inquiry were not read.", false},
		{"Results were good in the trial, the primary school said. Results were better in May. Results fell in June.", false},
		{"Patients wait for a trial of nine months. Funding fell last year, the primary school said. Main roads were closed. Results are due in May.", false},
		{"The trial of a primary school's meals saved money (95% CI 3 to 9).", true},
	} {
		d := text.Parse("Tarn", test.body)
		found := slices.ContainsFunc(Read(indexer, d, indexer.Index(d), nil, 40), func(t text.Term) bool { return t.Word == "trial" })
		if found == test.paper {
			t.Errorf("%s: a paper: %v", test.body, !found)
		}
	}
}
