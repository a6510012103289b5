package command

import (
	"slices"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/ingest"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// BenchmarkAnswers measures commands on a Redis with 10,000 articles of nine
// days, which is 1,100 a day.
func BenchmarkAnswers(b *testing.B) {
	now := time.Now().UTC()
	entries := storetest.NewGenerator(1, now.Add(-9*day), 9*day).Take(10_000)
	s := storetest.At(b, storetest.StartRedis(b).URL(), store.Options{})
	if _, err := s.PutAll(b.Context(), slices.Values(entries)); err != nil {
		b.Fatal(err)
	}
	if err := ingest.NewKeeper(s).Update(b.Context()); err != nil {
		b.Fatal(err)
	}
	r := New(Config{News: s})
	name, title := frequent(entries), entries[0].Article.Title
	for _, words := range []string{"", "about " + name, "search " + title, `search "` + title + `"`, "trends", "trends 7d"} {
		b.Run(words, func(b *testing.B) {
			for b.Loop() {
				if m := r.Command(b.Context(), Request{Asker: ann, Words: words, Now: now}).Message; m.Text == saysAway {
					b.Fatal(m.Text)
				}
			}
		})
	}
}

// frequent returns the name that most articles have.
func frequent(entries []store.Entry) string {
	var briefs []digest.Brief
	for _, e := range entries {
		briefs = append(briefs, e.Brief())
	}
	return digest.CountEntities(briefs)[0].Name
}
