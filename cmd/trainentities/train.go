package main

import (
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"newsbot/digest/entity/tagger"
)

type options struct {
	data, out, cache      string
	own                   fs.FS // holds read, written and lists
	epochs, seeds, silver int
	rate, dropout, prune  float64
	augment               float64
	final, test           bool
	without               []string
}

// train builds the lists and learns the weights twice: the first model finds
// names in the unlabelled text, and the last one knows them.
func train(o options) error {
	parts, err := prepare(o)
	if err != nil {
		return err
	}
	docs, scored, err := readParts(o, parts.Extractor().Gazetteer())
	if err != nil {
		return err
	}
	silver, err := readSilver(o.data, o.silver)
	if err != nil {
		return err
	}
	if o.silver == 0 {
		learn(parts, docs, o, float32(o.prune))
	} else {
		distil(parts, docs, silver, o)
	}
	report(os.Stderr, tagger.New(parts.Model()), scored)
	return writeFile(o.out, parts.Write)
}

// firstPrune is the largest weight of a feature that is left out of the first model.
const firstPrune = 0.1

// learn sets the weights of p from the corpora alone, without features of weights up to prune.
func learn(p *tagger.Parts, docs [][]labelled, o options, prune float32) {
	x := extract(p.Extractor(), docs, nil)
	fmt.Fprintf(os.Stderr, "%d phrases, %d features, %d sentences\n", len(p.Phrases), len(x.features), len(x.sentences))
	p.Weights = ensemble(1, x, len(x.sentences), o).pruned(x.features, prune)
}

// distil sets the weights of p: an ensemble learns from the corpora and labels
// the silver documents, and another learns from both.
func distil(p *tagger.Parts, docs, silver [][]labelled, o options) {
	x := extract(p.Extractor(), docs, silver)
	gold := 0
	for _, doc := range docs {
		gold += len(doc)
	}
	fmt.Fprintf(os.Stderr, "%d phrases, %d features, %d sentences, %d of them labelled\n",
		len(p.Phrases), len(x.features), len(x.sentences), gold)
	label(x.sentences[gold:], ensemble(o.seeds, x, gold, o).crf(x))
	p.Weights = ensemble(o.seeds, x, len(x.sentences), o).pruned(x.features, float32(o.prune))
	fmt.Fprintf(os.Stderr, "%d features kept\n", len(p.Keys))
}

// prepare returns the lists with what the unlabelled text adds to them.
func prepare(o options) (*tagger.Parts, error) {
	return cached(o.cache, "induced", func() (*tagger.Parts, error) {
		parts, err := cached(o.cache, "lexicon", func() (*tagger.Parts, error) {
			parts, err := readLists(o.data, o.own)
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
		learn(parts, docs, o, firstPrune)
		return parts, induce(parts, o.data)
	})
}

// cached returns what build returned in an earlier run, if there is a folder
// that keeps it.
func cached(dir, name string, build func() (*tagger.Parts, error)) (*tagger.Parts, error) {
	if dir == "" {
		return build()
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
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
func readParts(o options, g *tagger.Gazetteer) (docs [][]labelled, scored map[string][][]labelled, err error) {
	scored = map[string][][]labelled{}
	read, err := readKeys(o.own)
	if err != nil {
		return nil, nil, err
	}
	for _, c := range corpora {
		training, scoring := o.parts(c.name)
		if scored[c.name], err = o.readCorpus(c, scoring...); err != nil {
			return nil, nil, err
		}
		for _, part := range training {
			of, err := o.readCorpus(c, part)
			if err != nil {
				return nil, nil, err
			}
			docs = append(docs, toTrain(of, c, read, g)...)
		}
	}
	a, err := newAugmenter(o.data)
	if err != nil {
		return nil, nil, err
	}
	return append(docs, a.augment(docs, o.augment)...), scored, nil
}

// toTrain changes documents of a corpus to what training wants: by one guideline,
// and without the sentences of GMB that were read, for their names stand in read/.
func toTrain(docs [][]labelled, c corpusSpec, read map[string]bool, g *tagger.Gazetteer) [][]labelled {
	if c.settled {
		return docs
	}
	for d := range docs {
		if c.name == "gmb" {
			docs[d] = slices.DeleteFunc(docs[d], func(s labelled) bool { return read[textKey(s.text())] })
		}
		for i := range docs[d] {
			harmonize(&docs[d][i], g)
		}
	}
	return docs
}

// parts names the parts of a corpus to train on and to score.
func (o *options) parts(corpus string) (training, scoring []string) {
	training, scoring = []string{"train"}, []string{"dev"}
	if o.final {
		training = []string{"train", "dev"}
	}
	if o.test {
		scoring = []string{"test"}
	}
	if slices.Contains(o.without, corpus) {
		return nil, slices.Compact(append(training, scoring...))
	}
	return training, scoring
}
