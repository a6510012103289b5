package command

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"newsbot/bot/block"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden asks the words of each file of testdata, of the news that the tests
// of lookups know, and compares the answer with its want.json.
func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no testdata")
	}
	r := walker(t, news(t), nil)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { golden(t, r, file) })
	}
}

func golden(t *testing.T, r *Responder, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	words := strings.TrimSpace(string(archive.Files[0].Data))
	m := r.Command(t.Context(), Request{Asker: ann, Words: words, Now: to}).Message
	if err := m.Check(); err != nil {
		t.Error(err)
	}
	var got bytes.Buffer
	if err := block.JSON(&got, []block.Message{m}); err != nil {
		t.Fatal(err)
	}
	if *update {
		archive.Files = append(archive.Files[:1], txtar.File{Name: "want.json", Data: got.Bytes()})
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(archive.Files[1].Data), got.String()); diff != "" {
		t.Errorf("/news %s (-want +got):\n%s", words, diff)
	}
}
