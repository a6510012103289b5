package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"newsbot/bot"
	"newsbot/bot/block"
	"newsbot/bot/blockhtml"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// digestFlags are the flags of the digest command.
type digestFlags struct {
	date, since string
	format      *format
	channel     string
	digest.Filter
}

// newDigest returns the command that tells what happened.
func newDigest(a *app) *cobra.Command {
	f := digestFlags{format: newFormat("text", "json", "slack", "html")}
	c := &cobra.Command{
		Use:   "digest [URL|FILE|DIR]...",
		Short: "Tell what happened: stories, key points, named entities",
		Long: "Tell what happened in the last 24 hours, on a day or in any other window.\n" +
			"With URLs, files or folders it reads those alone and keeps nothing.\n\n" +
			"A TOPIC is a name, a word or several words that an article must hold, or the name of a source.",
		Example: "  newsbot digest --since 24h\n  newsbot digest https://example.org/feed.xml\n" +
			"  newsbot digest --topic Rotterdam --topic 'sea wall' --mute football\n" +
			"  newsbot digest --date yesterday --format html >digest.html\n  newsbot digest --post '#news'",
	}
	c.RunE = a.run(func(ctx context.Context, args []string) error {
		for _, name := range []string{"date", "since", "post"} {
			if flag := c.Flags().Lookup(name); flag.Changed && flag.Value.String() == "" {
				return usagef("--%s is given, and empty: is a variable not set?", name)
			}
		}
		return a.digest(ctx, f, args)
	})
	c.Flags().StringVar(&f.date, "date", "", "the day, week or month to tell of: 2026-11-23, 20 Nov, monday, yesterday, last week")
	c.Flags().StringVar(&f.since, "since", "", "how far to look back: 24h, 7d, 2w (24h, where nothing is named to read)")
	c.Flags().StringArrayVar(&f.Topics, "topic", nil, "tell only stories on this `TOPIC`; with several of them, on any")
	c.Flags().StringArrayVar(&f.Mutes, "mute", nil, "leave out articles on this `TOPIC`; may be given several times")
	f.format.register(c)
	c.Flags().StringVar(&f.channel, "post", "", "post it to this Slack channel instead of printing it")
	return c
}

// told is how many stories a digest for people tells; no form shows more.
const told = 200

// digest builds a digest and prints or posts it.
func (a *app) digest(ctx context.Context, f digestFlags, args []string) error {
	if topic, ok := f.Both(); ok {
		return usagef("%q is both a --topic and a --mute, so nothing would be told of it: leave out one of them", topic)
	}
	o, err := a.digestOptions(f, len(args) > 0, time.Now())
	if err != nil {
		return err
	}
	var poster *bot.Poster
	if f.channel != "" { // say what is missing before the work, not after it
		if poster, err = a.poster(); err != nil {
			return err
		}
	}
	var d digest.Digest
	var unread error // what could not be read is no reason to withhold the rest
	if len(args) > 0 {
		d, unread, err = a.namedDigest(ctx, f, o, args)
	} else {
		d, err = a.storedDigest(ctx, f, o)
	}
	if err != nil {
		return err
	}
	if poster != nil {
		err = post(ctx, poster, f.channel, d)
	} else {
		err = a.print(func(w io.Writer) error { return a.writeDigest(w, f.format.value, d) })
	}
	if err != nil {
		return err
	}
	return unread
}

// namedDigest builds a digest of named inputs. Its unread error says that some input could
// not be read.
func (a *app) namedDigest(ctx context.Context, f digestFlags, o digest.Options, names []string) (d digest.Digest, unread, err error) {
	articles, unread, err := a.readBriefs(ctx, names, o)
	if err == nil && len(articles) == 0 {
		err = unread // nobody is told that there is no news where none could be read
	}
	if err == nil {
		d, err = a.buildDigest(f, o, articles)
	}
	return d, unread, err
}

// storedDigest builds a digest of the store.
func (a *app) storedDigest(ctx context.Context, f digestFlags, o digest.Options) (d digest.Digest, err error) {
	if a.config.RedisURL == "" {
		return d, usagef("no articles to tell of: set REDIS_URL to a Redis that newsbot ingest has filled, or name files, folders or URLs to read")
	}
	s, err := a.openStore(ctx)
	if err != nil {
		return d, err
	}
	defer s.Close()
	articles, err := s.Window(ctx, o.From, o.To)
	if err == nil && len(articles) == 0 {
		err = a.tellNewestStored(ctx, s, o)
	}
	if err != nil {
		return d, err
	}
	if d, err = a.buildDigest(f, o, articles); err != nil {
		return d, err
	}
	return d, s.MarkTrends(ctx, d)
}

// tellNewestStored tells who asks for a time without news of which day the newest in the store is.
func (a *app) tellNewestStored(ctx context.Context, s *store.Store, o digest.Options) error {
	newest, _, err := s.Search(ctx, store.Query{To: o.Now, Limit: 1})
	switch {
	case err != nil:
		return err
	case len(newest) == 0:
		fmt.Fprintln(a.err, "newsbot: no article is stored yet: newsbot ingest takes some in")
	default:
		a.tellNewest(newest[0].Time(), o.Zone)
	}
	return nil
}

// tellNewest tells who asks for a time without news of which day the newest is.
func (a *app) tellNewest(newest time.Time, zone *time.Location) {
	day := newest.In(zone).Format(time.DateOnly)
	fmt.Fprintf(a.err, "newsbot: no article is of that time, the newest is of %s: see --date %s\n", day, day)
}

// buildDigest builds a digest of articles as the flags ask.
func (a *app) buildDigest(f digestFlags, o digest.Options, articles []digest.Brief) (digest.Digest, error) {
	if err := checkSought(f.Filter, articles); err != nil {
		return digest.Digest{}, err
	}
	if f.format.value != "json" {
		o.Tell = told
	}
	d := digest.Build(articles, o)
	if len(f.Topics) > 0 && d.Articles == 0 && len(articles) > 0 {
		fmt.Fprintf(a.err, "newsbot: of %s none is on %s\n", render.Plural(len(articles), "article", "articles"), quotedOr(f.Topics))
	}
	return d, nil
}

// quotedOr lists words of which one may be meant.
func quotedOr(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = strconv.Quote(w)
	}
	return strings.Join(quoted, " or ")
}

// checkSought says which topic or mute nothing is found by, as the name of no source
// is it either.
func checkSought(f digest.Filter, articles []digest.Brief) error {
	vain, ok, err := digest.Vain(slices.Concat(f.Topics, f.Mutes), func() ([]string, error) {
		names := make([]string, len(articles))
		for i := range articles {
			names[i] = articles[i].Outlet()
		}
		return names, nil
	})
	if ok {
		return usagef("%q finds nothing: single letters and words such as \"the\" are not enough; give a name, words or a source", vain)
	}
	return err
}

// digestOptions turns the flags into a window of time. What is named to be
// read is told whole unless a window is asked for.
func (a *app) digestOptions(f digestFlags, named bool, now time.Time) (digest.Options, error) {
	o := digest.Options{Edition: a.config.Edition, Zone: a.config.Zone.Location, Now: now, Filter: f.Filter}
	var err error
	switch {
	case f.date != "" && f.since != "":
		err = errors.New("--date and --since name two windows: use one of them")
	case f.date != "":
		o.From, o.To, err = parseDate(f.date, now.In(o.Zone))
	case f.since != "" || !named:
		var back time.Duration
		back, err = parseSpan(cmp.Or(f.since, "24h"))
		o.From, o.To = now.Add(-back), now
	default:
		o.Now = time.Time{}
	}
	if err != nil {
		return o, usageError{err}
	}
	return o, nil
}

// readBriefs reads and analyses the named inputs. The same article twice
// counts once, the later text of it. Its unread error says that some input
// could not be read.
func (a *app) readBriefs(ctx context.Context, names []string, o digest.Options) (briefs []digest.Brief, unread, err error) {
	z, err := newAnalyzer()
	if err != nil {
		return nil, nil, err
	}
	in := a.newInputs(feed.Config{})
	at := map[string]int{}
	var newest time.Time  // of those that are not of the window
	var replaced []string // titles of what takes the place of another under its id or address
	for a := range in.analysed(ctx, z, names) {
		b := digest.NewBrief(a.Article, a.Analysis)
		if !o.From.IsZero() {
			b.Seen = o.Now.Add(-1)        // within a window that ends now
			if b.Published.After(o.Now) { // as in the store
				b.Published = time.Time{}
			}
			if b.Time().Before(o.From) || !b.Time().Before(o.To) {
				if b.Time().After(newest) {
					newest = b.Time()
				}
				continue
			}
		}
		if i, ok := at[b.ID]; ok {
			if b.Ref != "" && b.Title != briefs[i].Title {
				replaced = append(replaced, b.Title)
			}
			briefs[i] = b
			continue
		}
		at[b.ID] = len(briefs)
		briefs = append(briefs, b)
	}
	if ctx.Err() != nil {
		return nil, nil, ctx.Err()
	}
	if len(briefs) == 0 && !newest.IsZero() {
		a.tellNewest(newest, o.Zone)
	}
	if len(replaced) > 0 {
		in.say(fmt.Errorf("%s the place of another with the same id or address, the first of them %q; give each its own", render.Plural(len(replaced), "article takes", "articles take"), replaced[0]))
	}
	return briefs, in.result(ctx), nil
}

// writeDigest writes a digest in a format.
func (a *app) writeDigest(w io.Writer, format string, d digest.Digest) error {
	switch format {
	case "json":
		return render.JSON(w, d)
	case "html":
		o := block.Options{Replies: told, Page: true}
		if !d.Day().IsZero() { // else the only time in it would be that at which it was made
			o.Now = time.Now()
		}
		messages := block.Digest(d, o)
		// A file may be read on another day: no time in it is of today.
		return blockhtml.Page(w, render.Edition(d.Edition), messages, blockhtml.Options{Reader: render.NewReader(d.Zone, "")})
	case "slack":
		return block.JSON(w, block.Digest(d, block.Options{Now: time.Now()}))
	}
	return render.Text(w, d, a.textOptions())
}
