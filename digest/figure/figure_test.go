package figure

import (
	"fmt"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	tests := []struct{ sentence, want string }{
		{"Four dock workers were killed when drones struck the port.", "killed 4 Four"},
		{"No more than 20 people were killed, the mayor said.", "killed <20 No more than 20"},
		{"Not fewer than 20 people were killed.", "killed >20 Not fewer than 20"},
		{"Possibly 20 people were killed.", "killed <20 Possibly 20"},
		{"Close to 300 people were killed.", "killed ~300 Close to 300"},
		{"About 2.1 lakh people were evacuated.", "evacuated ~210000 About 2.1 lakh"},
		{"Two lakh fifty thousand people were evacuated.", "evacuated 250000 Two lakh fifty thousand"},
		{"In all 1.1 million people were displaced.", "evacuated 1.1e+06 1.1 million"},
		{"The state evacuated 2,10,000 people.", "evacuated 210000 2,10,000"},
		{"It gave ₹8 lakh for each of those killed.", ""},
		{"Tarn's governor, Ada Lund, put his state's toll at five, all in Sund.", ""},
		{"Nine people were killed in neighbouring Tarn.", ""},
		{"The state has confirmed 14 deaths and opened 318 camps.", ""},
		{"Between 10 and 15 people were killed.", ""},
		{"From 10 to 15 people were killed.", ""},
		{"Officials say that 10–15 people were killed.", ""},
		{"In all 1 200 people were killed.", ""},
		{"Police denied reports that 20 people were killed.", ""},
		{"A similar mill fire killed 40 people in Danby.", ""},
		{"A drone strike killed at least nine people in Halvik.", "killed >9 at least nine"},
		{"Nineteen people were wounded and three are missing.", "injured 19 Nineteen, missing 3 three"},
		{"The death toll rose to 1,204 on Friday, officials said.", "killed 1204 1,204"},
		{"The death toll from Storm Hedda has risen to six after a firefighter died.", "killed 6 six"},
		{"The toll of Tuesday night's earthquake has reached 62, the minister said.", "killed 62 62"},
		{"Police held the captain as the number of dead rose to 23.", "killed 23 23"},
		{"Four more people died in hospital, which brings the number of dead to 16.", "killed 16 16"},
		{"Four more people were killed and two others are missing.", "killed 4 Four, missing 2 two"},
		{"Divers found two more, bringing the number of people who died to 16.", "killed 16 16"},
		{"The number of confirmed dead in the country's worst mining accident in two decades rose to 12.", "killed 12 12"},
		{"The fall of rock has so far claimed nine lives.", "killed 9 nine"},
		{"The drug may save 9,000 lives.", ""},
		{"A fire in a barn at Ellin killed 12 dairy cows.", ""},
		{"Three thousand hens died in the fire, and 40 sheep were hurt.", ""},
		{"Nine cattle herders were killed on the road to Ellin.", "killed 9 Nine"},
		{"Gunmen killed 12 sheep farmers at Ellin.", "killed 12 12"},
		{"Lightning killed 12 sheep and three goats.", ""},
		{"Two men died as they led the horses out.", "killed 2 Two"},
		{"The number of victims who asked for help rose in March.", ""},
		{"The blast left 12 people dead and injured 60 others.", "killed 12 12, injured 60 60"},
		{"The blast left 12 towns without power.", ""},
		{"Police arrested twenty-one people after the match.", "arrested 21 twenty-one"},
		{"About two thousand residents were evacuated.", "evacuated ~2000 About two thousand"},
		{"Two thousand five hundred people were killed.", "killed 2500 Two thousand five hundred"},
		{"At least two hundred fifty people were injured.", "injured >250 At least two hundred fifty"},
		{"The flood killed one hundred and twenty-one people.", "killed 121 one hundred and twenty-one"},
		{"The storm killed twenty five people.", "killed 25 twenty five"},
		{"Two hundred thousand people were evacuated.", "evacuated 200000 Two hundred thousand"},
		{"The flood displaced one million two hundred thousand people.", "evacuated 1.2e+06 one million two hundred thousand"},
		{"Some 2.5 million people were displaced.", "evacuated ~2.5e+06 Some 2.5 million"},
		{"Nine-ten people were killed.", ""},
		{"Thirty-forty people were injured.", ""},
		{"The blast killed two and one is missing.", "killed 2 two"},
		{"Sixteen people are now listed as missing.", "missing 16 Sixteen"},
		{"Seven people were treated for minor injuries in Halvik.", "injured 7 Seven"},
		{"More than 30 people were unaccounted for.", "missing >30 More than 30"},
		{"Some 40 people are now unaccounted for.", "missing ~40 Some 40"},
		{"Nine crew members were listed as unaccounted for.", "missing 9 Nine"},
		{"Twelve rifles are unaccounted for.", ""},
		{"Two million kroner are unaccounted for.", ""},
		{"At least 24 people are now known to have died in a crush.", "killed >24 At least 24"},
		{"At least 15 pilgrims, most of them women, were killed and over 60 injured in a stampede.", "killed >15 At least 15, injured >60 over 60"},
		{"The number of people known to have died in the earthquake in northern Chile rose to 63 on Tuesday.", "killed 63 63"},
		{"The number of people killed by the collapse of a mine waste dam in the east of the island has risen to 14.", "killed 14 14"},
		{"An earthquake of magnitude 6.1 struck the coast.", "magnitude 6.1 6.1"},
		{"A 6.3-magnitude quake shook the island.", "magnitude 6.3 6.3"},
		{"Two of the five suspects were arrested.", ""},
		{"He was killed 12 hours later.", ""},
		{"The 2019 flood killed 300 people in 2019.", ""},
		{"Nobody was killed.", ""},
		{"No one was hurt, the police said.", ""},
		{"Not one person was hurt.", ""},
		{"A magnitude 7.2 earthquake killed at least 120 people.", "killed >120 at least 120, magnitude 7.2 7.2"},
		{"Flight 370 killed 239 people.", "killed 239 239"},
		{"A Category 5 hurricane killed 12 people in Danby.", "killed 12 12"},
		{"A truck with 40 migrants on it killed two people.", "killed 2 two"},
		{"Room 12 was evacuated.", ""},
		{"Nine people killed in Danby were miners.", "killed 9 Nine"},
		{"The company lost $40 million.", ""},
		{"Nine ships and a crew were killed time.", ""},
		{"A man, 34, died in hospital.", ""},
		{"Three houses were evacuated.", ""},
		{"Firefighters rescued 14 people from the roof.", "rescued 14 14"},
		{"Two helicopters were evacuating injured from the island.", ""},
		{"Less than nine people were killed.", "killed <9 Less than nine"},
		{"No fewer than nine people were killed.", "killed >9 No fewer than nine"},
		{"The flood killed up to nine people and left nearly 40 homeless.", "killed <9 up to nine, evacuated ~40 nearly 40"},
		{"Left without a roof, nine people were rescued.", "rescued 9 nine"},
		{"A quake struck the island in September, killing seven people.", ""},
		{"The survey put the magnitude at 6.7.", "magnitude 6.7 6.7"},
		{"The survey revised the quake to a magnitude of 6.3 from a magnitude of 6.7.", "magnitude 6.3 6.3"},
		{"The survey revised the magnitude from 6.8 to 6.5.", "magnitude 6.5 6.5"},
		{"The magnitude was lowered to 6.4 from 6.7.", "magnitude 6.4 6.4"},
		{"The survey first reported a magnitude of 6.7.", ""},
		{"A 5.1-magnitude aftershock shook the city.", ""},
		{"An aftershock of magnitude 5.1 shook the city.", ""},
		{"The quake was followed by one of magnitude 5.4.", ""},
		{"Corvane agreed to buy Halden Dairy for $4.2 billion in cash.", "price 4.2e+09 $4.2 billion"},
		{"Halden Dairy is to be bought by Corvane in a deal worth about US$4.1bn.", "price ~4.1e+09 about US$4.1bn"},
		{"The €310m takeover needs approval.", "price 3.1e+08 €310m"},
		{"Corvane will buy Halden Dairy for $38.50 a share.", ""},
		{"Corvane bought Halden Dairy for $4.2 billion, including debt.", ""},
		{"Corvane bought Halden for $4.2 billion and Orrin for $4 billion.", ""},
		{"Halden rejected a deal worth $4 billion.", ""},
		{"Corvane bought Halden for $4 billion in 2019.", ""},
		{"The deal will save $310 million a year.", ""},
		{"Corvane agreed to buy Halden, a maker of cheese, for 4.2 billion euros in cash.", "price 4.2e+09 4.2 billion euros"},
		{"Corvane is paying €3.1bn for Halden.", "price 3.1e+09 €3.1bn"},
		{"Corvane paid €3.1bn last year.", ""},
		{"Corvane to buy Halden for 3.2 billion euros, raises offer", "price 3.2e+09 3.2 billion euros"},
		{"Corvane raised its offer for Halden to €3.2bn from €3.1bn.", "price 3.2e+09 €3.2bn"},
		{"Corvane raised its offer to 42 euros a share.", ""},
		{"Corvane raised its offer to €42 a share.", ""},
		{"The regulator fined Corvane €500m on Tuesday.", "fine 5e+08 €500m"},
		{"A fine of $1.2 billion was imposed on Corvane.", "fine 1.2e+09 $1.2 billion"},
		{"Halden Dairy, based in Orrin, employs 5,900 people.", "of workers 5900 5,900"},
		{"Halden's 6,200 workers are on strike.", "of workers 6200 6,200"},
		{"It employs 5,900 people.", ""},
		{"Halden employs 900 people in Orrin.", ""},
		{"The bank will cut 1,400 jobs.", "of jobs cut 1400 1,400"},
		{"About 1,400 jobs will be lost at the bank.", "of jobs cut ~1400 About 1,400"},
		{"", ""},
	}
	for _, test := range tests {
		var got []string
		for _, f := range Find(test.sentence) {
			bound := [...]string{Exactly: "", AtLeast: ">", AtMost: "<", About: "~"}[f.Bound]
			got = append(got, fmt.Sprintf("%s %s%v %s", f.What, bound, f.Value, test.sentence[f.Start:f.End]))
		}
		if g := strings.Join(got, ", "); g != test.want {
			t.Errorf("%q\ngot  %s\nwant %s", test.sentence, g, test.want)
		}
	}
}

func TestChange(t *testing.T) {
	for sentence, want := range map[string]Change{
		"Storm Hedda death toll corrected to six":                                              Corrected,
		"Norland lowered the death toll from Storm Hedda to six from seven.":                   Corrected,
		"Two people were killed in the blast, police said, correcting an earlier figure.":      Corrected,
		"The storm killed six people, not seven, as one had been counted twice.":               Corrected,
		"Death toll in ferry accident rises to 15":                                             Risen,
		"The number of dead has risen to 15 on Monday.":                                        Risen,
		"Corvane to buy Halden for €3.2bn, raises offer":                                       Risen,
		"Corvane sweetens its bid for Halden to €3.2bn":                                        Risen,
		"Corvane to buy Halden for €3.1bn":                                                     Unchanged,
		"Fifteen people were killed in a correctional facility, where numbers are rising.":     Unchanged,
		"Police had to lower the number of people killed to six.":                              Corrected,
		"Floods hit Lower Silesia, leaving 12 people dead.":                                    Unchanged,
		"12 people died in the lower town, a number of them children.":                         Unchanged,
		"Flags were lowered to half-mast for the 12 dead.":                                     Unchanged,
		"12 people were killed, a number of witnesses said, as the river rose to nine metres.": Unchanged,
		"Fifteen people were killed when a ferry lowered its ramp too early, officials said.":  Unchanged,
	} {
		if got := Find(sentence); len(got) == 0 || got[0].Change != want {
			t.Errorf("%q has %+v, want change %d", sentence, got, want)
		}
	}
}

func TestWhere(t *testing.T) {
	for sentence, want := range map[string]string{
		"The storm killed nine people in the state of Upper Tarn on Friday.": "Upper Tarn",
		"The toll rose to nine in Tarn, officials said.":                     "Tarn",
		"Nine people were killed when a bus left the road in Tarn.":          "",
		"Nine people were killed.":                                           "",
		"Nine people were killed in Tarnish attacks on Sund.":                "",
		"Nine people were killed in Tuesday's crash in Sund.":                "",
		"Nine people were killed in Cyclone Hedda on Monday.":                "",
		"Nine people were killed in Upper Tarn":                              "Upper Tarn",
		"Nine people were killed in Sund - three of them children.":          "Sund",
	} {
		if got := Find(sentence); len(got) != 1 || got[0].Where != want {
			t.Errorf("%q: %+v, want one in %q", sentence, got, want)
		}
	}
}

func dead(v float64, b Bound) Figure { return Figure{What: "killed", Value: v, Bound: b} }

// only returns the figure of a sentence that has one.
func only(t *testing.T, sentence string) Figure {
	t.Helper()
	found := Find(sentence)
	if len(found) != 1 {
		t.Fatalf("%q: %+v, want one", sentence, found)
	}
	return found[0]
}

func TestDiffer(t *testing.T) {
	tests := []struct {
		a, b Figure
		want bool
	}{
		{dead(4, Exactly), dead(9, Exactly), true},
		{dead(4, Exactly), dead(4, About), false},
		{dead(4000, About), dead(4200, Exactly), false},
		{dead(4000, About), dead(4500, About), false},
		{dead(4000, Exactly), dead(4200, Exactly), true},
		{dead(4000, About), dead(5200, Exactly), true},
		{dead(9, AtLeast), dead(12, Exactly), false},
		{dead(9, AtLeast), dead(40, AtLeast), false},
		{dead(9, AtLeast), dead(4, Exactly), true},
		{dead(9, AtLeast), dead(4, AtMost), true},
		{dead(9, AtMost), dead(4, Exactly), false},
		{dead(9, AtMost), dead(12, Exactly), true},
		{dead(4, Exactly), Figure{What: "injured", Value: 9}, false},
		{only(t, "Corvane bought Halden for $4.2 billion."), only(t, "The $4.1bn deal is done."), true},
		{only(t, "Corvane bought Halden for $4.2 billion."), only(t, "The $4.15bn deal is done."), false},
		{only(t, "Corvane bought Halden for $4.2 billion."), only(t, "The $4bn deal is done."), false},
		{only(t, "Corvane bought Halden for $4.2 billion."), only(t, "The €3.9bn deal is done."), false},
		{only(t, "Corvane bought Halden for $4.2 billion."), only(t, "The $300m deal is done."), false},
		{only(t, "Halden Dairy employs 5,900 people."), only(t, "Halden has 6,200 workers."), true},
		{only(t, "Halden Dairy employs 5,900 people."), only(t, "Halden has 5,911 workers."), false},
		{only(t, "Halden Dairy employs 5,900 people."), only(t, "Corvane has 6,200 workers."), false},
		{only(t, "The bank will cut 1,400 jobs."), only(t, "1,250 jobs will be lost."), true},
	}
	for _, test := range tests {
		if got := Differ(test.a, test.b); got != test.want || Differ(test.b, test.a) != got {
			t.Errorf("Differ(%+v, %+v) = %v, want %v", test.a, test.b, got, test.want)
		}
	}
}

func TestImplies(t *testing.T) {
	tests := []struct {
		a, b Figure
		want bool
	}{
		{dead(12, Exactly), dead(12, Exactly), true},
		{dead(12, Exactly), dead(9, AtLeast), true},
		{dead(12, Exactly), dead(12, About), true},
		{dead(12, AtLeast), dead(9, AtLeast), true},
		{dead(9, AtLeast), dead(12, Exactly), false},
		{dead(9, AtLeast), dead(12, AtLeast), false},
		{dead(9, Exactly), Figure{What: "injured", Value: 9}, false},
	}
	for _, test := range tests {
		if got := test.a.Implies(test.b); got != test.want {
			t.Errorf("%+v implies %+v: %v, want %v", test.a, test.b, got, test.want)
		}
	}
}

func TestSupersedes(t *testing.T) {
	of := func(what string, v float64) Figure { return Figure{What: what, Value: v} }
	tests := []struct {
		later, earlier Figure
		want           bool
	}{
		{of("killed", 12), of("killed", 9), true},
		{of("killed", 9), of("killed", 12), false},
		{of("killed", 9), of("killed", 9), false},
		{dead(12, AtLeast), of("killed", 9), true},
		{of("killed", 12), dead(9, AtLeast), true},
		{of("killed", 42), dead(40, About), false},
		{Figure{What: "killed", Value: 6, Change: Corrected}, of("killed", 7), true},
		{Figure{What: "killed", Value: 6, Change: Risen}, of("killed", 7), false},
		{of("missing", 2), of("missing", 9), true},
		{of("missing", 9), of("missing", 2), true},
		{of("magnitude", 6.3), of("magnitude", 6.1), false},
		{of("killed", 12), of("injured", 9), false},
	}
	for _, test := range tests {
		if got := test.later.Supersedes(test.earlier); got != test.want {
			t.Errorf("%+v supersedes %+v: %v, want %v", test.later, test.earlier, got, test.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Corvane bought Halden for about US$4.2 billion, a €1,000m deal for 9 jobs lost.")
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

func TestReplaced(t *testing.T) {
	for sentence, want := range map[string]string{
		"The survey revised the magnitude down from 6.8.":                              "[6.8]",
		"The survey said that the magnitude was 6.6, revised from an earlier 6.8.":     "[6.8]",
		"The magnitude was upgraded to 6.9 from a preliminary reading of 6.5.":         "[6.5]",
		"The quake of magnitude 6.6, initially put at 6.8, shook the valley.":          "[6.8]",
		"It shook the valley with a magnitude of 6.6, changing the course of the Orr.": "[]",
		"The magnitude was 6.6 and the first aftershock had 5.1.":                      "[]",
		"It was the first magnitude 7.1 earthquake in the valley.":                     "[]",
		"The first recorded magnitude 8.0 quake of the valley killed nine.":            "[]",
		"An earlier magnitude 5.2 quake had shaken the valley.":                        "[]",
		"The quake had a preliminary magnitude of 5.4 and was 6.2 miles deep.":         "[]",
		"It had an initial magnitude of 6.8 before the survey put it at 6.5.":          "[6.8]",
		"The bank lowered its forecast to 6.6 percent from 6.8.":                       "[]",
	} {
		var got []float64
		for _, f := range Replaced(sentence) {
			got = append(got, f.Value)
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%q: %v, want %s", sentence, got, want)
		}
	}
}

func TestPatterns(t *testing.T) {
	for _, k := range kinds {
		for _, form := range []pattern{k.before, k.behind} {
			if form != nil && form().NumSubexp() == 0 {
				t.Errorf("a pattern of %q has no group for the number: %s", k.what, form())
			}
		}
	}
}
