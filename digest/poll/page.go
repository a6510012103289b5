package poll

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"time"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/store"
	"newsbot/digest/wait"
)

// fullText is the length in bytes from which on a text is more than a teaser.
const fullText = 1000

// What a shorter text has that is whole: teasers have a paragraph or two, or break off.
const (
	wholeParagraphs = 3
	wholeText       = 300
)

// IsFull reports whether an article has its full text, as far as length and form tell. News in brief of a
// paragraph or two cannot be told from a teaser.
func IsFull(a digest.Article) bool {
	text := strings.TrimSpace(a.Text)
	return isLong(a) || len(text) >= wholeText && strings.Count(text, "\n") >= wholeParagraphs-1 && endsWhole.MatchString(text)
}

// endsWhole finds the end of a sentence at the end of a text, and not that of what breaks off.
var endsWhole = regexp.MustCompile(`(?:[^.][.!?]|[。！？])["'”’“»)\]]*$`)

// isLong reports whether a text is longer than any teaser: of a shorter one the page is read, which may
// have more.
func isLong(a digest.Article) bool { return len(a.Text) >= fullText }

// mostText is how much of a text is taken in, in bytes: more than the longest read has.
const mostText = 128 << 10

// cut returns an article with as much of its text as is taken in.
func cut(a digest.Article) digest.Article {
	a.Text = feed.CutText(a.Text, mostText)
	return a
}

// Reread returns the article of a page that was kept as this version of the program reads
// it.
func Reread(ctx context.Context, raw store.Raw) digest.Article {
	page := feed.Page{URL: raw.Address, ContentType: raw.ContentType, Data: raw.Page}
	return cut(page.Complete(ctx, raw.Article, time.Now()))
}

// How long an item waits for its host before others have their turn, how long in
// all until it is taken in as it is, and how long between two looks.
const (
	waitHost    = 2 * time.Second
	waitHostAll = time.Hour
	lookHost    = 100 * time.Millisecond
)

// share is the part of the workers that the pages of one feed may keep busy: they
// may be on any number of hosts, all of which may be slow.
const share = 4

// complete returns the article of an item with the text of its page, where the
// feed has only a teaser and the page can be had. Pages are kept until half of what the
// feed may take is taken, and read until all is.
func (p *Poller) complete(ctx context.Context, it store.Item) (digest.Article, error) {
	if isLong(it.Article) || it.Article.URL == "" || it.Article.IsPart() {
		return p.incomplete(ctx, it)
	}
	taken, err := p.Store.Taken(ctx, it.Feed)
	switch {
	case err != nil:
		return it.Article, err
	case taken >= p.Daily:
		return p.incomplete(ctx, it)
	}
	switch turn, err := p.awaitTurn(ctx, it.Feed); {
	case err != nil:
		return it.Article, err
	case !turn:
		return p.putOff(ctx, it, 0)
	}
	defer p.turns.giveBack(it.Feed)
	page, err := p.fetch(ctx, it.Article.URL)
	var busy *busyError
	var redis *store.Error
	switch {
	case errors.As(err, &busy):
		return p.putOff(ctx, it, busy.alone)
	case errors.As(err, &redis):
		return it.Article, redis
	case err != nil:
		p.Log.Debug("page not read", "url", digest.Redact(it.Article.URL), "error", Plainly(err))
		return p.incomplete(ctx, it)
	}
	a := page.Complete(ctx, it.Article, time.Now())
	if taken < p.Daily/2 {
		p.keep(ctx, store.Raw{ID: a.ID, Feed: it.Feed, Article: it.Article, Address: page.URL, ContentType: page.ContentType, Page: page.Data})
	} else {
		p.forget(ctx, a)
	}
	return a, nil
}

// putOff leaves an item for later, when its host is not left alone any more, or, where
// it has waited for long, returns its article as its feed gives it.
func (p *Poller) putOff(ctx context.Context, it store.Item, alone time.Duration) (digest.Article, error) {
	if left := waitHostAll - time.Since(it.Queued); left > 0 {
		return it.Article, &busyError{min(alone, left)}
	}
	return p.incomplete(ctx, it)
}

// incomplete returns the article of an item as its feed gives it.
func (p *Poller) incomplete(ctx context.Context, it store.Item) (digest.Article, error) {
	p.forget(ctx, it.Article)
	return it.Article, ctx.Err()
}

// forget forgets a former page of an article.
func (p *Poller) forget(ctx context.Context, a digest.Article) {
	if p.RawDays <= 0 || ctx.Err() != nil {
		return
	}
	if err := p.Store.ForgetRaw(ctx, a.ID, p.RawDays); err != nil && ctx.Err() == nil {
		p.Log.Warn("former page not forgotten; newsbot reanalyze may go by it", "url", digest.Redact(a.URL), "error", err)
	}
}

// fetch asks a host for a page, and those to which it redirects, and lets go of them.
func (p *Poller) fetch(ctx context.Context, address string) (feed.Page, error) {
	led := hosts{Poller: p, leases: make(map[string]*store.Lease)}
	if err := led.take(ctx, address); err != nil {
		return feed.Page{}, err
	}
	fetching, cancel := p.whileHeld(ctx)
	defer cancel()
	page, err := p.Public.Permitting(led.permit).Page(fetching, address)
	longer, end := wait.Outlive(ctx)
	defer end()
	return page, errors.Join(err, led.release(longer, err))
}

// whileHeld returns a context for what is asked of a host: it ends in good time
// before others may ask that host, so that it can be noted what came of it.
func (p *Poller) whileHeld(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, p.Hold*3/4)
}

// keep keeps a page for some days.
func (p *Poller) keep(ctx context.Context, raw store.Raw) {
	if p.RawDays <= 0 {
		return
	}
	if err := p.Store.KeepRaw(ctx, raw, p.RawDays); err != nil && ctx.Err() == nil {
		p.Log.Warn("page not kept; newsbot reanalyze will go by the text that was found in it", "url", digest.Redact(raw.Address), "error", err)
	}
}

// awaitTurn waits a little while for a turn of a feed, which is to be given back;
// false says that it did not come.
func (p *Poller) awaitTurn(ctx context.Context, feed string) (turn bool, err error) {
	err = p.await(ctx, func() (bool, error) {
		turn = p.turns.take(feed, max(1, p.Workers/share))
		return turn, nil
	})
	return turn, err
}

// await looks for something a little while.
func (p *Poller) await(ctx context.Context, look func() (there bool, err error)) error {
	for deadline := time.Now().Add(waitHost); ; {
		if there, err := look(); there || err != nil || time.Now().After(deadline) {
			return err
		}
		if err := wait.For(ctx, scatter(lookHost)); err != nil {
			return err
		}
	}
}
