package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"newsbot/digest/feed"
)

// newExport returns the command that writes a backup of the store.
func newExport(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "export",
		Short: "Print every stored article as .jsonl: a backup, or a move to another Redis",
		Long: "Print every stored article as .jsonl: a backup, or a move to another Redis.\n" +
			"Sources are printed by newsbot sources export. What people subscribe to, watch, mute and hide is in Redis alone.",
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
	count := newProgress(a.err, "articles")
	defer count.clear()
	return a.print(func(w io.Writer) error {
		for e, err := range s.Entries(ctx, time.Time{}, time.Time{}) {
			if err != nil {
				return err
			}
			if err := feed.WriteLine(w, e.Article, ""); err != nil {
				return err
			}
			count.add()
		}
		if count.count > 0 {
			return nil
		}
		fmt.Fprintln(a.err, "newsbot: no article is stored, so there is none to export")
		_, err := fmt.Fprintln(w) // an empty line, by which import knows that nothing was lost
		return err
	})
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
			return a.ingest(ctx, feed.Config{Lines: true}, args)
		}),
	}
}
