package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// marked is a name as cmd/trainentities/written marks it: [Sund|LOC].
var marked = regexp.MustCompile(`\[([^\[\]|]*)\|[A-Z]+\]`)

// readWritten returns the articles of a file of cmd/trainentities/written without the marks of their names. The ID of one is that
// of folder and file and its number in the file: "a01-1".
func readWritten(name string) ([]entry, error) {
	file, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	prefix := filepath.Base(filepath.Dir(name)) + strings.TrimSuffix(filepath.Base(name), writtenSuffix)
	var entries []entry
	for i, article := range strings.Split(strings.TrimSpace(marked.ReplaceAllString(string(file), "$1")), "\n\n") {
		title, body, _ := strings.Cut(article, "\n")
		id := fmt.Sprintf("%s-%d", prefix, i+1)
		entries = append(entries, entry{ID: id, Title: title, Text: strings.ReplaceAll(body, "\n", "\n\n")})
	}
	return entries, nil
}

const writtenSuffix = ".txt"
