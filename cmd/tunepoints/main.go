// Tunepoints finds the weights of package keypoint.
//
//	tunepoints score COLLECTION...
//	tunepoints tune COLLECTION...
//
// A COLLECTION is a .jsonl file of {"title", "text", "summary"}, the summary
// being what somebody wrote of the text or picked from it, or of {"texts",
// "summary"} for a day that several articles tell of. Points and summary are
// compared by ROUGE-2 (Lin 2004) at 75 words of the points, or at N where the
// argument is FILE=N. Scores are in units of that of the text's first three
// sentences, cut likewise. All collections of one run have titles, or none has:
// each kind has its own weights.
//
// Tune improves weights one by one. It sets out from such as were fitted to
// nothing, on every second line of each collection (half A) and then on the
// others (half B), and prints what either scores on both halves, and as "unseen"
// how the two score on what they were not fitted to. The weights that it prints
// at last set out from those in the package and are fitted to all lines: paste
// them into weights.go. A collection counts the less the fewer references it has.
// The same collections give the same weights.
package main

import (
	"fmt"
	"os"

	"newsbot/digest/keypoint"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "tunepoints:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 || args[0] != "score" && args[0] != "tune" {
		return fmt.Errorf("want score or tune, and collections")
	}
	c, err := load(args[1:])
	if err != nil {
		return err
	}
	w := keypoint.Default(c[0].titled())
	if args[0] == "tune" {
		w = tuneAll(w, c)
	}
	for _, x := range c {
		fmt.Printf("%-28s %.3f  (%d references)\n", x.name, x.score(w), len(x.tasks))
	}
	return nil
}

// tuneAll prints what weights fitted to one half score on the other, and w fitted
// to both, which it returns.
func tuneAll(w keypoint.Weights, c []collection) keypoint.Weights {
	a, b := halves(c)
	neutral := keypoint.Neutral().Bounded()
	wa, wb := tune(neutral, a), tune(neutral, b)
	for i, x := range c {
		unseen := (a[i].score(wb)*a[i].lead + b[i].score(wa)*b[i].lead) / (a[i].lead + b[i].lead)
		fmt.Printf("%-28s fitted to A: A %.3f B %.3f, to B: A %.3f B %.3f, unseen %.3f\n", x.name,
			a[i].score(wa), b[i].score(wa), a[i].score(wb), b[i].score(wb), unseen)
	}
	w = centred(tune(w.Bounded(), c), c)
	fmt.Print(w)
	return w
}
