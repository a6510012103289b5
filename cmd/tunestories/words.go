package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"

	"newsbot/digest/text"
)

const (
	documentWords = 200   // of running text that count as a document
	corpusLimit   = 4_000 // documents of one folder, so that none outweighs the others
	perDocuments  = 100_000
	leastShare    = 50 // of so many documents, of a word that is kept
)

// countWords writes how many of 100,000 documents hold each term, for the
// terms that are not rare: the table that digest/story embeds.
func countWords(w io.Writer, folders []string) error {
	held, total := make(map[string]int), 0
	for _, folder := range folders {
		n, err := countFolder(held, folder)
		if err != nil {
			return fmt.Errorf("count words of %s: %w", folder, err)
		}
		total += n
	}
	type word struct {
		term  string
		share int
	}
	var words []word
	for term, n := range held {
		if share := n * perDocuments / total; share >= leastShare {
			words = append(words, word{term, share})
		}
	}
	slices.SortFunc(words, func(a, b word) int {
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.term, b.term))
	})
	out := bufio.NewWriter(w)
	for _, x := range words {
		fmt.Fprintf(out, "%s %d\n", x.term, x.share)
	}
	return out.Flush()
}

// countFolder adds the documents of a folder's text*.txt files, plain or
// compressed, a paragraph a line, and returns how many there were.
func countFolder(held map[string]int, folder string) (documents int, err error) {
	files, err := filepath.Glob(filepath.Join(folder, "text*.txt*"))
	if err != nil {
		return 0, err
	}
	for _, name := range files {
		if documents < corpusLimit {
			n, err := countFile(held, name, corpusLimit-documents)
			if err != nil {
				return 0, err
			}
			documents += n
		}
	}
	return documents, nil
}

func countFile(held map[string]int, name string, limit int) (documents int, err error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".zst") {
		z, err := zstd.NewReader(f)
		if err != nil {
			return 0, err
		}
		defer z.Close()
		r = z
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	var doc strings.Builder
	words := 0
	for lines.Scan() && documents < limit {
		words += strings.Count(lines.Text(), " ") + 1
		doc.WriteString(lines.Text() + "\n")
		if words >= documentWords {
			for _, t := range text.Terms(text.Parse("", doc.String()), 1<<20) {
				held[t.Word]++
			}
			doc.Reset()
			words = 0
			documents++
		}
	}
	return documents, lines.Err()
}
