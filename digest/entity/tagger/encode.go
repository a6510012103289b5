package tagger

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
)

// magic begins every model and names the version of its form.
const magic = "newsbot entities 3\n"

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

// Write writes the parts, packed.
func (p *Parts) Write(w io.Writer) error {
	out := packer{out: []byte(magic)}
	out.keys(p.Phrases)
	packNumbers(&out, p.Classes, classBytes)
	out.keys(p.Words)
	out.levels(p.Clusters)
	out.keys(p.Folded)
	out.column(bytesOf(p.Cases))
	out.keys(p.Contexts)
	out.column(p.Uses)
	out.keys(p.Keys)
	for l := range NumLabels {
		out.column(weightsOf(p.Rows, l))
	}
	out.float(p.Step)
	for _, from := range p.Transitions {
		for _, t := range from {
			out.float(t)
		}
	}
	if _, err := w.Write(out.out); err != nil {
		return fmt.Errorf("write model: %w", err)
	}
	return nil
}

// classBytes is how many bytes a set of classes has.
const classBytes = (numClasses + 7) / 8

func bytesOf(cases []Case) []byte {
	out := make([]byte, len(cases))
	for i, c := range cases {
		out[i] = byte(c)
	}
	return out
}

// weightsOf returns the weights of a label.
func weightsOf(rows []Row, l int) []byte {
	out := make([]byte, len(rows))
	for i := range rows {
		out[i] = byte(rows[i].At(l))
	}
	return out
}

func (p *packer) float(f float32) {
	p.out = binary.LittleEndian.AppendUint32(p.out, math.Float32bits(f))
}

// Read reads the model that Write wrote.
func Read(packed []byte) (*Model, error) {
	p, err := readParts(packed)
	if err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	return p.Model(), nil
}

func readParts(packed []byte) (*Parts, error) {
	rest, ok := bytes.CutPrefix(packed, []byte(magic))
	if !ok {
		return nil, errForm
	}
	u := unpacker{rest: rest}
	p := new(Parts)
	p.Phrases = u.keys()
	p.Classes = numbers[Class](&u, len(p.Phrases), classBytes)
	p.Words = u.keys()
	p.Clusters = u.levels(len(p.Words))
	p.Folded = u.keys()
	p.Cases = make([]Case, len(p.Folded))
	for i, c := range u.column(len(p.Cases)) {
		p.Cases[i] = Case(c)
	}
	p.Contexts = u.keys()
	p.Uses = slices.Clone(u.column(len(p.Contexts)))
	p.Keys = u.keys()
	p.Rows = make([]Row, len(p.Keys))
	for l := range NumLabels {
		for i, w := range u.column(len(p.Rows)) {
			p.Rows[i].set(l, int8(w))
		}
	}
	p.Step = u.float()
	for from := range p.Transitions {
		for to := range p.Transitions[from] {
			p.Transitions[from][to] = u.float()
		}
	}
	if u.err != nil || len(u.rest) > 0 {
		return nil, errForm
	}
	return p, nil
}

func (u *unpacker) float() float32 {
	raw := u.bytes(4)
	if raw == nil {
		return 0
	}
	return math.Float32frombits(binary.LittleEndian.Uint32(raw))
}

// levels packs the clusters of words, from coarse to fine, behind how many levels there are. Of a
// level that a finer one tells, which stands before it, only what that tells is kept.
func (p *packer) levels(levels [][]uint16) {
	p.count(len(levels))
	for i, level := range slices.Backward(levels) {
		finer, coarser := teller(levels, i)
		p.count(finer)
		if finer == len(levels) {
			packNumbers(p, level, 2)
			continue
		}
		p.count(len(coarser))
		packNumbers(p, coarser, 2)
	}
}

// teller returns the first level behind level i that tells it, and what it tells, by its own
// clusters; where there is none, the number of levels.
func teller(levels [][]uint16, i int) (finer int, coarser []uint16) {
	for finer = i + 1; finer < len(levels); finer++ {
		if coarser, ok := tells(levels[finer], levels[i]); ok {
			return finer, coarser
		}
	}
	return len(levels), nil
}

// tells returns which coarse cluster belongs to each fine one, if there is one alone.
func tells(fine, coarse []uint16) (coarser []uint16, ok bool) {
	if len(fine) == 0 {
		return nil, true
	}
	coarser = make([]uint16, int(slices.Max(fine))+1)
	known := make([]bool, len(coarser))
	for i, f := range fine {
		if known[f] && coarser[f] != coarse[i] {
			return nil, false
		}
		coarser[f], known[f] = coarse[i], true
	}
	return coarser, true
}

// levels reads the clusters of n words.
func (u *unpacker) levels(n int) [][]uint16 {
	levels := make([][]uint16, u.count(maxLevels))
	for i := range slices.Backward(levels) {
		finer := u.count(len(levels))
		if finer == len(levels) {
			levels[i] = numbers[uint16](u, n, 2)
			continue
		}
		coarser := numbers[uint16](u, u.count(1<<16), 2)
		if finer <= i {
			u.fail()
			return nil
		}
		levels[i] = make([]uint16, n)
		for w, f := range levels[finer] {
			if int(f) >= len(coarser) {
				u.fail()
				return nil
			}
			levels[i][w] = coarser[f]
		}
	}
	return levels
}
