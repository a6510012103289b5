package command

import (
	"slices"
	"strings"
	"testing"

	"newsbot/digest/store"
)

func TestSourcesCalled(t *testing.T) {
	outlets := []store.Outlet{
		{Name: "The Guardian", Hosts: []string{"guardian.example"}}, {Name: "Guardian Nigeria", Hosts: []string{"guardian.ng.example"}},
		{Name: "News of Bay", Hosts: []string{"bay.example", "sport.bay.example"}}, {Name: "Bay Sport", Hosts: []string{"sport.bay.example"}}, {Name: "Ärger heute"},
	}
	for words, want := range map[string]string{
		"guardian": "The Guardian", "THE GUARDIAN": "The Guardian", "Guardian Nigeria": "Guardian Nigeria", "nigeria": "", "arger heute": "Ärger heute",
		"guardian.example": "The Guardian", "https://www.guardian.example/uk": "The Guardian", "ng.example": "Guardian Nigeria",
		"bay.example": "News of Bay, Bay Sport", "sport.bay.example": "News of Bay, Bay Sport", "example": "",
		"ardian.example": "", "": "",
	} {
		if got := strings.Join(sourcesCalled(outlets, words), ", "); got != want {
			t.Errorf("named %q: %q, want %q", words, got, want)
		}
	}
}

func TestNearSources(t *testing.T) {
	names := []string{"Bay News", "Bay Sport", "Bay Weather", "Bay Weekly", "The Courier"}
	for words, want := range map[string][]string{"bay": {"Bay News", "Bay Sport", "Bay Weather"}, "weekly": {"Bay Weekly"}, "couriers": {"The Courier"}, "zebra": nil} {
		if got := nearSources(names, words); !slices.Equal(got, want) {
			t.Errorf("near %q: %q, want %q", words, got, want)
		}
	}
}

// The words behind from: belong to it where they go on with the name of a source, and are searched for
// where they do not.
func TestSourceOfSeveralWords(t *testing.T) {
	s := sampleStore(t)
	for words, want := range map[string]string{
		"search from:Harbour Courier":                     "“from:\"Harbour Courier\"”",
		"search from:Harbour Courier storm":               "for “storm”",
		"search storm from: the harbour courier since:7d": "for “storm”",
		"search from:harbour storm":                       "for “storm”",
	} {
		m := newDesk(t, s).says(words, want)
		if !strings.Contains(m.Text+textOf(m.Blocks), "from The Harbour Courier") {
			t.Errorf("%q: %s", words, textOf(m.Blocks))
		}
	}
	newDesk(t, s).says(`search from:"The Harbour" Courier`, "about “Courier”")
}

// The button of a source that was meant asks the same again, of that source.
func TestOfferedSource(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	m := d.says(`search "the" storm -shares from:legder since:7d`, "No source is called “legder”.")
	d.presses(m, "The Ledger Weekly", `1 article for “"the" storm -shares”`)
}
