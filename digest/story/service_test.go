package story

import "testing"

func TestIsService(t *testing.T) {
	for title, want := range map[string]bool{
		"Horoscope for Friday, May 7":                       true,
		"Your daily horoscope: a new moon in the house":     true,
		"Horoscope app fined for selling birthdays":         false,
		"Crossword 11,402":                                  true,
		"Quick crossword No 9,113":                          true,
		"Maker of crosswords dies at 90":                    false,
		"Wordle today: hints and answer":                    true,
		"Wordle sold to Kessel publisher":                   false,
		"Quiz of the week: who opened the dam?":             true,
		"The big news quiz":                                 true,
		"Quiz show host leaves after 30 years":              false,
		"Pub quiz cheats arrested":                          false,
		"Today in history: May 7":                           true,
		"On this day: the first boats at Kessel":            true,
		"On this day of mourning, Kessel stands still":      false,
		"LIVE: Latest updates":                              true,
		"Latest updates":                                    true,
		"Live updates: dam bursts above Kessel":             false,
		"Breaking news":                                     true,
		"Kessel weather forecast for Friday":                true,
		"Weather":                                           true,
		"Kessel weather: three drown as the Orrin rises":    false,
		"Bad weather stops ferries":                         false,
		"Black Friday: the best deals on kettles":           true,
		"Best deals of the week":                            true,
		"Best trade deals are made in daylight, says envoy": false,
		"Orrin Stores promo code: 20% off":                  true,
		"Thieves sold discount codes of Orrin Stores":       false,
		"The 12 best last-minute gifts":                     true,
		"Sponsored: a boiler for every house":               true,
		"Sponsored marchers reach Kessel":                   false,
		"Advertisement ban for Orrin Stores":                false,
		"Puzzles":                                           true,
		"Wordle 1,234: hints":                               true,
		"Wordle: Kessel publisher sues makers of copies":    false,
		"Crossword: Orrin man who drew 900 grids dies":      false,
		"Lottery numbers: two charged over Orrin draw":      false,
		"Six dead in weather":                               false,
		"Severe weather":                                    false,
		"Orrin Rail blames weather":                         false,
		"Amazon's best Prime Day deals under $50":           true,
		"Orrin Stores sued over false Prime Day deals":      false,
		"Black Friday deals seldom cheaper, watchdog finds": false,
		"Minister says best deals for Kessel are to come":   false,
		"Best Boats strikes deals for two yards":            false,
		"Holiday gift guide for runners":                    true,
		"Ethics office mends gift guide for judges":         false,
		"10 best gifts that envoys gave the king":           false,
		"Hackers used promo code for free flights":          false,
		"": false,
	} {
		if got := IsService(title, "Kessel Post"); got != want {
			t.Errorf("IsService(%q) = %v", title, got)
		}
	}
	if !IsService("Daily crossword - Kessel Post", "Kessel Post") {
		t.Error("with the name of its outlet: no service")
	}
}
