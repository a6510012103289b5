package main

import (
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"newsbot/digest/entity/tagger"
)

type options struct {
	data, out, aliases, cache string
	epochs                    int
	rate, dropout, prune      float64
	augment                   float64
	final, test               bool
	without                   []string
}

// train builds the lists and learns the weights twice: the first model finds
// names in the unlabelled text, and the second knows them.
func train(o options) error {
	parts, err := prepare(o)
	if err != nil {
		return err
	}
	docs, scored, err := readParts(o, parts.Extractor().Gazetteer())
	if err != nil {
		return err
	}
	learn(parts, docs, o)
	report(os.Stderr, tagger.New(parts.Model()), scored)
	return errors.Join(
		writeFile(o.out, parts.Write),
		writeFile(o.aliases, func(w io.Writer) error { return writeAliases(w, o.data) }))
}

// learn sets the weights of p.
func learn(p *tagger.Parts, docs [][]labelled, o options) {
	features, examples := extract(p.Extractor(), docs)
	fmt.Fprintf(os.Stderr, "%d phrases, %d features, %d sentences\n", len(p.Phrases), len(features), len(examples))
	c := newCRF(len(features), float32(o.rate), float32(o.dropout))
	for e := range o.epochs {
		start := time.Now()
		loss := c.epoch(examples)
		if e >= o.epochs/2 {
			c.count()
		}
		fmt.Fprintf(os.Stderr, "epoch %d loss %.4f in %v\n", e+1, loss, time.Since(start).Round(time.Second))
	}
	p.Weights = c.pruned(features, float32(o.prune))
	fmt.Fprintf(os.Stderr, "%d features kept\n", len(p.Keys))
}

// prepare returns the lists with what the unlabelled text adds to them.
func prepare(o options) (*tagger.Parts, error) {
	return cached(o.cache, "induced", func() (*tagger.Parts, error) {
		parts, err := cached(o.cache, "lexicon", func() (*tagger.Parts, error) {
			parts, err := readLists(o.data)
			if err != nil {
				return nil, err
			}
			return parts, buildLexicon(parts, o.data)
		})
		if err != nil {
			return nil, err
		}
		docs, _, err := readParts(o, parts.Extractor().Gazetteer())
		if err != nil {
			return nil, err
		}
		learn(parts, docs, o)
		return parts, induce(parts, o.data)
	})
}

// cached returns what build returned in an earlier run, if there is a folder
// that keeps it.
func cached(dir, name string, build func() (*tagger.Parts, error)) (*tagger.Parts, error) {
	if dir == "" {
		return build()
	}
	path := filepath.Join(dir, name)
	if file, err := os.Open(path); err == nil {
		defer file.Close()
		parts := new(tagger.Parts)
		return parts, gob.NewDecoder(file).Decode(parts)
	}
	parts, err := build()
	if err != nil {
		return nil, err
	}
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return parts, errors.Join(gob.NewEncoder(file).Encode(parts), file.Close())
}

// writeFile writes what write gives to a file, if there is a path.
func writeFile(path string, write func(io.Writer) error) error {
	if path == "" {
		return nil
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(write(file), file.Close())
}

// readParts reads the documents to train on and the parts to score.
func readParts(o options, g *tagger.Gazetteer) (docs [][]labelled, scored map[string][]labelled, err error) {
	scored = map[string][]labelled{}
	for _, c := range corpora {
		part := "dev"
		if o.test {
			part = "test"
		}
		if scored[c.name], err = readCorpus(o.data, c, part); err != nil {
			return nil, nil, err
		}
		if slices.Contains(o.without, c.name) {
			continue
		}
		parts := []string{"train"}
		if o.final {
			parts = append(parts, "dev")
		}
		for _, p := range parts {
			sentences, err := readCorpus(o.data, c, p)
			if err != nil {
				return nil, nil, err
			}
			for i := range sentences {
				harmonize(&sentences[i], g)
			}
			docs = append(docs, blocks(sentences)...)
		}
	}
	a, err := newAugmenter(o.data)
	if err != nil {
		return nil, nil, err
	}
	return append(docs, a.augment(docs, o.augment)...), scored, nil
}
