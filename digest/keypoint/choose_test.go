package keypoint

import (
	"slices"
	"strings"
	"testing"

	"newsbot/digest/text"
)

var strike = []Candidate{
	{Text: "Ferry crews in Norland ended their strike on Monday after eleven days.", Source: "Coast Herald", Score: 0.9, Order: 0},
	{Text: "The crews will get 4.2 percent more pay from June, the union said.", Source: "Coast Herald", Score: 0.7, Order: 0},
	{Text: "A brass band from Sund played on the pier in the evening.", Source: "Coast Herald", Score: 0.3, Order: 0},
	{Text: "Norland's ferry crews ended an eleven-day strike on Monday.", Source: "Norland Wire", Score: 0.9, Order: 1},
	{Text: "Ferry owner Nordline said the strike had cost it 12 million crowns.", Source: "Norland Wire", Score: 0.7, Order: 1},
	{Text: "Crews will be paid 4.2 percent more from June, owner Nordline said.", Source: "Sund Post", Score: 0.7, Order: 2},
}

func TestChoose(t *testing.T) {
	got := arranged("Norland ferry crews end strike", strike, 3)
	if len(got) != 3 {
		t.Fatalf("%d points, want 3: %v", len(got), got)
	}
	if got[0] != 0 && got[0] != 3 {
		t.Errorf("the first point is %q", strike[got[0]].Text)
	}
	count := func(of ...int) (n int) {
		for _, i := range got {
			if slices.Contains(of, i) {
				n++
			}
		}
		return n
	}
	if count(0, 3) != 1 || count(1, 5) != 1 {
		t.Errorf("what happened and the pay should each be told once: %v", got)
	}
	if count(4) != 1 {
		t.Errorf("what only one source adds is missing: %v", got)
	}
}

// TestChooseUnderHeadline expects the point that says what the headline says to come
// first, though another scores more.
func TestChooseUnderHeadline(t *testing.T) {
	fair := []Candidate{
		{Text: "Halden showed a van with six wheels at the fair in Sund on Friday.", Source: "Coast Herald", Score: 0.9, Order: 0},
		{Text: "Orrin presented the Lark, an electric car for two, in Sund.", Source: "Norland Wire", Score: 0.6, Order: 1},
	}
	for headline, want := range map[string]int{"": 0, "Six-wheeled van by Halden": 0, "Orrin presents an electric car": 1} {
		if got := Choose(text.NewIndexer(), headline, fair, 2); got[0] != want {
			t.Errorf("under %q first %q", headline, fair[got[0]].Text)
		}
	}
}

// TestChooseUnderTitles expects the point that the titles of all articles announce to come
// first, though the headline of the story plays with words.
func TestChooseUnderTitles(t *testing.T) {
	const headline = "Cardboard king folds"
	sale := []Candidate{
		{Text: "It began with one machine for cardboard in a cowshed near Sund.", Source: "Coast Herald", Score: 0.9, Order: 0},
		{Text: "Orrin Board agreed on Monday to be sold to Halden of Norland for 4.1 billion crowns.", Source: "Norland Wire", Score: 0.6, Order: 1},
	}
	for i, title := range []string{headline, "Halden to buy Orrin Board for 4.1 billion"} {
		sale[i].Title = title
	}
	if got := Choose(text.NewIndexer(), headline, sale, 2); got[0] != 1 {
		t.Errorf("first %q", sale[got[0]].Text)
	}
}

// TestChooseTellsTheToll expects how many died to be told first.
func TestChooseTellsTheToll(t *testing.T) {
	quake := []Candidate{
		{Text: "A strong earthquake shook the island of Norland before dawn on Monday.", Source: "Coast Herald", Score: 0.9, Order: 0, Title: "Strong quake shakes Norland"},
		{Text: "The quake of Monday has claimed 30 lives in the villages of Norland.", Source: "Sund Post", Score: 0.6, Order: 1, Title: "Students from Sund sleep in buses after quake", Toll: true},
	}
	if got := Choose(text.NewIndexer(), "Strong quake shakes Norland", quake, 2); got[0] != 1 {
		t.Errorf("chosen %v, want the toll first", got)
	}
}

// What has nothing to do with what the other articles tell is no third point, though its
// score is higher; where the sources say the first point too, three are told.
func TestChooseLeavesAsidesOut(t *testing.T) {
	ferry := []Candidate{
		{Text: "Norland Marine tested a ferry without a crew off Halvik on Monday.", Source: "Coast Herald", Score: 0.9, Order: 0},
		{Text: "The ferry crossed the strait to Brekke in forty minutes.", Source: "Coast Herald", Score: 0.7, Order: 0},
		{Text: "From May two such ferries will sail, each with room for eighty cars.", Source: "Norland Wire", Score: 0.6, Order: 1},
		{Text: "Bakers in Sund have asked for an apprentice since April.", Source: "Sund Post", Score: 0.8, Order: 2},
	}
	if got := arranged("Ferry without a crew tested", ferry, 3); slices.Contains(got, 3) {
		t.Errorf("of two events: chosen %v, want what is of the first", got)
	}
	same := Candidate{Text: "Off Halvik, Norland Marine tested a ferry without a crew.", Source: "Norland Wire", Score: 0.6, Order: 1}
	if got := arranged("Ferry without a crew tested", slices.Insert(slices.Clone(ferry[:3]), 2, same), 3); len(got) != 3 {
		t.Errorf("of one event: chosen %v, want three points", got)
	}
}

// TestChooseLeast expects no third point that has nothing to do with what others tell, unless
// the sources agree on the first.
func TestChooseLeast(t *testing.T) {
	apart := []Candidate{
		{Text: "Norland Marine tested a ferry without a crew off Halvik on Monday.", Source: "Coast Herald", Score: 0.9, Order: 0},
		{Text: "From May two such ferries will sail, each with room for eighty cars.", Source: "Norland Wire", Score: 0.6, Order: 1},
		{Text: "Bakers in Sund have asked for an apprentice since April.", Source: "Sund Post", Score: 0.5, Order: 2},
	}
	if got := arranged("Ferry without a crew tested", apart, 3); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("of two events: chosen %v, want two points", got)
	}
	agreed := append(slices.Clone(apart),
		Candidate{Text: "Off Halvik, Norland Marine tested a ferry without a crew.", Source: "Norland Wire", Score: 0.4, Order: 1},
		Candidate{Text: "A ferry without a crew was tested off Halvik by Norland Marine.", Source: "Sund Post", Score: 0.4, Order: 2})
	slices.SortStableFunc(agreed, func(a, b Candidate) int { return a.Order - b.Order })
	if got := arranged("Ferry without a crew tested", agreed, 3); len(got) != 3 {
		t.Errorf("where the sources agree: chosen %v, want three points", got)
	}
}

// A survey is of many events, and tells each once.
func TestSurvey(t *testing.T) {
	week := []Candidate{
		{Text: "Norland Marine tested a ferry without a crew off Halvik on Monday.", Source: "Coast Herald", Score: 0.9, Order: 0},
		{Text: "Bakers in Sund have asked for an apprentice since April.", Source: "Sund Post", Score: 0.2, Order: 1},
		{Text: "Off Halvik, Norland Marine tested a ferry without a crew.", Source: "Sund Post", Score: 0.6, Order: 2},
		{Text: "Two cracks were found by divers in the quay of Brekke.", Source: "Norland Wire", Score: 0.4, Order: 3},
	}
	got := Survey(text.NewIndexer(), "", week, 4)
	slices.Sort(got)
	if !slices.Equal(got, []int{0, 1, 3}) {
		t.Errorf("chosen %v, want each event once", got)
	}
}

func TestChooseEdges(t *testing.T) {
	if got := arranged("", nil, 3); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
	if got := arranged("", strike, 0); len(got) != 0 {
		t.Errorf("none asked for: %v", got)
	}
	same := slices.Repeat([]Candidate{strike[0]}, 5)
	if got := arranged("", same, 3); len(got) != 1 {
		t.Errorf("of five copies: %v", got)
	}
	got := arranged("", strike, 100)
	slices.Sort(got)
	if len(slices.Compact(slices.Clone(got))) != len(got) {
		t.Errorf("a candidate is chosen twice: %v", got)
	}
}

func TestChooseIsDeterministic(t *testing.T) {
	want := arranged("", strike, 4)
	for range 20 {
		if got := arranged("", strike, 4); !slices.Equal(got, want) {
			t.Fatalf("%v, then %v", want, got)
		}
	}
}

func FuzzChoose(f *testing.F) {
	f.Add("One thing happened.\nAnother did.\n\xff", 2)
	f.Fuzz(func(t *testing.T, s string, most int) {
		var candidates []Candidate
		for line := range strings.SplitSeq(s, "\n") {
			candidates = append(candidates, Candidate{Text: line, Source: line[:min(1, len(line))], Order: len(candidates) / 2})
		}
		got := arranged("", candidates, most)
		if len(got) > max(0, most) {
			t.Fatalf("%d of at most %d", len(got), most)
		}
		for _, i := range got {
			if i < 0 || i >= len(candidates) {
				t.Fatalf("index %d of %d", i, len(candidates))
			}
		}
	})
}

func BenchmarkChoose(b *testing.B) {
	candidates := slices.Repeat(strike, 7)
	b.ReportAllocs()
	for b.Loop() {
		arranged("", candidates, 8)
	}
}

// arranged is what a story shows of its candidates.
func arranged(headline string, candidates []Candidate, max int) []int {
	return Arrange(Choose(text.NewIndexer(), headline, candidates, max))
}

// A short telling of a story is the beginning of a long one.
func TestChooseIsIncremental(t *testing.T) {
	all := Choose(text.NewIndexer(), "", strike, len(strike))
	for n := range all {
		if got := Choose(text.NewIndexer(), "", strike, n); !slices.Equal(got, all[:n]) {
			t.Errorf("Choose of %d = %v, want the first of %v", n, got, all)
		}
	}
}

// Who is named by a surname is introduced before, or not named.
func TestChooseIntroduces(t *testing.T) {
	persons := []string{"John Baker"}
	mayor := []Candidate{
		{Text: "The quay of Sund will be closed to all ships from Monday.", Source: "Coast Herald", Score: 0.9, Order: 0, Persons: persons},
		{Text: "Baker will ask the council of Norland for forty million crowns.", Source: "Coast Herald", Score: 0.6, Order: 0, Persons: persons},
		{Text: "Mayor John Baker called the state of its pillars a scandal.", Source: "Coast Herald", Score: 0.5, Order: 0, Persons: persons},
		{Text: "Two cracks were found by divers in April, the harbour board said.", Source: "Coast Herald", Score: 0.4, Order: 0, Persons: persons},
	}
	for name, choose := range map[string]func(headline string, max int) []int{
		"Choose": func(headline string, max int) []int { return Arrange(Choose(text.NewIndexer(), headline, mayor, max)) },
		"Best":   func(headline string, max int) []int { return Best(headline, mayor, max) },
	} {
		for headline, want := range map[string]bool{"Bakers of Sund lose quay": false, "Baker closes quay of Sund": true} {
			if got := choose(headline, 2); slices.Contains(got, 1) != want {
				t.Errorf("%s under %q = %v, want 1 in it: %v", name, headline, got, want)
			}
		}
	}
}

// TestChooseIntroducesAcross: who is named by a surname alone in an article that says nowhere who it is, but another one
// does, is named so behind a point that tells it, and not without.
func TestChooseIntroducesAcross(t *testing.T) {
	council := []Candidate{
		{Text: "The council of Sund voted on Monday to close both libraries.", Source: "Coast Herald", Score: 0.9, Order: 0, Persons: []string{"Lisa Evans"}},
		{Text: "Two libraries will close next year in Sund and in Halvik.", Source: "Ledger", Score: 0.8, Order: 1, Surnames: []string{"Evans"}},
		{Text: "Evans said the council had lost 74 million crowns of grants.", Source: "Ledger", Score: 0.8, Order: 1, Surnames: []string{"Evans"}},
	}
	tells := func(headline string) bool {
		return slices.Contains(Choose(text.NewIndexer(), headline, council, 4), 2)
	}
	if tells("Sund closes libraries") || !tells("Evans closes libraries") {
		t.Errorf("a surname alone is told: %v, below a headline that names it: %v", tells("Sund closes libraries"), tells("Evans closes libraries"))
	}
	said := council[2].Text
	council[2].Text = "Mr Evans, the leader of the council, said it had lost 74 million crowns of grants."
	if !tells("Sund closes libraries") {
		t.Error("who is said to lead the council is not told")
	}
	council[2].Text = said
	council = append([]Candidate{{Text: "Council leader Lisa Evans said there was no alternative to it.", Source: "Coast Herald", Score: 0.9, Order: 0, Persons: []string{"Lisa Evans"}}}, council...)
	if got := Arrange(Choose(text.NewIndexer(), "Sund closes libraries", council, 4)); !slices.Contains(got, 0) || !slices.Contains(got, 3) {
		t.Errorf("of a surname that another point introduces %v is told", got)
	}
}

func TestBears(t *testing.T) {
	tests := []struct {
		sentence    string
		named, full bool
	}{
		{"John Baker left.", true, true},
		{"Mayor Baker left.", true, true},
		{"Baker left.", true, false},
		{"Mr Baker left.", true, false},
		{"In Baker they trust.", true, false},
		{"The Bakers left.", false, false},
		{"Smith-Baker left.", false, false},
		{"Sund, Baker said.", true, false},
		{"Baker said that John Baker left.", true, true},
		{"", false, false},
	}
	for _, test := range tests {
		if named, full := bears(test.sentence, "Baker"); named != test.named || full != test.full {
			t.Errorf("%q: named %v, in full %v; want %v, %v", test.sentence, named, full, test.named, test.full)
		}
	}
}

// TestChooseLatest: of a story that has gone on for days, what is of the last of them comes first.
func TestChooseLatest(t *testing.T) {
	candidates := []Candidate{
		{Text: "The freighter Halvik went missing south of Norland with 19 people on board.", Source: "a", Score: .8, Order: 0, Title: "Freighter Halvik missing"},
		{Text: "The search for the freighter Halvik was called off by Norland after five days.", Source: "a", Score: .8, Order: 1, Title: "Search for freighter Halvik ends"},
	}
	if got := Choose(text.NewIndexer(), "Freighter Halvik missing", candidates, 1); !slices.Equal(got, []int{0}) {
		t.Errorf("the first point is that of candidates %v, want the one that tells the headline", got)
	}
	candidates[1].Latest = true
	if got := Choose(text.NewIndexer(), "Freighter Halvik missing", candidates, 1); !slices.Equal(got, []int{1}) {
		t.Errorf("the first point is that of candidates %v, want the latest", got)
	}
}
