// Package advisory knows how security advisories are written: the codes of flaws and of advisories, which are written as
// those of rules and cases are, and the vectors that tell how bad a flaw is.
package advisory

import (
	"regexp"
	"slices"
	"strings"
)

// series are those whose name may stand before a number with a blank between them: "DSA 6012-1".
var series = strings.Fields(`DLA DSA ELA ELSA GLSA MFSA USN XSA`)

// IsSeries reports whether a word is the name of such a series.
func IsSeries(word string) bool { return slices.Contains(series, word) }

const (
	cve  = `CVE-\d{4}-\d{4,7}`
	ghsa = `GHSA(?:-[0-9a-z]{4}){3}`
	code = `(?i:` + cve + `)|` + ghsa + `|[A-Z]{2,10}[-/]\d{2,6}(?:[-:/]\d+)+|[A-Z]{2,10}-(?:19|20)\d\d-[0-9a-f]{6,}|VU#\d{5,}|XSA-\d+`

	// issue is the code of an entry in a list of faults, as it stands by itself: in a text "APRIL-2026" looks like it.
	issue = `[A-Z]{4,10}-\d{4,6}`
)

var (
	// Code matches the codes in a text: "CVE-2026-48113", "RHSA-2026:1044", "CMA/2026/188", "MFSA 2026-12".
	Code = regexp.MustCompile(`\b(?:` + code + `|` + spaced + `)\b`)

	// Flaw matches those of flaws alone.
	Flaw = regexp.MustCompile(`\b(?:` + cve + `|` + ghsa + `)\b`)

	// Vector matches the beginning of what CVSS tells of a flaw letter by letter: "AV:N/AC:L/PR:N".
	Vector = regexp.MustCompile(`(?:CVSS:\d\.\d/)?\b[A-Z]{1,3}:[A-Z](?:/[A-Z]{1,3}:[A-Z]){2}`)

	spaced = `(?:` + strings.Join(series, "|") + `) \d{2,6}[-:]\d+`
	word   = regexp.MustCompile(`^(?:` + code + `|` + issue + `)$`)
	title  = regexp.MustCompile(`^\W*(?:SECURITY\W+)?(?:` + code + `|` + spaced + `)|(?i:security (?:update|advisory|release))`)
)

// IsCode reports whether a word is a code: "USN-7301-1", also "LARK-9912".
func IsCode(w string) bool { return strings.ContainsAny(w, "-/#") && word.MatchString(w) }

// IsTitle reports whether a title is that of an advisory: one begins with its code, or it says so.
func IsTitle(s string) bool { return title.MatchString(s) }
