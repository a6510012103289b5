package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
)

// readTexts is the name of the corpus of texts of the data folder whose names
// were marked by reading. The names stand in read/ beside this file, without the
// texts: a line holds the key of a text, a tab, and its names as start-end:KIND,
// in bytes of the text.
const readTexts = "read"

// readings are the names of texts, by key.
type readings map[string][]markedName

// textKey identifies a text: a line of the unlabelled text, a title, or the
// text of a sentence of GMB.
func textKey(text string) string {
	h := fnv.New64a()
	h.Write([]byte(text))
	return fmt.Sprintf("%016x", h.Sum64())
}

// readReadings reads the names of a part: train, dev or test.
func readReadings(own fs.FS, part string) (readings, error) {
	name := path.Join("read", part+".tsv")
	file, err := own.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	r := readings{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		key, names, _ := strings.Cut(lines.Text(), "\t")
		r[key] = []markedName{}
		for _, field := range strings.Fields(names) {
			n, err := parseSpan(field)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			r[key] = append(r[key], n)
		}
	}
	return r, lines.Err()
}

// readKeys returns the keys of all texts that were read, of any part.
func readKeys(own fs.FS) (map[string]bool, error) {
	keys := map[string]bool{}
	for _, part := range []string{"train", "dev", "test"} {
		names, err := readReadings(own, part)
		if err != nil {
			return nil, err
		}
		for k := range names {
			keys[k] = true
		}
	}
	return keys, nil
}

// parseSpan reads start-end:KIND.
func parseSpan(field string) (n markedName, err error) {
	span, kind, _ := strings.Cut(field, ":")
	_, err = fmt.Sscanf(span, "%d-%d", &n.start, &n.end)
	k, known := kinds[kind]
	if err != nil || !known || n.start >= n.end {
		return n, fmt.Errorf("read the name %q: want start-end:KIND", field)
	}
	n.kind = k
	return n, nil
}

// readReadTexts returns the texts of a part with their names, in the order in
// which the data folder has them.
func readReadTexts(dir string, own fs.FS, part string) (docs [][]labelled, err error) {
	names, err := readReadings(own, part)
	if err != nil || len(names) == 0 {
		return nil, err
	}
	err = eachReadable(dir, func(text string, sentences func(string) [][]string) error {
		key := textKey(text)
		marked, ok := names[key]
		if !ok {
			return nil
		}
		delete(names, key) // a text stands twice
		doc, err := withNames(text, sentences(text), marked)
		docs = append(docs, doc)
		return err
	})
	if err == nil && len(names) > 0 {
		err = fmt.Errorf("%d texts of read/%s.tsv are not in the data folder", len(names), part)
	}
	return docs, err
}

// eachReadable calls do with each text that may have been read, and how it
// falls into sentences of pieces.
func eachReadable(dir string, do func(text string, sentences func(string) [][]string) error) error {
	var failed error
	call := func(text string, sentences func(string) [][]string) {
		if failed == nil {
			failed = do(text, sentences)
		}
	}
	err := errors.Join(
		eachParagraph(dir, func(path, paragraph string) {
			if !isTraining(path) {
				call(paragraph, sentencesOf)
			}
		}),
		eachLine(filepath.Join(dir, "stories/titles_dev.jsonl"), func(line string) {
			var t struct{ Title string }
			if failed = errors.Join(failed, json.Unmarshal([]byte(line), &t)); failed == nil {
				call(t.Title, sentencesOf)
			}
		}))
	for _, part := range []string{"train", "dev"} {
		sentences, e := readSentences(filepath.Join(dir, "ner/gmb", part+".conll"), corpusSpec{})
		err = errors.Join(err, e)
		for _, s := range sentences {
			call(s.text(), func(string) [][]string { return [][]string{s.pieces} })
		}
	}
	return errors.Join(err, failed)
}
