package entity

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestDefinitionsIn(t *testing.T) {
	for s, want := range map[string]definitions{
		"said the Mobile Data Association (MDA).":      {"MDA": "Mobile Data Association"},
		"a blowout preventer (BOP), which":             {"BOP": "blowout preventer"},
		"the American Automobile Association (AAA)":    {"AAA": "American Automobile Association"},
		"the Ministry of\nPublic Security (M.P.S.)":    {"MPS": "Ministry of Public Security"},
		"an Air Base (AB), later an Angry Bird (AB)":   {"AB": "Air Base"},
		"a non-governmental organisation (NGO)":        {"NGO": "non-governmental organisation"},
		"in eastern Ukraine, reported the agency (EU)": {},
		"was in Europe (EU) or elsewhere (ER)":         {},
		"ATLANTA (CNN)":                                {},
		"(BOP":                                         {},
		"((A)(AB) é (É) Ünder (UN)":                    {},
	} {
		if diff := cmp.Diff(want, definitionsIn(s)); diff != "" {
			t.Errorf("%q: %s", s, diff)
		}
	}
}

func TestDefinitionsInManyBrackets(t *testing.T) {
	start := time.Now()
	if got := definitionsIn(strings.Repeat("(", 1<<19)); len(got) > 0 {
		t.Errorf("brackets define %v", got)
	}
	if took := time.Since(start); took > 5*time.Second { // 0.1 s on a machine of its own
		t.Errorf("definitionsIn took %v", took)
	}
}
