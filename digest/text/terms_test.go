package text

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestQuery(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{"the of and", nil},
		{"Elections in Norway", []string{"elect", "norway"}},
		{"election norway election", []string{"elect", "norway", "elect"}},
		{"OPEC+ in C++, C# on .NET", []string{"opec", "c++", "c#", "net"}},
		{"SCO-RATS", []string{"sco", "rat"}},
		{"US sanctions", []string{"usa", "sanction"}},
		{"U.S. sanctions", []string{"usa", "sanction"}},
		{"WHO declares it over", []string{"who", "declar"}},
		{"tell us more", nil},
		{"AI rules, ai ain't", []string{"ai", "rule", "ai", "ai"}}, // of "ain't" too, which is rare
		{"Iran's 42 ships", []string{"iran", "42", "ship"}},
		{"Malmö, Łódź; Ærø", []string{"malmo", "lodz", "aero"}},
		{"EUR 780mln, 1.7bn and 1.7 billion; 5bn, 100m, 40km", []string{"eur", "780", "1.7", "1.7", "billion", "5bn", "100m", "40km"}},
		{"G7 in 2026", []string{"g7", "2026"}},
		{"5", nil},
		{"#climate @un", []string{"climat", "un"}},
		{"北京会议", []string{"北京", "京会", "会议"}},
		{"выборы в Норвегии", []string{"выборы", "норвегии"}},
	} {
		if diff := cmp.Diff(tt.want, Query(tt.in)); diff != "" {
			t.Errorf("Query(%q) (-want +got):\n%s", tt.in, diff)
		}
	}
}

func TestTerms(t *testing.T) {
	d := Parse("Ferry strike closes Port Ellery", article)
	terms := Terms(d, 12)
	if len(terms) != 12 {
		t.Fatalf("%d terms, want 12", len(terms))
	}
	if terms[0].Weight != 1 {
		t.Errorf("the first term weighs %v, want 1", terms[0].Weight)
	}
	for i, term := range terms {
		if term.Weight <= 0 || i > 0 && term.Weight > terms[i-1].Weight {
			t.Errorf("term %d: %v after %v", i, term, terms[max(i-1, 0)])
		}
	}
	for _, w := range []string{"elleri", "port"} {
		if !slices.ContainsFunc(terms[:4], func(t Term) bool { return t.Word == w }) {
			t.Errorf("%q is not among the first terms: %v", w, terms)
		}
	}
	for _, term := range Terms(d, 1000) {
		if stopWords.Has(term.Word) {
			t.Errorf("stop word %q is a term", term.Word)
		}
	}
	if got := Terms(Parse("", ""), 5); len(got) != 0 {
		t.Errorf("terms of nothing: %v", got)
	}
	if got := Terms(d, 0); len(got) != 0 {
		t.Errorf("no terms asked for, got %v", got)
	}
}

// What a reader types finds the article that says it.
func TestTermsAndQueryAgree(t *testing.T) {
	d := Parse("Anti-terror body of the U.S. meets in São Paulo", "Ministers' cars arrived at 9.30 a.m. 北京会议开始。")
	have := map[string]bool{}
	for _, term := range Terms(d, 100) {
		have[term.Word] = true
	}
	for _, q := range Query(d.Text) {
		if !have[q] {
			t.Errorf("query term %q is not among the document's: %v", q, have)
		}
	}
}
