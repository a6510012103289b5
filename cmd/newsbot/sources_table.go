package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/rivo/uniseg"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/poll"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

const (
	nameWidth  = 28 // columns of a source's name
	testedRows = 5  // items that a test shows
)

// writeFeeds writes a table of feeds: a line each, and a second one where
// something is wrong.
func (a *app) writeFeeds(out io.Writer, feeds []store.Feed) {
	if len(feeds) == 0 {
		return
	}
	by, now := render.Reader{Zone: a.config.Zone.Location}, time.Now()
	row := func(name, state, success, perDay, full, address string) {
		fmt.Fprintf(out, "%s %-7s %-13s %6s %5s  %s\n", pad(name, nameWidth), state, success, perDay, full, address)
	}
	row("SOURCE", "STATE", "LAST SUCCESS", "A DAY", "FULL", "ADDRESS")
	for _, f := range feeds {
		h := poll.HealthOf(f, now, by)
		row(render.Shorten(render.Inert(f.Name()), nameWidth), f.Standing(), h.Success, h.PerDay, h.Full, render.Inert(f.Public()))
		if h.Trouble != "" {
			fmt.Fprintf(out, "  %s\n", render.Inert(h.Trouble))
		}
	}
}

// pad fills a text with blanks to a width.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-uniseg.StringWidth(s)))
}

// writePolled writes what a feed holds.
func (a *app) writePolled(out io.Writer, p feed.Polled) {
	by, o := render.Reader{Zone: a.config.Zone.Location}, a.textOptions()
	fmt.Fprintln(out, strings.TrimSpace(render.Inert(cmp.Or(p.Title, "(no title)"))+"  "+render.Inert(p.Site)))
	if p.MovedTo != "" {
		fmt.Fprintf(out, "It has moved for good to %s\n", render.Inert(digest.Redact(p.MovedTo)))
	}
	words, newest := poll.Content(p, testedRows, by)
	fmt.Fprint(out, words)
	if p.Every > 0 {
		fmt.Fprintf(out, "; it asks not to be read more than every %s", p.Every)
	}
	fmt.Fprintln(out)
	for _, item := range newest {
		when := "undated"
		if !item.Published.IsZero() {
			when = by.When(item.Published, o.Now)
		}
		fmt.Fprintf(out, "  %s %s\n", pad(when, 13), render.Shorten(render.Inert(cmp.Or(item.Title, item.URL)), o.Width-16))
	}
}
