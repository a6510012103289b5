// Tunestories makes the tables of words of package story and finds its weights.
//
//	tunestories words FOLDER... | zstd -19 > digest/story/words.txt.zst
//	tunestories meanings VECTORS TOLD... | zstd -19 > digest/story/meanings.txt.zst
//	tunestories lands GAZETTEERS | zstd -19 > digest/story/lands.txt.zst
//	tunestories score CORPUS...
//	tunestories tune CORPUS...
//	tunestories cross CORPUS...
//	tunestories orders CORPUS...
//	tunestories losses CORPUS...
//	tunestories rank CORPUS...
//
// A FOLDER holds text*.txt files (or .txt.zst) of running text, a paragraph a
// line. VECTORS are those of words, from "trainentities -vectors", and a file TOLD has several texts on each of its
// events: items in pairs/, articles and their paragraphs in cmd/trainentities/written. GAZETTEERS is a folder
// of lists of names. A CORPUS is a .jsonl file of {"title", "text", "time", "source", "topic", "cluster"}, the
// cluster being the story that the article tells (where there is none, it is of the BBC,
// whose stories events.tsv knows by "id") and the topic what stories
// that look alike share; one with texts counts once more with their
// leads alone, and once with its titles alone. Those in days/, weeks/ and briefs/ were written for it. One is
// cut in halves that share no topic and no
// story: tune finds the weights on the A halves, and what it prints of the B
// halves was not looked at for it. Cross does so on three quarters and scores the
// fourth, four times over. Orders lets the articles arrive one by one instead of
// all at once. Losses prints which stories are joined and split, and what that costs.
// Rank prints how many of the events that an editor holds for the weightiest of a day (weeks/values.tsv)
// are the first stories of its digest.
package main

import (
	"errors"
	"fmt"
	"os"

	"newsbot/digest/entity"
	"newsbot/digest/story"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "tunestories:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	usage := errors.New("want words, meanings, lands, score, tune, cross, orders, losses or rank, and files")
	if len(args) < 2 {
		return usage
	}
	if args[0] == "words" {
		return countWords(os.Stdout, args[1:])
	}
	if args[0] == "lands" {
		return printLands(os.Stdout, args[1])
	}
	if args[0] == "meanings" && len(args) > 2 {
		return printMeanings(os.Stdout, args[1], args[2:])
	}
	if args[0] == "rank" {
		return rank(args[1:])
	}
	do, ok := map[string]func(story.Weights, []corpus){
		"score":  report,
		"tune":   func(_ story.Weights, c []corpus) { report(tune(firstHalves(c)), c) },
		"cross":  func(_ story.Weights, c []corpus) { cross(c) },
		"orders": orders,
		"losses": losses,
	}[args[0]]
	if !ok {
		return usage
	}
	entities, err := entity.New()
	if err != nil {
		return err
	}
	var corpora []corpus
	for _, name := range args[1:] {
		c, err := load(name, entities)
		if err != nil {
			return fmt.Errorf("load corpus: %w", err)
		}
		corpora = append(corpora, c...)
	}
	do(story.Default(), corpora)
	return nil
}

// firstHalves returns the A halves of the corpora.
func firstHalves(corpora []corpus) []corpus {
	out := make([]corpus, len(corpora))
	for i, c := range corpora {
		out[i] = c.parts(2)[0]
	}
	return out
}

// report prints how the halves and the whole of each corpus fall into stories.
func report(w story.Weights, corpora []corpus) {
	fmt.Printf("%+v\n", w)
	for _, c := range corpora {
		for _, part := range append(c.parts(2), c) {
			s := part.score(w)
			fmt.Printf("%-30s P %.3f R %.3f F1 %.3f  (%d articles)\n", part.name, s.precision, s.recall, s.f1, len(part.items))
		}
	}
}
