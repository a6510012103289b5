// Package table reads the tables that are embedded in the program.
package table

import (
	"fmt"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Read returns what a table has for the first word of each line; read makes it of what follows the word and a blank. The table is
// compressed by zstd. It panics where it is none: it comes with the program.
func Read[V any](packed []byte, read func(value string) (V, error)) map[string]V {
	lines := Unpack(packed)
	of := make(map[string]V, strings.Count(lines, "\n"))
	for line := range strings.Lines(lines) {
		word, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		v, err := read(value)
		if err != nil {
			panic(fmt.Errorf("read embedded table: line %q: %w", line, err))
		}
		of[word] = v
	}
	return of
}

// Unpack returns a table that is compressed by zstd. It panics where it is none.
func Unpack(packed []byte) string {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		panic(fmt.Errorf("read embedded table: %w", err))
	}
	defer z.Close()
	lines, err := z.DecodeAll(packed, nil)
	if err != nil {
		panic(fmt.Errorf("read embedded table: %w", err))
	}
	return string(lines)
}
