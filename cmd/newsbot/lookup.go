package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"newsbot/bot/command"
	"newsbot/digest/render"
)

// newLookup returns the command that answers what /news WORDS answers.
func newLookup(a *app) *cobra.Command {
	var since string
	c := &cobra.Command{
		Use:   "lookup WORDS...",
		Short: "Look up a name or words in the stored news",
		Example: "  newsbot lookup Cui Heng\n  newsbot lookup --since 7d sea wall\n" +
			"  newsbot lookup 'storm -dike from:courier until:2026-11-20'",
		Args: takes(1, many),
		RunE: a.run(func(ctx context.Context, args []string) error {
			return a.lookup(ctx, strings.Join(args, " "), since)
		}),
	}
	c.Flags().StringVar(&since, "since", "", "how far to look back: 24h, 7d, 2w (30d for a name, to the beginning for words)")
	c.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		return fmt.Errorf("%w: put the words in quotes if -WORD is to be left out", err)
	})
	return c
}

func (a *app) lookup(ctx context.Context, words, since string) error {
	now := time.Now().In(a.config.Zone.Location)
	var from time.Time // zero: as far as /news does
	if since != "" {
		back, err := parseSpan(since)
		if err != nil {
			return usageError{err}
		}
		from = now.Add(-back)
	}
	s, err := a.needStore(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	answer, err := command.Lookup(ctx, s, words, from, now)
	if command.IsMisuse(err) {
		return usageError{err}
	}
	if err != nil {
		return err
	}
	return a.print(func(w io.Writer) error { return render.LookupText(w, answer, a.config.Zone.Location, a.textOptions()) })
}
