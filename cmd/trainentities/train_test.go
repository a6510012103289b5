package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"newsbot/digest/entity"
)

// writeData writes a small folder of data of the form that training reads.
func writeData(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write := func(path, s string) {
		path = filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	corpus := "Anna\tB-PER\nKeller\tI-PER\nspoke\tO\nin\tO\nGeneva\tB-LOC\n.\tO\n\n" +
		"The\tO\nHelix\tB-ORG\nBank\tI-ORG\nhired\tO\nSwiss\tB-MISC\nstaff\tO\n.\tO\n\n"
	for _, c := range corpora {
		if c.name == readTexts || c.name == writtenTexts {
			continue // they stand beside the program
		}
		for _, part := range []string{"train", "dev", "test"} {
			write(filepath.Join("ner", c.name, part+".conll"), strings.Repeat(corpus, 3))
		}
	}
	for _, list := range gazetteers {
		write(filepath.Join("gazetteers", list.path), "Geneva\tGenf\tcity\nHelix Bank\t\tcompany\n")
	}
	write("gazetteers/groups/nationalities_factbook.tsv", "Switzerland\tSwiss\tadj=Swiss\n")
	write("stories/titles_dev.jsonl", "{\"title\":\"Helix Bank Hires\"}\n")
	write("clusters/open-c500/paths.tsv", "0010\tGeneva\t9\n0011\tspoke\t4\n")
	write("text/a/text.txt", strings.Repeat("Anna Keller spoke in Geneva. The bank hired staff in Basel.\n", 30))
	return dir
}

func TestTrainIsReproducible(t *testing.T) {
	dir := writeData(t)
	own := fstest.MapFS{
		"read/train.tsv": {Data: []byte(textKey("Anna Keller spoke in Geneva. The bank hired staff in Basel.") + "\t0-11:PER 21-27:LOC 53-58:LOC\n")},
		"read/dev.tsv":   {},
		"read/test.tsv":  {},
		"written/01.txt": {Data: []byte("[Helix Bank|ORG] Rises\n[GENEVA|LOC] -- [Anna Keller|PER] said [Helix|ORG]'s shares rose.\n")},
	}
	for _, list := range ownLists {
		own["lists/"+list.path] = &fstest.MapFile{Data: []byte("Helix Bank\n")}
	}
	var models [2][]byte
	for i := range models {
		out := filepath.Join(t.TempDir(), "model")
		o := options{data: dir, own: own, out: out, epochs: 2, seeds: 2, silver: 5, rate: 0.1, dropout: 0.3, augment: 0.5, final: true}
		if err := train(o); err != nil {
			t.Fatal(err)
		}
		model, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		models[i] = model
	}
	if !bytes.Equal(models[0], models[1]) {
		t.Error("two runs wrote different models")
	}
	if _, err := entity.Load(models[0]); err != nil {
		t.Error(err)
	}
}
