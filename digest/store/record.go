package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
	"newsbot/digest/text"
)

// version is the first byte of every record; it changes with the layout.
const version = 1

// A record begins with its head: version, content, revision. Content tells
// articles apart, revision whole entries.
const (
	versionLen = 1
	hashLen    = 8
	headLen    = versionLen + 2*hashLen
)

// record is an entry in its persisted form.
type record struct {
	brief []byte // head, compressed fields: all but the text
	text  []byte // the compressed text
}

// content returns a hash of all that the article's source says.
func content(a digest.Article) string {
	h := sha256.New()
	at, _ := a.Published.UTC().MarshalBinary() // fails only for odd time zones
	for _, part := range []string{a.Ref, a.URL, a.Source, a.Title, a.Author, a.Language, string(at), a.Text} {
		var n [8]byte
		binary.LittleEndian.PutUint64(n[:], uint64(len(part)))
		h.Write(n[:])
		io.WriteString(h, part)
	}
	if a.Paywalled {
		io.WriteString(h, "paywalled")
	}
	if a.Opinion {
		io.WriteString(h, "opinion")
	}
	if a.Via != "" {
		io.WriteString(h, "via "+a.Via)
	}
	return string(h.Sum(nil)[:hashLen])
}

// contentOf returns the content hash in the head of a record, "" where the
// head is not one of this version.
func contentOf(head string) string {
	if len(head) < headLen || head[0] != version {
		return ""
	}
	return head[versionLen : versionLen+hashLen]
}

// encode returns the record of an entry. given is the hash of the article as
// its source gave it, which filing may have changed.
func (e Entry) encode(given string) record {
	w := writer{make([]byte, 0, 4<<10)}
	w.entry(e)
	sum := sha256.Sum256(w.b)
	head := append(append([]byte{version}, given...), sum[:hashLen]...)
	return record{brief: compress(head, w.b), text: compress(nil, []byte(e.Article.Text))}
}

var errRecord = errors.New("the record is damaged")

// skips reports whether err says no more than that a record is damaged, which it
// logs: what is read together with it is of use without it.
func (s *Store) skips(ctx context.Context, err error) bool {
	if !errors.Is(err, errRecord) {
		return false
	}
	s.options.Logger.ErrorContext(ctx, "left out", "error", err)
	return true
}

// readable returns what decode makes of records as HMGET gives them, without those that
// are missing or damaged; i is the place of one in the list.
func readable[T any](ctx context.Context, s *Store, records []any, decode func(i int, record string) (T, error)) ([]T, error) {
	out := make([]T, 0, len(records))
	for i, v := range records {
		record, ok := v.(string)
		if !ok {
			continue
		}
		t, err := decode(i, record)
		switch {
		case err == nil:
			out = append(out, t)
		case !s.skips(ctx, err):
			return nil, err
		}
	}
	return out, nil
}

// versioned returns a reader of the fields behind a record's version.
func versioned(record string, version byte) (*reader, error) {
	if record == "" {
		return nil, errRecord
	}
	if v := record[0]; v != version {
		return nil, fmt.Errorf("its record has version %d; this program reads version %d", v, version)
	}
	return &reader{s: record[versionLen:]}, nil
}

// unpacked returns a reader of the compressed fields behind a record's head, which
// begins with its version.
func unpacked(record string, version byte, head int) (*reader, error) {
	r, err := versioned(record, version)
	if err != nil {
		return nil, err
	}
	if len(record) < head {
		return nil, errRecord
	}
	if r.s, err = decompress(record[head:]); err != nil {
		return nil, errRecord
	}
	return r, nil
}

// decodeBrief reads the record of an article with the given ID.
func decodeBrief(id, brief string) (digest.Brief, error) {
	r, err := unpacked(brief, version, headLen)
	if err != nil {
		return digest.Brief{}, fmt.Errorf("read article %s: %w", id, err)
	}
	b := digest.Brief{ID: id, Ref: r.string(), URL: r.string(), Source: r.string(), Title: r.string(), Author: r.string()}
	r.string() // the language that the source declared
	b.Published, b.Seen = r.time(), r.time()
	b.Language, b.Words, b.Print = r.string(), r.int(), r.fixed()
	b.Terms = list(r, r.term)
	b.Entities = slices.DeleteFunc(list(r, r.name), func(n digest.Name) bool { return n.Salience == 0 })
	b.Points = list(r, r.keyPoint)
	facts := r.bits()
	b.Paywalled, b.Opinion = facts.has(factPaywalled), facts.has(factOpinion)
	for i := range b.Points {
		b.Points[i].Spare = facts.has(factSpare + i)
		b.Points[i].Introductions = r.introductions()
	}
	if r.bad {
		return digest.Brief{}, fmt.Errorf("read article %s: %w", id, errRecord)
	}
	return b, nil
}

// decodeText reads the text of an article with the given ID.
func decodeText(id, compressed string) (string, error) {
	body, err := decompress(compressed)
	if err != nil {
		return "", fmt.Errorf("read the text of article %s: %w", id, errRecord)
	}
	return body, nil
}

// decodeWords reads no more than the title and the text.
func decodeWords(id, brief, compressed string) (title, body string, err error) {
	r, err := unpacked(brief, version, headLen)
	if err != nil {
		return "", "", fmt.Errorf("read article %s: %w", id, err)
	}
	for range 3 { // ref, URL, source
		r.string()
	}
	if title = r.string(); r.bad {
		return "", "", fmt.Errorf("read article %s: %w", id, errRecord)
	}
	body, err = decodeText(id, compressed)
	return title, body, err
}

// decodeEntry reads the record of an article with the given ID and its text.
func decodeEntry(id, brief, compressed string) (Entry, error) {
	r, err := unpacked(brief, version, headLen)
	if err != nil {
		return Entry{}, fmt.Errorf("read article %s: %w", id, err)
	}
	body, err := decodeText(id, compressed)
	if err != nil {
		return Entry{}, err
	}
	e := Entry{Article: digest.Article{ID: id, Text: body}}
	a, n := &e.Article, &e.Analysis
	a.Ref, a.URL, a.Source, a.Title, a.Author, a.Language = r.string(), r.string(), r.string(), r.string(), r.string(), r.string()
	a.Published, a.Seen = r.time(), r.time()
	n.Language, n.Words, n.Print = r.string(), r.int(), r.fixed()
	n.Terms = list(r, r.term)
	n.Entities = list(r, r.entity)
	n.Points = list(r, r.point)
	facts := r.bits()
	a.Paywalled, a.Opinion = facts.has(factPaywalled), facts.has(factOpinion)
	for i := range n.Points {
		n.Points[i].Spare = facts.has(factSpare + i)
		for _, x := range r.introductions() {
			n.Points[i].Introductions = append(n.Points[i].Introductions, keypoint.Introduction{Surname: x.Surname, Span: text.Span{Start: x.Start, End: x.End}})
		}
	}
	a.Via = r.optional()
	if _, strays := e.stray(); r.bad || strays {
		return Entry{}, fmt.Errorf("read article %s: %w", id, errRecord)
	}
	return e, nil
}

// The facts of an article, in their order; behind them those of its points, whether each is spare.
const (
	factPaywalled = iota
	factOpinion
	factSpare
)

// entry writes all but the text, in the order in which it is read above.
func (w *writer) entry(e Entry) {
	a, n := e.Article, e.Analysis
	for _, s := range []string{a.Ref, a.URL, a.Source, a.Title, a.Author, a.Language} {
		w.string(s)
	}
	w.time(a.Published)
	w.time(a.Seen)
	w.string(n.Language)
	w.int(n.Words)
	w.fixed(n.Print)
	w.len(len(n.Terms))
	for _, t := range n.Terms {
		w.string(t.Word)
		w.weight(t.Weight)
	}
	w.len(len(n.Entities))
	for _, en := range n.Entities {
		w.entity(en)
	}
	doc := a.Title + "\n" + a.Text
	w.len(len(n.Points))
	for _, p := range n.Points {
		w.int(p.Start)
		w.int(p.End)
		w.weight(p.Score)
		w.string(p.In(doc))
	}
	facts := []bool{a.Paywalled, a.Opinion}
	for _, p := range n.Points {
		facts = append(facts, p.Spare)
	}
	w.bits(facts...)
	for _, p := range n.Points {
		w.len(len(p.Introductions))
		for _, x := range p.Introductions {
			w.string(x.Surname)
			w.int(x.Start)
			w.int(x.End)
			w.string(x.In(doc))
		}
	}
	w.optional(a.Via)
}

func (w *writer) entity(e entity.Entity) {
	w.string(e.ID)
	w.string(e.Name)
	w.kind(e.Type, e.Guess)
	w.string(e.Role)
	w.weight(e.Salience)
	w.len(len(e.Mentions))
	var last entity.Mention
	for _, m := range e.Mentions {
		w.int(m.Start - last.Start)
		w.int(m.End - m.Start)
		w.int(m.Sentence - last.Sentence)
		last = m
	}
}

func (r *reader) entity() entity.Entity {
	e := entity.Entity{ID: r.string(), Name: r.string()}
	e.Type, e.Guess = r.kind()
	e.Role, e.Salience = r.string(), r.weight()
	var last entity.Mention
	e.Mentions = list(r, func() entity.Mention {
		last.Start += r.int()
		last.End = last.Start + r.int()
		last.Sentence += r.int()
		return last
	})
	return e
}

// guessed is behind the type of an entity that is a guess.
const guessed = "?"

func (w *writer) kind(t entity.Type, guess bool) {
	if guess {
		t += guessed
	}
	w.string(string(t))
}

func (r *reader) kind() (t entity.Type, guess bool) {
	kind, guess := strings.CutSuffix(r.string(), guessed)
	return entity.Type(kind), guess
}

// name reads an entity as briefs hold it.
func (r *reader) name() digest.Name {
	n := digest.Name{ID: r.string(), Name: r.string()}
	n.Type, n.Guess = r.kind()
	n.Role, n.Salience, n.Count = r.string(), r.weight(), r.len()
	for range 3 * n.Count { // the mentions
		r.number()
	}
	return n
}

// keyPoint reads a point as briefs hold it.
func (r *reader) keyPoint() digest.KeyPoint {
	return digest.KeyPoint{Start: r.int(), End: r.int(), Score: r.weight(), Text: r.string()}
}

// point reads a point whose text stands in the article's.
func (r *reader) point() keypoint.Point {
	p := r.keyPoint()
	return keypoint.Point{Span: text.Span{Start: p.Start, End: p.End}, Score: p.Score}
}

// introductions reads those of a point; the records of older versions end before.
func (r *reader) introductions() []digest.Introduction {
	if r.s == "" {
		return nil
	}
	return list(r, func() digest.Introduction {
		return digest.Introduction{Surname: r.string(), Start: r.int(), End: r.int(), Text: r.string()}
	})
}

func (r *reader) term() text.Term { return text.Term{Word: r.string(), Weight: r.weight()} }
