package entity

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"newsbot/digest/table"
	"newsbot/digest/text"
)

var update = flag.Bool("update", false, "compress aliases.tsv anew")

// TestAliasesArePacked: what is embedded is aliases.tsv, compressed.
func TestAliasesArePacked(t *testing.T) {
	edited, err := os.ReadFile("aliases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("aliases.tsv.zst", z.EncodeAll(edited, nil), 0o644); err != nil {
			t.Fatal(err)
		}
		return // and is embedded by the next build
	}
	if table.Unpack(embeddedAliases) != string(edited) {
		t.Error("aliases.tsv.zst is of another aliases.tsv: run go test -run Packed -update")
	}
}

// TestAliasesAreClear reads the table as its editors should leave it: in order, and
// no name of a type, nor an ID, means two things.
func TestAliasesAreClear(t *testing.T) {
	a := shared()
	ids := map[string]string{}
	last := ""
	for line := range strings.Lines(table.Unpack(embeddedAliases)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(columns) != 3 && len(columns) != 4 || columns[len(columns)-1] == "" || !slices.Contains(order[:], Type(columns[0])) {
			t.Errorf("%q: want type, name, aliases, and one alias with its words", line)
			continue
		}
		kind, name := Type(columns[0]), columns[1]
		if line < last {
			t.Errorf("%q is out of order", line)
		}
		last = line
		if id := a.id(kind, name); ids[id] != "" {
			t.Errorf("%s and %s have the ID %s", name, ids[id], id)
		} else {
			ids[id] = name
		}
		if columns[2] != "" {
			checkForms(t, a, kind, name, strings.Split(columns[2], "|"))
		}
		checkForms(t, a, kind, name, []string{name})
	}
}

func checkForms(t *testing.T, a *aliases, kind Type, name string, forms []string) {
	t.Helper()
	ofID := 0
	for _, form := range forms {
		form, isID := strings.CutPrefix(form, "=")
		if isID {
			ofID++
		}
		if owner := a.canonical(kind, key(form)); owner != name {
			t.Errorf("%s %q is of %q and of %q", kind, form, owner, name)
		}
		if form == "" || form != strings.TrimSpace(form) {
			t.Errorf("%s of %s: %q is no name", kind, name, form)
		}
	}
	if ofID > 1 {
		t.Errorf("%s %s: %d aliases that make the ID", kind, name, ofID)
	}
}

func TestKnownAs(t *testing.T) {
	for _, tt := range []struct{ words, want string }{
		{"the Fed", "Federal Reserve"},
		{"britain", "United Kingdom"},
		{"US", "United States"},
		{"us", ""},
		{"ill", ""},
		{"Delta", "Delta Air Lines"}, // in some texts, and nothing else in others
		{"IRA", "Irish Republican Army|Inflation Reduction Act"},
		{"  Sinn  Fein ", "Sinn Féin"},
		{"Esbjerg", ""},
		{"", ""},
	} {
		if got := strings.Join(KnownAs(tt.words), "|"); got != tt.want {
			t.Errorf("KnownAs(%q) = %q, want %q", tt.words, got, tt.want)
		}
	}
}

// TestOneNameAgainAndAgain finds names about which all of a text is asked, each many
// times in a long one.
func TestOneNameAgainAndAgain(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	r := newRecognizer(t)
	for _, sentence := range []string{"The Times. ", "The Lions. ", "The ICC. "} {
		d := text.Parse("Press", strings.Repeat(sentence, 128<<10/len(sentence)))
		start := time.Now()
		r.Find(d, "en")
		if took := time.Since(start); took > 5*time.Second { // 0.3 s on a machine of its own
			t.Errorf("%q again and again: Find took %v", sentence, took)
		}
	}
}

func TestIDStaysWhenTheNameChanges(t *testing.T) {
	d := text.Parse("", "The National Aeronautics and Space Administration (NASA) has a new head.")
	found := newRecognizer(t).Find(d, "en")
	if len(found) != 1 || found[0].Name != "NASA" || found[0].ID != "organization/national-aeronautics-and-space-administration" {
		t.Errorf("found %+v, want NASA under the ID that is made of its long name", found)
	}
}
