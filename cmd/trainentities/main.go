package main

import (
	"embed"
	"flag"
	"fmt"
	"os"
	"strings"
)

//go:embed read written lists
var own embed.FS

func main() {
	o := options{own: own}
	flag.StringVar(&o.data, "data", "", "folder with ner, gazetteers, clusters and text")
	flag.StringVar(&o.out, "out", "", "file to write the model to")
	flag.StringVar(&o.cache, "cache", "", "folder that keeps what was learnt from lists and unlabelled text between runs")
	flag.IntVar(&o.epochs, "epochs", 6, "times that training goes through the corpora")
	flag.IntVar(&o.seeds, "seeds", 6, "models of an ensemble")
	flag.IntVar(&o.silver, "silver", 40000, "paragraphs of unlabelled text that the last model learns from; 0: one model learns, from the corpora alone")
	flag.Float64Var(&o.rate, "rate", 0.05, "step size of AdaGrad")
	flag.Float64Var(&o.dropout, "dropout", 0.5, "share of features hidden from a token at each step")
	flag.Float64Var(&o.prune, "prune", 0.11, "largest weight of a feature that is left out of the model")
	flag.Float64Var(&o.augment, "augment", 0.15, "share of the documents that are seen once more with other names")
	flag.BoolVar(&o.final, "final", false, "train on the dev parts too, as the shipped model is")
	flag.BoolVar(&o.test, "test", false, "score the test parts instead of the dev parts")
	refined := flag.String("refine", "", "file to write the weights of package refine to, learnt with the lists in -model; nothing else is done")
	vectors := flag.String("vectors", "", "file to write the vectors of words in the unlabelled text to; nothing else is done")
	model := flag.String("model", "digest/entity/model.bin", "the model, for -refine")
	without := flag.String("without", "", "corpora to leave out of training, separated by commas")
	flag.Parse()
	o.without = strings.Split(*without, ",")
	if *refined != "" {
		if err := learnSorts(own, *model, *refined); err != nil {
			fmt.Fprintln(os.Stderr, "trainentities:", err)
			os.Exit(1)
		}
		return
	}
	if o.data == "" {
		fmt.Fprintln(os.Stderr, "trainentities: -data is missing")
		os.Exit(2)
	}
	do := func() error { return train(o) }
	if *vectors != "" {
		do = func() error { return writeVectors(*vectors, o.data) }
	}
	if err := do(); err != nil {
		fmt.Fprintln(os.Stderr, "trainentities:", err)
		os.Exit(1)
	}
}
