package main

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"time"

	"newsbot/digest"
	"newsbot/digest/feed"
)

//go:embed sample/*.xml sample/*.json sample/*.jsonl sample/ledger/*.html
var sampleFiles embed.FS

//go:embed demo/tomorrow.jsonl
var tomorrowFile []byte

// written is a time after the sample was: the reader takes no article from the
// future.
var written = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)

// sampleNews returns the sample as news of the last day until this morning, and
// what goes on until tomorrow's.
func sampleNews(ctx context.Context, now time.Time) ([]digest.Article, error) {
	r := feed.New(feed.Config{Now: func() time.Time { return written }})
	today, err := readFiles(ctx, r, sampleFiles)
	if err != nil {
		return nil, err
	}
	tomorrow, err := readContent(ctx, r, "tomorrow", tomorrowFile)
	if err != nil {
		return nil, err
	}
	morning := time.Date(now.Year(), now.Month(), now.Day(), 7, 50, 0, 0, now.Location())
	redate(tomorrow, morning.AddDate(0, 0, 1))
	if latest := now.Add(-10 * time.Minute); latest.Before(morning) {
		morning = latest
	}
	redate(today, morning)
	return append(today, tomorrow...), nil
}

// redate moves articles in time so that the newest is of that moment.
func redate(articles []digest.Article, newest time.Time) {
	last := slices.MaxFunc(articles, func(a, b digest.Article) int { return a.Published.Compare(b.Published) })
	by := newest.Sub(last.Published)
	for i := range articles {
		articles[i].Published = articles[i].Published.Add(by)
	}
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
