package tagger

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// TestColumns: what is packed is read, and in as many bytes as its kind needs.
func TestColumns(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	column := func(n int, value func(i int) byte) []byte {
		out := make([]byte, n)
		for i := range out {
			out[i] = value(i)
		}
		return out
	}
	for name, c := range map[string]struct {
		values []byte
		most   int // packed bytes
	}{
		"none":      {nil, 0},
		"one":       {[]byte{7}, 3},
		"a few":     {[]byte{7, 7, 8, 255, 0}, 7},
		"one value": {bytes.Repeat([]byte{9}, 3*blockSize+1), 4 * 3},
		"chance":    {column(blockSize+500, func(int) byte { return byte(r.Uint32()) }), blockSize + 500 + 10},
		"two bits":  {column(2*blockSize, func(int) byte { return byte(r.ExpFloat64() * 2) }), 2 * blockSize * 26 / 64},
		"sparse":    {column(blockSize, func(i int) byte { return byte(1 / (1 + r.Uint32N(100))) }), blockSize / 80},
	} {
		var p packer
		p.column(c.values)
		p.column(c.values) // by itself, whatever stood before
		u := unpacker{rest: p.out[len(p.out)/2:]}
		if got := u.column(len(c.values)); !bytes.Equal(got, c.values) || u.err != nil || len(u.rest) > 0 {
			t.Errorf("%s: read %d of %d values, %d bytes left, %v", name, len(got), len(c.values), len(u.rest), u.err)
		}
		if len(p.out)/2 > c.most {
			t.Errorf("%s: %d bytes, want %d at most", name, len(p.out)/2, c.most)
		}
	}
}

// TestBrokenColumns: bytes of chance and packed ones in which one was changed give an error, or
// values as many as there should be.
func TestBrokenColumns(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	values := make([]byte, 5000)
	for i := range values {
		values[i] = byte(r.ExpFloat64() * 3)
	}
	var p packer
	p.column(values)
	for range 2000 {
		broken := bytes.Clone(p.out)
		broken[r.IntN(len(broken))] ^= byte(1 + r.IntN(255))
		u := unpacker{rest: broken}
		if got := u.column(len(values)); len(got) != len(values) {
			t.Fatalf("%d values, want %d", len(got), len(values))
		}
	}
}
