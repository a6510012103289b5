package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"newsbot/digest/entity/tagger"
)

// corpusSpec says how a corpus is read and how far it is trusted.
type corpusSpec struct {
	name  string
	share float32 // of its sentences that an epoch of training looks at
	// partial marks corpora that do not label the kind Misc: there a token
	// without a label may be Misc, and training leaves open which it is.
	partial bool
	// settled marks corpora that hold the guideline of harmonize already.
	settled bool
}

// corpora lists what the model is trained on. To add one, put its train.conll,
// dev.conll and test.conll into a folder of its own and a line here.
var corpora = []corpusSpec{
	{name: "gmb", share: 0.1},
	{name: "redocred", share: 1},
	{name: "wikigold", share: 1},
	{name: "crossner_politics", share: 1},
	{name: "crossner_other", share: 1},
	{name: "gum_named", share: 1, partial: true},
	{name: "uner_ewt", share: 1, partial: true},
	{name: "re3d", share: 1},
	{name: "fewnerd_part", share: 1},
	{name: "grobid_wikipedia", share: 0.5},
	{name: "btc", share: 1, partial: true},
	{name: "wnut17", share: 0.3, partial: true},
	{name: readTexts, share: 1, settled: true},
	{name: writtenTexts, share: 1, settled: true},
}

// labelled is a sentence with its names.
type labelled struct {
	pieces  []string
	names   []tagger.Name
	free    []bool // by piece: the corpus says nothing about it
	partial bool
	share   float32
}

// text returns the pieces with a blank between them.
func (s *labelled) text() string { return strings.Join(s.pieces, " ") }

// blockSize is the number of sentences that stand for a document where a
// corpus does not mark its documents.
const blockSize = 8

// readCorpus returns the documents of parts ("train", "dev", "test") of a corpus.
func (o *options) readCorpus(spec corpusSpec, parts ...string) (docs [][]labelled, err error) {
	for _, part := range parts {
		of, err := o.readPart(spec, part)
		if err != nil {
			return nil, fmt.Errorf("read corpus %s: %w", spec.name, err)
		}
		docs = append(docs, of...)
	}
	return docs, nil
}

func (o *options) readPart(spec corpusSpec, part string) ([][]labelled, error) {
	switch {
	case spec.name == readTexts:
		return readReadTexts(o.data, o.own, part)
	case spec.name == writtenTexts:
		return readWritten(o.own, part)
	}
	sentences, err := readSentences(filepath.Join(o.data, "ner", spec.name, part+".conll"), spec)
	return blocks(sentences), err
}

// readSentences reads lines of token TAB tag; others end a sentence.
func readSentences(path string, spec corpusSpec) (sentences []labelled, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var tokens, tags []string
	flush := func() {
		if len(tokens) > 0 {
			s := newLabelled(tokens, tags)
			s.partial, s.share = spec.partial, spec.share
			sentences = append(sentences, s)
		}
		tokens, tags = nil, nil
	}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		token, tag, ok := strings.Cut(lines.Text(), "\t")
		if !ok {
			flush()
			continue
		}
		tokens, tags = append(tokens, strings.TrimSpace(token)), append(tags, tag)
	}
	flush()
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return sentences, nil
}

// newLabelled cuts tokens into pieces and reads the names off BIO tags. The
// pieces of a compound outside of names are left open: where "China-based" is
// one token, a corpus cannot say that it holds a name.
func newLabelled(tokens, tags []string) (s labelled) {
	open := -1
	for i, t := range tokens {
		kind, inside := kinds[strings.TrimLeft(tags[i], "BI-")]
		if !inside || tags[i][0] == 'B' || (open >= 0 && s.names[open].Kind != kind) {
			open = -1
		}
		if inside && open < 0 {
			open = len(s.names)
			s.names = append(s.names, tagger.Name{First: len(s.pieces), Kind: kind})
		}
		before := len(s.pieces)
		tagger.Pieces(t, func(a, b int) { s.pieces = append(s.pieces, t[a:b]) })
		for range len(s.pieces) - before {
			s.free = append(s.free, !inside && len(s.pieces)-before > 2)
		}
		if open >= 0 {
			s.names[open].Last = len(s.pieces)
		}
	}
	return s
}

// kinds are those of the marks of names. Misc is marked as what it is in written/ alone (refine.go).
var kinds = map[string]tagger.Kind{
	"PER": tagger.Person, "ORG": tagger.Organization, "LOC": tagger.Place, "MISC": tagger.Misc,
	"EVENT": tagger.Misc, "PRODUCT": tagger.Misc, "WORK": tagger.Misc, "GROUP": tagger.Misc, "OTHER": tagger.Misc,
}

// harmonize brings the names of training data to one guideline: no article and
// no possessive mark in a name, no title before a person, nationalities are
// Misc even where a corpus makes places of them, countries are places even where
// they act.
func harmonize(s *labelled, lists *tagger.Gazetteer) {
	kept := s.names[:0]
	for _, n := range s.names {
		n = trim(n, s.pieces, lists)
		if n.First >= n.Last {
			continue
		}
		n.Kind = harmonizedKind(n.Kind, lists.Lookup(s.pieces[n.First:n.Last]))
		kept = append(kept, n)
	}
	s.names = kept
}

func trim(n tagger.Name, pieces []string, lists *tagger.Gazetteer) tagger.Name {
	for n.First < n.Last && pieces[n.First] == "the" {
		n.First++
	}
	if n.First == 0 && n.Last > 1 && pieces[0] == "The" && lists.Lookup(pieces[:n.Last]) == 0 {
		n.First++ // the sentence's article
	}
	for n.First < n.Last && strings.EqualFold(strings.Replace(pieces[n.Last-1], "’", "'", 1), "'s") {
		n.Last--
	}
	if n.Kind == tagger.Person && n.First < n.Last {
		n.First += lists.TitleLen(pieces[n.First:n.Last])
	}
	return n
}

func harmonizedKind(k tagger.Kind, c tagger.Class) tagger.Kind {
	switch {
	case k == tagger.Place && c&tagger.Nationality != 0 && c&(tagger.Country|tagger.Region) == 0:
		return tagger.Misc
	case k == tagger.Organization && c&tagger.Country != 0 && c&tagger.International == 0:
		return tagger.Place
	}
	return k
}

// blocks groups sentences as documents.
func blocks(sentences []labelled) [][]labelled {
	var docs [][]labelled
	for len(sentences) > 0 {
		n := min(blockSize, len(sentences))
		docs = append(docs, sentences[:n])
		sentences = sentences[n:]
	}
	return docs
}

// texts returns the pieces of a document's sentences.
func texts(doc []labelled) [][]string {
	pieces := make([][]string, len(doc))
	for i, s := range doc {
		pieces[i] = s.pieces
	}
	return pieces
}
