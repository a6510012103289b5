// Package vectors reads vectors of words that "trainentities -vectors" wrote.
package vectors

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

// Read returns the vectors in a file, of words in lower case, the most frequent word first.
func Read(name string) (words []string, of map[string][]float32, err error) {
	file, err := os.ReadFile(name)
	if err != nil {
		return nil, nil, fmt.Errorf("read vectors of words: %w", err)
	}
	of = make(map[string][]float32)
	n := 0
	for line := range strings.Lines(string(file)) {
		n++
		fields := strings.Fields(line)
		if len(fields) < 2 || strings.ToLower(fields[0]) != fields[0] {
			continue
		}
		vector := make([]float32, len(fields)-1)
		for i, field := range fields[1:] {
			v, err := strconv.ParseFloat(field, 32)
			if err != nil {
				return nil, nil, fmt.Errorf("read vectors of words: %s, line %d: %w", name, n, err)
			}
			vector[i] = float32(v)
		}
		if len(words) > 0 && len(vector) != len(of[words[0]]) {
			return nil, nil, fmt.Errorf("read vectors of words: %s, line %d: %d numbers, not %d", name, n, len(vector), len(of[words[0]]))
		}
		words, of[fields[0]] = append(words, fields[0]), vector
	}
	if len(words) == 0 {
		return nil, nil, fmt.Errorf("read vectors of words: %s: there are none", name)
	}
	return words, of, nil
}
