package tagger

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/klauspost/compress/zstd"
)

// magic begins every model and names the version of its form.
const magic = "newsbot entities 2\n"

// errForm is what is wrong with bytes that are no model.
var errForm = errors.New("not an entity model, or cut short")

// Parts are what a model is stored as. Keys are in ascending order, all other
// slices run in parallel with the keys before them.
type Parts struct {
	Phrases  []Key // of the gazetteer
	Classes  []Class
	Words    []Key // of the lexicon
	Clusters [][]uint16
	Folded   []Key
	Cases    []Case
	Contexts []Key
	Uses     []uint8
	Weights
}

// Extractor returns the extractor that the lists make up.
func (p *Parts) Extractor() *Extractor {
	g := NewGazetteer(p.Phrases, p.Classes)
	return &Extractor{g, NewLexicon(p.Words, p.Clusters, p.Folded, p.Cases, p.Contexts, p.Uses)}
}

// Model returns the model that the parts make up.
func (p *Parts) Model() *Model { return NewModel(p.Extractor(), &p.Weights) }

// Write writes the parts, compressed.
func (p *Parts) Write(w io.Writer) error {
	var b bytes.Buffer
	b.WriteString(magic)
	writeKeys(&b, p.Phrases)
	writeValues(&b, p.Classes)
	writeKeys(&b, p.Words)
	writeValues(&b, uint32(len(p.Clusters)))
	for _, level := range p.Clusters {
		writeValues(&b, level)
	}
	writeKeys(&b, p.Folded)
	writeValues(&b, p.Cases)
	writeKeys(&b, p.Contexts)
	writeValues(&b, p.Uses)
	writeKeys(&b, p.Keys)
	writeValues(&b, columns(p.Rows))
	writeValues(&b, p.Step)
	writeValues(&b, p.Transitions)
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return fmt.Errorf("write model: %w", err)
	}
	defer z.Close()
	if _, err := w.Write(z.EncodeAll(b.Bytes(), nil)); err != nil { // with its size, so that Read allocates once
		return fmt.Errorf("write model: %w", err)
	}
	return nil
}

// writeKeys writes ascending keys as their differences.
func writeKeys(b *bytes.Buffer, keys []Key) {
	out := binary.AppendUvarint(nil, uint64(len(keys)))
	last := Key(0)
	for _, k := range keys {
		out = binary.AppendUvarint(out, uint64(k-last))
		last = k
	}
	b.Write(out)
}

// writeValues writes numbers of fixed size; a bytes.Buffer takes them all.
func writeValues(b *bytes.Buffer, values any) {
	if err := binary.Write(b, binary.LittleEndian, values); err != nil {
		panic(err) // the type of values is wrong: a mistake of this package
	}
}

// columns turns rows into columns, which compress better.
func columns(rows []Row) []int8 {
	out := make([]int8, 0, len(rows)*NumLabels)
	for l := range NumLabels {
		for i := range rows {
			out = append(out, rows[i].At(l))
		}
	}
	return out
}

// Read reads the model that Write wrote.
func Read(compressed []byte) (*Model, error) {
	raw, err := unpack(compressed)
	if err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	r := reader{rest: raw}
	p := r.parts()
	if r.err != nil || len(r.rest) > 0 {
		return nil, fmt.Errorf("read model: %w", errForm)
	}
	return p.Model(), nil
}

// unpack returns what stands behind the magic of a compressed model.
func unpack(compressed []byte) ([]byte, error) {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	raw, err := z.DecodeAll(compressed, nil)
	if err != nil {
		return nil, err
	}
	raw, ok := bytes.CutPrefix(raw, []byte(magic))
	if !ok {
		return nil, errForm
	}
	return raw, nil
}

// reader reads what Write wrote; after the first error it reads nothing.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) parts() *Parts {
	p := new(Parts)
	p.Phrases = r.keys()
	p.Classes = r.classes(len(p.Phrases))
	p.Words = r.keys()
	levels := uint32(0)
	r.values(&levels)
	for range min(levels, maxLevels) {
		level := make([]uint16, len(p.Words))
		r.values(level)
		p.Clusters = append(p.Clusters, level)
	}
	p.Folded = r.keys()
	cases := make([]uint8, len(p.Folded))
	r.values(cases)
	p.Cases = make([]Case, len(cases))
	for i, c := range cases {
		p.Cases[i] = Case(c)
	}
	p.Contexts = r.keys()
	p.Uses = make([]uint8, len(p.Contexts))
	r.values(p.Uses)
	p.Keys = r.keys()
	p.Rows = r.rows(len(p.Keys))
	r.values(&p.Step)
	r.values(&p.Transitions)
	return p
}

func (r *reader) keys() []Key {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > uint64(len(r.rest)) {
		r.fail()
		return nil
	}
	r.rest = r.rest[size:]
	keys := make([]Key, n)
	last := uint64(0)
	for i := range keys {
		d, size := binary.Uvarint(r.rest)
		if size <= 0 || last+d > math.MaxUint32 {
			r.fail()
			return nil
		}
		r.rest, last = r.rest[size:], last+d
		keys[i] = Key(last)
	}
	return keys
}

func (r *reader) values(into any) {
	n, err := binary.Decode(r.rest, binary.LittleEndian, into)
	if r.err != nil || err != nil {
		r.fail()
		return
	}
	r.rest = r.rest[n:]
}

// classes reads what values would make room for twice: sets of classes are most
// of a model's lists.
func (r *reader) classes(n int) []Class {
	const size = 8
	if len(r.rest) < n*size {
		r.fail()
		return nil
	}
	classes := make([]Class, n)
	for i := range classes {
		classes[i] = Class(binary.LittleEndian.Uint64(r.rest[i*size:]))
	}
	r.rest = r.rest[n*size:]
	return classes
}

func (r *reader) rows(n int) []Row {
	if len(r.rest) < n*NumLabels {
		r.fail()
		return nil
	}
	rows := make([]Row, n)
	for l := range NumLabels {
		for i, v := range r.rest[:n] {
			rows[i].set(l, int8(v))
		}
		r.rest = r.rest[n:]
	}
	return rows
}

func (r *reader) fail() { r.err, r.rest = errForm, nil }
