package figure

import (
	"fmt"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	tests := []struct{ sentence, want string }{
		{"Four dock workers were killed when drones struck the port.", "killed 4 Four"},
		{"A drone strike killed at least nine people in Halvik.", "killed 9~ at least nine"},
		{"Nineteen people were wounded and three are missing.", "injured 19 Nineteen, missing 3 three"},
		{"The death toll rose to 1,204 on Friday, officials said.", "killed 1204 1,204"},
		{"The death toll from Storm Hedda has risen to six after a firefighter died.", "killed 6 six"},
		{"The toll of Tuesday night's earthquake has reached 62, the minister said.", "killed 62 62"},
		{"Police held the captain as the number of dead rose to 23.", "killed 23 23"},
		{"The number of victims who asked for help rose in March.", ""},
		{"The blast left 12 people dead and injured 60 others.", "killed 12 12, injured 60 60"},
		{"The blast left 12 towns without power.", ""},
		{"Police arrested twenty-one people after the match.", "arrested 21 twenty-one"},
		{"About two thousand residents were evacuated.", "evacuated 2000~ About two thousand"},
		{"An earthquake of magnitude 6.1 struck the coast.", "magnitude 6.1 6.1"},
		{"A 6.3-magnitude quake shook the island.", "magnitude 6.3 6.3"},
		{"Two of the five suspects were arrested.", ""},
		{"He was killed 12 hours later.", ""},
		{"The 2019 flood killed 300 people in 2019.", ""},
		{"Nobody was killed.", ""},
		{"The company lost $40 million.", ""},
		{"Nine ships and a crew were killed time.", ""},
		{"A man, 34, died in hospital.", ""},
		{"Three houses were evacuated.", ""},
		{"Firefighters rescued 14 people from the roof.", "rescued 14 14"},
		{"Two helicopters were evacuating injured from the island.", ""},
		{"A quake struck the island in September, killing seven people.", ""},
		{"", ""},
	}
	for _, test := range tests {
		var got []string
		for _, f := range Find(test.sentence) {
			rough := ""
			if f.Rough {
				rough = "~"
			}
			got = append(got, fmt.Sprintf("%s %v%s %s", f.What, f.Value, rough, test.sentence[f.Start:f.End]))
		}
		if g := strings.Join(got, ", "); g != test.want {
			t.Errorf("%q\ngot  %s\nwant %s", test.sentence, g, test.want)
		}
	}
}

func TestDiffer(t *testing.T) {
	killed := func(v float64, rough bool) Figure { return Figure{What: "killed", Value: v, Rough: rough} }
	tests := []struct {
		a, b Figure
		want bool
	}{
		{killed(4, false), killed(9, false), true},
		{killed(4, false), killed(4, true), false},
		{killed(4000, true), killed(4200, false), false},
		{killed(4000, false), killed(4200, false), true},
		{killed(4000, true), killed(5200, false), true},
		{killed(4, false), Figure{What: "injured", Value: 9}, false},
	}
	for _, test := range tests {
		if got := Differ(test.a, test.b); got != test.want || Differ(test.b, test.a) != got {
			t.Errorf("Differ(%+v, %+v) = %v, want %v", test.a, test.b, got, test.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("At least twenty-one thousand people were killed and 3.5 hurt, left 9 dead.")
	f.Fuzz(func(t *testing.T, sentence string) {
		for _, g := range Find(sentence) {
			if g.Start < 0 || g.End > len(sentence) || g.Start >= g.End {
				t.Fatalf("%+v is not in %q", g, sentence)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	sentences := []string{
		"The ministry sent pumps, tents and soldiers, who are to stay until Friday, a spokeswoman said.",
		"Parliament will vote on Thursday whether to give the company another 40 million for its works.",
		"Nineteen people were wounded and three are missing after the strike on the port of Halvik.",
	}
	for b.Loop() {
		for _, s := range sentences {
			Find(s)
		}
	}
}
