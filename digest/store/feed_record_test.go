package store

import (
	"reflect"
	"testing"
	"time"

	"newsbot/digest"
)

// FuzzFeed: no records make the reader fail but by an error, and what it reads is
// what was written.
func FuzzFeed(f *testing.F) {
	at := time.Unix(1_700_000_000, 5).UTC()
	f.Add([]byte(encodeFeed(Feed{Address: "https://a.example/rss", Source: "A", Maker: "U1", Added: at, Vouched: "a.example:8443"})),
		[]byte(encodeHealth(FeedHealth{Title: "A", ETag: `"1"`, Checked: at, Failure: "does not answer", Failures: 3, Interval: time.Hour})))
	f.Add([]byte{feedVersion}, []byte{})
	f.Fuzz(func(t *testing.T, record, health []byte) {
		feed, err := decodeFeed("F1", string(record), string(health))
		if err != nil {
			return
		}
		again, err := decodeFeed("F1", encodeFeed(feed), encodeHealth(feed.Health))
		if err != nil || !reflect.DeepEqual(again, feed) {
			t.Errorf("read %+v, written and read %+v (%v)", feed, again, err)
		}
	})
}

// FuzzQueuedArticle does the same for articles in the queue.
func FuzzQueuedArticle(f *testing.F) {
	f.Add([]byte(encodeArticle(digest.Article{ID: "00000000000000aa", URL: "https://a.example/1", Title: "Früh", Text: "a\nb", Seen: time.Unix(1, 1)})))
	f.Fuzz(func(t *testing.T, record []byte) {
		a, err := decodeArticle(string(record))
		if err != nil {
			return
		}
		again, err := decodeArticle(encodeArticle(a))
		if err != nil || !reflect.DeepEqual(again, a) {
			t.Errorf("read %+v, written and read %+v (%v)", a, again, err)
		}
	})
}

// FuzzRaw does the same for pages.
func FuzzRaw(f *testing.F) {
	f.Add([]byte(encodeRaw(Raw{Article: digest.Article{ID: "00000000000000aa"}, Address: "https://a.example/1", ContentType: "text/html", Page: []byte("<p>Früh")})))
	f.Fuzz(func(t *testing.T, record []byte) {
		raw, err := decodeRaw("00000000000000aa", string(record))
		if err != nil {
			return
		}
		again, err := decodeRaw("00000000000000aa", encodeRaw(raw))
		if err != nil || !reflect.DeepEqual(again, raw) {
			t.Errorf("read %+v, written and read %+v (%v)", raw, again, err)
		}
	})
}
