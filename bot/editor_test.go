package bot_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/bot"
	"newsbot/bot/schedule"
	article "newsbot/digest"
	"newsbot/digest/ingest"
	"newsbot/digest/keypoint"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
	"newsbot/digest/text"
)

// A digest is dated as its readers are used to: as those of its language or, where
// its maker reads that too or it has none, as its maker.
func TestDigestInALocale(t *testing.T) {
	due := time.Date(2026, 11, 24, 17, 5, 0, 0, time.UTC)
	s := storetest.Memory(t, store.Options{Now: func() time.Time { return due }})
	for _, tt := range []struct{ locale, language, want string }{
		{"", "", "Tue 24 Nov 2026"},
		{"en-US", "", "Tue Nov 24, 2026"},
		{"en-US", "en", "Tue Nov 24, 2026"},
		{"en-US", "de", "Tue 24 Nov 2026"},
		{"de-DE", "en", "Tue 24 Nov 2026"},
	} {
		sub := store.Subscription{ID: "S1", Channel: "C1", At: "17:05", Zone: "UTC", Locale: tt.locale, Language: tt.language}
		e, err := bot.NewEditor(s).Compose(t.Context(), sub, schedule.Issue{From: due.Add(-24 * time.Hour), Due: due})
		if err != nil {
			t.Fatal(err)
		}
		if got := e.Messages[0].Text; !strings.Contains(got, tt.want) {
			t.Errorf("locale %q, language %q: %q, want %s", tt.locale, tt.language, got, tt.want)
		}
	}
}

// Two digests of a channel are told apart by what they are about.
func TestDigestIsCalledAfterItsTopics(t *testing.T) {
	due := time.Date(2026, 11, 24, 17, 5, 0, 0, time.UTC)
	s := storetest.Memory(t, store.Options{Now: func() time.Time { return due }})
	sub := store.Subscription{ID: "S1", Channel: "C1", At: "17:05", Zone: "UTC"}
	sub.Topics = []string{"sea wall", "ferries"}
	e, err := bot.NewEditor(s).Compose(t.Context(), sub, schedule.Issue{From: due.Add(-24 * time.Hour), Due: due})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := e.Messages[0].Text, "News digest: sea wall, ferries · Tue 24 Nov 2026"; !strings.Contains(got, want) {
		t.Errorf("%q, want %s", got, want)
	}
}

// What was published before a digest, but came when that was out, is in the next one;
// what had come is not, told or not. The same holds of what a person watches and when they
// began to.
func TestDigestTellsWhatCameTooLate(t *testing.T) {
	due := time.Date(2026, 11, 24, 8, 30, 0, 0, time.UTC)
	now := due
	s := storetest.Memory(t, store.Options{Now: func() time.Time { return now }})
	keeper := ingest.NewKeeper(s)
	come := func(at time.Duration, title string, published time.Duration) {
		t.Helper()
		now = due.Add(at)
		a := article.Article{URL: "https://courier.example/" + strings.ReplaceAll(title, " ", "-"), Source: "Courier", Title: title, Published: due.Add(published), Text: title + " today."}
		a.Identify("")
		point := keypoint.Point{Span: text.Span{Start: len(title) + 1, End: len(title) + 1 + len(a.Text)}, Score: 0.5}
		entry := store.Entry{Article: a, Analysis: article.Analysis{Language: "en", Points: []keypoint.Point{point}}}
		if _, err := s.PutAll(t.Context(), slices.Values([]store.Entry{entry})); err != nil {
			t.Fatal(err)
		}
		if err := keeper.Update(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	come(-time.Hour, "Ferry runs aground off Halvik", -2*time.Hour)
	come(10*time.Minute, "Mayor of Porto resigns", -40*time.Minute)
	come(6*time.Hour, "Quill factory burns down", -8*time.Hour) // dated by the day
	come(7*time.Hour, "Orchestra plays in ruins", -30*time.Hour)
	come(8*time.Hour, "Glacier loses a lake", 7*time.Hour)
	now = due.Add(24 * time.Hour)

	sub := store.Subscription{ID: "S1", Channel: "C1", At: "08:30", Zone: "UTC"}
	watch := store.Subscription{ID: fmt.Sprintf("%011x-00000000", due.UnixMilli()), Channel: "U1", Maker: "U1", Name: "Your watches", Cron: "0 * * * *"}
	for _, c := range []struct {
		sub   store.Subscription
		issue schedule.Issue
		want  string
	}{
		{sub, schedule.Issue{From: due}, "Glacier"},
		{sub, schedule.Issue{From: due, Follows: true}, "Glacier Mayor Quill"},
		{sub, schedule.Issue{From: due.Add(-24 * time.Hour)}, "Ferry Glacier Mayor Quill"},
		{watch, schedule.Issue{From: due.Add(-24 * time.Hour)}, "Glacier Mayor Quill"},
	} {
		c.issue.Due = now
		e, err := bot.NewEditor(s).Compose(t.Context(), c.sub, c.issue)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, word := range []string{"Ferry", "Glacier", "Mayor", "Orchestra", "Quill"} {
			if strings.Contains(e.Messages[0].Text, word) {
				got = append(got, word)
			}
		}
		if got := strings.Join(got, " "); got != c.want || e.Articles != len(strings.Fields(c.want)) {
			t.Errorf("%s, %+v: tells of %s in %d articles, want %s", c.sub.ID, c.issue, got, e.Articles, c.want)
		}
	}
}
