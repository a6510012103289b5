package keypoint

import (
	"strings"
	"testing"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// Whether a sentence stands by itself behind another one.
func TestStands(t *testing.T) {
	const lead = "The harbour board of Sund has sold its last two coal cranes to a yard in Brekke, it said on Monday.\n\n"
	for _, group := range []struct {
		of    string
		cases map[string]bool
	}{
		{"numbers of what was told before", map[string]bool{
			"One involved a tram that left the rails at the harbour in Sund.":        false,
			"One charged £90 for a night in a ward with four beds.":                  false,
			"One in seven is to be shut before the end of the year.":                 false,
			"Each kept a yard in the north of Sund, more or less.":                   false,
			"The Harbour Party, with five, said that the board should resign.":       false,
			`"We are cold at night and nobody pays," said one.`:                      false,
			`"We are cold at night and nobody pays for it," one of them said.`:       false,
			"The crane that was sold to Brekke last year is one of those.":           false,
			"Crane makers have made Sund the favourite to be that one.":              false,
			"Under a crane in the dark, the three curled up and kept quiet.":         false,
			"A third of it went to the yards in the north of Sund.":                  false,
			"Three tonnes of it would fetch the price of a lunch in Sund.":           false,
			"The free ones, three quarters of all, would be closed at noon.":         false,
			"The Sund one, dated 1608, came up in a net off the coast.":              false,
			"Three of the men taken when the crane was blocked are free, Sund said.": true,
			"Three of the men taken were free on Wednesday morning, Sund said.":      false,
			"Two of the workers hurt in the fall of the crane have died, Sund said.": true,
			"Three of the men returned to Sund on Monday morning by ferry.":          false,
			"The board's insurance, it has emerged, stops at 800,000 euros.":         true,
			"The board's insurance, it has said, stops at 800,000 euros a day.":      false,
			"One disabled worker was hurt when the crane fell in Sund.":              true,
			"One in seven workers is to go before the end of the year.":              true,
			"Each listed yard pays a tenth of the price to Sund.":                    true,
			"The Harbour Party, with five seats, said that the board should resign.": true,
			"The court of Sund said by nine votes to one that the sale stands.":      true,
			"Three people, two of them from Brekke, were hurt when a crane fell.":    true,
			"Shares in the three listed Sund yards fell by a tenth.":                 true,
			"The number one yard of the north said that it will buy the crane.":      true,
			"The copper of the roof, or a third of it, went to the yards.":           true,
			"The board had one final offer from Brekke for the two cranes.":          true,
		}},
		{"numbers whose noun is told, loved ones", map[string]bool{
			"Norland yards, the majority of them in Brekke, have been slow to buy cranes.":             true,
			"Guards opened fire on looters in a market of Sund, killing one of them.":                  true,
			"Families in Sund lift sheets on the dead and try to identify loved ones.":                 true,
			"Sund starts with the smallest crane, then builds the one containing that one, and so on.": true,
		}},
		{"verbs whose sense is told", map[string]bool{
			"Sund's first lock of the season said last week he was hoping to stay.": true,
			"The passengers aboard the last ferry to Sund on Monday were.":          false,
			"Two years ago hardly a man in Sund knew who the board was.":            true,
			"The demands of the board include: a new crane, a yard and a boat.":     true,
			"With falling prices for old cranes, a new loss followed.":              true,
			"The old men who used to doubt the board no longer do.":                 true,
		}},
		{"pronouns and verbs whose sense was told before", map[string]bool{
			"More than 30 people were missing in Sund, its head, Ada Lind, told reporters.":              false,
			"When Norland fell out with Sund, says its chair, Ada Lind, the ferries stopped.":            false,
			"The harbour board will sell the cranes, its head, Ada Lind, told reporters on Monday.":      true,
			"Two years after its predecessor, Crane 14, the yard has built a crane of steel.":            true,
			"The third lease of the yard has said so in plain words since 1998, and that is why it won.": false,
			"Sund voted to keep the cranes, and only four other towns of Norland have done so.":          true,
			"The tug, an old boat from Brekke, is not: it was bought for $61,000 in May.":                false,
			"Brekke and Sund are towns of the north, while the villages of the bay are not.":             true,
			"A guard asked whether the £250 offered to each house was a joke. It is now £600.":           false,
			"Five men were to be dug out by the guards of Sund. None were.":                              false,
			"The job was to skip any crane whose brake was off. The brake was not off.":                  false,
			"A guard said the £250 was offered to each house in Sund. It is paid by the harbour board.":  true,
		}},
		{"what only a sentence before tells", map[string]bool{
			"A group of Halvik, which did not take part, called them convincing but asked for more.": false,
			"Police in Sund believe it is that of a kayaker who went missing on Thursday.":           false,
			"A search is no theft, but usually comes before one, the police of Sund warned.":         false,
			"The yard published pictures and called them proof of a second sale in May.":             true,
			"The flag on the crane is that of Norland, as the police of Sund believe.":               true,
			"A search of the yard in Sund is not planned, the police of Norland said.":               true,
		}},
	} {
		for s, want := range group.cases {
			d := text.Parse("", lead+s)
			got := false
			for _, c := range NewDraft(d, text.NewIndexer().Index(d), "en", nil).candidates {
				got = got || strings.HasPrefix(s, c.In(d.Text)) // what stands behind it is of no matter
			}
			if got != want {
				t.Errorf("%s: %q stands by itself: %v, want %v", group.of, s, got, want)
			}
		}
	}
}

// What only leads up to a quotation is no point.
func TestSetsUp(t *testing.T) {
	names, err := entity.New()
	if err != nil {
		t.Fatal(err)
	}
	const lead = "The harbour board of Sund has sold two coal cranes to a yard in Brekke, it said on Monday.\n\n"
	for s, want := range map[string]bool{
		`Maria Brekke, who runs a yard of twelve men in the old docks, had to laugh. "We are all thieves," she said.`:            true,
		`Maria Brekke, a welder of the old docks, has a different view of it all. "We are all thieves," she said.`:               true,
		`Maria Brekke, a welder of the old docks, has a different view of it all. She will leave in May.`:                        false,
		`Maria Brekke, who had asked for a ban, said she accepts the vote of the town. "We are all thieves," she said.`:          false,
		`Maria Brekke, who fled in 1994, sang in the hall until she wanted to leave at last. "We are all thieves," she said.`:    false,
		`Maria Brekke turned the offer down and has brought in two fellow welders. "We are all thieves," she said.`:              false,
		`Maria Brekke, a welder of the old docks, will leave the yard for good. "We are all thieves," she said.`:                 false,
		`Maria Brekke, a welder of the old docks, was arrested in her kitchen. "We are all thieves," she said.`:                  false,
		`At the price of 5.8 million euros nothing changes for the old docks and their men. "We are all thieves," said a guard.`: false,
	} {
		d := text.Parse("Sund sells two cranes", lead+s)
		a := newArticle(d, text.NewIndexer().Index(d), "en", names.Find(d, "en"))
		if got := a.setsUp(2); got != want {
			t.Errorf("%q sets up a quotation: %v, want %v", s, got, want)
		}
	}
}
