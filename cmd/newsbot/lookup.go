package main

import (
	"bufio"
	"context"
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
		Use:     "lookup WORDS...",
		Short:   "Look up a name or words in the stored news",
		Example: "  newsbot lookup Cui Heng\n  newsbot lookup --since 7d sea wall",
		Args:    cobra.MinimumNArgs(1),
		RunE: a.run(func(ctx context.Context, args []string) error {
			return a.lookup(ctx, strings.Join(args, " "), since)
		}),
	}
	c.Flags().StringVar(&since, "since", "30d", "how far to look back: 24h, 7d, 2w")
	return c
}

func (a *app) lookup(ctx context.Context, words, since string) error {
	back, err := parseSpan(since)
	if err != nil {
		return usageError{err}
	}
	s, err := a.needStore(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	now := time.Now()
	answer, err := command.Lookup(ctx, s, words, now.Add(-back), now.Add(time.Nanosecond))
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.out)
	if err := render.LookupText(out, answer, a.config.Zone.Location, a.textOptions()); err != nil {
		return err
	}
	return out.Flush()
}
