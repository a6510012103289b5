package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/feed/syndication"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// newSourcesImport returns the command that adds the feeds of a list.
func newSourcesImport(a *app) *cobra.Command {
	var unchecked bool
	c := &cobra.Command{
		Use: "import FILE.opml", Short: "Add the feeds that an OPML file lists, and say which cannot be read", Args: takes(1, 1),
		RunE: a.run(func(ctx context.Context, args []string) error { return a.importSources(ctx, args[0], unchecked) }),
	}
	c.Flags().BoolVar(&unchecked, "unchecked", false, "do not read them")
	return c
}

// giveList is what to import instead of what lists no sources.
const giveList = "give an OPML file, such as newsbot sources export prints"

// importSources adds the feeds that an OPML file lists. Unless they are to be unchecked, it
// says which of them cannot be read; they stay, as the list may be a backup.
func (a *app) importSources(ctx context.Context, name string, unchecked bool) error {
	if err := a.keepsFeeds(); err != nil {
		return err
	}
	file, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("%s: %s; %s", name, digest.Cause(err), giveList)
	}
	defer file.Close()
	listed, wrong := a.webReader(false).ReadOutlines(ctx, file)
	if len(listed) == 0 && wrong != nil {
		return fmt.Errorf("%s %w; %s", name, wrong, giveList)
	}
	var feeds []store.Feed
	var refused error // of one feed, which is no reason to leave out the others
	for _, o := range listed {
		if _, err := store.FeedID(o.Feed); err != nil {
			fmt.Fprintf(a.err, "newsbot: left out %s: %v\n", render.Shorten(digest.Redact(o.Feed), 100), err)
			refused = errReported
			continue
		}
		feeds = append(feeds, store.Feed{Address: o.Feed, Vouched: digest.HostPort(o.Feed), Health: named(o)})
	}
	added, err := a.keepSources(ctx, feeds)
	if err = errors.Join(err, wrong); err != nil {
		return err
	}
	if !unchecked {
		refused = cmp.Or(a.checkSources(ctx, added), refused)
	}
	return refused
}

// checkHosts is how many hosts are asked for their feeds at a time.
const checkHosts = 16

// checkSources reads feeds, those of one host one after the other, and says which cannot
// be read.
func (a *app) checkSources(ctx context.Context, feeds []store.Feed) error {
	ofHost := make(map[string][]int)
	for i, f := range feeds {
		ofHost[f.Host()] = append(ofHost[f.Host()], i)
	}
	reader, wrong := a.webReader(false), make([]error, len(feeds))
	progress := newProgress(a.err, "feeds")
	var asking errgroup.Group
	asking.SetLimit(checkHosts)
	for _, numbers := range ofHost {
		asking.Go(func() error {
			for _, i := range numbers {
				_, wrong[i] = reader.Poll(ctx, feeds[i].Address, feed.Validators{})
				progress.add()
			}
			return nil
		})
	}
	asking.Wait()
	progress.clear()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var refused error
	for _, err := range wrong {
		if err != nil {
			fmt.Fprintf(a.err, "newsbot: added, but it cannot be read now: %v\n", err)
			refused = errReported
		}
	}
	return refused
}

// exportSources prints the feeds as OPML, with what is needed to read them.
func (a *app) exportSources(ctx context.Context) error {
	return a.withFeeds(ctx, func(_ *store.Store, feeds []store.Feed) error {
		var outlines []syndication.Outline
		for _, f := range feeds {
			outlines = append(outlines, syndication.Outline{Feed: f.Address, Title: f.Name(), Site: f.Health.Site})
		}
		return a.print(func(w io.Writer) error { return syndication.WriteOutlines(w, "Sources of newsbot", outlines) })
	})
}
