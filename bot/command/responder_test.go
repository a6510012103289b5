package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/store"
)

// TestCommands asks the sample news. Each answer has the texts and the buttons.
func TestCommands(t *testing.T) {
	r := responder(t, sampleStore(t), web{
		"https://page.example/a": func() (digest.Article, error) {
			a := digest.Article{URL: "https://page.example/a", Source: "The Page", Title: "Ferry to Esbjerg resumes",
				Text: "The ferry to Esbjerg sails again from Tuesday, the harbour master Ines Calder said.\nForty passengers booked on the first day."}
			a.Identify("")
			return a, nil
		},
		"https://page.example/german": func() (digest.Article, error) {
			a := digest.Article{URL: "https://page.example/german", Title: "Stadtrat beschließt neuen Deich",
				Text: "Der Stadtrat von Esbjerg hat am Montag beschlossen, dass der Deich um einen Meter erhöht wird."}
			a.Identify("")
			return a, nil
		},
		"https://page.example/private": func() (digest.Article, error) {
			return digest.Article{}, &feed.InputError{Input: "x", Err: errors.New("cannot be fetched (dial tcp 10.0.0.7:80)")}
		},
		"https://page.example/gone": func() (digest.Article, error) {
			return digest.Article{}, &feed.InputError{Input: "x", Err: errors.New("answers with status 404: there is nothing at this address; check it")}
		},
	})
	const share = "Share to channel"
	for _, tt := range []struct {
		words   string
		texts   string // by |
		buttons string // some of them, by |
	}{
		{"", "There is no news of Tue 24 Nov 2026.", "Yesterday|Last week|How to ask"},
		{"yesterday", "Top stories · Mon 23 Nov 2026|10 articles → 4 stories · 4 sources\n|• Storm Hedda broke through the sea wall", share + "|Flaw in libquill lets a small file stop a server, maintainers say"},
		{"Monday", "Top stories · Mon 23 Nov 2026", share},
		{"top last week", "Top stories · 16 – 22 Nov 2026|4 articles → 2 stories · 3 sources\n", share},
		{"2026-11-22", "Top stories · Sun 22 Nov 2026", share},
		{"7d", "Top stories · 18 – 24 Nov 2026|14 articles → 6 stories", share},
		{"24h", "Top stories · the last 24 hours", share},
		{"2w", "Top stories · 11 – 24 Nov 2026", share},
		{"2026-11-31", "There is no day 2026-11-31.", "How to ask"},
		{"2027-01-01", "Fri 1 Jan 2027 is still to come.", "How to ask"},
		{"top storm", "“storm” is not a day. Write yesterday, monday, 2026-11-20, last week or 7d.", "How to ask"},

		{"about Esbjerg", "Esbjerg|place · 5 articles · first 23 Nov 05:55 · last 12 h ago|█▁ articles a day, 26 Oct – 24 Nov\n• ", "Storm Hedda|All 5 articles|" + share},
		{"about person/lucia-arrieta", "Lucía Arrieta|person · 1 article", "Ilse Vermaak|" + share},
		{"about person/nobody-there", "The news of the last 30 days does not name it.", "Today's stories"},
		{"about Emergency", "No name in the news of the last 30 days is “Emergency”.", "Danish Emergency Management…|Search for it"},
		{"about zebra", "No name in the news of the last 30 days is “zebra”.", "Search for it"},
		{"about", "Say who or what: /news about Esbjerg.", "How to ask"},
		{"esbjerg", "Esbjerg|place · 5 articles", share},

		{"search sea wall", "5 articles for “sea wall”\n|• Storm Hedda broke through the sea wall", share},
		{"railway", "3 articles for “railway”", share},
		{`search "corrected version" from:"meridian wire"`, "1 article for “\"corrected version\"”\n|Meridian Wire", share},
		{`“corrected version” from:meridian-wire.example`, "1 article for", share},
		{"storm -shares until:2026-11-23", "5 articles for “storm -shares”", share},
		{`search surge OR "sea wall" since:7d`, "A search knows no OR.", `/news search surge since:7d|/news search "sea wall" since:7d|How to ask`},
		{"storm OR flood", "A search knows no OR.", "/news search storm|/news search flood|How to ask"},
		{"flood OR OR storm", "A search knows no OR.", "/news search flood|/news search storm|How to ask"},
		{"search storm OR", "articles for “storm OR”", share},
		{`search storm from:"ledger weekly" since:7d until:yesterday`, "1 article for “storm”\nfrom The Ledger Weekly · since Tue 17 Nov 09:00 · until Tue 24 Nov 00:00", share},
		{"search since:2026-11-23 from:meridian-wire.example", "from Meridian Wire · since Mon 23 Nov 00:00 · the latest first", share},
		{"search storm -esbjerg", "No article is about “storm -esbjerg”. Try fewer or other words.", "How to search"},
		{"search hedda --since=6h", "No article is about “hedda”. Try it without since, or with fewer words.", "How to search"},
		{"search arrieta type:person", "1 article for “arrieta”", share},
		{"search arrieta type:place", "No article is about “arrieta”. Try it without type, or with fewer words.", ""},
		{"search arrieta type:dog", "“dog” is not a type. Write one of person, organization, place, event, group, product, work, other.", "How to ask"},
		{"search storm from:nobody", "There is no news from “nobody”. Sources are Meridian Wire, Northfield Post, The Harbour Courier, The Ledger Weekly.", "How to ask"},
		{"search storm since:soon", "“soon” is not a time. Write 24h, 7d, 2w, yesterday, monday or 2026-11-20.", "How to ask"},
		{"search storm since:2026-11-23 until:2026-11-20", "The search ends before it begins.", "How to ask"},
		{`search storm -shares from:ledger since:7d`, "1 article for “storm -shares”", share},
		{`search storm from:meridian`, "1 article for “storm”", share},
		{`search storm -shares from:the since:7d`, "No source is called “the”. Did you mean one of these?", "The Harbour Courier|The Ledger Weekly|How to ask"},
		{"search storm from:nortfield-post", "No source is called", "Northfield Post"},
		{`search storm from:"ledger weekly"`, "1 article for “storm”", share},
		{"search storm form:ledger", "There is no option form. Did you mean from:ledger?", "How to ask"},
		{"search storm after:2026-11-20", "There is no option after. Did you mean since:2026-11-20?", "How to ask"},
		{"search storm source:ledger", "There is no option source. Did you mean from:ledger?", "How to ask"},
		{"since sunday", "Top stories · 22 – 24 Nov 2026", share},
		{"search storm --sort=date", "There is no option --sort.", "How to ask"},
		{"search storm since: 7d from: https://www.ledger-weekly.example/", "1 article for “storm”", share},
		{"search storm since:", "The option since needs a value.", "How to ask"},
		{"search storm: surge", "2 articles for “storm: surge”", share},
		{"search storm --since", "The option since needs a value.", "How to ask"},
		{`search from:"the ledger weekly"`, "2 articles for “from:\"the ledger weekly\"”\nfrom The Ledger Weekly · any time · the latest first|The Ledger Weekly", share},
		{`from:"Meridian Wire"`, "4 articles for “from:\"Meridian Wire\"”\nfrom Meridian Wire · any time · the latest first", share},
		{"search since:2026-11-23", "articles for “since:2026-11-23”|1 – 5 · the latest first", "Next|" + share},
		{"search from:meridian-wire.example -compression since:7d", "articles for “-compression”|the latest first", share},
		{"search from:nobody", "There is no news from “nobody”.", "How to ask"},
		{"search since:1h", "There is no article for “since:1h”. Try it without since.", "How to search"},
		{"search -storm", "Say what to search for", "How to ask"},
		{"search type:person", "Add a name to the type", "How to ask"},
		{"search type:person since:7d", "Add a name to the type", "How to ask"},
		{"search type:dog", "“dog” is not a type.", "How to ask"},
		{"search the from:ledger", "Say what to search for", "How to ask"},
		{"search the", "Say what to search for: a name or words.", "How to ask"},

		{"The Ledger Weekly", "2 articles for “The Ledger Weekly”|the latest first|The Ledger Weekly", share},
		{"meridian wire?", "4 articles for “meridian wire”|the latest first", share},
		{"meridian wire yesterday", "3 articles for “meridian wire yesterday”|Mon 23 Nov 2026|the latest first", share},
		{"sea wall yesterday", "5 articles for “sea wall yesterday”|Mon 23 Nov 2026|• Storm Hedda broke through the sea wall", share},
		{"railway on monday", "No article from Mon 23 Nov 2026 is about “railway”. Try another time or fewer words.", "How to search"},
		{"yesterdy", "No article is about “yesterdy”.", "/news yesterday|How to search"},
		{"last weak", "No article is about “last weak”.", "/news last week|How to search"},
		{"storm yesteday", "articles for “storm yesteday”", "/news storm yesterday"},
		{"search storm on mondy from:ledger", "“storm on mondy”", "/news search storm on monday…"},
		{"railway last week", "3 articles for “railway last week”|16 – 22 Nov 2026", share},
		{"search railway on sunday", "3 articles for “railway on sunday”|Sun 22 Nov 2026", share},

		{"trends", "Most in the news since Mon 23 Nov 2026|There is too little earlier news to compare with: 4 articles of the 7 days before.|• Storm Hedda · 5 articles\n", "Storm Hedda|" + share},
		{"trends 7 days", "Most in the news since Tue 17 Nov 2026|There is no earlier news to compare with.|• Storm Hedda · 5 articles|• Kenya, Uganda sign", "Storm Hedda|" + share},
		{"trends this week", "Most in the news since Tue 17 Nov 2026", share},
		{"trends today", "Most in the news since Mon 23 Nov 2026", share},
		{"trends soon", "“soon” is not a length of time for trends. Write 7d, or up to 30d.", "How to ask"},

		{"summarize https://page.example/a", "Ferry to Esbjerg resumes|• The ferry to Esbjerg sails again|The Page", "Esbjerg|" + share},
		{"<https://page.example/a|page.example/a>", "Ferry to Esbjerg resumes", share},
		{"look at this -please-: <https://page.example/a> and <https://page.example/gone>", "Ferry to Esbjerg resumes", "https://page.example/gone|" + share},
		{"what is <https://page.example/a> to:thread2", "Write to:thread for a summary", "How to ask"},
		{"search from:https://page.example/a storm", "There is no news from", "How to ask"},
		{"summarise https://page.example/private", "That page could not be read: it cannot be fetched.", "How to ask"},
		{"summary https://page.example/gone", "it answers with status 404: there is nothing at this address; check it.", "How to ask"},
		{"summarize https://page.example/german", "• Der Stadtrat von Esbjerg|There is no model for names in the language of this text (de)", share},
		{"summarize https://page.example/empty", "There is no article at this address.", "How to ask"},
		{"summarize file:///etc/hosts", "Give one address that begins with https:// or http://", "How to ask"},
		{"summarize /etc/hosts", "Give one address", "How to ask"},

		{"story x", "Name a story by words of its headline", "How to ask"},
		{"story 0123456789abcdef", "There is no such story, or it is gone.", "How to ask"},

		{"hello!", "How to ask|/news [DAY]", "Today's stories"},
		{"hi", "How to ask|/news [DAY]", "Today's stories"},
		{"Good morning!", "How to ask|/news [DAY]", "Today's stories"},
		{"Thank you!", "You are welcome.", "How to ask"},
		{"thanks to engineers", "1 article for “thanks to engineers”", share},
		{"?", "How to ask|/news [DAY]", "Today's stories"},
		{"tomorrow", "Wed 25 Nov 2026 is still to come.", "How to ask"},
		{"Mon 23 Nov 2026", "Top stories · Mon 23 Nov 2026", share},
		{"October 7", "No article is about “October 7”. Try fewer or other words.", "How to search"},
		{"lookup Esbjerg", "Esbjerg|place · 5 articles", share},
		{"help", "How to ask|/news [DAY] – the top stories|/news summarize URL|/news story WORDS", "Today's stories"},
		{"help search", "/news search WORDS|Examples|• /news search storm since:7d", "All commands"},
		{"help /news serch", "There is no command “serch”. Did you mean search?", ""},
		{"help me, please", "How to ask|/news [DAY]", "Today's stories"},
		{"help me with search", "/news search WORDS|Examples", "All commands"},
		{"help zebra", "There is no command “zebra”.", "How to ask"},

		{"about Esbjergg", "No name in the news of the last 30 days is “Esbjergg”.", "Esbjerg|Search for it"},
		{"vangsgard", "No article is about “vangsgard”.", "Kirsten Vangsgaard"},
		{"search kirsten vangsgard", "no article has all of the words", "Kirsten Vangsgaard"},
		{"courier", "No article is about “courier”.", "The Harbour Courier"},
		{"about Courier", "No name in the news of the last 30 days is “Courier”.", "The Harbour Courier"},
		{"search courir", "No article is about “courir”.", "The Harbour Courier"},
		{"arietta", "No article is about “arietta”.", "Lucía Arrieta"},
		{"hlep search", "No article is about “hlep search”.|", "/news help search"},
		{"serch storm", "5 articles for “serch storm”|no article has all of the words", "/news search storm|" + share},
		{"zebra", "No article is about “zebra”. Try fewer or other words.", "How to search"},
		{strings.Repeat("word ", maxWords), "That is too long: a question has at most 900 characters.", ""},
	} {
		reply := r.Command(t.Context(), ask(tt.words))
		if reply.Public || reply.Replace || reply.Thread || reply.Modal != nil {
			t.Errorf("/news %.40s: %+v, want a private answer", tt.words, reply)
		}
		if err := reply.Message.Check(); err != nil {
			t.Errorf("/news %.40s: %v", tt.words, err)
		}
		for text := range strings.SplitSeq(tt.texts, "|") {
			if !strings.Contains(reply.Message.Text, text) {
				t.Errorf("/news %.40s: no %q in:\n%s", tt.words, text, reply.Message.Text)
			}
		}
		for label := range strings.SplitSeq(tt.buttons, "|") {
			if label != "" && !slices.Contains(labels(reply.Message), label) {
				t.Errorf("/news %.40s: no button %q among %q", tt.words, label, labels(reply.Message))
			}
		}
	}
}

// TestSummarizeTellsNothingSpare: a page by itself is told without what is kept for stories.
func TestSummarizeTellsNothingSpare(t *testing.T) {
	const address = "https://page.example/long"
	r := responder(t, sampleStore(t), web{address: func() (digest.Article, error) {
		return digest.Article{URL: address, Title: "Sund closes its harbour to ferries", Text: `The council of Sund voted on Monday to close the old harbour to ferries.
Nordline of Orrin pays the council 4 million euros for the quay and the hall.
A court in Orrin hears the complaint of three hotels on Thursday.
Schools of the island stay shut until the storm has passed over it.
Police counted four hundred people on the square before the town hall.
The railway plans to run buses from the station to the new pier.
Bakers gave away bread to those who waited by the water all night.
Nurses of the hospital have asked the county for another ambulance.
Divers found two anchors and a bell below the wall of the castle.
Farmers of Norland have asked the ministry for seed after the frost.
The museum of Halvik shows the oars of the first crew from Friday on.
A baker of Brekke won the bicycle race around the lake on Sunday.
The choir of the cathedral sings in the market hall until the roof is mended.`}, nil
	}})
	if got := strings.Count(textOf(r.Command(t.Context(), ask("summarize "+address)).Message.Blocks), "• "); got != 5 {
		t.Errorf("%d points are told, want 5", got)
	}
}

// front is a web with one page, which is a front page.
type front struct{ feed string }

func (f front) Read(context.Context, string, io.Reader) iter.Seq2[feed.Item, error] {
	return func(yield func(feed.Item, error) bool) {
		yield(feed.Item{Article: digest.Article{Title: "Some article"}, Input: f.feed, Front: true}, nil)
	}
}

// A front page is not told as if it were the first article of its feed.
func TestSummarizeFrontPage(t *testing.T) {
	s := sampleStore(t)
	for _, feeds := range []Feeds{nil, s} {
		r := New(Config{News: s, Feeds: feeds, Pages: front{"https://page.example/feed.xml?key=***"}})
		m := r.Command(t.Context(), ask("summarize https://page.example/")).Message
		offered := slices.Contains(labels(m), "Add its feed")
		if !strings.Contains(m.Text, "That is a front page.") || strings.Contains(m.Text, "Some article") || offered != (feeds != nil) {
			t.Errorf("summarize answers, with the buttons %q:\n%s", labels(m), m.Text)
		}
		if offered && !strings.Contains(button(t, m, "Add its feed").Value, "sources add https://page.example/\"") {
			t.Errorf("the button asks for %s", button(t, m, "Add its feed").Value)
		}
	}
}

func TestWithoutPagesThereIsNoSummarize(t *testing.T) {
	r := New(Config{News: sampleStore(t)})
	m := r.Command(t.Context(), ask("help")).Message
	if strings.Contains(m.Text, "summarize") {
		t.Errorf("help speaks of summarize:\n%s", m.Text)
	}
	m = r.Command(t.Context(), ask("summarize https://page.example/a")).Message
	if !strings.Contains(m.Text, "No article is about") {
		t.Errorf("summarize answers:\n%s", m.Text)
	}
}

// TestStoryOfADay goes from the stories of a day to one of them, and from there
// to a name in it.
func TestStoryOfADay(t *testing.T) {
	r := responder(t, sampleStore(t), nil)
	top := r.Command(t.Context(), ask("yesterday")).Message
	story := r.Click(t.Context(), press(button(t, top, "Flaw in libquill lets a small file stop a server, maintainers say")))
	if story.Replace || story.Public || !strings.Contains(story.Message.Text, "Sources Northfield Post · Meridian Wire") {
		t.Errorf("the story: %+v\n%s", story, story.Message.Text)
	}
	name := r.Click(t.Context(), press(button(t, story.Message, "Lantern Foundation")))
	if !strings.HasPrefix(name.Message.Text, "Lantern Foundation\n") {
		t.Errorf("the name:\n%s", name.Message.Text)
	}
}

// TestPages goes forth and back through a search of three pages.
func TestPages(t *testing.T) {
	var entries []store.Entry
	for i := range 12 {
		at := to.Add(-time.Duration(i+1) * time.Hour)
		entries = append(entries, entry(fmt.Sprintf("Harvest report %d", i+1), "Farmers brought in more wheat than a year before.", at))
	}
	r := responder(t, stored(t, entries...), nil)
	reply := r.Command(t.Context(), Request{Asker: ann, Words: "search wheat", Now: to})
	next := func(label string) {
		t.Helper()
		reply = r.Click(t.Context(), press(button(t, reply.Message, label)))
		if !reply.Replace {
			t.Errorf("%s does not take the place of the answer", label)
		}
	}
	expect := func(note, title string, labelled ...string) {
		t.Helper()
		if text := reply.Message.Text; !strings.Contains(text, "\n"+note+"\n"+title) || !slices.Equal(labels(reply.Message), labelled) {
			t.Errorf("page with %v:\n%s", labels(reply.Message), text)
		}
	}
	const share = "Share to channel"
	expect("any time · 1 – 5", "Harvest report 1\n", "Next", share)
	next("Next")
	expect("any time · 6 – 10", "Harvest report 6\n", "Previous", "Next", share)
	next("Next")
	expect("any time · 11 – 12", "Harvest report 11\n", "Previous", share)
	next("Previous")
	expect("any time · 6 – 10", "Harvest report 6\n", "Previous", "Next", share)

	public := r.Click(t.Context(), press(button(t, reply.Message, share)))
	if !public.Public || public.Replace || slices.Contains(labels(public.Message), share) {
		t.Errorf("shared: %+v with %v", public, labels(public.Message))
	}
	more := r.Click(t.Context(), press(button(t, public.Message, "Next")))
	if more.Replace || more.Public || !strings.Contains(more.Message.Text, "Harvest report 11") {
		t.Errorf("the next page of a shared one: %+v", more)
	}
}

// TestButtonsKeepTheMoment presses a button a day later, in another zone.
func TestButtonsKeepTheMoment(t *testing.T) {
	r := responder(t, sampleStore(t), nil)
	m := r.Command(t.Context(), ask("yesterday")).Message
	c := press(button(t, m, "Share to channel"))
	c.Zone, c.Now, c.Thread = zone(t, "Pacific/Auckland"), sampleNow.Add(day), "1.1"
	reply := r.Click(t.Context(), c)
	if want := "Top stories · Mon 23 Nov 2026\n"; !strings.HasPrefix(reply.Message.Text, want) || !reply.Thread {
		t.Errorf("thread %t:\n%s", reply.Thread, reply.Message.Text)
	}
}

func TestTodayIsTheAskers(t *testing.T) {
	q := ask("")
	q.Zone = zone(t, "Pacific/Honolulu") // where it is still the Monday
	r := responder(t, sampleStore(t), nil)
	if m := r.Command(t.Context(), q).Message; !strings.HasPrefix(m.Text, "Top stories · Mon 23 Nov 2026\n") {
		t.Errorf("/news in Honolulu:\n%s", m.Text)
	}
}

// The Home tab is shown anew where something is changed, not where it is looked at.
func TestHomeIsAsItWas(t *testing.T) {
	s := sampleStore(t)
	d := librarian(t, s, Config{})
	d.says("subscribe 08:30")
	for words, changed := range map[string]bool{
		"watch": false, "unwatch": false, "mute": false, "unmute": false, "topics": false, "follow": false, "sources": false, "sources failing": false, "sources list": false,
		"yesterday": false, "subscriptions": false, "preview": false,
		"watch Esbjerg": true, "mute football": true, "topics ferries": true, "pause": true,
	} {
		if got := d.Command(t.Context(), Request{Asker: d.who, Words: words, Now: d.now}).Home; got != changed {
			t.Errorf("%s: the Home tab is shown anew: %t, want %t", words, got, changed)
		}
	}
}

// TestAmbiguousName offers the choice where no one is meant by far.
func TestAmbiguousName(t *testing.T) {
	r := responder(t, stored(t,
		entry("A", "Cui Heng spoke.", to.Add(-time.Hour), "person:Cui Heng"),
		entry("B", "Cui Lan played.", to.Add(-2*time.Hour), "person:Cui Lan"),
	), nil)
	m := r.Command(t.Context(), Request{Asker: ann, Words: "about cui", Now: to}).Message
	if !strings.HasPrefix(m.Text, "Who or what do you mean?\n• Cui Heng · person, 1 article\n• Cui Lan") {
		t.Errorf("about cui:\n%s", m.Text)
	}
	m = r.Click(t.Context(), press(button(t, m, "Cui Lan"))).Message
	if !strings.HasPrefix(m.Text, "Cui Lan\nperson") {
		t.Errorf("Cui Lan:\n%s", m.Text)
	}
}

// A word that is a company's and its product's is one name, one that is a place's and a person's
// is asked about, with buttons that can be told apart.
func TestNameOfTwoTypes(t *testing.T) {
	s := stored(t,
		entry("A", "OpenRelay mends a flaw.", to.Add(-time.Hour), "product:OpenRelay"),
		entry("B", "OpenRelay thanks Lund.", to.Add(-2*time.Hour), "organization:OpenRelay", "person:Lund"),
		entry("C", "Ferries leave Lund.", to.Add(-3*time.Hour), "place:Lund"),
	)
	r := responder(t, s, nil)
	m := r.Command(t.Context(), Request{Asker: ann, Words: "about openrelay", Now: to}).Message
	if !strings.HasPrefix(m.Text, "OpenRelay\norganization") || !strings.Contains(m.Text, "2 articles") {
		t.Errorf("about openrelay:\n%s", m.Text)
	}
	m = r.Command(t.Context(), Request{Asker: ann, Words: "about lund", Now: to}).Message
	for label, want := range map[string]string{"Lund (place)": "Lund\nplace", "Lund (person)": "Lund\nperson"} {
		if got := r.Click(t.Context(), press(button(t, m, label))).Message; !strings.HasPrefix(got.Text, want) {
			t.Errorf("%s:\n%s", label, got.Text)
		}
	}
	l, err := Lookup(t.Context(), s, "OpenRelay", from, to, 0)
	if got, want := outcomeOf(l), (outcome{"OpenRelay", "A|B", "", 2}); err != nil || got != want {
		t.Errorf("Lookup = %+v, %v, want %+v", got, err, want)
	}
}

// TestHomeAnswersInAWindow opens the Home tab and presses what is there.
func TestHomeAnswersInAWindow(t *testing.T) {
	r := responder(t, sampleStore(t), nil)
	honolulu := ann
	honolulu.Zone = zone(t, "Pacific/Honolulu")
	blocks := r.Home(t.Context(), honolulu)
	if err := block.CheckView(blocks); err != nil {
		t.Error(err)
	}
	text := fmt.Sprint(buttons(blocks))
	for _, b := range buttons(blocks) {
		c := press(b)
		c.Message = ""
		reply := r.Click(t.Context(), c)
		if reply.Modal == nil || reply.Message.Blocks != nil || len(buttons(reply.Modal.Blocks.BlockSet)) > 0 {
			t.Errorf("%s: %+v, want a modal without buttons", b.Label, reply)
			continue
		}
		if err := block.CheckModal(reply.Modal); err != nil {
			t.Error(err)
		}
	}
	if len(buttons(blocks)) < 3 {
		t.Errorf("buttons of the Home tab: %s", text)
	}
}

func TestClicksThatAreNone(t *testing.T) {
	r := responder(t, sampleStore(t), nil)
	good := state{Words: "help", At: sampleNow.Unix()}.value()
	for _, c := range []Click{
		{}, {Action: actOpen}, {Action: actOpen, Value: "help"}, {Action: "mute:1", Value: good},
		{Action: actPage, Value: `{"w":"help","t":-1}`}, {Action: actPage, Value: `{"w":"help","t":99999999999999}`},
		{Action: actPage, Value: `{"w":"top","t":1,"n":-1}`}, {Action: actPage, Value: `{"w":"top","t":1,"n":9223372036854775807}`},
	} {
		c.Asker = ann
		if reply := r.Click(t.Context(), c); reply.Message.Text != "" || reply.Modal != nil {
			t.Errorf("Click(%+v) = %+v, want silence", c, reply)
		}
	}
}

func TestStateFitsAButton(t *testing.T) {
	s := state{Words: strings.Repeat(`"`, maxWords), At: 1 << 40, Zone: "America/Argentina/ComodRivadavia", First: maxFirst}
	if n := len(s.value()); n > block.MaxButtonValue {
		t.Errorf("a state takes %d characters, at most %d fit", n, block.MaxButtonValue)
	}
	if got, ok := parseState(state{Words: `<a> & "b"`, At: 5, Zone: "UTC", First: 3}.value()); !ok || got.Words != `<a> & "b"` || got.First != 3 {
		t.Errorf("read back: %+v, %t", got, ok)
	}
	option := state{Words: "story 0123456789abcdef", At: 1 << 40, Zone: s.Zone}
	if n := len(option.value()); n > block.MaxOptionValue {
		t.Errorf("a story takes %d characters, an option holds %d", n, block.MaxOptionValue)
	}
}

// TestStoreFails tells readers one sentence, whatever they asked, and never
// shares it.
func TestStoreFails(t *testing.T) {
	for _, method := range []string{"EntityNamed", "Search", "Window", "Entities", "Outlets", "Story", "DaysStories"} {
		r := responder(t, failing{sampleStore(t), method}, nil)
		words := map[string]string{
			"EntityNamed": "esbjerg", "Search": "search storm surge", "Window": "yesterday", "Entities": "trends",
			"Outlets": "search xy from:x", "Story": "story 0123456789abcdef", "DaysStories": "trends",
		}[method]
		if got := r.Command(t.Context(), ask(words)).Message.Text; got != SaysAway {
			t.Errorf("%s fails: %q", method, got)
		}
		c := Click{Asker: ann, Action: actShare, Value: state{Words: words, At: sampleNow.Unix()}.value(), Now: sampleNow}
		if reply := r.Click(t.Context(), c); reply.Public || reply.Message.Text != SaysAway {
			t.Errorf("%s fails: shared %+v", method, reply)
		}
		if err := block.CheckView(r.Home(t.Context(), ann)); err != nil {
			t.Error(err)
		}
	}
}

func TestOutOfTime(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	m := responder(t, sampleStore(t), nil).Command(ctx, ask("yesterday")).Message
	if !strings.HasPrefix(m.Text, "That took too long.") {
		t.Errorf("a command without time: %s", m.Text)
	}
}
