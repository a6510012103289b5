package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"newsbot/cmd/trainentities/written"
)

// readWritten returns the articles of a file of cmd/trainentities/written without the marks of their names. The ID of one is that
// of folder and file and its number in the file: "a01-1".
func readWritten(name string) ([]entry, error) {
	file, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	prefix := filepath.Base(filepath.Dir(name)) + strings.TrimSuffix(filepath.Base(name), written.Suffix)
	var entries []entry
	for i, a := range written.Articles(string(file)) {
		id := fmt.Sprintf("%s-%d", prefix, i+1)
		entries = append(entries, entry{ID: id, Title: a.Title, Text: strings.ReplaceAll(a.Body, "\n", "\n\n")})
	}
	return entries, nil
}
