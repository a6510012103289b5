// Tunepoints finds the weights of package keypoint.
//
//	tunepoints read [-v] [-grades FILE,...] COLLECTION...
//	tunepoints scoring [-untitled] [-vectors FILE] [-grades FILE,...] COLLECTION...
//	tunepoints score COLLECTION...
//	tunepoints cross [-pull NUMBER] COLLECTION...
//	tunepoints tune [-pull NUMBER] COLLECTION...
//
// A COLLECTION is a .jsonl file of {"title", "text", "summary"}, the summary
// being what somebody wrote of the text or picked from it, or of {"texts",
// "summary"} for a day that several articles tell of. Points and summary are
// compared by ROUGE-2 (Lin 2004) at 75 words of the points, or at N where the
// argument is FILE=N. Scores are in units of that of the text's first three
// sentences, cut likewise. All collections of one run have titles, or none has:
// each kind has its own weights.
//
// Tune prints weights fitted to all lines, for weights.go, and what they score on
// these. Cross tells what such weights score on texts that they were not fitted to:
// it fits them to every second line of each collection (half A) and to the others
// (half B), and prints what either scores on both halves and, as "unseen", on the
// half that it has not seen. The pull towards 0 is chosen by that number. The same
// collections give the same weights.
//
// Read is the reading test: it puts a digest together of those articles of which grades/
// has what somebody made of every sentence (in some of its files alone, where named), and prints
// the grades of what it tells. Scoring fits the weights in scoring.go and opening.go to such sentences, and
// with vectors of words, which "trainentities -vectors" writes, the words in wording.txt. A collection may be a file
// of cmd/trainentities/written too.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"

	"newsbot/digest/keypoint"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "tunepoints:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 || !slices.Contains([]string{"read", "scoring", "score", "cross", "tune"}, args[0]) {
		return fmt.Errorf("want read, scoring, score, cross or tune, and collections")
	}
	flags := flag.NewFlagSet(args[0], flag.ContinueOnError)
	pull := flags.Float64("pull", 1e-4, "what half a weight's square costs")
	verbose := flags.Bool("v", false, "read: print the stories")
	in := flags.String("grades", "", "read, scoring: take grades from these files of grades/ alone, as business,life")
	vectors := flags.String("vectors", "", "scoring: fit the wording too, with the vectors of words in this file")
	untitled := flags.Bool("untitled", false, "scoring: take the articles without their titles")
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return fmt.Errorf("want collections")
	}
	switch args[0] {
	case "read":
		return readAll(os.Stdout, flags.Args(), *in, *verbose)
	case "scoring":
		return printScoring(flags.Args(), *in, *vectors, *untitled)
	}
	c, err := load(flags.Args())
	if err != nil {
		return err
	}
	w := keypoint.Default(c[0].titled())
	switch args[0] {
	case "cross":
		cross(c, *pull)
		return nil
	case "tune":
		w = scaled(tune(neutral(c), c, *pull), c)
		fmt.Print(w)
	}
	for _, x := range c {
		fmt.Printf("%-28s %.3f  (%d references)\n", x.name, x.score(w), len(x.tasks))
	}
	return nil
}

func neutral(c []collection) keypoint.Weights {
	return keypoint.Neutral(c[0].titled()).Bounded()
}

// cross prints what weights fitted to one half score on the other.
func cross(c []collection, pull float64) {
	a, b := halves(c)
	wa, wb := tune(neutral(c), a, pull), tune(neutral(c), b, pull)
	for i, x := range c {
		unseen := (a[i].score(wb)*a[i].lead + b[i].score(wa)*b[i].lead) / (a[i].lead + b[i].lead)
		fmt.Printf("%-28s fitted to A: A %.3f B %.3f, to B: A %.3f B %.3f, unseen %.3f\n", x.name,
			a[i].score(wa), b[i].score(wa), a[i].score(wb), b[i].score(wb), unseen)
	}
}
