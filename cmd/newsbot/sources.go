package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/feed/syndication"
	"newsbot/digest/poll"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// newSources returns the command that shows and changes what is read.
func newSources(a *app) *cobra.Command {
	var failing bool
	c := &cobra.Command{
		Use:   "sources",
		Short: "Show the feeds that newsbot serve reads, and how they are; add, remove, pause and test them",
		Long: "Show the feeds that newsbot serve reads: whether each is read, when that went well last, articles a day over a week\n" +
			"(A DAY), how many of them came with their full text (FULL), and what is wrong. Of a feed that is new the newest\n" +
			"hundred articles are taken in, which A DAY counts too. SOURCE is an address, a host or a name.",
		Args: knownCommand,
		RunE: a.run(func(ctx context.Context, _ []string) error { return a.listSources(ctx, failing) }),
	}
	list := &cobra.Command{Use: "list", Aliases: []string{"ls"}, Short: "Show them, as newsbot sources does", Args: takes(0, 0), RunE: c.RunE}
	for _, shows := range []*cobra.Command{c, list} {
		shows.Flags().BoolVar(&failing, "failing", false, "show only those that could not be read the last time, or are not read")
	}
	var source string
	var unchecked bool
	add := &cobra.Command{
		Use: "add URL...", Short: "Add feeds, or the feed of each site that is named", Args: takes(1, many),
		Example: "  newsbot sources add --source 'Harbour Courier' https://example.org/feed.xml",
		RunE:    a.run(func(ctx context.Context, args []string) error { return a.addSources(ctx, args, source, unchecked) }),
	}
	add.Flags().StringVar(&source, "source", "", "name of the outlet, instead of what the feed says")
	add.Flags().BoolVar(&unchecked, "unchecked", false, "do not read them first")
	remove := a.changeSources("remove", "Remove feeds; their articles stay", "removed", (*store.Store).RemoveFeed)
	remove.Aliases = []string{"rm", "delete"}
	c.AddCommand(list, add, remove,
		a.changeSources("pause", "Do not read feeds until they are resumed", "paused", pauseByHand),
		a.changeSources("resume", "Read feeds again that were paused or are gone, or at once", "resumed", (*store.Store).ResumeFeed),
		&cobra.Command{
			Use: "test SOURCE|URL", Short: "Read a feed and show what it holds; nothing is stored", Args: takes(1, 1),
			RunE: a.run(func(ctx context.Context, args []string) error { return a.testSource(ctx, args[0]) }),
		},
		newSourcesImport(a),
		&cobra.Command{
			Use: "export", Short: "Print all feeds as OPML, user names and passwords included", Args: takes(0, 0),
			RunE: a.run(func(ctx context.Context, _ []string) error { return a.exportSources(ctx) }),
		},
	)
	return c
}

func pauseByHand(s *store.Store, ctx context.Context, f store.Feed) error {
	return s.PauseFeed(ctx, f, store.PausedByHand)
}

// changeSources returns a command that does something to the feeds that are named.
func (a *app) changeSources(verb, short, done string, change func(*store.Store, context.Context, store.Feed) error) *cobra.Command {
	return &cobra.Command{
		Use: verb + " SOURCE...", Short: short, Args: takes(1, many),
		RunE: a.run(func(ctx context.Context, args []string) error {
			return a.withFeeds(ctx, func(s *store.Store, feeds []store.Feed) error {
				var chosen []store.Feed
				for _, word := range args {
					f, err := pickFeed(feeds, word)
					if err != nil {
						return err
					}
					chosen = append(chosen, f)
				}
				for _, f := range chosen {
					if err := change(s, ctx, f); err != nil {
						return err
					}
					if err := a.say("%s %s", done, render.Inert(f.Public())); err != nil {
						return err
					}
				}
				return nil
			})
		}),
	}
}

// withFeeds does something with the store and its feeds.
func (a *app) withFeeds(ctx context.Context, do func(*store.Store, []store.Feed) error) error {
	if err := a.keepsFeeds(); err != nil {
		return err
	}
	s, err := a.openStore(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	feeds, err := s.Feeds(ctx)
	if err != nil {
		return err
	}
	return do(s, feeds)
}

// keepsFeeds returns an error where there is nothing to keep feeds in.
func (a *app) keepsFeeds() error {
	if a.config.RedisURL == "" {
		return usagef("REDIS_URL is not set, so no sources are kept: set it in the environment or in .env")
	}
	return nil
}

// pickFeed returns the one feed that a word names.
func pickFeed(feeds []store.Feed, word string) (store.Feed, error) {
	found := store.FeedsNamed(feeds, word, store.Feed.Public)
	switch len(found) {
	case 0:
		return store.Feed{}, fmt.Errorf("there is no source %q; newsbot sources shows them", digest.Redact(word))
	case 1:
		return found[0], nil
	}
	return store.Feed{}, fmt.Errorf("%q names %d sources; give the address of one: newsbot sources shows them", digest.Redact(word), len(found))
}

func (a *app) listSources(ctx context.Context, failing bool) error {
	return a.withFeeds(ctx, func(s *store.Store, feeds []store.Feed) error {
		coming, err := s.UnseededFeeds(ctx, a.config.Feeds)
		if err != nil {
			return err
		}
		shown := feeds
		if failing {
			shown = slices.DeleteFunc(slices.Clone(feeds), store.Feed.Well)
		}
		if err := a.print(func(w io.Writer) error { a.writeFeeds(w, shown); return nil }); err != nil {
			return err
		}
		switch {
		case len(coming) > 0:
			fmt.Fprintln(a.err, "newsbot: "+render.Inert(ofSettings(coming)))
		case len(feeds) == 0:
			fmt.Fprintln(a.err, "newsbot: there are no sources yet: newsbot sources add URL adds one, newsbot sources import FILE.opml a list")
		case len(shown) == 0:
			fmt.Fprintln(a.err, "newsbot: no source is failing: "+counted(feeds))
		case slices.ContainsFunc(feeds, store.Feed.Unread):
			fmt.Fprintln(a.err, "newsbot: "+counted(feeds))
		}
		return nil
	})
}

// counted says how many sources there are, how many of them were not read yet, and for which
// host most of these wait.
func counted(feeds []store.Feed) string {
	says, unread := render.Plural(len(feeds), "source", "sources"), 0
	waiting, host := make(map[string]int), ""
	for _, f := range feeds {
		if f.Unread() {
			unread++
			waiting[f.Host()]++
			if waiting[f.Host()] > waiting[host] {
				host = f.Host()
			}
		}
	}
	if unread > 0 {
		says += fmt.Sprintf(", %d not read yet", unread)
	}
	if waiting[host] > 1 {
		says += fmt.Sprintf(" (%d of them wait for %s, whose feeds are read one after the other)", waiting[host], render.Inert(host))
	}
	return says
}

// ofSettings tells of sources of the settings that are still to be added.
func ofSettings(coming []store.Feed) string {
	var addresses []string
	for _, f := range coming {
		addresses = append(addresses, f.Public())
	}
	return "FEEDS names " + render.Plural(len(coming), "source", "sources") + " that newsbot serve has not added yet: " + strings.Join(addresses, ", ")
}

// addSources adds feeds: those at the addresses, or of the sites that are there.
func (a *app) addSources(ctx context.Context, addresses []string, source string, unchecked bool) error {
	if err := a.keepsFeeds(); err != nil { // say what is missing before the work, not after it
		return err
	}
	var feeds []store.Feed
	var refused error // of one source, which is no reason to leave out the others
	for _, word := range addresses {
		address := digest.WithScheme(word)
		if _, err := store.FeedID(address); err != nil {
			return usagef("%q: %w", digest.Redact(word), err)
		}
		f := store.Feed{Address: address, Source: source, Vouched: digest.HostPort(address)}
		if !unchecked {
			found, err := a.webReader(false).Discover(ctx, address)
			if err != nil {
				fmt.Fprintf(a.err, "newsbot: not added: %v (--unchecked adds it all the same)\n", err)
				refused = errReported
				continue
			}
			f.Address, f.Health = found[0].Feed, named(found[0].Outline)
			a.sayCut(found[0])
			a.sayForeign(found[0])
			a.sayOthers(found[1:])
		}
		feeds = append(feeds, f)
	}
	if len(feeds) == 0 {
		return refused
	}
	if _, err := a.keepSources(ctx, feeds); err != nil {
		return err
	}
	return refused
}

// named returns what a list of feeds tells of one before it is read.
func named(o syndication.Outline) store.FeedHealth {
	return store.FeedHealth{Title: o.Title, Site: o.Site}
}

// sayCut tells where a feed breaks off.
func (a *app) sayCut(f feed.Found) {
	if f.Cut != nil {
		fmt.Fprintf(a.err, "newsbot: %s %s\n", render.Inert(digest.Redact(f.Feed)), poll.Plainly(f.Cut))
	}
}

// sayForeign tells that few names are found in items of a feed.
func (a *app) sayForeign(f feed.Found) {
	if few := (render.Reader{}).Foreign(f.Foreign, "item", "items"); few != "" {
		fmt.Fprintf(a.err, "newsbot: %s: %s\n", render.Inert(digest.Redact(f.Feed)), few)
	}
}

// sayOthers tells which other feeds a site has.
func (a *app) sayOthers(others []feed.Found) {
	for _, o := range others {
		fmt.Fprintf(a.err, "newsbot: the site has another feed, %s: %s\n", render.Shorten(o.Title, nameWidth), render.Inert(digest.Redact(o.Feed)))
	}
}

// keepSources adds feeds, says which, and returns them.
func (a *app) keepSources(ctx context.Context, feeds []store.Feed) (added []store.Feed, err error) {
	err = a.withFeeds(ctx, func(s *store.Store, _ []store.Feed) (err error) {
		if added, err = s.AddFeeds(ctx, feeds...); err != nil {
			return err
		}
		for _, f := range added {
			if err := a.say("added %s", render.Inert(f.Public())); err != nil {
				return err
			}
		}
		if known := len(feeds) - len(added); known > 0 {
			return a.say("%s there already", render.Plural(known, "source was", "sources were"))
		}
		return nil
	})
	return added, err
}

// testSource reads the source that a word names, else the feed at the address that
// it is, and shows what it holds.
func (a *app) testSource(ctx context.Context, word string) error {
	address := digest.WithScheme(word)
	if a.config.RedisURL != "" {
		err := a.withFeeds(ctx, func(_ *store.Store, feeds []store.Feed) error {
			if len(store.FeedsNamed(feeds, word, store.Feed.Public)) == 0 && strings.Contains(address, "://") {
				return nil
			}
			f, err := pickFeed(feeds, word)
			address = f.Address
			return err
		})
		if err != nil {
			return err
		}
	}
	polled, err := a.webReader(false).Poll(ctx, address, feed.Validators{})
	var input *feed.InputError
	switch {
	case errors.As(err, &input):
		return err
	case err != nil:
		return fmt.Errorf("%s: %w", digest.Redact(address), err)
	}
	return a.print(func(w io.Writer) error { a.writePolled(w, polled); return nil })
}
