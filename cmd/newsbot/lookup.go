package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"newsbot/bot/command"
	"newsbot/digest/render"
)

// lookupFlags are the flags of the lookup command.
type lookupFlags struct {
	since  string
	format *format
	limit  count
}

// newLookup returns the command that answers what /news WORDS answers.
func newLookup(a *app) *cobra.Command {
	var f lookupFlags
	c := &cobra.Command{
		Use:   "lookup WORDS...",
		Short: "Look up a name or words in the stored news",
		Example: "  newsbot lookup Cui Heng\n  newsbot lookup --since 7d sea wall\n" +
			"  newsbot lookup 'storm -dike from:courier until:2026-11-20'\n" +
			"  newsbot lookup --format json --limit 50 person/cui-heng",
		Args: takes(1, many),
		RunE: a.run(func(ctx context.Context, args []string) error {
			return a.lookup(ctx, strings.Join(args, " "), f)
		}),
	}
	f.format = newFormat("text", "json")
	f.format.register(c)
	c.Flags().Var(&f.limit, "limit", "how many articles to show (10)")
	c.Flags().StringVar(&f.since, "since", "", "how far to look back: 24h, 7d, 2w (30d for a name, to the beginning for words)")
	c.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		if !strings.HasPrefix(err.Error(), "unknown") {
			return plainFlagError(err)
		}
		return fmt.Errorf("%w: put the words in quotes if -WORD is to be left out", err)
	})
	return c
}

func (a *app) lookup(ctx context.Context, words string, f lookupFlags) error {
	now := time.Now().In(a.config.Zone.Location)
	var from time.Time // zero: as far as /news does
	if f.since != "" {
		back, err := parseSpan(f.since)
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
	answer, err := command.Lookup(ctx, s, words, from, now, int(f.limit))
	if err != nil {
		return err
	}
	return a.print(func(w io.Writer) error {
		if f.format.value == "json" {
			return render.LookupJSON(w, answer)
		}
		return render.LookupText(w, answer, a.config.Zone.Location, a.textOptions())
	})
}

// count is a flag that takes a number from 1 on.
type count int

// String implements pflag.Value.
func (n *count) String() string { return strconv.Itoa(int(*n)) }

// Type implements pflag.Value; it stands in the help.
func (n *count) Type() string { return "N" }

// Set implements pflag.Value.
func (n *count) Set(s string) error {
	given, err := strconv.Atoi(s)
	if err != nil || given < 1 {
		return errors.New("must be a number from 1 on")
	}
	*n = count(given)
	return nil
}
