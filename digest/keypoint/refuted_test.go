package keypoint

import "testing"

// TestRefutes: a title may say that something which was told is not so.
func TestRefutes(t *testing.T) {
	for title, want := range map[string]refutation{
		"Correction: Halvik school inspection":              corrected,
		"Fact check: Did Halvik ban Christmas lights?":      corrected,
		"Lind wins appeal against murder conviction":        cleared,
		"Court quashes Lind's conviction":                   cleared,
		"Man cleared of attacking ferryman":                 cleared,
		"Lind acquitted":                                    cleared,
		"Viral photo of shark in harbour is fake":           untrue,
		"No evidence that seaweed cures colds, study finds": untrue,
		"Nordline says not in talks with Brekke":            untrue,
		"Bank denies data leak":                             denied,
		"Nordline dismisses reports of a sale":              denied,
		"Nordline rejects claims of a sale":                 denied,
		"Fact-check: Did Halvik ban lights?":                corrected,
		"Lind cleared in fraud trial":                       cleared,
		"Writer denied visa for festival":                   noRefutation,
		"Sund denied by late goal":                          noRefutation,
		"Norland denies entry to aid workers":               noRefutation,
		"Roads cleared of snow after Storm Hedda":           noRefutation,
		"Lind cleared in time for final":                    noRefutation,
		"Court overturns Lind's acquittal":                  noRefutation,
		"Fact-checkers laid off at Ledger":                  noRefutation,
		"No talks planned in rail strike":                   noRefutation,
		"Minister rejects report on schools":                noRefutation,
		"Lind pleads not guilty":                            noRefutation,
		"Fake doctor jailed in Halvik":                      noRefutation,
		"Hoax call closes Halvik airport":                   noRefutation,
		"Lind wins appeal for more time":                    noRefutation,
		"Nordline loses appeal against verdict on tolls":    noRefutation,
		"Court overturns ban on rallies":                    noRefutation,
		"Corrections officer hurt in riot":                  noRefutation,
		"Nordline in talks with Brekke":                     noRefutation,
		"Halvik school rated good":                          noRefutation,
		"Watchdog: stop selling jugs with false claim":      noRefutation,
	} {
		if got := readRefutation(title); got != want {
			t.Errorf("%q is read as %d, want %d", title, got, want)
		}
	}
}
