package story

import "testing"

func TestResult(t *testing.T) {
	for title, want := range map[string]result{
		"Sund 2-1 Esbjerg: a late goal":              {true, 2, 1},
		"Ireland 9–12 South Africa":                  {true, 12, 9},
		"Sund Town 0 Esbjerg 3: the ferry was late":  {true, 3, 0},
		"Magic 112, Pistons 109":                     {true, 112, 109},
		"Sund 0 Esbjerg 0":                           {true, 0, 0},
		"Sund take 2-1 lead in Esbjerg":              {},
		"Senate confirms Lind 52-48":                 {},
		"Sund beats Esbjerg":                         {},
		"Flight 370 and Flight 17 found":             {},
		"Esbjerg, 40, and Sund, 38, held over theft": {},
		"Blast Kills 4, Injures 12":                  {},
		"Windows 10 And Windows 11: what is new":     {},
		"Storm Bram Brings 6-12 Inches of Snow":      {},
		"Senate Votes 52-48 To Confirm Lind":         {},
		"G20 Summit Nov 22-23 Sund: who comes":       {},
		"Sund 1-19 Esbjerg 0-18: hurling":            {},
		"Boeing 737-800 Crashes in Sund":             {},
		"Covid 19 Cases Top 20":                      {},
		"The harbour of Sund 2 Esbjerg 1":            {},
	} {
		if got := resultOf(title); got != want {
			t.Errorf("resultOf(%q) = %v", title, got)
		}
	}
}

// TestLiveMatch: a title that tells how a match stands does not tell how it ends.
func TestLiveMatch(t *testing.T) {
	for title, told := range map[string]bool{
		"Sund 1-0 Esbjerg: the ferry was late": true,
		"Live: Sund 1-0 Esbjerg":               false,
		"Sund 1-0 Esbjerg – live updates":      false,
		"Half-time: Sund 1-0 Esbjerg":          false,
	} {
		if got := newSingle(&Item{Title: title}, nil, meaning{}, 0).told.result.told; got != told {
			t.Errorf("%q: %v", title, got)
		}
	}
}

func TestOtherMatch(t *testing.T) {
	sund := resultOf("Sund 2-1 Esbjerg")
	for title, want := range map[string]bool{
		"Esbjerg 1 Sund 2: it was theirs": false,
		"Sund wins":                       false,
		"Sund 0-0 Kolding":                true,
	} {
		if got := sund.differs(resultOf(title)); got != want {
			t.Errorf("%q: %v", title, got)
		}
	}
}
