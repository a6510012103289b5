// Tunestories makes the word table of package story and finds its weights.
//
//	tunestories words FOLDER... > digest/story/words.txt
//	tunestories score CORPUS...
//	tunestories tune CORPUS...
//	tunestories orders CORPUS...
//
// A FOLDER holds text*.txt files (or .txt.zst) of running text, a paragraph a
// line. A CORPUS is a .jsonl file of {"title", "text", "topic", "cluster"}, the
// cluster being the story that the article tells and the topic what stories
// that look alike share. It is cut in two halves that share no topic and no
// story; tune improves the weights one by one on the A halves, and what it
// prints of the B halves was not looked at for it. Orders lets the articles
// arrive one by one instead of all at once.
package main

import (
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
	if len(args) < 2 {
		return fmt.Errorf("want words, score, tune or orders, and files")
	}
	if args[0] == "words" {
		return countWords(os.Stdout, args[1:])
	}
	entities, err := entity.New()
	if err != nil {
		return err
	}
	var a, b []corpus
	for _, name := range args[1:] {
		halves, err := load(name, entities)
		if err != nil {
			return fmt.Errorf("load corpus: %w", err)
		}
		a, b = append(a, halves[0]), append(b, halves[1])
	}
	w := story.Default()
	switch args[0] {
	case "tune":
		w = tune(w, a)
	case "orders":
		orders(w, append(a, b...))
		return nil
	}
	report(w, append(a, b...))
	return nil
}

func report(w story.Weights, corpora []corpus) {
	fmt.Printf("%+v\n", w)
	for _, c := range corpora {
		s := c.score(w)
		fmt.Printf("%-24s P %.3f R %.3f F1 %.3f  (%d articles)\n", c.name, s.precision, s.recall, s.f1, len(c.items))
	}
}
