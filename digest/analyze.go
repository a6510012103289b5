package digest

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"
	"sync"

	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
	"newsbot/digest/rescue"
	"newsbot/digest/story"
	"newsbot/digest/text"
)

const (
	maxPoints = 5   // key points that tell one article; spare ones are kept beside them
	maxTerms  = 40  // salient terms kept of one article
	maxNames  = 500 // entities kept of one article, the most salient; a text that names more is a list
)

// Analyzer reads language, entities, key points and salient terms out of an
// article. It is safe for concurrent use.
type Analyzer struct {
	entities *entity.Recognizer
	indexer  *text.Indexer
}

// NewAnalyzer loads the embedded models.
func NewAnalyzer() (*Analyzer, error) {
	r, err := entity.New()
	if err != nil {
		return nil, fmt.Errorf("load the entity model: %w", err)
	}
	return &Analyzer{entities: r, indexer: text.NewIndexer()}, nil
}

// Analyze reads an article. All offsets in the result are bytes into
// title + "\n" + text of the article. An error names the article; it is a
// *rescue.Panic, since no text is meant to have one.
func (z *Analyzer) Analyze(a Article) (n Analysis, err error) {
	err = rescue.Do(func() error {
		n = z.analyze(a)
		return nil
	})
	if err != nil {
		err = fmt.Errorf("article %s (%s) cannot be analysed: %w", a.PublicID(), cmp.Or(Redact(a.URL), a.Title, "without a title"), err)
	}
	return n, err
}

func (z *Analyzer) analyze(a Article) Analysis {
	d := text.Parse(a.Title, a.Text)
	lang := language(a, d.Text)
	index := z.indexer.Index(d)
	entities := z.entities.Find(d, lang)
	terms := story.Read(z.indexer, d, index, entities, maxTerms)
	n := Analysis{
		Language: lang,
		Entities: entities[:min(len(entities), maxNames)],
		Points:   keypoint.Find(d, index, lang, entities, maxPoints),
		Terms:    terms,
		Words:    len(d.Tokens),
		Print:    story.Fingerprint(a.Text),
	}
	n.passOver(a)
	n.round()
	return n
}

// passOver makes the entities that are the outlet of the article nothing that it is about.
func (n *Analysis) passOver(a Article) {
	for i, e := range n.Entities {
		if isOutlet(e, a) {
			n.Entities[i].Salience = 0
		}
	}
	slices.SortStableFunc(n.Entities, func(a, b entity.Entity) int { return cmp.Compare(b.Salience, a.Salience) })
}

// WeightUnit says how exact the weights of an analysis are, so that they are kept as they
// are: multiples of 1/WeightUnit.
const WeightUnit = 10_000

// round makes the weights as exact as they are kept.
func (n *Analysis) round() {
	for w := range n.Weights() {
		*w = math.Round(*w*WeightUnit) / WeightUnit
	}
}

// Weights yields the weights of the terms, the saliences of the entities and the scores of the points.
func (n *Analysis) Weights() iter.Seq[*float64] {
	return func(yield func(*float64) bool) {
		for i := range n.Terms {
			if !yield(&n.Terms[i].Weight) {
				return
			}
		}
		for i := range n.Entities {
			if !yield(&n.Entities[i].Salience) {
				return
			}
		}
		for i := range n.Points {
			if !yield(&n.Points[i].Score) {
				return
			}
		}
	}
}

// language is what the text of an article is written in; what its source declares counts
// only where the text does not tell.
func language(a Article, s string) string {
	if lang := text.Language(s); lang != "" {
		return lang
	}
	base, _, _ := strings.Cut(a.Language, "-")
	return strings.ToLower(base)
}

// Analyzed is an article with what was read out of it.
type Analyzed struct {
	Article  Article
	Analysis Analysis
}

// Stream yields articles as they come in. It may wait for more of them until its context
// ends.
type Stream func(context.Context) iter.Seq[Article]

// StreamOf returns the stream of articles that are all there.
func StreamOf(articles ...Article) Stream {
	return func(context.Context) iter.Seq[Article] { return slices.Values(articles) }
}

// AnalyzeAll analyses articles on the given number of goroutines and yields
// them in the order in which they came, with the error of Analyze; the sequence
// goes on after one. It holds few articles at a time, however many there are. If
// the stream panics, it panics with a *rescue.Panic after what came before. Who breaks
// the sequence off ends the stream, and goes on when nothing reads any more.
func (z *Analyzer) AnalyzeAll(ctx context.Context, articles Stream, workers int) iter.Seq2[Analyzed, error] {
	type result struct {
		analysis Analysis
		err      error
	}
	type job struct {
		article Article
		result  chan result
	}
	return func(yield func(Analyzed, error) bool) {
		work := make(chan job)
		order := make(chan job, 4*workers)
		var running sync.WaitGroup
		defer running.Wait()
		reading, end := context.WithCancel(ctx)
		defer end()
		stop := make(chan struct{}) // not reading's end: what came before that is yielded
		defer close(stop)
		for range workers {
			running.Go(func() {
				for j := range work {
					n, err := z.Analyze(j.article)
					j.result <- result{n, err}
				}
			})
		}
		give := func() error {
			for a := range articles(reading) {
				j := job{a, make(chan result, 1)}
				select {
				case order <- j:
				case <-stop:
					return nil
				}
				select {
				case work <- j:
				case <-stop:
					return nil
				}
			}
			return nil
		}
		var panicked error
		running.Go(func() {
			defer close(order)
			defer close(work)
			panicked = rescue.Do(give)
		})
		for j := range order {
			r := <-j.result
			if !yield(Analyzed{j.article, r.analysis}, r.err) {
				return
			}
		}
		if panicked != nil {
			panic(panicked)
		}
	}
}

// NewBrief returns what digests and lookups read of an analysed article. It
// holds nothing of the text but the points, and no entity that only wrote or sent it.
func NewBrief(a Article, n Analysis) Brief {
	b := Brief{
		ID: a.ID, Ref: a.Ref, URL: a.URL, Source: a.Source, Title: a.Title, Author: a.Author,
		Language: n.Language, Published: a.Published, Seen: a.Seen, Words: n.Words, Terms: n.Terms, Print: n.Print, Paywalled: a.Paywalled, Opinion: a.Opinion,
		Entities: make([]Name, 0, len(n.Entities)),
		Points:   keyPoints(a, n.Points),
	}
	for _, e := range n.Entities {
		if e.Salience > 0 {
			b.Entities = append(b.Entities, Name{ID: e.ID, Name: strings.Clone(e.Name), Type: e.Type, Role: e.Role, Count: len(e.Mentions), Salience: e.Salience, Guess: e.Guess})
		}
	}
	return b
}

// keyPoints returns points of an article with what stands there.
func keyPoints(a Article, points []keypoint.Point) []KeyPoint {
	doc := a.Title + "\n" + a.Text
	out := make([]KeyPoint, len(points))
	for i, p := range points {
		out[i] = KeyPoint{Text: strings.Clone(p.In(doc)), Start: p.Start, End: p.End, Score: p.Score, Spare: p.Spare}
		for _, x := range p.Introductions {
			out[i].Introductions = append(out[i].Introductions, Introduction{strings.Clone(x.Surname), strings.Clone(x.In(doc)), x.Start, x.End})
		}
	}
	return out
}

// isOutlet reports whether an entity is the outlet that an article is of, which names itself in
// passing: "told the Harbour Post". What the headline names is what it tells of.
func isOutlet(e entity.Entity, a Article) bool {
	name, outlet := outletKey(e.Name), outletKey(a.Source)
	if name != outlet && (e.Type != entity.Organization || name+" wire" != outlet && name+" news" != outlet) {
		return false
	}
	return !strings.Contains(text.Fold(story.CleanHeadline(a.Title, a.Source)), name)
}

// outletKey returns the name of an outlet without its article, folded.
func outletKey(name string) string { return strings.TrimPrefix(text.Fold(name), "the ") }
