package digest

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Identify sets the article's ID and Ref. given is the id that its input gave
// it, "" where it gave none.
//
// The ID is 16 lower-case hex digits: the head of the SHA-256 of the canonical
// URL, with a given PartID, or, without a URL, of source, Via and given id, or else of
// source, Via and title (text where there is no title): a feed may call itself and its
// items what another does, and does not take their places. Ref is given, unless that is
// what the ID would be anyway. So an article that is written out under its
// PublicID and read again has the same ID and Ref.
func (a *Article) Identify(given string) {
	url, hasURL := CanonicalURL(a.URL)
	switch {
	case hasURL && isPart(given):
		a.ID = shortHash("part", url, given)
	case hasURL:
		a.ID = shortHash("url", url)
	default:
		a.ID = a.ownHash("text", cmp.Or(a.Title, a.Text))
	}
	a.Ref = ""
	if given == "" || given == a.ID {
		return
	}
	a.Ref = given
	if !hasURL {
		a.ID = a.ownHash("given", given)
	}
}

// ownHash hashes what tells the article from others of the outlet and site whose word it
// is.
func (a *Article) ownHash(kind, mark string) string {
	if a.Via == "" {
		return shortHash(kind, a.Source, mark)
	}
	return shortHash(kind+" via", a.Via, a.Source, mark)
}

// PartID returns the id to give to an article that shares its address with
// others, made of a mark by which they differ.
func PartID(mark string) string { return "#" + shortHash("mark", mark) }

// isPart tells an id that PartID may have made.
func isPart(given string) bool {
	hash, marked := strings.CutPrefix(given, "#")
	return marked && len(hash) == 2*idBytes && strings.Trim(hash, "0123456789abcdef") == ""
}

// IsPart reports whether the article is one of several at its address, whose page
// is not its own.
func (a Article) IsPart() bool { return a.URL != "" && isPart(a.Ref) }

// idBytes is the length of what an ID is the hex digits of.
const idBytes = 8

// shortHash returns 64 bits of hash in hex. A zero byte ends each part, so
// that parts cannot run into each other.
func shortHash(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:idBytes])
}
