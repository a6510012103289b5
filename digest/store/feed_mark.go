package store

import (
	"crypto/sha256"
	"encoding/binary"
	"strings"
	"time"

	"newsbot/digest"
)

// marked is what a feed has under a mark. There are feeds whose links are others at each
// reading, with a session or the time in them, and publishers who correct an address with
// the title: what has the mark keeps the ID of its first address, by which it is one article.
type marked struct {
	address, via string
	title        uint64 // a hash of it
	published    time.Time
}

func markedBy(a digest.Article) marked {
	sum := sha256.Sum256([]byte(strings.ToLower(a.Title)))
	return marked{address: a.URL, via: a.Via, title: binary.LittleEndian.Uint64(sum[:]), published: a.Published}
}

// markField returns under what it is kept among the items that were seen.
func markField(a digest.Article) string {
	sum := sha256.Sum256([]byte(a.Mark))
	return "mark " + string(sum[:hashLen])
}

// maxMarked is the length in bytes of the longest address that is kept, so that no feed
// fills Redis with them.
const maxMarked = 512

// held is what a feed holds in one reading, as it gives it.
type held struct {
	ids   map[string]bool
	dates map[time.Time]int // in UTC; how many items have it
	times bool              // it gives times, and not days alone
}

func holding(articles []digest.Article) held {
	h := held{ids: make(map[string]bool), dates: make(map[time.Time]int)}
	for _, a := range articles {
		h.ids[a.ID] = true
		h.dates[a.Published.UTC()]++
		h.times = h.times || !isOnTheHour(a.Published)
	}
	return h
}

// recognize gives an article the ID of the address that its feed gave first to what has its
// mark, unless that is now another item's, and that address, unless only the one given now
// may lead to it still. It returns what the article would be at its first address, and what
// is to be kept of that under which field, "" for nothing.
func (h held) recognize(a *digest.Article, seen map[string]string) (first digest.Article, field, record string) {
	first = *a
	if a.Mark == "" {
		return first, "", ""
	}
	field = markField(*a)
	if before, ok := decodeMarked(seen[field]); ok && h.is(*a, before) {
		first.URL = before.address
		first.Identify(a.Ref)
		if first.ID != a.ID && h.ids[first.ID] {
			first = *a
		}
	}
	if a.ID = first.ID; samePage(a.URL, first.URL) {
		a.URL = first.URL
	}
	if len(first.URL) > maxMarked {
		return first, "", ""
	}
	return first, field, markedBy(first).encode()
}

// samePage reports whether two addresses differ in their queries and fragments alone.
func samePage(a, b string) bool {
	page := func(address string) string {
		return address[:strings.IndexAny(address+"?", "?#")]
	}
	return page(a) == page(b)
}

// is reports whether an article with the mark is the one that had it before. A feed that
// numbers what it holds gives the mark to another one, with another title and date. And
// none gives by it an article of its own the address of another site.
func (h held) is(a digest.Article, before marked) bool {
	now := markedBy(a)
	same := now.title == before.title || h.tells(now.published) && now.published.Equal(before.published)
	return same && now.via == before.via && digest.SameSite(now.address, before.address)
}

// tells reports whether a date tells one item from all others: no other one has it, and
// it is a time, not a day.
func (h held) tells(date time.Time) bool {
	return !date.IsZero() && h.times && h.dates[date.UTC()] == 1
}

// isOnTheHour reports whether a date may be a day alone: midnight is on the hour, in most
// time zones.
func isOnTheHour(date time.Time) bool { return date.Truncate(time.Hour).Equal(date) }

const markedVersion = 1 // first byte of every record of what a feed has under a mark

func (m marked) encode() string {
	w := writer{[]byte{markedVersion}}
	w.string(m.address)
	w.string(m.via)
	w.fixed(m.title)
	w.time(m.published)
	return string(w.b)
}

func decodeMarked(record string) (m marked, ok bool) {
	r, err := versioned(record, markedVersion)
	if err != nil {
		return m, false
	}
	m = marked{address: r.string(), via: r.string(), title: r.fixed(), published: r.time()}
	return m, !r.bad
}
