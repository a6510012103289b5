package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"

	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// eachParagraph calls do with each paragraph of the unlabelled text and the
// file it stands in, in an order that does not change.
func eachParagraph(dir string, do func(path, paragraph string)) error {
	plain, err := filepath.Glob(filepath.Join(dir, "text/*/*.txt"))
	if err != nil {
		return err
	}
	packed, err := filepath.Glob(filepath.Join(dir, "text/*/*.txt.zst"))
	if err != nil {
		return err
	}
	paths := append(plain, packed...)
	slices.Sort(paths)
	for _, p := range paths {
		if filepath.Base(p) == "SOURCE.txt" {
			continue
		}
		if err := paragraphsOf(p, func(line string) { do(p, line) }); err != nil {
			return fmt.Errorf("read %s: %w", p, err)
		}
	}
	return nil
}

func paragraphsOf(path string, do func(string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(path, ".zst") {
		z, err := zstd.NewReader(file)
		if err != nil {
			return err
		}
		defer z.Close()
		r = z
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" {
			do(line)
		}
	}
	return lines.Err()
}

// sentencesOf returns the pieces of each sentence of a paragraph.
func sentencesOf(paragraph string) [][]string {
	return sentencesIn(text.Parse("", paragraph))
}

func sentencesIn(d *text.Document) [][]string {
	sentences := make([][]string, len(d.Sentences))
	for i, s := range d.Sentences {
		for _, t := range d.Tokens[s.First:s.Last] {
			w := t.In(d.Text)
			tagger.Pieces(w, func(a, b int) { sentences[i] = append(sentences[i], w[a:b]) })
		}
	}
	return sentences
}

// stream is a long text as numbers of words; endOfSentence stands between
// sentences. Word numbers follow first occurrence.
type stream struct {
	words  []string
	number map[string]int32
	counts []int
	tokens []int32
}

const endOfSentence = -1

func readStream(dir string) (*stream, error) {
	s := &stream{number: map[string]int32{}}
	err := eachParagraph(dir, func(_, p string) {
		for _, sentence := range sentencesOf(p) {
			for _, w := range sentence {
				s.add(w)
			}
			s.tokens = append(s.tokens, endOfSentence)
		}
	})
	return s, err
}

func (s *stream) add(w string) {
	n, ok := s.number[w]
	if !ok {
		w = strings.Clone(w)
		n = int32(len(s.words))
		s.number[w] = n
		s.words = append(s.words, w)
		s.counts = append(s.counts, 0)
	}
	s.counts[n]++
	s.tokens = append(s.tokens, n)
}
