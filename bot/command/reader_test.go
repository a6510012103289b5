package command

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/digest/store"
)

// A week begins on the asker's first day, also when somebody else turns the page.
func TestWeekOfALocale(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.who.Locale = "en-US"
	d.says("last week", "There is no news of Nov 15 – Nov 21, 2026.")
	m := d.says("this week", "Top stories · Nov 22 – Nov 28, 2026")
	d.who.Locale = "de-DE"
	d.says("last week", "Top stories · 16 – 22 Nov 2026")
	if b := button(t, m, "Share to channel"); !strings.Contains(b.Value, `"l":"en-US"`) {
		t.Errorf("the button forgets the locale: %s", b.Value)
	}
	d.who.Locale = "en-US"
	d.says("subscribe 08:30", "next Wed Nov 25 8:30 AM")
}

// foreign are dates, times of day and numbers as somebody of a locale is not used
// to them.
var foreign = map[string]*regexp.Regexp{
	"en-US": regexp.MustCompile(`\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|\b(1[3-9]|2[0-3]|0\d):\d\d\b|\d,\d\b`),
	"de-DE": regexp.MustCompile(`\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}([^\d:]|$)|\b[AP]M\b|\d\.\d (items|×)`),
}

// Every answer writes dates, times of day and numbers as the asker is used to them.
func TestAnswersInALocale(t *testing.T) {
	for locale, wrong := range foreign {
		t.Run(locale, func(t *testing.T) {
			s := sampleStore(t)
			d := librarian(t, s, Config{})
			d.who.Locale = locale
			if _, err := s.AddFeeds(t.Context(), store.Feed{Address: "https://one.example/rss", Maker: "U1"}, store.Feed{Address: "https://two.example/world", Maker: "U1"}); err != nil {
				t.Fatal(err)
			}
			for _, words := range []string{
				"", "yesterday", "last week", "2027-01-01", "2020-01-01", "7d", "about Esbjerg", "search storm", "trends", "trends 7d", "sources", "sources test one.example",
				"subscribe weekdays 17:30 top:5", "subscribe weekdays 17:30", "subscribe cron:\"0 17 * * *\"", "subscriptions", "mute football 7d", "unmute golf", "pause 2 7d", "pause 1", "resume 1",
				"subscriptions", "watch Esbjerg", "watch", "unsubscribe 1",
			} {
				d.complain(words, d.says(words), wrong)
			}
			home := block.Message{Blocks: d.Home(t.Context(), d.who)}
			for _, b := range block.Plain(home).Blocks {
				if section, ok := b.(*slack.SectionBlock); ok {
					home.Text += section.Text.Text + "\n"
				}
			}
			d.complain("Home", home, wrong)
		})
	}
}

// complain fails the test where an answer is foreign.
func (d *desk) complain(what string, m block.Message, wrong *regexp.Regexp) {
	d.Helper()
	for line := range strings.SplitSeq(m.Text, "\n") {
		if found := wrong.FindString(line); found != "" {
			d.Errorf("/news %s, in %s: %q stands in %q", what, d.who.Locale, found, line)
		}
	}
}

func TestClockOfALocale(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.now = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	d.who.Locale = "en-US"
	d.says("subscribe weekdays 17:30 Berlin", "on weekdays at 5:30 PM, Europe/Berlin", "next Tue Nov 24 5:30 PM")
	d.who.Locale = "de-DE"
	d.says("subscriptions", "on weekdays at 17:30, Europe/Berlin", "next Tue 24 Nov 17:30")
	if got := d.only().Locale; got != "en-US" {
		t.Errorf("the digest has the locale %q, want that of its maker", got)
	}
	d.says("watch Esbjerg")
	d.who.Locale = "en-GB"
	d.says("watch Skagen")
	watches, err := d.subscribed(t.Context(), d.who.User)
	if err != nil || len(watches) != 1 || watches[0].Locale != "en-GB" {
		t.Errorf("what is watched is kept as %+v (%v), want the last locale", watches, err)
	}
}
