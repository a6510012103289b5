package store

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/redis/go-redis/v9"

	"newsbot/digest/text"
)

// maxRead is how many texts one search reads.
const maxRead = 1000

// reading is what a search looks for in whole texts.
type reading struct{ phrases, without []string }

// phrasesOf returns the phrases of a list, without those that hold no word.
func phrasesOf(list []string) []string {
	var out []string
	for _, words := range list {
		if p := phrase(words); strings.TrimSpace(p) != "" {
			out = append(out, p)
		}
	}
	return out
}

// any reports whether there is anything to look for.
func (r reading) any() bool { return len(r.phrases)+len(r.without) > 0 }

// keeps reports whether a text has all that it must have and nothing that it
// must not.
func (r reading) keeps(title, body string) bool {
	words := " " + spaced(title) + " | " + spaced(body) + " "
	return !slices.ContainsFunc(r.phrases, func(p string) bool { return !strings.Contains(words, p) }) &&
		!slices.ContainsFunc(r.without, func(p string) bool { return strings.Contains(words, p) })
}

// phrase returns words in the form in which keeps looks for them: between
// spaces, but where a script sets none.
func phrase(s string) string {
	s = spaced(s)
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	if !unspaced(first) {
		s = " " + s
	}
	if !unspaced(last) {
		s += " "
	}
	return s
}

func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// spaced returns the words of a text, folded, with one space between them, and a
// bar where a paragraph ends.
func spaced(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := ""
	for _, r := range text.Fold(s) {
		switch {
		case r == '\n':
			gap = " | "
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if b.Len() > 0 {
				b.WriteString(gap)
			}
			gap = ""
			b.WriteRune(r)
		case gap == "":
			gap = " "
		}
	}
	return b.String()
}

// reread returns those matches whose texts are kept. They hold all terms of the
// phrases, whatever they are filed under.
func (s *Store) reread(ctx context.Context, matches []match, p plan) ([]match, error) {
	read, err := inChunks(ctx, places(matches), func(ctx context.Context, chunk []place) ([]string, error) {
		return s.kept(ctx, chunk, p.reading)
	})
	if err != nil {
		return nil, err
	}
	kept := map[string]bool{}
	for _, id := range slices.Concat(read...) {
		kept[id] = true
	}
	matches = slices.DeleteFunc(matches, func(m match) bool { return !kept[idString(m.id)] })
	for i := range matches {
		matches[i].terms = matches[i].plain + len(p.terms) - p.plain
	}
	return matches, nil
}

// kept returns the IDs of those articles of one day whose texts are kept, and "" for each
// of the others that can be read.
func (s *Store) kept(ctx context.Context, places []place, r reading) ([]string, error) {
	k, ids := s.keys.day(places[0].day), idsOf(places)
	var briefs, texts *redis.SliceCmd
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		briefs, texts = p.HMGet(ctx, k.briefs(), ids...), p.HMGet(ctx, k.texts(), ids...)
	})
	if err != nil {
		return nil, err
	}
	return readable(ctx, s, briefs.Val(), func(i int, brief string) (string, error) {
		packed, _ := texts.Val()[i].(string)
		title, body, err := decodeWords(ids[i], brief, packed)
		if err != nil || !r.keeps(title, body) {
			return "", err
		}
		return ids[i], nil
	})
}
