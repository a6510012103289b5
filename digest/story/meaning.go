package story

import (
	_ "embed"
	"fmt"
	"math"
	"sync"

	"newsbot/digest/entity"
	"newsbot/digest/table"
)

// Aspects is how many numbers a meaning has.
const Aspects = 16

// meaning is of what kind an event is, as the words of an article tell that are not of its names: a direction in which
// words stand that tell of one event, "jailed" and "sentenced", "tanker" and "motorway". A story's is the sum of its articles', each of
// length 1. The zero meaning is unknown.
type meaning [Aspects]float32

// The table of meanings, which "tunestories meanings" learns and NOTICE tells the source of: a term and a sign for each aspect, one term a line.
//
//go:embed meanings.txt.zst
var meaningTable []byte

// A sign stands for a number of steps, as far from 0 as it is from zeroSign.
const (
	zeroSign    = 'O'
	meaningStep = .05
	mostSteps   = 40 // so that a sign is a printable one of ASCII
)

// meanings returns what terms mean, for those of which it was learnt.
var meanings = sync.OnceValue(func() map[string]*meaning {
	return table.Read(meaningTable, func(signs string) (*meaning, error) {
		m := new(meaning)
		if len(signs) != Aspects {
			return nil, fmt.Errorf("%d signs, not %d", len(signs), Aspects)
		}
		for i := range m {
			m[i] = meaningStep * float32(int(signs[i])-zeroSign)
		}
		return m, nil
	})
})

func (m *meaning) add(other *meaning) {
	for i, x := range other {
		m[i] += x
	}
}

// dot returns the inner product of two meanings.
func (m *meaning) dot(other *meaning) (sum float64) {
	for i, x := range m {
		sum += float64(x) * float64(other[i])
	}
	return sum
}

// unit returns the meaning brought to length 1, if it is known.
func (m meaning) unit() meaning {
	if length := math.Sqrt(m.dot(&m)); length > 0 {
		for i := range m {
			m[i] /= float32(length)
		}
	}
	return m
}

// like returns the cosine of two meanings, 0 where one is unknown.
func (m *meaning) like(other *meaning) float64 {
	if product := m.dot(other); product != 0 {
		return product / math.Sqrt(m.dot(m)*other.dot(other))
	}
	return 0
}

// meaning returns what an item means, given its vector.
func (s *space) meaning(v vector) (m meaning) {
	for _, c := range v {
		if known := s.dims[c.dim].meaning; known != nil && c.kind == isTerm {
			m.add(known)
		}
	}
	return m.unit()
}

// Plain returns the terms of an item that are not of its names, as which its meaning is told.
func Plain(it Item) (terms []string) {
	ofNames := map[string]bool{}
	for _, n := range it.Entities {
		for _, w := range nameWords(entity.Untyped(n.ID)) {
			ofNames[w] = true
		}
	}
	for _, t := range it.Terms {
		if !ofNames[t.Word] {
			terms = append(terms, t.Word)
		}
	}
	return terms
}

// Signs returns a meaning as the table has it.
func Signs(m [Aspects]float32) string {
	var signs [Aspects]byte
	for i, x := range m {
		steps := math.Round(float64(x) / meaningStep)
		signs[i] = byte(zeroSign + min(max(steps, -mostSteps), mostSteps))
	}
	return string(signs[:])
}
