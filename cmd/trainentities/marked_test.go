package main

import (
	"slices"
	"testing"

	"newsbot/cmd/trainentities/written"
	"newsbot/digest/entity/tagger"
)

func TestReadMarked(t *testing.T) {
	doc, err := readMarked(marked("[Helix Bank Corp.|ORG] Rises\n[GENEVA|LOC] -- The [Swiss|MISC]-owned bank hired [Anna O'Hara|PER]. [Macy's|ORG] did not."))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range doc {
		for _, n := range s.names {
			got = append(got, (&labelled{pieces: s.pieces[n.First:n.Last]}).text())
		}
	}
	want := []string{"Helix Bank Corp.", "GENEVA", "Swiss", "Anna O'Hara", "Macy 's"}
	if !slices.Equal(got, want) {
		t.Errorf("names %q, want %q", got, want)
	}
	if _, err := readMarked(marked("[Helix|FIRM] rises")); err == nil {
		t.Error("took an unknown kind")
	}
}

// marked returns an article and its names.
func marked(article string) (written.Article, []written.Name) {
	a := written.Articles(article)[0]
	return a, a.Names
}

func TestWithNames(t *testing.T) {
	names := []markedName{{0, 13, tagger.Organization}}
	doc, err := withNames("A.M. Best Co. fell.", [][]string{{"A.M", "."}, {"Best", "Co.", "fell", "."}}, names)
	if err != nil {
		t.Fatal(err)
	}
	if want := []tagger.Name{{First: 0, Last: 2, Kind: tagger.Organization}}; !slices.Equal(doc[0].names, want) || !slices.Equal(doc[1].names, want) {
		t.Errorf("names %v and %v, want %v in both", doc[0].names, doc[1].names, want)
	}
	if _, err := withNames("a b", [][]string{{"b", "a"}}, nil); err == nil {
		t.Error("took pieces that do not stand in the text")
	}
}

func TestParseSpan(t *testing.T) {
	if n, err := parseSpan("3-8:LOC"); err != nil || n != (markedName{3, 8, tagger.Place}) {
		t.Errorf("%v, %v", n, err)
	}
	for _, field := range []string{"", "3-8", "8-3:LOC", "3-8:CITY", "x-8:LOC"} {
		if _, err := parseSpan(field); err == nil {
			t.Errorf("took %q", field)
		}
	}
}

// TestOwnTexts reads what stands beside the program.
func TestOwnTexts(t *testing.T) {
	for _, part := range []string{"train", "dev"} {
		docs, err := readWritten(own, part)
		if err != nil {
			t.Fatal(err)
		}
		names := 0
		for _, doc := range docs {
			for _, s := range doc {
				names += len(s.names)
			}
		}
		if len(docs) < 50 || names < 10*len(docs) { // a sentence of an encyclopedia is an article, too
			t.Errorf("%s: %d articles with %d names", part, len(docs), names)
		}
	}
	for _, part := range []string{"train", "dev", "test"} {
		names, err := readReadings(own, part)
		if err != nil || len(names) < 500 {
			t.Errorf("%s: %d texts, %v", part, len(names), err)
		}
	}
}
