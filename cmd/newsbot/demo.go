package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"newsbot/bot/demo"
	"newsbot/digest"
	"newsbot/digest/feed"
)

// newDemo returns the command that shows the bot without Slack.
func newDemo(a *app) *cobra.Command {
	var port int
	var noOpen bool
	c := &cobra.Command{
		Use:   "demo [URL|FILE|DIR]...",
		Short: "Try it without Slack: a page that looks like one, with the bot in it",
		Long: "Try it without Slack. A page in the browser shows a workspace with channels and the bot in it: /news, buttons,\n" +
			"threads, the Home tab, the digests of the last mornings, and a clock that can be moved to the next. Nothing is kept.\n\n" +
			"Without arguments it tells made-up news of ten days that is in the program, else what the arguments name.",
		Example: "  newsbot demo\n  newsbot demo --port 8000 https://example.org/feed.xml articles/",
		RunE: a.run(func(ctx context.Context, args []string) error {
			if port < 0 || port > math.MaxUint16 {
				return usagef("--port must be from 0 to %d, not %d", math.MaxUint16, port)
			}
			return a.demo(ctx, args, net.JoinHostPort("127.0.0.1", strconv.Itoa(port)), !noOpen)
		}),
	}
	c.Flags().IntVar(&port, "port", 0, "port of the page (0: any that is free)")
	c.Flags().BoolVar(&noOpen, "no-open", false, "open no browser")
	return c
}

// demo shows the bot on a page at an address until it is told to stop.
func (a *app) demo(ctx context.Context, args []string, address string, open bool) error {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("open the port of the page: %s; --port names another", digest.Cause(err))
	}
	defer l.Close()
	c, err := a.demoConfig(ctx, args)
	if err != nil {
		return err
	}
	_, port, _ := net.SplitHostPort(l.Addr().String()) // an address that is listened on has a port
	c.Address = "http://localhost:" + port
	d, err := demo.New(ctx, c)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(a.out, c.Address); err != nil {
		return errors.Join(fmt.Errorf("print the address: %w", err), d.Close())
	}
	if open && isTerminal(a.out) {
		openBrowser(c.Address)
	}
	return d.Serve(ctx, l)
}

// demoConfig says what the demo shows: what the arguments name, else the sample.
func (a *app) demoConfig(ctx context.Context, args []string) (demo.Config, error) {
	log := newLogger(a.err, max(a.config.LogLevel, slog.LevelWarn))
	c := demo.Config{
		Zone: a.config.Zone.Location, Edition: a.config.Edition, Mornings: 1,
		Web: feed.New(feed.Config{Public: true, Proxy: a.config.Proxy.URL, Log: log}), Log: log,
	}
	var err error
	if c.Analyzer, err = newAnalyzer(); err != nil {
		return c, err
	}
	if len(args) == 0 {
		c.MadeUp, c.Mornings = true, sampleMornings
		c.News, c.Start, err = sampleNews(ctx, time.Now().In(c.Zone))
		return c, err
	}
	in := a.newInputs(feed.Config{})
	c.News = slices.Collect(in.articles(args)(ctx))
	if err := in.result(ctx); err != nil && (len(c.News) == 0 || ctx.Err() != nil) {
		return c, err
	}
	c.Start = startOf(c.News, time.Now())
	return c, nil
}

// fresh is how old the newest article may be for a demo that shows the present.
const fresh = 24 * time.Hour

// startOf returns when a demo of articles begins: soon after the newest where
// that is old, else now, as the zero time.
func startOf(articles []digest.Article, now time.Time) time.Time {
	var newest time.Time
	for _, a := range articles {
		if a.Published.After(newest) {
			newest = a.Published
		}
	}
	if newest.IsZero() || now.Sub(newest) < fresh {
		return time.Time{}
	}
	return newest.Add(time.Hour)
}
