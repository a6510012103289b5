package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"newsbot/cmd/trainentities/vectors"
	"newsbot/cmd/trainentities/written"
	"newsbot/digest/entity"
	"newsbot/digest/story"
	"newsbot/digest/text"
)

// printMeanings writes what terms mean, learnt from vectors of words, events that several tell of (.tsv) and articles (.txt).
func printMeanings(w io.Writer, vectorsFile string, files []string) error {
	words, of, err := vectors.Read(vectorsFile)
	if err != nil {
		return err
	}
	entities, err := entity.New()
	if err != nil {
		return err
	}
	c := newCount()
	var beats []beat
	for _, name := range files {
		b, err := c.readBeat(name, entities)
		if err != nil {
			return fmt.Errorf("read events: %w", err)
		}
		beats = append(beats, b)
	}
	l := newLearner(c.terms(words, of), len(of[words[0]]))
	l.learn(beats)
	return writeMeanings(w, l.terms, c.held)
}

// mostMeanings is how many terms, the commonest of what was learnt from, are worth the table's room.
const mostMeanings = 8000

func writeMeanings(w io.Writer, terms []term, held []int) error {
	common := make([]int, len(terms))
	for i := range common {
		common[i] = i
	}
	slices.SortStableFunc(common, func(a, b int) int { return cmp.Compare(held[b], held[a]) })
	var lines []string
	for _, i := range common[:min(mostMeanings, len(common))] {
		lines = append(lines, terms[i].word+" "+story.Signs(terms[i].sum)+"\n")
	}
	slices.Sort(lines)
	_, err := io.WriteString(w, strings.Join(lines, ""))
	return err
}

// beat is the events of a file, each the texts that tell of it, at least two, each the numbers of its terms.
type beat struct {
	events [][][]int
	often  int // times that each is learnt from in a round
}

// An event that several tell of, each in words of their own, is learnt from more often than the paragraphs of an article, which one
// has written, and of more than one thing.
const (
	ofEvents   = 4
	ofArticles = 1
)

// count numbers terms and counts them.
type count struct {
	number map[string]int
	held   []int // by number, texts that hold the term
	texts  int
}

func newCount() *count { return &count{number: map[string]int{}} }

func (c *count) of(term string) int {
	n, known := c.number[term]
	if !known {
		n = len(c.held)
		c.number[term] = n
		c.held = append(c.held, 0)
	}
	return n
}

// text returns the numbers of the terms of a text, and counts them.
func (c *count) text(terms []string) (numbers []int) {
	c.texts++
	for _, t := range terms {
		n := c.of(t)
		c.held[n]++
		numbers = append(numbers, n)
	}
	return numbers
}

func (c *count) readBeat(name string, entities *entity.Recognizer) (b beat, err error) {
	file, err := os.ReadFile(name)
	if err != nil {
		return b, err
	}
	events := ofParagraphs(string(file))
	b.often = ofArticles
	if filepath.Ext(name) != written.Suffix {
		b.often = ofEvents
		if events, err = ofItems(string(file)); err != nil {
			return b, fmt.Errorf("%s: %w", name, err)
		}
	}
	for _, articles := range events {
		var event [][]int
		for _, a := range articles {
			if terms := story.Plain(newItem(a, entities)); len(terms) > 1 {
				event = append(event, c.text(terms))
			}
		}
		if len(event) > 1 {
			b.events = append(b.events, event)
		}
	}
	return b, nil
}

// ofItems returns the items on each event of a file with the event, a title and what follows it, which may be
// nothing, between tabs on each line.
func ofItems(file string) ([][]article, error) {
	var codes []string
	of := map[string][]article{}
	n := 0
	for line := range strings.Lines(file) {
		n++
		fields := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(fields) != 3 {
			return nil, fmt.Errorf("line %d: %d fields between tabs, not an event, a title and a summary", n, len(fields))
		}
		if of[fields[0]] == nil {
			codes = append(codes, fields[0])
		}
		of[fields[0]] = append(of[fields[0]], article{Title: fields[1], Text: fields[2]})
	}
	var events [][]article
	for _, code := range codes {
		events = append(events, of[code])
	}
	return events, nil
}

// ofParagraphs returns the title and the paragraphs of each article of a file.
func ofParagraphs(file string) (events [][]article) {
	for _, a := range written.Articles(file) {
		event := []article{{Title: a.Title}}
		for paragraph := range strings.Lines(a.Body) {
			event = append(event, article{Text: paragraph})
		}
		events = append(events, event)
	}
	return events
}

// fewTexts are those that hold a term of which nothing can be learnt unless the vector of its words is known.
const fewTexts = 5

// terms returns all terms, given the vectors of words, the commonest word first.
func (c *count) terms(words []string, of map[string][]float32) []term {
	forms := map[int]float32{}
	vector := map[int][]float32{}
	for _, word := range words {
		query := text.Query(word)
		if len(query) != 1 {
			continue
		}
		n := c.of(query[0])
		forms[n]++
		if vector[n] == nil {
			vector[n] = make([]float32, len(of[word]))
		}
		for d, x := range of[word] {
			vector[n][d] += x / forms[n] // the commonest form counts most
		}
	}
	terms := make([]term, len(c.held))
	for word, n := range c.number {
		terms[n] = term{word: word, vector: unit(vector[n])}
		if vector[n] != nil || c.held[n] >= fewTexts {
			rarity := math.Log(float64(c.texts+1) / (float64(c.held[n]) + .5))
			terms[n].weight = float32(max(rarity, .3)) / 5
		}
	}
	return terms
}

// unit brings a vector to length 1.
func unit(v []float32) []float32 {
	var sum float64
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	for d := range v {
		v[d] /= float32(math.Sqrt(sum))
	}
	return v
}
