package main

import (
	"bufio"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"newsbot/digest/feed"
)

// newExport returns the command that writes a backup of the store.
func newExport(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "export",
		Short:   "Print every stored article as .jsonl: a backup, or a move to another Redis",
		Example: "  newsbot export | gzip >news.jsonl.gz",
		Args:    takes(0, 0),
		RunE:    a.run(func(ctx context.Context, _ []string) error { return a.export(ctx) }),
	}
}

func (a *app) export(ctx context.Context) error {
	s, err := a.needStore(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	out := bufio.NewWriter(a.out)
	count := newProgress(a.err, "articles")
	for e, err := range s.All(ctx) {
		if err != nil {
			return err
		}
		if err := feed.WriteLine(out, e.Article, ""); err != nil {
			return fmt.Errorf("print an article: %w", err)
		}
		count.add()
	}
	count.clear()
	if err := out.Flush(); err != nil {
		return fmt.Errorf("print an article: %w", err)
	}
	return nil
}

// newImport returns the command that reads a backup.
func newImport(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "import FILE|-...",
		Short:   "Store the articles that newsbot export printed",
		Example: "  newsbot import news.jsonl.gz",
		Args:    takes(1, many),
		RunE: a.run(func(ctx context.Context, args []string) error {
			if a.config.RedisURL == "" {
				return errNoRedis
			}
			return a.ingest(ctx, "", args)
		}),
	}
}
