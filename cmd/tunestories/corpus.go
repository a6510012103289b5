package main

import (
	"bufio"
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"newsbot/digest/entity"
	"newsbot/digest/story"
	"newsbot/digest/text"
)

// article is a line of a labelled corpus.
type article struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Text    string `json:"text"`
	Cluster string `json:"cluster"` // the story that it tells; where empty, events.tsv says
	Topic   string `json:"topic"`   // stories of one topic look alike; may be empty

	Source    string    `json:"source"` // its outlet, which some call
	Publisher string    `json:"publisher"`
	Time      time.Time `json:"time"` // may be zero
}

// corpus is articles, read as the bot reads them, with the stories they tell.
type corpus struct {
	name  string
	items []story.Item
	gold  []string // the story of each
	group []string // its topic, or its story where there are no topics
}

const termsOf = 40 // as package digest stores them

// load reads a corpus, and where its articles have a text, once more with no
// more of it than a feed tells, and where they have titles too, with these alone.
func load(name string, entities *entity.Recognizer) ([]corpus, error) {
	articles, err := read(name)
	if err != nil {
		return nil, err
	}
	name = filepath.Base(name)
	corpora := []corpus{newCorpus(name, articles, entities)}
	if articles[0].Text == "" {
		return corpora, nil
	}
	for i, a := range articles {
		articles[i].Text = lead(a.Text)
	}
	corpora = append(corpora, newCorpus(name+" leads", articles, entities))
	if articles[0].Title == "" {
		return corpora, nil
	}
	for i := range articles {
		articles[i].Text = ""
	}
	return append(corpora, newCorpus(name+" titles", articles, entities)), nil
}

func read(name string) (articles []article, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	events := readEvents()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		var a article
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", name, n, err)
		}
		if a.Cluster == "" {
			a.Source, a.Cluster = "BBC", cmp.Or(events[a.ID], "only "+a.ID)
		}
		articles = append(articles, a)
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if len(articles) == 0 {
		return nil, fmt.Errorf("%s: no articles", name)
	}
	return articles, nil
}

// eventsTable has a line for each event that several of 1,051 articles of the BBC
// report (Greene and Cunningham 2006), their IDs: one match, one verdict, one
// announcement with what was said to it that day. All other articles stand alone.
// The events were told apart for this project by reading titles and leads.
//
//go:embed events.tsv
var eventsTable string

// readEvents returns the event of each article in the table, by ID.
func readEvents() map[string]string {
	events := make(map[string]string)
	for line := range strings.Lines(eventsTable) {
		ids := strings.Fields(line)
		for _, id := range ids {
			events[id] = ids[0]
		}
	}
	return events
}

// leadWords is how long the text of an article often is in a feed.
const leadWords = 40

func lead(text string) string {
	words := strings.Fields(text)
	return strings.Join(words[:min(leadWords, len(words))], " ")
}

func newCorpus(name string, articles []article, entities *entity.Recognizer) corpus {
	c := corpus{name: name}
	for _, a := range articles {
		c.items = append(c.items, newItem(a, entities))
		c.gold = append(c.gold, a.Cluster)
		c.group = append(c.group, cmp.Or(a.Topic, a.Cluster))
	}
	return c
}

// parts cuts a corpus into n parts that have no topic and no story in common.
func (c corpus) parts(n int) []corpus {
	parts := make([]corpus, n)
	part := make(map[string]int)
	for i, g := range c.group {
		if _, ok := part[g]; !ok {
			part[g] = len(part) % n
		}
		parts[part[g]].add(c, i)
	}
	for i := range parts {
		parts[i].name = fmt.Sprintf("%s %c", c.name, 'A'+i)
	}
	return parts
}

// but returns the corpus without one of its parts.
func (c corpus) but(part corpus) corpus {
	without := corpus{name: c.name}
	for i, g := range c.group {
		if !slices.Contains(part.group, g) {
			without.add(c, i)
		}
	}
	return without
}

// thin returns every nth article of the corpus.
func (c corpus) thin(n int) corpus {
	thin := corpus{name: c.name}
	for i := 0; i < len(c.items); i += n {
		thin.add(c, i)
	}
	return thin
}

// add adds article i of another corpus.
func (c *corpus) add(from corpus, i int) {
	c.items, c.gold, c.group = append(c.items, from.items[i]), append(c.gold, from.gold[i]), append(c.group, from.group[i])
}

func newItem(a article, entities *entity.Recognizer) story.Item {
	d := text.Parse(a.Title, a.Text)
	indexer, names := new(text.Indexer), entities.Find(d, "en")
	terms := story.Read(indexer, d, indexer.Index(d), names, termsOf)
	it := story.Item{Title: a.Title, Source: cmp.Or(a.Source, a.Publisher), Time: a.Time, Terms: terms}
	for _, e := range names {
		it.Entities = append(it.Entities, story.Name{ID: e.ID, Salience: e.Salience})
	}
	return it
}

// score is B-cubed precision, recall and F1 (Bagga and Baldwin 1998).
type score struct{ precision, recall, f1 float64 }

func (c corpus) score(w story.Weights) score {
	return bcubed(c.gold, w.Group(c.items))
}

func bcubed(gold []string, groups [][]int) score {
	size := make(map[string]float64)
	for _, g := range gold {
		size[g]++
	}
	var s score
	for _, group := range groups {
		shared := make(map[string]float64)
		for _, i := range group {
			shared[gold[i]]++
		}
		for g, n := range shared {
			s.precision += n * n / float64(len(group))
			s.recall += n * n / size[g]
		}
	}
	s.precision /= float64(len(gold))
	s.recall /= float64(len(gold))
	return s.balanced()
}

// balanced returns the score with the F1 of its precision and recall.
func (s score) balanced() score {
	s.f1 = 2 * s.precision * s.recall / (s.precision + s.recall)
	return s
}
