package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
)

// minListed is how often a word occurs of which the vector is written.
const minListed = 100

// writeVectors writes the vectors of the words that the unlabelled text has often, a line each: the word and numbers, with blanks
// between. cmd/tunepoints learns from them which words speak for a sentence.
func writeVectors(name, dir string) error {
	s, err := readStream(dir)
	if err != nil {
		return err
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	words, vectors := embeddings(s)
	for i, word := range words {
		if s.counts[word] < minListed {
			break // the most frequent words come first
		}
		fmt.Fprint(w, s.words[word])
		for _, v := range vectors[i] {
			fmt.Fprintf(w, " %.4f", v)
		}
		fmt.Fprintln(w)
	}
	return cmp.Or(w.Flush(), file.Close())
}
