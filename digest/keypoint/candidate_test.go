package keypoint

import (
	"strings"
	"testing"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// A case is a paragraph by itself and what of its first sentence may be told.
type tellable struct{ paragraph, want string }

func checkTellable(t *testing.T, cases []tellable) {
	t.Helper()
	names, err := entity.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		d := text.Parse("quay", c.paragraph)
		got := ""
		if found, _ := newArticle(d, text.NewIndexer().Index(d), "en", names.Find(d, "en")).candidates(); len(found) > 0 && found[0].sentence == 1 {
			got = found[0].In(d.Text)
		}
		if got != c.want {
			t.Errorf("of %q\ntold %q\nwant %q", c.paragraph, got, c.want)
		}
	}
}

// whole returns a case of which all may be told.
func whole(paragraph string) tellable { return tellable{paragraph, paragraph} }

// What a page bids its reader do is no news, what others do in the same words is.
func TestInvitations(t *testing.T) {
	checkTellable(t, []tellable{
		whole("Nordline on Monday shipped fixes for a flaw that lets anybody log in to its gateway as anyone they like."),
		whole("More than 400 skippers asked to sign up for the new berths in Sund within a day."),
		whole("The town will pay each hotel of Sund that lets guests create an account at the harbour office."),
		whole("The tags on the new crates can be read by a scanner on the quay of Sund."),
		whole("Children in Sund read more than those in Norland, a study of forty schools has found."),
		{"Log in to the site of the harbour board to hear what it decided on Monday.", ""},
		{"To create an account at the harbour office, skippers need a letter of the town.", ""},
		{"Sign up for the letter of the harbour board to hear of its plans for the quay.", ""},
		{"The report of the board can be read at the town hall of Sund from Monday on.", ""},
		{"The harbour board of Sund did not reply to a request for comment on Monday.", ""},
		{"You get this letter because you asked the harbour board of Sund for it.", ""},
	})
}

// A country with an article is cut off with its dateline, which tells a day or a wire too.
func TestDatelineArticles(t *testing.T) {
	const told = "Nordline, the owner of forty ferries, announced a new line to Norland."
	checkTellable(t, []tellable{
		{"ROTTERDAM, the Netherlands, Nov. 25, 2026 /PressLine/ -- " + told, told},
		{"Rotterdam, the Netherlands (Meridian Wire) – " + told, told},
		{"MANILA, the Philippines, 3 May – " + told, told},
		whole("Rotterdam, the City of Bridges – Nordline calls at it twice a day – wants a new quay."),
		whole("Utrecht, the city of bicycles – and of canals – is to close its old harbour in May."),
	})
}

// What a wire tells in brackets of what is new in its text is cut off, before and behind the dateline.
func TestNotes(t *testing.T) {
	const told = "Twelve people died when a barge sank off Sund on Sunday, the coast guard said."
	checkTellable(t, []tellable{
		{"SUND, Dec 1 (North Wire) - (Corrects the toll to 12 from 14 in paragraph 3) " + told, told},
		{"(Adds quote of the mayor, recasts) SUND, Dec 1 (North Wire) - " + told, told},
		{"[Updates with the search] " + told, told},
		{"SUND (North Wire) -- (Refiles to fix the name of the port) " + told, told},
		{"SUND — (Story updates the name of the mayor to Ada (not Adda) Lind.) — " + told, told},
		{"SUND, Dec 1 (North Wire) - (New throughout, adds comment) " + told, told},
		{"SUND--(NORTHWIRE)--" + told, told},
		{"SUND (North Wire) - (Corrects the toll to 12 from 14 after police said that a victim had been counted twice.)", ""},
		{"SUND, Dec 1 (North Wire) - (This Dec. 1 story has been corrected to show that the toll is 12, and that the barge was empty.)", ""},
		{"(This article was updated at noon on Sunday with a statement of the coast guard of Sund.)", ""},
	})
}

// What a text had wrong is not told, nor what it says of that behind it. But a text may be about what
// was wrong in another, and laws have earlier versions too.
func TestCorrections(t *testing.T) {
	checkTellable(t, []tellable{
		{"Correction, 14:20 UTC: An earlier version of this article put the number of voters in Sund at 481.", ""},
		{"Corrections and clarifications: an earlier version gave the price of the quay of Sund as 4 million crowns.", ""},
		{"An earlier version wrongly said that forty ships of Nordline had left the harbour of Sund.", ""},
		whole("An earlier version of the law gave the harbour board of Sund a year to close the quay."),
		whole("Correction of the beam will cost the harbour board of Sund two million crowns a year."),
		whole("Nordline showed an earlier version of the ferry to the harbour board of Sund in May."),
	})
	const lead = "The harbour board of Sund will build a new quay for the ferries of Nordline in May.\n"
	const figure = "The figure of forty ships was counted twice by the harbour master of Sund."
	for body, want := range map[string]int{
		lead + "This article was changed on 25 May at noon. An earlier version said that it would be shut. " + figure: 1,
		lead + "Correction: on Monday Nordline's fleet had a wrong number here. " + figure:                            1,
		lead + "Nordline has its number of ships from the harbour board. " + figure:                                   3,
		"Correction, 25 May: An earlier version of this article misstated the number of ships in Sund. " + figure:     1,
	} {
		d := text.Parse("The quay", body)
		if got, _ := newArticle(d, text.NewIndexer().Index(d), "en", nil).candidates(); len(got) != want {
			t.Errorf("%d candidates in %q, want %d", len(got), body, want)
		}
	}
}

// TestErrata: what a text says that only corrects others is told with what is so instead, and not without it.
func TestErrata(t *testing.T) {
	long := "In an article on Monday we said that the quays of Sund" + strings.Repeat(" and those of Halvik", 12) + " would be shut. "
	for _, c := range []struct{ title, body, want string }{
		{"Correction: Ada Lind", "On Monday we said that Ada Lind had left the board. That was wrong. She leaves it in May. We are sorry for the mistake.",
			"On Monday we said that Ada Lind had left the board. That was wrong. She leaves it in May."},
		{"Clarification: the quay", "A report on Sunday gave the price of the quay as 40 million crowns.\nIt is 4 million.",
			"A report on Sunday gave the price of the quay as 40 million crowns.\nIt is 4 million."},
		{"Corrections", "We misnamed the board. It is that of Sund. The headline, too, was wrong. We regret the errors.",
			"We misnamed the board. It is that of Sund. | The headline, too, was wrong."},
		{"Correction: the quay", long + "They will be open.", "They will be open."},
		{"Correction: the quay", "On Monday we said that the quay of Sund would be shut. We apologise.", ""},
		{"Correction: the quay", "On Monday we said that the quay of Sund would be shut. In fact the quay of Sund will be open until May.",
			"In fact the quay of Sund will be open until May."},
		{"Fact check: Is the quay shut?", "A report shared by many said that it was. The quay of Sund is not shut, the board of the harbour said.", "The quay of Sund is not shut, the board of the harbour said."},
	} {
		d := text.Parse(c.title, c.body)
		found, _ := newArticle(d, text.NewIndexer().Index(d), "en", nil).candidates()
		told := make([]string, len(found))
		for i, f := range found {
			told[i] = f.In(d.Text)
		}
		if got := strings.Join(told, " | "); got != c.want {
			t.Errorf("%q, %q\ntells %q\nwant  %q", c.title, c.body, got, c.want)
		}
	}
}

// The time of an entry goes where the rest may be told, and one with a full stop where several
// entries begin so.
func TestClocks(t *testing.T) {
	checkTellable(t, []tellable{
		{"11:25 — All ferries of Nordline are sailing again.", "All ferries of Nordline are sailing again."},
		{"11:25 — All the ferries of Sund sail again.", "All the ferries of Sund sail again."},
		{"11:25 — Her rival at Nordline, Karel Voss, has gone.", ""},
		whole("2.15 Billion crowns were set aside for the quay of Sund by the parliament in May."),
		{"16.45 All ferries north of Sund stay in port until Friday noon, writes Ada Lind in Halvik.\n15.30 Sund is dark.\n14.05 Good day.",
			"All ferries north of Sund stay in port until Friday noon"},
		whole("Nordline will sell all its ferries on the sound by May, writes Ada Lind in Norland Today."),
		{"16.45 Sund is dark.\n15.30 Good day.\n14.05", ""}, // nothing stands behind the last time
	})
}

// What a label sums up stands without it, or with it where it goes on in small letters: not
// behind a number, nor what has no verb.
func TestRubrics(t *testing.T) {
	checkTellable(t, []tellable{
		{"Abstract: This document defines how two harbours may agree on the time of their ferries.",
			"This document defines how two harbours may agree on the time of their ferries."},
		{"Update: The harbour board of Sund has put the vote on its new quay off until May.",
			"The harbour board of Sund has put the vote on its new quay off until May."},
		whole("In short: the court of Sund says that Nordline has to show its books to the board."),
		whole("One warning: whoever has a ticket for the old ferry should wait until the first of May."),
		whole("The gist: three large owners of ferries earned more from Sund than the town did."),
		{"Three: the owners of ferries earned more from Sund in the last year than the town did.", ""},
		{"Worst idea: an office for the ferries of Sund and of Norland in one and the same house.", ""},
		{"The price: nothing for tickets of Nordline to Sund, and tea for the crews of the ferries.", ""},
		{"Storm on the sound: not enough ferries A captain of Nordline said that forty people were waiting.", ""},
		{"guilty : the captain of the old ferry , 74 , sold his tickets twice to guests of the town .", ""},
		{"Background: The town of Sund has had three harbour boards since the war.", ""},
	})
}

// What goes at the end of a sentence that is too long.
func TestShortened(t *testing.T) {
	checkTellable(t, []tellable{
		{"The list led by Ada Lind, 43, took ten of the 33 seats in the parliament of Norland, the assembly of the islands to the north of the sound, and can form a majority with the party of the fishermen and with the four members that the town of Halvik sends to it.",
			"The list led by Ada Lind, 43, took ten of the 33 seats in the parliament of Norland, the assembly of the islands to the north of the sound"},
		{"Nordline, the owner of forty ferries, sold its two oldest ships to a yard in Halvik that wants to make hotels of them, and leased six new ones from the bank of Norland for the line between Sund and the islands that the parliament pays for until the end of 2031.",
			"Nordline, the owner of forty ferries, sold its two oldest ships to a yard in Halvik that wants to make hotels of them"},
		{"Ada Lind, who once sold ferry tickets in Halvik and then led the union of the crews for eleven years, had been under pressure as the head of the harbour board since Thursday, when a paper showed letters in which she had promised the quay to a friend of hers.",
			"Ada Lind, who once sold ferry tickets in Halvik and then led the union of the crews for eleven years, had been under pressure as the head of the harbour board since Thursday"},
		{"Nordline said on Wednesday that 212 of its crews had left for other owners of ferries on the sound in the ten days since the vote of the harbour board of Sund on the line to Halvik, up from about 140 a day earlier, and that it would look for new ones in Norland and on the islands.",
			"Nordline said on Wednesday that 212 of its crews had left for other owners of ferries on the sound in the ten days since the vote of the harbour board of Sund on the line to Halvik"},
		{"The wheel of the first steam ferry of Sund, which stood for two centuries in the garden of a school on the islands, sold for eleven million crowns with fees at auction in Halvik on Thursday, more than double what had been paid for the wheel of any other ship before that day.",
			"The wheel of the first steam ferry of Sund, which stood for two centuries in the garden of a school on the islands, sold for eleven million crowns with fees at auction in Halvik on Thursday"},
		{"Eighteen months after a group at the university of Norland reported a paint for the hulls of ferries that saved a fifth of their oil on the way to the islands, the Journal of Ships on Monday took the report back, at the request of six of the seven who had written it.",
			"Eighteen months after a group at the university of Norland reported a paint for the hulls of ferries that saved a fifth of their oil on the way to the islands, the Journal of Ships on Monday took the report back"},
		{"As if the storms of March had not given the owners of ferries enough to talk about this year, a crane failed on Monday some thirty miles from the harbour of Sund, and with it about a third of all that the shops of Halvik and of the islands to the north of the sound get.",
			"As if the storms of March had not given the owners of ferries enough to talk about this year, a crane failed on Monday some thirty miles from the harbour of Sund"},
		{"The harbour board of Sund on Wednesday refused a request by the owners of two hotels beside the old pier to forbid the night ferries that have kept their guests awake since March, but ordered the captains to sail past the pier and the market without their horns.",
			"The harbour board of Sund on Wednesday refused a request by the owners of two hotels beside the old pier to forbid the night ferries that have kept their guests awake since March"},
		{"The harbour board of Sund on Wednesday did not forbid the night ferries that have kept the guests of the two hotels beside the old pier awake in every one of the summers since the bridge was opened, but ordered the captains to sail past the pier and the market without any horns.", ""},
	})
}

// A letter that names a hall begins no point, that of a name does.
func TestInitials(t *testing.T) {
	checkTellable(t, []tellable{
		{"B. The crews are starting the cranes in groups to avoid a rush on the quay.", ""},
		{"B. We start the cranes in groups to avoid a rush on the quay of Sund.", ""},
		whole("P. Lindqvist said the cranes of Sund would be started in groups on Monday."),
	})
}

// "This newspaper" is who tells the news; "this plan" was told before.
func TestOutlets(t *testing.T) {
	checkTellable(t, []tellable{
		whole("Letters seen by this newspaper show that the harbour board of Sund had planned to sell the quay since May."),
		whole("Ada Lind, without whom this headline would tell of an empty quay, died on Friday in Sund."),
		{"In this plan the harbour board of Sund gives the quay to three owners of ferries and of hotels.", ""},
	})
}

// Nothing was said before the first sentence of a text: what stands for something there stands for what it tells.
func TestFirstSentence(t *testing.T) {
	for _, sentence := range []string{
		"A widow has told an inquiry into the fall of a ferry bank that her husband hid letters in the bread bin.",
		"Nordline has ended talks with two yards about a tug and will build the ship with Ferrum instead.",
		"A maker of tugs with one ship to its name spent more on paint in the spring than Nordline did.",
	} {
		checkTellable(t, []tellable{whole(sentence)})
		d := text.Parse("quay", "Ferrum bought a crane for the yard on the island in May. "+sentence)
		if found, _ := newArticle(d, text.NewIndexer().Index(d), "en", nil).candidates(); len(found) > 1 {
			t.Errorf("behind another sentence told %q", found[1].In(d.Text))
		}
	}
	checkTellable(t, []tellable{{"He has told the harbour board of Sund of his grief after thieves took the roof of the church.", ""}})
}

// A sentence may begin with a name in small letters, and name what programs call theirs.
func TestSoftware(t *testing.T) {
	checkTellable(t, []tellable{
		whole("libquern 3.2.1, which the harbour board of Sund uses, has two maintainers and no sponsor."),
		whole("The flaw sits in parse_received(), which copies the list of ships into a buffer."),
		whole("Skippers of Sund who cannot update at once should set `max_received` to 50, Nordline said."),
		{"was still struggling to find the harbour of Sund after the storm of Monday night.", ""},
		{"The harbour board of Sund will _never_ sell the quay, it said on Monday evening.", ""},
		{"The harbour board of Sund will call the quay `Ada and nothing else, it said.", ""},
	})
}

// Whom somebody thanks is no news, what is owed to somebody is.
func TestThanks(t *testing.T) {
	checkTellable(t, []tellable{
		{"Thanks to Ada Lind, Jan de Vries and everyone who helped with the release.", ""},
		{"Special thanks to Ada Lind and the 61 other people of Sund who sent us patches.", ""},
		{"The maintainers of Nordline thank Ada Lind of Sund for reporting the flaw in May.", ""},
		whole("Thanks to a late goal of Ada Lind, Sund has won the cup for the first time in years."),
		whole("The mayor of Sund thanked Ada Lind for the boat that she gave to the town."),
	})
	const told = "Nordline has built a quay in Sund.\n\nIt is forty metres long and has two cranes.\n\nThe town paid four million crowns.\n\n"
	const made = "Forty people from nine towns made the cranes of Sund in one long summer.\n\n"
	for heading, want := range map[string]int{"Contributors to 4.2": 0, "Next steps": 1} {
		d := text.Parse("Quay", told+heading+"\n\n"+made)
		found := 0
		for _, c := range NewDraft(d, text.NewIndexer().Index(d), "en", nil).candidates {
			if strings.HasPrefix(c.In(d.Text), "Forty people") {
				found++
			}
		}
		if found != want {
			t.Errorf("behind %q: %d, want %d", heading, found, want)
		}
	}
}

// An answer of a list of questions is told where it is a sentence.
func TestAnswers(t *testing.T) {
	const question = "What do the skippers of Sund say of it?"
	for answer, want := range map[string]int{
		"A levy of 9 crowns a kilo on nets from the yards of Norland, which was to begin in July.": 0,
		"From the yards of Norland, which are to deliver forty nets to Sund.":                      0,
		"Some skippers in Sund and a few in Tarn, who say that the board gave too much away.":      0,
		"The levy on nets from the yards of Norland, which was to begin in July, is off.":          1,
		"Nordline shows the forty ships of Sund a new way to the yards of Norland.":                1,
	} {
		d := text.Parse("quay", "4. "+question+" "+answer)
		if found, _ := newArticle(d, text.NewIndexer().Index(d), "en", nil).candidates(); len(found) != want {
			t.Errorf("%q: %d candidates, want %d", answer, len(found), want)
		}
	}
}
