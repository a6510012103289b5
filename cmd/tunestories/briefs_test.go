package main

import (
	"path/filepath"
	"testing"

	"newsbot/digest/entity"
	"newsbot/digest/story"
)

// TestBriefs checks that short items on one town, project or company fall into their events, also a few at a time.
func TestBriefs(t *testing.T) {
	entities, err := entity.New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("briefs/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatal("no briefs", err)
	}
	const least = .84
	for _, file := range files {
		corpora, err := load(file, entities)
		if err != nil {
			t.Fatal(err)
		}
		c := corpora[0]
		for _, few := range []int{5, 10, len(c.items)} {
			for from := 0; from < len(c.items); from += few {
				var batch corpus
				for i := from; i < min(from+few, len(c.items)); i++ {
					batch.add(c, i)
				}
				if s := batch.score(story.Default()); s.f1 < least {
					t.Errorf("%s, items %d to %d: %.3f", c.name, from, from+few, s.f1)
				}
			}
		}
	}
}
