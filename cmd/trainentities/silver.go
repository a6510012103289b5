package main

import "math/rand/v2"

// readSilver returns n paragraphs of the unlabelled text, chosen at random, as
// documents without labels.
func readSilver(dir string, n int) (docs [][]labelled, err error) {
	random := rand.New(rand.NewPCG(11, 12))
	var chosen []string
	seen := 0
	err = eachParagraph(dir, func(path, paragraph string) { // reservoir sampling (Vitter 1985)
		if isTraining(path) {
			return
		}
		seen++
		if len(chosen) < n {
			chosen = append(chosen, paragraph)
		} else if i := random.IntN(seen); i < n {
			chosen[i] = paragraph
		}
	})
	for _, paragraph := range chosen {
		var doc []labelled
		for _, pieces := range sentencesOf(paragraph) {
			if n := len(pieces); n > 0 && n <= longestSilver {
				doc = append(doc, labelled{pieces: pieces, free: make([]bool, n), share: silverShare})
			}
		}
		docs = append(docs, doc)
	}
	return docs, err
}

const (
	longestSilver = 120 // pieces of a sentence; longer ones are lists
	silverShare   = 0.5 // of the sentences, in an epoch
	sure          = 0.9 // probability from which on a label counts
)

// label gives the tokens of silver examples the labels that a model is sure of,
// and leaves the others open.
func label(sentences []example, c *crf) {
	for i := range sentences {
		e := &sentences[i]
		for t := range e.allowed {
			e.allowed[t] = anyLabel
		}
		c.fill(e)
		c.lattice.run(&c.moves)
		for t := range e.allowed {
			for l, p := range c.lattice.marginal(t) {
				if p >= sure {
					e.allowed[t] = 1 << l
				}
			}
		}
	}
}
