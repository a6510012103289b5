package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"newsbot/digest/entity"
	"newsbot/digest/story"
	"newsbot/digest/text"
)

// article is a line of a labelled corpus.
type article struct {
	Title   string `json:"title"`
	Text    string `json:"text"`
	Cluster string `json:"cluster"` // the story that it tells
	Topic   string `json:"topic"`   // stories of one topic look alike; may be empty
}

// corpus is articles, read as the bot reads them, with the stories they tell.
type corpus struct {
	name  string
	items []story.Item
	gold  []string
}

const termsOf = 40 // as package digest stores them

// load reads a corpus and cuts it in two by topic, or by story where there are
// no topics, so that no story and no topic is in both halves.
func load(name string, entities *entity.Recognizer) (halves [2]corpus, err error) {
	f, err := os.Open(name)
	if err != nil {
		return halves, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	half := make(map[string]int)
	for n := 1; lines.Scan(); n++ {
		var a article
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return halves, fmt.Errorf("%s, line %d: %w", name, n, err)
		}
		topic := a.Topic
		if topic == "" {
			topic = a.Cluster
		}
		if _, ok := half[topic]; !ok {
			half[topic] = len(half) % 2
		}
		h := &halves[half[topic]]
		h.items = append(h.items, newItem(a, entities))
		h.gold = append(h.gold, a.Cluster)
	}
	base := name[strings.LastIndexByte(name, '/')+1:]
	halves[0].name, halves[1].name = base+" A", base+" B"
	return halves, lines.Err()
}

func newItem(a article, entities *entity.Recognizer) story.Item {
	d := text.Parse(a.Title, a.Text)
	it := story.Item{Title: a.Title, Terms: text.Terms(d, termsOf)}
	for _, e := range entities.Find(d, "en") {
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
	s.f1 = 2 * s.precision * s.recall / (s.precision + s.recall)
	return s
}
