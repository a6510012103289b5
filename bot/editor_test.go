package bot_test

import (
	"strings"
	"testing"
	"time"

	"newsbot/bot"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
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
		e, err := bot.NewEditor(s).Compose(t.Context(), sub, due.Add(-24*time.Hour), due, false)
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
	e, err := bot.NewEditor(s).Compose(t.Context(), sub, due.Add(-24*time.Hour), due, false)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := e.Messages[0].Text, "News digest: sea wall, ferries · Tue 24 Nov 2026"; !strings.Contains(got, want) {
		t.Errorf("%q, want %s", got, want)
	}
}
