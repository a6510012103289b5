package main

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"time"

	"newsbot/digest"
	"newsbot/digest/feed"
)

//go:embed sample/*.xml sample/*.json sample/*.jsonl sample/ledger/*.html demo/*.jsonl
var sampleFiles embed.FS

// sampleStart is what the clock shows at first in the time of the sample: a
// Tuesday morning, after ten days of news and before the last of them.
var sampleStart = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// sampleMornings is how many digests its readers know by then.
const sampleMornings = 9

// sampleNews returns the sample as news around the latest Tuesday morning, and
// that morning, at which the demo begins: the texts speak of weekdays.
func sampleNews(ctx context.Context, now time.Time) (articles []digest.Article, start time.Time, err error) {
	later := func() time.Time { return sampleStart.AddDate(0, 0, 7) } // the reader takes nothing from the future
	articles, err = readFiles(ctx, feed.New(feed.Config{Now: later}), sampleFiles)
	if err != nil {
		return nil, start, err
	}
	back := (int(now.Weekday()-sampleStart.Weekday()) + 7) % 7
	start = time.Date(now.Year(), now.Month(), now.Day()-back, sampleStart.Hour(), 0, 0, 0, now.Location())
	if start.After(now) {
		start = start.AddDate(0, 0, -7)
	}
	for i := range articles {
		articles[i].Published = articles[i].Published.Add(start.Sub(sampleStart))
	}
	return articles, start, nil
}

// readFiles returns the articles in files that the program holds.
func readFiles(ctx context.Context, r *feed.Reader, files fs.FS) ([]digest.Article, error) {
	var out []digest.Article
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		articles, err := readContent(ctx, r, path.Base(name), content)
		out = append(out, articles...)
		return err
	})
	return out, err
}

// readContent returns the articles in a file's content.
func readContent(ctx context.Context, r *feed.Reader, name string, content []byte) ([]digest.Article, error) {
	var out []digest.Article
	for item, err := range r.Read(ctx, "-", bytes.NewReader(content)) {
		if err != nil {
			return nil, fmt.Errorf("read the sample %s: %w", name, err)
		}
		out = append(out, item.Article)
	}
	return out, nil
}
