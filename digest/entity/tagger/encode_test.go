package tagger

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func smallParts() *Parts {
	p := &Parts{
		Phrases:  []Key{3, 70000, 1 << 31},
		Classes:  []Class{City, Forename | Surname, OftenOrg},
		Words:    []Key{5, 6},
		Clusters: [][]uint16{{1, 2}, {300, 4}},
		Folded:   []Key{9},
		Cases:    []Case{CaseTitle},
		Contexts: []Key{4, 8},
		Uses:     []uint8{1, 255},
	}
	p.Keys = []Key{1, 1<<32 - 1}
	p.Rows = []Row{NewRow([NumLabels]int8{1, -2}), NewRow([NumLabels]int8{0, 127})}
	p.Step = 0.25
	p.Transitions[0][1] = 1.5
	return p
}

func TestReadReadsWhatWriteWrote(t *testing.T) {
	var b bytes.Buffer
	want := smallParts()
	if err := want.Write(&b); err != nil {
		t.Fatal(err)
	}
	got, err := readParts(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadRefusesBrokenModels(t *testing.T) {
	var b bytes.Buffer
	if err := smallParts().Write(&b); err != nil {
		t.Fatal(err)
	}
	for n := range b.Len() {
		if _, err := Read(b.Bytes()[:n]); err == nil {
			t.Errorf("Read of %d of %d bytes: no error", n, b.Len())
		}
	}
}
