package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"

	"newsbot/digest/text"
)

// writtenTexts is the name of the corpus of news that was written for this
// trainer, with its names marked: [Acme Corp.|ORG] (kinds says as what). It stands
// in written/ beside this file. A line is a paragraph, the first one of an article its
// headline; an empty line stands between articles. Every tenth file is its dev part.
const writtenTexts = "written"

// readWritten returns the articles of a part of written/.
func readWritten(own fs.FS, part string) (docs [][]labelled, err error) {
	err = eachWritten(own, part, func(article string) error {
		doc, err := readMarked(article)
		docs = append(docs, doc)
		return err
	})
	return docs, err
}

// eachWritten calls read with the articles of a part of written/, until it fails.
func eachWritten(own fs.FS, part string, read func(article string) error) error {
	return fs.WalkDir(own, writtenTexts, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".txt" || partOf(path) != part {
			return err
		}
		file, err := fs.ReadFile(own, path)
		if err != nil {
			return err
		}
		for _, article := range strings.Split(strings.TrimSpace(string(file)), "\n\n") {
			if err := read(article); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
		}
		return nil
	})
}

func partOf(path string) string {
	if strings.HasSuffix(path, "0.txt") {
		return "dev"
	}
	return "train"
}

var mark = regexp.MustCompile(`\[([^\[\]|]+)\|([A-Z]+)\]`)

// readMarked reads an article whose names are marked.
func readMarked(article string) ([]labelled, error) {
	plain, names, err := unmark(article)
	if err != nil {
		return nil, err
	}
	title, body, _ := strings.Cut(plain, "\n")
	return withNames(plain, sentencesIn(text.Parse(title, body)), names)
}

// unmark takes the marks off an article.
func unmark(article string) (plain string, names []markedName, err error) {
	at := 0
	for _, m := range mark.FindAllStringSubmatchIndex(article, -1) {
		kind, known := kinds[article[m[4]:m[5]]]
		if !known {
			return "", nil, fmt.Errorf("read the mark %q: no such kind of name", article[m[0]:m[1]])
		}
		plain += article[at:m[0]]
		start := len(plain)
		plain += article[m[2]:m[3]]
		names = append(names, markedName{start, len(plain), kind, article[m[4]:m[5]]})
		at = m[1]
	}
	return plain + article[at:], names, nil
}
