package tagger

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"slices"

	"github.com/klauspost/compress/fse"
	"github.com/klauspost/compress/huff0"
)

// A model is packed as columns of bytes, one for each byte of its numbers and for each label of
// its weights: within a column few values are frequent, and each takes as many bits as it is
// surprising. A column is cut into blocks, each behind how it is packed and in how many bytes.
const blockSize = huff0.BlockSizeMax

// How a block is packed.
const (
	stored   = iota
	repeated // of one byte, which is kept
	huffman
	entropy // finite state entropy (Duda 2009, Collet 2013): smaller, but slower to read
	ways
)

// packer packs columns.
type packer struct {
	out     []byte
	huffman huff0.Scratch
	entropy fse.Scratch
}

func (p *packer) count(n int) { p.out = binary.AppendUvarint(p.out, uint64(n)) }

// column packs bytes, of which a reader knows how many they are.
func (p *packer) column(values []byte) {
	for block := range slices.Chunk(values, blockSize) {
		way, packed := p.block(block)
		p.out = append(p.out, way)
		p.count(len(packed))
		p.out = append(p.out, packed...)
	}
}

func (p *packer) block(values []byte) (way byte, packed []byte) {
	small, err := fse.Compress(values, &p.entropy)
	if errors.Is(err, fse.ErrUseRLE) {
		return repeated, values[:1]
	}
	p.huffman.Reuse = huff0.ReusePolicyNone // a block stands by itself
	quick, _, failed := huff0.Compress4X(values, &p.huffman)
	switch {
	case failed == nil && (err != nil || len(quick) <= len(small)+len(small)/20):
		return huffman, quick
	case err == nil:
		return entropy, small
	}
	return stored, values
}

// packNumbers packs numbers of so many bytes.
func packNumbers[T ~uint16 | ~uint32 | ~uint64](p *packer, values []T, width int) {
	column := make([]byte, len(values))
	for b := range width {
		for i, v := range values {
			column[i] = byte(v >> (8 * b))
		}
		p.column(column)
	}
}

// keys packs ascending keys, behind how many they are, as their differences.
func (p *packer) keys(keys []Key) {
	p.count(len(keys))
	differences := slices.Clone(keys)
	for i := range keys[min(1, len(keys)):] {
		differences[i+1] -= keys[i]
	}
	packNumbers(p, differences, 4)
}

// unpacker reads what a packer packed; after the first error it reads nothing.
type unpacker struct {
	rest    []byte
	values  []byte // of a column
	huffman *huff0.Scratch
	entropy fse.Scratch
	err     error
}

func (u *unpacker) fail() { u.rest, u.err = nil, errForm }

// count reads how many of something there are, most at most.
func (u *unpacker) count(most int) int {
	n, size := binary.Uvarint(u.rest)
	if size <= 0 || n > uint64(most) {
		u.fail()
		return 0
	}
	u.rest = u.rest[size:]
	return int(n)
}

// bytes reads n bytes as they are.
func (u *unpacker) bytes(n int) []byte {
	if n > len(u.rest) {
		u.fail()
		return nil
	}
	read := u.rest[:n]
	u.rest = u.rest[n:]
	return read
}

// column reads n bytes, which are valid until the next column is read.
func (u *unpacker) column(n int) []byte {
	u.values = slices.Grow(u.values[:0], n)[:n]
	for block := range slices.Chunk(u.values, blockSize) {
		way := u.count(ways)
		if packed := u.bytes(u.count(blockSize)); u.err != nil || u.unpack(block, way, packed) != nil {
			u.fail()
			break
		}
	}
	return u.values
}

// unpack fills a block.
func (u *unpacker) unpack(block []byte, way int, packed []byte) (err error) {
	values := packed
	switch way {
	case repeated:
		values = bytes.Repeat(packed, len(block))
	case huffman:
		if u.huffman, packed, err = huff0.ReadTable(packed, u.huffman); err == nil {
			values, err = u.huffman.Decoder().Decompress4X(block[:0:len(block)], packed)
		}
	case entropy:
		u.entropy.DecompressLimit = len(block) + 1
		values, err = fse.Decompress(packed, &u.entropy)
	}
	if err == nil && copy(block, values) != len(values) || len(values) != len(block) {
		err = errForm
	}
	return err
}

// numbers reads n numbers of so many bytes.
func numbers[T ~uint16 | ~uint32 | ~uint64](u *unpacker, n, width int) []T {
	values := make([]T, n)
	for b := range width {
		for i, v := range u.column(n) {
			values[i] |= T(v) << (8 * b)
		}
	}
	return values
}

// mostKeys is more than a model has of anything.
const mostKeys = 1 << 24

// keys reads ascending keys.
func (u *unpacker) keys() []Key {
	keys := numbers[Key](u, u.count(mostKeys), 4)
	last := uint64(0)
	for i, d := range keys {
		if last += uint64(d); last > math.MaxUint32 {
			u.fail()
			return nil
		}
		keys[i] = Key(last)
	}
	return keys
}
