package keypoint

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// The last sentence of each text is a candidate.
func TestIntroductions(t *testing.T) {
	names, err := entity.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, body string
		want       []string
	}{
		{"apposition", "The plan will cut costs, said Maria Lindqvist, a lecturer at Uppsala University, on Monday. Lindqvist said the plan had been years in the making.",
			[]string{"Maria Lindqvist, a lecturer at Uppsala University"}},
		{"role before the name", "Foreign Minister Maria Lindqvist signed the treaty in Oslo. Lindqvist said the treaty had been years in the making.",
			[]string{"Foreign Minister Maria Lindqvist"}},
		{"post in small letters", "Sweden coach Maria Lindqvist named her squad on Monday. The federation said Lindqvist would leave in the summer of next year.",
			[]string{"Sweden coach Maria Lindqvist"}},
		{"what the post is of in small letters", "Sweden election chief Maria Lindqvist named her team on Monday. The federation said Lindqvist would leave in the summer of next year.",
			[]string{"Sweden election chief Maria Lindqvist"}},
		{"who was told", "Witnesses told police Maria Lindqvist had left on Monday. The federation said Lindqvist would leave in the summer of next year.",
			[]string{"Maria Lindqvist"}},
		{"organization behind the name", "The plan will cut costs, said Maria Lindqvist of Uppsala University. Lindqvist said the plan had been years in the making.",
			[]string{"Maria Lindqvist of Uppsala University"}},
		{"the name alone", "Maria Lindqvist won the race on Sunday. Lindqvist said the race had been harder than any before it.",
			[]string{"Maria Lindqvist"}},
		{"no apposition", "On Monday Maria Lindqvist, the court heard, took the car. The judge said Lindqvist would be sentenced in the first week of May.",
			[]string{"Maria Lindqvist"}},
		{"in the sentence itself", "Maria Lindqvist won the race on Sunday. Maria Lindqvist said the race had been harder than any before, and Lindqvist would know.", nil},
		{"an office behind the surname", "Maria Lindqvist won the race on Sunday. Ms Lindqvist, the Minister of Trade in the last government, said the race had been hard.", nil},
		{"nowhere", "Lindqvist won the race on Sunday. Lindqvist said the race had been harder than any before it.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := text.Parse("A title that names nobody", c.body)
			a := newArticle(d, text.NewIndexer().Index(d), "en", names.Find(d, "en"))
			s := d.Sentences[len(d.Sentences)-1]
			var got []string
			for _, x := range a.introductions(&candidate{
				Span: text.Span{Start: s.Start, End: s.End}, sentence: len(d.Sentences) - 1, first: s.First, last: s.Last,
			}) {
				if x.Surname != "Lindqvist" {
					t.Errorf("surname %q", x.Surname)
				}
				got = append(got, x.In(d.Text))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLongIntroductionIsCut(t *testing.T) {
	names, err := entity.New()
	if err != nil {
		t.Fatal(err)
	}
	d := text.Parse("", "The plan will cut costs, said Maria Lindqvist, a lecturer at the school of government in the old town beside the harbour that "+
		"the fathers of the city built when trade was good and money easy to find. Lindqvist said the plan had been years in the making.")
	a := newArticle(d, text.NewIndexer().Index(d), "en", names.Find(d, "en"))
	got := a.introductions(&candidate{Span: d.Sentences[1].Span, sentence: 1, first: d.Sentences[1].First, last: d.Sentences[1].Last})
	want := "Maria Lindqvist, a lecturer at the school of government in the old town beside the harbour"
	if len(got) != 1 || got[0].In(d.Text) != want {
		t.Errorf("got %v, want %q", got, want)
	}
}
