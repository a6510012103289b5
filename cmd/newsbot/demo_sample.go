package main

import (
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
	articles, err = readSample(ctx, feed.New(feed.Config{Now: later}))
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

// readSample returns the articles of the sample.
func readSample(ctx context.Context, r *feed.Reader) ([]digest.Article, error) {
	var out []digest.Article
	err := fs.WalkDir(sampleFiles, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		file, err := sampleFiles.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		for item, err := range r.Read(ctx, "-", file) {
			if err != nil {
				return fmt.Errorf("read the sample %s: %w", path.Base(name), err)
			}
			out = append(out, item.Article)
		}
		return nil
	})
	return out, err
}
