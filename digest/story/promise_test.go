package story

import "testing"

func TestPromises(t *testing.T) {
	tests := []struct {
		title string
		want  bool
	}{
		{"Dam on the Orrin bursts, two towns evacuated", false},
		{"Did the Orrin dam have to burst?", true},
		{"Why the dam on the Orrin burst", true},
		{"Sponsored: a boiler for every house in Kessel", true},
		{"Satire: dam on the Orrin apologises", true},
		{"What's behind the flood at Kessel", true},
		{"Here’s the new bridge at Kessel", true},
		{"There are boats again at Kessel", false},
		{"Minister to show towns the new dam", false}, // "how to"
		{"How to keep a cellar dry", true},
		{"Review: The Ferryman", true},
		{"The Ferryman review: a wet evening", true},
		{"Minister orders review of dams", false},
		{"Opinion | The dam had to burst", true},
		{"Opinion polls favour the dam", false},
		{"HS Roundup: Kessel beats Tarn", true},
		{"Kessel: dam bursts", false},
		{"15 Tips to Keep a Cellar Dry", true},
		{"The three worst mistakes of dam builders", true},
		{"15 towns evacuated below the dam", false},
		{"Two die on the steps of Kessel town hall", false},
		{"The 10 Worst Floods of the Decade", true},
		{"Live from Kessel, it's the Post", true},
		{"Let's talk about dams", true},
		{"Live dolphins found above the dam", false},
		{"Orrin dam burst in pictures", true},
		{"Gallery opens in Kessel", false},
		{"Photos of the Orrin dam leaked", false},
		{"The Orrin dam bursts: photos", true},
		{"Daily deals: boats from $700", true},
		{"Trade deals signed at Kessel", false},
		{"", false},
		{": |", false},
	}
	for _, test := range tests {
		if got := promises(test.title); got != test.want {
			t.Errorf("promises(%q) = %v", test.title, got)
		}
	}
}

// What is cleaned off a headline still tells that the page is no report.
func TestTells(t *testing.T) {
	for _, tt := range []struct {
		item Item
		want bool
	}{
		{Item{Title: "Dam bursts above Kessel (Reuters)"}, true},
		{Item{Title: "Dam bursts above Kessel – as it happened"}, false},
		{Item{Title: "Dam bursts above Kessel", Opinion: true}, false},
		{Item{Title: "How to keep a cellar dry"}, false},
	} {
		if got := tt.item.tells(); got != tt.want {
			t.Errorf("%q tells: %v", tt.item.Title, got)
		}
	}
}

func TestGathers(t *testing.T) {
	for title, want := range map[string]bool{
		"Five for Wednesday: Moon landing, Arkansas storms, robot trucks, Okafor":     true,
		"The Ledger, Tuesday: bearings, a silent cable, an island, carbon at €81":     true,
		"Storm on Friday: three dead, two missing":                                    false,
		"Explosion in Kabul on Monday: 12 dead, 30 hurt, hospital hit, aid halted":    false,
		"Super Tuesday: Biden wins Texas, Virginia, Maine, Iowa":                      false,
		"Good morning: a port on fire, a pill for dengue and the end of free parking": true,
		"Morning Tide: a new government, an old cellar and where to get sandbags":     true,
		"Morning mail: ferry aground, budget passed":                                  true,
		"Weekend Storm: two dead, thousands without power":                            false,
		"Evening traffic: M62 closed at Ainley Top":                                   false,
		"Morning Linnet runs aground off Whitby":                                      false,
		"Open source this week: Kessel's board, a court and a year more":              true,
		"Monday's morning briefing":                                                   true,
		"Morning briefing: dam bursts in Kessel":                                      true,
		"News in brief":                                                               true,
		"Prince's news diary stolen":                                                  false,
		"Kessel news diary for Monday, Nov 24":                                        true,
		"News diary":                                                                  true,
		"Nov 24":                                                                      false,
		"Kessel World News Diary, Nov 24":                                             true,
		"Dam briefs":                                                                  true,
		"Kessel lawyers file briefs":                                                  false,
		"World news roundup":                                                          true,
		"Storm makes headlines":                                                       false,
		"Kessel bans Roundup":                                                         false,
		"Dam roundup: Kessel bursts":                                                  false,
		"Dam to burst this week: minister":                                            false,
		"White House briefing on dams":                                                false,
		"":                                                                            false,
		"No. 40: what was left on the plate":                                          true,
		"No. 40 beats No. 2: Kessel in final":                                         false,
		"The week in dams, for the busy":                                              true,
		"The weekend in Kessel":                                                       false,
		"Five things for Wednesday":                                                   true,
		"Five things for Kessel to fear":                                              false,
		"Five things to start your day":                                               true,
	} {
		if got := gathers(title, spaced(title)); got != want {
			t.Errorf("gathers(%q) = %v", title, got)
		}
	}
}

// TestExplains expects titles that promise what is known of an event to be held to be of its day.
func TestExplains(t *testing.T) {
	for title, coy := range map[string]float64{
		"Harwick bridge collapse: what we know so far":          0,
		"Sundby ferry inquiry: what you need to know":           0,
		"What is known of the blast in Orvik":                   0,
		"How to keep a cellar dry":                              1,
		"Moving house this spring? What to know about bridging": 1,
		"Bridge collapses in Harwick, three cars in the river":  0,
	} {
		if got := newSingle(&Item{Title: title}, nil, meaning{}, 0).coy; got != coy {
			t.Errorf("%s: %v, want %v", title, got, coy)
		}
	}
}
