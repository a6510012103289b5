package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"newsbot/cmd/trainentities/written"
	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
	"newsbot/digest/parallel"
	"newsbot/digest/text"
)

const (
	defaultWords = 75 // of the points that are compared
	mostPoints   = 5  // of an article or a day
)

// entry is a line of a collection.
type entry struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Text    string   `json:"text"`
	Texts   []string `json:"texts"` // instead of Text
	Summary string   `json:"summary"`

	Source string    `json:"source"`
	Time   time.Time `json:"time"`
}

// collection is one, ready to be told by any weights.
type collection struct {
	name  string
	words int // that are compared
	tasks []task
	lead  float64 // mean ROUGE-2 of the first three sentences
}

// titled reports whether the texts have titles.
func (c *collection) titled() bool { return c.tasks[0].articles[0].Title.Len() > 0 }

// task is to tell what one reference tells.
type task struct {
	articles  []article
	reference *reference
	indexer   *text.Indexer
}

type article struct {
	*text.Document
	draft *keypoint.Draft
	words map[text.Span][]int32 // of its points, as the reference numbers them
}

// load reads collections.
func load(args []string) ([]collection, error) {
	entities, err := entity.New()
	if err != nil {
		return nil, err
	}
	indexer := text.NewIndexer()
	var out []collection
	for _, arg := range args {
		name, number, cut := strings.Cut(arg, "=")
		words := defaultWords
		if cut {
			if words, err = strconv.Atoi(number); err != nil {
				return nil, fmt.Errorf("number of words in %q: %w", arg, err)
			}
		}
		entries, err := read(name)
		if err != nil {
			return nil, fmt.Errorf("read collection: %w", err)
		}
		tasks := make([]task, len(entries))
		parallel.Each(len(entries), func(i int) { tasks[i] = newTask(entries[i], entities, indexer) })
		c := newCollection(filepath.Base(name), words, tasks)
		if len(out) > 0 && c.titled() != out[0].titled() {
			return nil, fmt.Errorf("only one of %s and %s has titles", out[0].name, c.name)
		}
		out = append(out, c)
	}
	return out, nil
}

// halves cuts collections in two: every second task is in b.
func halves(c []collection) (a, b []collection) {
	for _, x := range c {
		var parts [2][]task
		for i, t := range x.tasks {
			parts[i%2] = append(parts[i%2], t)
		}
		a = append(a, newCollection(x.name, x.words, parts[0]))
		b = append(b, newCollection(x.name, x.words, parts[1]))
	}
	return a, b
}

func read(name string) ([]entry, error) {
	if strings.HasSuffix(name, written.Suffix) {
		return readWritten(name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var entries []entry
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var e entry
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", name, len(entries)+1, err)
		}
		entries = append(entries, e)
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if len(entries) < 2 {
		return nil, fmt.Errorf("%s: want two lines or more", name)
	}
	return entries, nil
}

func newTask(e entry, entities *entity.Recognizer, indexer *text.Indexer) task {
	if e.Texts == nil {
		e.Texts = []string{e.Text}
	}
	t := task{reference: newReference(e.Summary), indexer: indexer}
	for _, body := range e.Texts {
		d := text.Parse(e.Title, body)
		language := text.Language(d.Text)
		draft := keypoint.NewDraft(d, t.indexer.Index(d), language, entities.Find(d, language))
		t.articles = append(t.articles, article{d, draft, map[text.Span][]int32{}})
	}
	return t
}

func newCollection(name string, words int, tasks []task) collection {
	c := collection{name: name, words: words, tasks: tasks}
	for _, t := range tasks {
		c.lead += t.reference.rouge2(t.firstSentences(words)) / float64(len(tasks))
	}
	return c
}

// score returns the mean ROUGE-2 of what the weights pick, in units of that of
// the first three sentences.
func (c *collection) score(w keypoint.Weights) float64 {
	scores := make([]float64, len(c.tasks))
	parallel.Each(len(c.tasks), func(i int) {
		scores[i] = c.tasks[i].reference.rouge2(c.tasks[i].tell(picked(w), c.words))
	})
	sum := 0.0
	for _, s := range scores {
		sum += s
	}
	return sum / float64(len(scores)) / c.lead
}

// points tells of an article.
type points func(a *article) []keypoint.Point

// picked tells what the weights pick.
func picked(w keypoint.Weights) points {
	return func(a *article) []keypoint.Point { return keypoint.Told(a.draft.Points(w, mostPoints)) }
}

// tell returns at most so many words of the points of an article, or of those
// that a digest of several articles would tell.
func (t *task) tell(points points, most int) []int32 {
	var told [][]int32
	var candidates []keypoint.Candidate
	for i := range t.articles {
		a := &t.articles[i]
		for _, p := range points(a) {
			told = append(told, a.read(p.Span, t.reference))
			candidates = append(candidates, keypoint.Candidate{Text: p.In(a.Text), Source: strconv.Itoa(i), Score: p.Score, Order: i})
		}
	}
	if len(t.articles) == 1 {
		return join(told, most)
	}
	var chosen [][]int32
	for _, i := range keypoint.Arrange(keypoint.Choose(t.indexer, "", candidates, mostPoints)) {
		chosen = append(chosen, told[i])
	}
	return join(chosen, most)
}

// read returns the words of a point, as the reference numbers them.
func (a *article) read(point text.Span, r *reference) []int32 {
	words, ok := a.words[point]
	if !ok {
		words = r.read(point.In(a.Text))
		a.words[point] = words
	}
	return words
}

// join returns the first words of all parts.
func join(parts [][]int32, most int) []int32 {
	var out []int32
	for _, p := range parts {
		out = append(out, p...)
	}
	return out[:min(most, len(out))]
}

// firstSentences returns at most so many words of the first three sentences of
// every article, all first ones first.
func (t *task) firstSentences(most int) []int32 {
	var out [][]int32
	for n := range 3 {
		for _, a := range t.articles {
			body := a.Sentences
			for len(body) > 0 && body[0].Paragraph == 0 {
				body = body[1:]
			}
			if n < len(body) {
				out = append(out, t.reference.read(body[n].In(a.Text)))
			}
		}
	}
	return join(out, most)
}
