package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
	"newsbot/digest/store"
	"newsbot/digest/text"
)

// Generator makes up articles: their words and names follow Zipf's law, so that
// indexes fill as they do with news. The same seed gives the same articles.
type Generator struct {
	rng   *rand.Rand
	words *rand.Zipf
	names *rand.Zipf
	begin time.Time
	span  time.Duration
	n     int
}

// NewGenerator returns a generator of articles published over span from begin on.
func NewGenerator(seed uint64, begin time.Time, span time.Duration) *Generator {
	rng := rand.New(rand.NewPCG(seed, 1))
	return &Generator{
		rng:   rng,
		words: rand.NewZipf(rng, 1.1, 8, 30_000),
		names: rand.NewZipf(rng, 1.2, 5, 20_000),
		begin: begin,
		span:  span,
	}
}

var (
	syllables = strings.Fields("ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bre cla dro fli gre")
	sources   = strings.Fields("Harbour-Post Inland-Wire Daily-Lantern North-Gazette River-Herald Tower-Times")
	types     = []entity.Type{entity.Person, entity.Organization, entity.Place, entity.Group, entity.Event}
)

// word returns the nth word of the vocabulary.
func word(n uint64) string {
	base := uint64(len(syllables))
	w := syllables[n%base]
	for n /= base; n > 0; n /= base {
		w += syllables[n%base]
	}
	return w + "n"
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// Next returns an article of about 500 words with 15 entities and 5 key points.
func (g *Generator) Next() store.Entry {
	g.n++
	d := draft{g: g, entities: map[string]*entity.Entity{}}
	headline := d.headline()
	d.b.WriteString(headline + "\n")
	for range 25 {
		d.sentence()
	}
	a := digest.Article{
		URL:       fmt.Sprintf("https://news.example/%d/%s", g.n, strings.ReplaceAll(strings.ToLower(headline), " ", "-")),
		Source:    sources[g.rng.IntN(len(sources))],
		Title:     headline,
		Author:    title(word(g.words.Uint64())) + " " + title(word(g.words.Uint64())),
		Published: g.begin.Add(time.Duration(g.rng.Int64N(int64(g.span)))).Truncate(time.Second),
		Language:  "en",
		Text:      strings.TrimSpace(d.b.String()[len(headline)+1:]),
	}
	a.Identify("")
	return store.Entry{Article: a, Analysis: d.analysis(a)}
}

// Take returns n articles.
func (g *Generator) Take(n int) []store.Entry {
	entries := make([]store.Entry, n)
	for i := range entries {
		entries[i] = g.Next()
	}
	return entries
}

// draft is an article that is being written.
type draft struct {
	g        *Generator
	b        strings.Builder
	entities map[string]*entity.Entity
	order    []string
	points   []keypoint.Point
	written  int // sentences
}

func (d *draft) headline() string {
	words := make([]string, 7)
	for i := range words {
		words[i] = title(word(d.g.words.Uint64()))
	}
	return strings.Join(words, " ")
}

func (d *draft) sentence() {
	start := d.b.Len()
	for i := range 20 {
		if i > 0 {
			d.b.WriteByte(' ')
		}
		w := word(d.g.words.Uint64())
		switch {
		case i == 0:
			d.b.WriteString(title(w))
		case i%9 == 5:
			d.name()
		default:
			d.b.WriteString(w)
		}
	}
	d.b.WriteString(".")
	if d.written%5 == 0 {
		d.points = append(d.points, keypoint.Point{Span: text.Span{Start: start, End: d.b.Len()}, Score: d.g.rng.Float64()})
	}
	d.b.WriteString([]string{" ", "\n"}[d.written%4/3])
	d.written++
}

// name writes a name: of one of 15 entities, mostly one that was there before.
func (d *draft) name() {
	var id string
	if n := len(d.order); n == 15 || n > 3 && d.g.rng.IntN(3) == 0 {
		id = d.order[d.g.rng.IntN(n)]
	} else {
		n := d.g.names.Uint64()
		kind := types[n%uint64(len(types))]
		name := title(word(n%900)) + " " + title(word(1000+n))
		id = entityID(string(kind), name)
		if d.entities[id] == nil {
			d.order = append(d.order, id)
			d.entities[id] = &entity.Entity{ID: id, Name: name, Type: kind, Salience: d.g.rng.Float64()}
		}
	}
	e := d.entities[id]
	form := e.Name
	if len(e.Mentions) > 0 {
		form = e.Name[strings.IndexByte(e.Name, ' ')+1:]
	}
	start := d.b.Len()
	d.b.WriteString(form)
	e.Mentions = append(e.Mentions, entity.Mention{Span: text.Span{Start: start, End: d.b.Len()}, Sentence: d.written + 1})
}

func (d *draft) analysis(a digest.Article) digest.Analysis {
	doc := text.Parse(a.Title, a.Text)
	n := digest.Analysis{Language: "en", Points: d.points, Terms: text.Terms(doc, 40), Words: len(doc.Tokens), Print: d.g.rng.Uint64()}
	for _, id := range d.order {
		n.Entities = append(n.Entities, *d.entities[id])
	}
	return n
}
