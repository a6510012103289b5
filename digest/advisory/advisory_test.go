package advisory

import (
	"slices"
	"testing"
)

func TestCodes(t *testing.T) {
	for _, tt := range []struct {
		text  string
		codes []string // in it
		alone bool     // it is one
	}{
		{"CVE-2026-48113", []string{"CVE-2026-48113"}, true},
		{"cve-2026-4411", []string{"cve-2026-4411"}, true},
		{"GHSA-7x2p-9q4m-1abc", []string{"GHSA-7x2p-9q4m-1abc"}, true},
		{"RHSA-2026:1044", []string{"RHSA-2026:1044"}, true},
		{"ICSA-26-333-01", []string{"ICSA-26-333-01"}, true},
		{"CMA/2026/188", []string{"CMA/2026/188"}, true},
		{"FEDORA-2026-0a1b2c3d4e", []string{"FEDORA-2026-0a1b2c3d4e"}, true},
		{"XSA-470", []string{"XSA-470"}, true},
		{"VU#123456", []string{"VU#123456"}, true},
		{"LARK-9912", nil, true}, // in a text it might be a year
		{"DSA 6012-1", []string{"DSA 6012-1"}, false},
		{"WALES 24-17 ENGLAND", nil, false},
		{"COVID-19, F-16 and the G-2026 summit of 2026-27", nil, false},
		{"Sund (CVE-2026-4411, MFSA 2026-12), not XCVE-1", []string{"CVE-2026-4411", "MFSA 2026-12"}, false},
	} {
		if got := Code.FindAllString(tt.text, -1); !slices.Equal(got, tt.codes) {
			t.Errorf("%q has the codes %q, want %q", tt.text, got, tt.codes)
		}
		if got := IsCode(tt.text); got != tt.alone {
			t.Errorf("%q is a code: %v", tt.text, got)
		}
	}
}

func TestIsTitle(t *testing.T) {
	for title, want := range map[string]bool{
		"DSA-5999-1 tarsafe -- security update":        true,
		"[SECURITY] [DSA 6012-1] tarsafe":              true,
		"RHSA-2026:1044: sund":                         true,
		"Sund issues a security advisory":              true,
		"COVID-19 in Sund":                             false,
		"WALES 24-17 ENGLAND":                          false,
		"Sund gateway lets anyone in (CVE-2026-48113)": false, // that it has a code of a flaw is asked of all of a text
	} {
		if got := IsTitle(title); got != want {
			t.Errorf("%q is the title of an advisory: %v", title, got)
		}
	}
}
