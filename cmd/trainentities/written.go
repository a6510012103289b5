package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"newsbot/cmd/trainentities/written"
	"newsbot/digest/text"
)

// writtenTexts is the name of the corpus of news that was written for this
// trainer, with its names marked (kinds says as what). It stands
// in written/ beside this file. Every tenth file is its dev part.
const writtenTexts = "written"

// readWritten returns the articles of a part of written/.
func readWritten(own fs.FS, part string) (docs [][]labelled, err error) {
	err = eachWritten(own, part, func(a written.Article) error {
		doc, err := readMarked(a, a.Names)
		docs = append(docs, doc)
		return err
	})
	return docs, err
}

// eachWritten calls read with the articles of a part of written/, until it fails.
func eachWritten(own fs.FS, part string, read func(written.Article) error) error {
	return fs.WalkDir(own, writtenTexts, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != written.Suffix || partOf(path) != part {
			return err
		}
		file, err := fs.ReadFile(own, path)
		if err != nil {
			return err
		}
		for _, a := range written.Articles(string(file)) {
			if err := read(a); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
		}
		return nil
	})
}

func partOf(path string) string {
	if strings.HasSuffix(path, "0"+written.Suffix) {
		return "dev"
	}
	return "train"
}

// readMarked returns the sentences of an article with some of its names.
func readMarked(a written.Article, names []written.Name) ([]labelled, error) {
	marked := make([]markedName, len(names))
	for i, n := range names {
		kind, known := kinds[n.Mark]
		if !known {
			return nil, fmt.Errorf("read the mark %s of %q: no such kind of name", n.Mark, a.Text()[n.Start:n.End])
		}
		marked[i] = markedName{n.Start, n.End, kind}
	}
	return withNames(a.Text(), sentencesIn(text.Parse(a.Title, a.Body)), marked)
}
