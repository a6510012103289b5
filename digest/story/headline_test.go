package story

import (
	"strings"
	"testing"

	"newsbot/digest/text"
)

func TestCleanHeadline(t *testing.T) {
	tests := []struct{ title, source, want string }{
		{"", "", ""},
		{"Dam bursts above Kessel", "Harbour Post", "Dam bursts above Kessel"},
		{"Dam bursts above Kessel - Harbour Post", "Harbour Post", "Dam bursts above Kessel"},
		{"Dam bursts above Kessel | The Harbour Post", "harbour post", "Dam bursts above Kessel"},
		{"Dam bursts above Kessel – BBC News", "", "Dam bursts above Kessel"},
		{"Dam bursts above Kessel - Reuters", "", "Dam bursts above Kessel"},
		{"Dam bursts above Kessel | World | Harbour Post", "Harbour Post", "Dam bursts above Kessel | World"},
		{"Dam bursts above Kessel - harbourpost.example", "", "Dam bursts above Kessel"},
		{"Dam bursts - two towns evacuated", "Harbour Post", "Dam bursts - two towns evacuated"},
		{"Dam bursts – What we know", "", "Dam bursts – What we know"},
		{"LIVE: Dam bursts above Kessel", "", "Dam bursts above Kessel"},
		{"Live updates: dam bursts above Kessel", "", "Dam bursts above Kessel"},
		{"Live: éclair of lightning hits dam", "", "Éclair of lightning hits dam"},
		{"Live: iPhone found in dam", "", "iPhone found in dam"},
		{"Update: lib2 bursts", "", "lib2 bursts"},
		{"LIVE: [oss-security] heron: heap overflow", "", "heron: heap overflow"},
		{"dam bursts above Kessel", "", "dam bursts above Kessel"},
		{"UPDATE 2-Dam bursts above Kessel", "", "Dam bursts above Kessel"},
		{"CORRECTED-Dam bursts above Kessel", "", "Dam bursts above Kessel"},
		{"Correction: Dam bursts above Kessel", "", "Correction: Dam bursts above Kessel"},
		{"BREAKING | Dam bursts above Kessel", "", "Dam bursts above Kessel"},
		{"WATCH: VIDEO: Dam bursts above Kessel", "", "Dam bursts above Kessel"},
		{"Live-in nurses win their case", "", "Live-in nurses win their case"},
		{"Watch makers strike in Tarn", "", "Watch makers strike in Tarn"},
		{"Kessel: dam bursts", "", "Kessel: dam bursts"},
		{"It’s official: Dam bursts above Kessel", "", "Dam bursts above Kessel"},
		{"LIVE:", "", "LIVE:"},
		{"BRIEF-Dam bursts above Kessel", "", "Dam bursts above Kessel"},
		{"[Video] Dam bursts above Kessel", "", "Dam bursts above Kessel"},
		{"Re: [SECURITY] Flaw in the pumps of Kessel", "", "Flaw in the pumps of Kessel"},
		{"RE-ELECTED MAYOR OF KESSEL SHUTS PUMPS", "", "RE-ELECTED MAYOR OF KESSEL SHUTS PUMPS"},
		{"[ANN] Pumps 2.0 of Kessel", "", "Pumps 2.0 of Kessel"},
		{"Dam bursts above Kessel (VIDEO)", "", "Dam bursts above Kessel"},
		{"Dam bursts above Kessel (Reuters) [Updated]", "", "Dam bursts above Kessel"},
		{"Dam bursts above Kessel (again)", "", "Dam bursts above Kessel (again)"},
		{"[Video]", "", "[Video]"},
		{"EUROPE STOCKS-Shares slip as energy weighs", "", "Shares slip as energy weighs"},
		{"US GOP-Led House Passes Budget", "", "US GOP-Led House Passes Budget"},
		{"[?] Dam bursts", "", "[?] Dam bursts"},
		{"[ex-mayor] dam jailed", "", "[ex-mayor] dam jailed"},
		{"NATO-Russia talks resume", "", "NATO-Russia talks resume"},
		{"Company announcement no. 31/2026: Vindara A/S adjusts outlook for 2026", "vindara.example", "Vindara A/S adjusts outlook for 2026"},
		{"Press release: Vindara adjusts outlook", "", "Vindara adjusts outlook"},
		{"[vulnlist] CVE-2026-58121: Heron: heap overflow", "vulnlist", "CVE-2026-58121: Heron: heap overflow"},
		{"[oss-security] Heron: heap overflow", "openwall.example", "Heron: heap overflow"},
		{"[sic] A year of typos", "The Meridian", "[sic] A year of typos"},
		{"🔴 LIVE: Dam bursts above Kessel", "", "Dam bursts above Kessel"},
		{"⚠️Dam bursts above Kessel", "", "Dam bursts above Kessel"},
		{"Dam bursts above Kessel – as it happened", "", "Dam bursts above Kessel"},
		{"Dam bursts above Kessel: live updates", "", "Dam bursts above Kessel"},
		{"Dam bursts above Kessel – live | Harbour Post", "Harbour Post", "Dam bursts above Kessel"},
		{"Dam bursts: where the people of Kessel live", "", "Dam bursts: where the people of Kessel live"},
		{"PRESS RELEASE | Dam bursts above Kessel", "", "Dam bursts above Kessel"},
		{"PR262128 - Press Release by the Ministry for Dams and Ports: Dam above Kessel closed", "", "Dam above Kessel closed"},
		{"Press release from the Harbour Board – Dam above Kessel closed", "", "Dam above Kessel closed"},
		{"PR262128 - Statement by the Minister on Kessel", "", "Statement by the Minister on Kessel"},
		{"Press Release by the Ministry for Dams", "", "Press Release by the Ministry for Dams"},
		{"Press release of a dam's plans was a mistake, minister says", "", "Press release of a dam's plans was a mistake, minister says"},
		{"Situation update no. 2 | Dam above Kessel", "", "Dam above Kessel"},
		{"CVE-2026-41877: flaw found in the dam's software", "", "CVE-2026-41877: flaw found in the dam's software"},
		{"Today - Harbour Post", "Harbour Post", "Today - Harbour Post"},
		{"Dam  bursts\n above   Kessel", "", "Dam bursts above Kessel"},
	}
	for _, test := range tests {
		if got := CleanHeadline(test.title, test.source); got != test.want {
			t.Errorf("CleanHeadline(%q, %q)\n got %q\nwant %q", test.title, test.source, got, test.want)
		}
	}
}

func TestHeadline(t *testing.T) {
	const plain = "Dam on the Orrin bursts, two towns evacuated"
	tests := []struct {
		name   string
		titles []string
		want   int
	}{
		{"none", nil, 0},
		{"one", []string{"Why?"}, 0},
		{"shouting", []string{"DAM ON THE ORRIN BURSTS, TWO TOWNS EVACUATED", plain}, 1},
		{"shouting in part", []string{"Dam on the Orrin BURSTS, two towns evacuated in PANIC", plain}, 1},
		{"a question", []string{"Did the Orrin dam have to burst?", plain}, 1},
		{"bait", []string{"Orrin dam: everything you need to know", plain}, 1},
		{"a question without its mark", []string{"Why the dam on the Orrin burst", plain}, 1},
		{"too short", []string{"Dam bursts", plain}, 1},
		{"off the point", []string{"Minister cuts short her holiday in the south", plain, "Two towns evacuated as Orrin dam bursts"}, 1},
		{"a stamp", []string{"Posted 11/27/2026 7:21 AM", plain}, 1},
		{"a stamp with blanks", []string{"Last updated: Mon, 27 Nov 2026 7: 21 p.m. ET", plain}, 1},
		{"a rubric", []string{"Morning Talk: Dam on the Orrin bursts, towns evacuated", plain, "Orrin dam bursts"}, 1},
		{"a name and a colon", []string{"Orrin: Dam bursts, two towns are evacuated", "Orrin dam bursts", "Two towns at the Orrin evacuated"}, 0},
		{"an opinion", []string{"We do not need a dam on the Orrin", plain}, 1},
		{"a notice", []string{"Dam on the Orrin, two towns: evacuation notice", plain}, 1},
		{"a statement", []string{"Statement on the dam on the Orrin and the evacuation", plain}, 1},
		{"a press release", []string{"Situation update no. 2 | Dam on the Orrin, two towns evacuated", plain}, 1},
		{"a correction", []string{"Correction: Dam on the Orrin bursts, ten towns evacuated", plain}, 1},
		{"somebody's words", []string{"Orrin mayor: 'The dam, not I, must go'", "Orrin mayor steps down over the dam"}, 1},
		{"empty", []string{"", plain}, 1},
		{"the first of equals", []string{plain, plain}, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Headline(text.NewIndexer(), bareTitles(test.titles)); got != test.want {
				t.Errorf("Headline(%q) = %d, want %d", test.titles, got, test.want)
			}
		})
	}
}

// bareTitles returns titles of unknown articles.
func bareTitles(of []string) []Title {
	out := make([]Title, len(of))
	for i, t := range of {
		out[i].Text = t
	}
	return out
}

func TestHeadlineIsBorneOut(t *testing.T) {
	points := []string{"The dam on the Orrin burst on Monday.", "Two towns were evacuated."}
	puns := []Title{{Text: "Orrin valley gets that sinking feeling", Points: points}, {Text: "A sinking feeling on the Orrin", Points: points}}
	plain := Title{Text: "Orrin dam bursts, two towns evacuated", Points: points}
	if got := Headline(text.NewIndexer(), append(puns, plain)); got != 2 {
		t.Errorf("Headline chose title %d, whose words its article does not hold", got)
	}
}

// TestHeadlineTellsTheToll expects the title that tells how many died, though the others have
// more in common.
func TestHeadlineTellsTheToll(t *testing.T) {
	titles := bareTitles([]string{"Orrin dam bursts, towns evacuated", "Orrin towns evacuated as dam bursts", "At least nine dead as dam bursts above Orrin"})
	titles[2].Toll = true
	if got := Headline(text.NewIndexer(), titles); got != 2 {
		t.Errorf("Headline chose title %d", got)
	}
}

func TestHeadlineIsNoOpinion(t *testing.T) {
	titles := bareTitles([]string{"Orrin dam bursts, towns evacuated: a failure", "Orrin dam bursts, towns evacuated: who pays", "Pumps are on their way!", ""})
	titles[0].Opinion, titles[1].Opinion = true, true
	if got := Headline(text.NewIndexer(), titles); got != 2 {
		t.Errorf("Headline chose title %d", got)
	}
}

func FuzzCleanHeadline(f *testing.F) {
	f.Add("UPDATE 2-Dam bursts - Harbour Post", "Harbour Post")
	f.Add("LIVE: \xff | ", "")
	f.Add(strings.Repeat("\x80", longestHeadline+1), "")
	f.Fuzz(func(t *testing.T, title, source string) {
		got := CleanHeadline(title, source)
		if again := CleanHeadline(got, source); again != got {
			t.Errorf("CleanHeadline(%q, %q) = %q, and again %q", title, source, got, again)
		}
		Headline(new(text.Indexer), []Title{{Text: title, Source: source, Points: []string{title}}, {Text: source, Source: title}})
	})
}

// A text in the place of a title takes no time.
func TestCleanHeadlineOfAText(t *testing.T) {
	if got := CleanHeadline(strings.Repeat("😀 ", 100_000), ""); len(got) > longestHeadline {
		t.Errorf("%d bytes are left", len(got))
	}
}
