package digest

import (
	"regexp"
	"testing"
)

var idForm = regexp.MustCompile(`^[0-9a-f]{16}$`)

func TestIdentify(t *testing.T) {
	page := Article{URL: "https://www.example.com/a?utm_source=x", Source: "Example", Title: "A", Text: "b"}
	other := Article{URL: "http://example.com/a/", Source: "Other", Title: "C"}
	noURL := Article{Source: "Example", Title: "A"}
	noTitle := Article{Source: "Example", Text: "A"}
	id := func(a Article, given string) string {
		a.Identify(given)
		return a.ID
	}
	for _, c := range []struct {
		what string
		a, b string
		same bool
	}{
		{"variants of one URL", id(page, ""), id(other, ""), true},
		{"URL with and without given id", id(page, ""), id(page, "x"), true},
		{"URL and no URL", id(page, ""), id(noURL, ""), false},
		{"no URL, given id and none", id(noURL, "x"), id(noURL, ""), false},
		{"no URL, one given id", id(noURL, "x"), id(Article{Source: "Example", Title: "Z"}, "x"), true},
		{"no URL, one given id, two sources", id(noURL, "x"), id(Article{Source: "Other"}, "x"), false},
		{"title and text instead", id(noURL, ""), id(noTitle, ""), true},
		{"title of two sources", id(noURL, ""), id(Article{Source: "Other", Title: "A"}, ""), false},
		{"two parts of a page", id(page, PartID("x")), id(page, PartID("y")), false},
		{"a part and its page", id(page, PartID("x")), id(page, ""), false},
		{"ids that are no parts'", id(page, "#7"), id(page, "#about-the-storms"), true},
		{"a part in two feeds", id(page, PartID("x")), id(other, PartID("x")), true},
		{"parts run into each other", id(Article{Source: "ab", Title: "c"}, ""), id(Article{Source: "a", Title: "bc"}, ""), false},
	} {
		if (c.a == c.b) != c.same || !idForm.MatchString(c.a) || !idForm.MatchString(c.b) {
			t.Errorf("%s: %q and %q, want the same: %v", c.what, c.a, c.b, c.same)
		}
	}
}

// TestIdentifyRoundTrip writes articles out under their PublicID and reads
// them again.
func TestIdentifyRoundTrip(t *testing.T) {
	for _, a := range []Article{
		{URL: "https://example.com/a", Title: "A"},
		{Source: "Example", Title: "A"},
		{Source: "Example", Text: "A"},
		{},
	} {
		for _, given := range []string{"", "7", "tag:example.com,2026:7", "0123456789abcdef", PartID("7"), " \x00"} {
			once := a
			once.Identify(given)
			again := a
			again.Identify(once.PublicID())
			if again != once {
				t.Errorf("%+v given %q: ID %q Ref %q, read again %q %q", a, given, once.ID, once.Ref, again.ID, again.Ref)
			}
			if given != "" && once.PublicID() != given {
				t.Errorf("%+v given %q: PublicID is %q", a, given, once.PublicID())
			}
		}
	}
}
