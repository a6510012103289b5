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

// newsOf returns a Redis with articles of the last days, and their entries.
func newsOf(b *testing.B, articles, days int, now time.Time) (*store.Store, []store.Entry) {
	span := time.Duration(days) * day
	entries := storetest.NewGenerator(1, now.Add(-span), span).Take(articles)
	s := storetest.At(b, storetest.StartRedis(b).URL(), store.Options{})
	if _, err := s.PutAll(b.Context(), slices.Values(entries)); err != nil {
		b.Fatal(err)
	}
	if err := ingest.NewKeeper(s).Update(b.Context()); err != nil {
		b.Fatal(err)
	}
	return s, entries
}

// answer asks for words again and again; made returns who answers.
func answer(b *testing.B, words string, now time.Time, made func() *Responder) {
	b.ReportAllocs()
	for b.Loop() {
		if m := made().Command(b.Context(), Request{Asker: ann, Words: words, Now: now}).Message; m.Text == SaysAway {
			b.Fatal(m.Text)
		}
	}
}

// BenchmarkAnswers measures commands on a Redis with 10,000 articles of nine
// days, which is 1,100 a day.
func BenchmarkAnswers(b *testing.B) {
	now := time.Now().UTC()
	s, entries := newsOf(b, 10_000, 9, now)
	r := New(Config{News: s})
	name, title := frequent(entries), entries[0].Article.Title
	for _, words := range []string{"", "about " + name, "search " + title, `search "` + title + `"`, "trends", "trends 7d"} {
		b.Run(words, func(b *testing.B) { answer(b, words, now, func() *Responder { return r }) })
	}
}

// BenchmarkWeek measures "/news 7d" on a Redis with 25,000 articles of these days, with
// nothing remembered.
func BenchmarkWeek(b *testing.B) {
	now := time.Now().UTC()
	s, _ := newsOf(b, 25_000, 6, now)
	answer(b, "7d", now, func() *Responder { return New(Config{News: s}) })
}

// frequent returns the name that most articles have.
func frequent(entries []store.Entry) string {
	var briefs []digest.Brief
	for _, e := range entries {
		briefs = append(briefs, e.Brief())
	}
	return digest.CountEntities(briefs)[0].Name
}
