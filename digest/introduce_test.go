package digest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestIntroduce(t *testing.T) {
	lindqvist := Introduction{Surname: "Lindqvist", Text: "Maria Lindqvist, a lecturer"}
	brekke := Introduction{Surname: "Brekke", Text: "the mayor Ada Brekke"}
	alone := KeyPoint{Text: "Lindqvist said so.", Introductions: []Introduction{lindqvist}}
	both := KeyPoint{Text: "Brekke and Lindqvist met.", Introductions: []Introduction{brekke, lindqvist}}
	gukesh := Introduction{Surname: "Gukesh", Text: "Gukesh Dommaraju"} // is called by the name that comes first
	first := KeyPoint{Text: "Gukesh drew with black.", Introductions: []Introduction{gukesh}}
	for _, c := range []struct {
		name, headline string
		points         []KeyPoint
		want           [][]Introduction
	}{
		{"once", "A headline", []KeyPoint{alone, both}, [][]Introduction{{lindqvist}, {brekke}}},
		{"once, by the first name", "A headline", []KeyPoint{first, first}, [][]Introduction{{gukesh}, nil}},
		{"the headline has the surname", "Lindqvist resigns", []KeyPoint{both}, [][]Introduction{{brekke}}},
		{"a point before names them in full", "", []KeyPoint{{Text: "Maria Lindqvist resigned."}, alone}, [][]Introduction{nil, nil}},
		{"a point behind names them in full", "", []KeyPoint{alone, {Text: "Maria Lindqvist resigned."}}, [][]Introduction{{lindqvist}, nil}},
	} {
		t.Run(c.name, func(t *testing.T) {
			given := len(c.points[0].Introductions)
			var got [][]Introduction
			for _, p := range Introduce(c.headline, c.points) {
				got = append(got, p.Introductions)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if len(c.points[0].Introductions) != given {
				t.Error("Introduce changed the points that it was given")
			}
		})
	}
}
