// Package refine tells names apart that the tagger knows as one kind, Misc: events,
// products, works, groups, and what is none of them.
//
// A name is of the sort whose weights for its features (its words and how they are written,
// lists, what stands beside it) have the largest sum: a multinomial logistic regression.
// Command trainentities learns them, with -refine, from the names in the articles and lists that
// were written for it, and prints how many it tells right in articles kept apart.
package refine

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Sort is what a name is that is neither person, organization nor place.
type Sort uint8

// The sorts of names.
const (
	Event Sort = iota
	Product
	Work
	Group
	Other
	NumSorts = 5
)

// Weights are those of each feature for each sort, in tenths.
type Weights map[string][NumSorts]int8

//go:embed weights.zst
var embedded []byte

// Default returns the embedded weights.
func Default() (Weights, error) { return Read(embedded) }

// Pack compresses a table of weights: a line for each feature, a tab, and its weights with a blank
// between them.
func Pack(table string) ([]byte, error) {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return z.EncodeAll([]byte(table), nil), nil
}

// Read reads weights that Pack compressed.
func Read(packed []byte) (Weights, error) {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	table, err := z.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("read weights of names: %w", err)
	}
	return parse(string(table))
}

func parse(table string) (Weights, error) {
	w := make(Weights, strings.Count(table, "\n"))
	for line := range strings.Lines(table) {
		feature, numbers, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		var row [NumSorts]int8
		i := 0
		for number := range strings.SplitSeq(numbers, " ") {
			v, err := strconv.ParseInt(number, 10, 8)
			if err != nil {
				return nil, fmt.Errorf("read weights of names, of %q: %w", feature, err)
			}
			if i < NumSorts {
				row[i] = int8(v)
			}
			i++
		}
		if i != NumSorts {
			return nil, fmt.Errorf("read weights of names: %d of %q, want %d", i, feature, NumSorts)
		}
		w[feature] = row
	}
	return w, nil
}

// Best returns the sort that a name most likely is of.
func (w Weights) Best(n *Name) Sort {
	var sum [NumSorts]int
	n.Features(func(feature []byte) {
		row := w[string(feature)]
		for i, v := range row {
			sum[i] += int(v)
		}
	})
	best := Event
	for s, v := range sum {
		if v > sum[best] {
			best = Sort(s)
		}
	}
	return best
}
