// Package syndication reads feeds in XML: RSS from 0.9 to 2.0, also as RDF, Atom
// 0.3 and 1.0, CDF, and site maps of news. It turns text into values and knows
// no network.
//
// Read [Parse] and [Feed] first. Feeds are written by hand and by bad programs,
// so that nothing is asked of them but that their items can be told: tags may
// be unclosed, prefixes undeclared, letter case wrong, entities unknown, items
// outside of their channel, the end missing. tree.go builds what there is into
// elements, one item at a time; names.go knows the name spaces; item.go picks
// what an item says; opml.go reads and writes lists of feeds.
package syndication

import (
	"context"
	"errors"
	"time"
)

// Feed is a feed as it is written: nothing is decoded beyond XML or JSON,
// resolved or cleaned.
type Feed struct {
	Title    Text
	Link     string // its page
	Self     string // its own address
	Language string
	Every    time.Duration // how often it changes, 0 where it does not say
	Items    []Item
	More     bool  // there are more items than asked for
	Err      error // why it ends early, nil where it does not
}

// Item is one entry of a feed. Any of it may be missing.
type Item struct {
	ID         string
	Title      Text
	Link       string // relative ones refer to Base, else to the page of the feed
	Base       string // as by xml:base; "" for none
	Author     string
	Language   string
	Source     string   // the outlet, where it is not that of the feed
	SourceLink string   // its site or feed
	Published  []string // dates in any form, the best first
	Updated    string
	Content    Text     // the article
	Summary    Text     // what introduces it
	Categories []string // as they are called
	Paywalled  bool     // the feed says that it is for subscribers
}

// Text is a text with what is known of its form.
type Text struct {
	Value string
	Form  Form
}

// Form is what a text may hold.
type Form int

const (
	Loose Form = iota // text or HTML, as the feed does not say
	Plain             // text: what looks like a tag is none
	HTML
)

// ErrNoFeed is what a document is that has no element of a feed.
var ErrNoFeed = errors.New("it has no element of a feed")

// Parse reads the first items of a feed in XML, at most max. What is broken is read
// as far as it makes sense, and what takes long until ctx ends, which is the Err of
// the feed then.
func Parse(ctx context.Context, data []byte, max int) (Feed, error) {
	b := newBuilder(ctx, data, max)
	for b.next() {
	}
	broken := b.broken()
	b.finish()
	if err := ctx.Err(); err != nil && b.root == nil {
		return Feed{}, err
	}
	if b.root == nil || !isFeed(b.root) && len(b.items) == 0 {
		return Feed{}, ErrNoFeed
	}
	f := describe(b.root)
	f.Items, f.More, f.Err = b.items, b.more, broken
	return f, nil
}

// isFeed tells a feed by its outermost element.
func isFeed(root *node) bool {
	switch local(root.name) {
	case "rss", "rdf", "feed", "channel", "entry", "item", "urlset":
		return true
	}
	return false
}

// describe returns what a feed says about itself.
func describe(root *node) Feed {
	head := root
	if c := root.find("channel"); c != nil {
		head = c
	}
	link := head.link()
	f := Feed{
		Title:    head.text("title", "dc:title", "itunes:title"),
		Link:     link.page,
		Self:     link.self,
		Language: head.value("language", "dc:language"),
		Every:    max(head.minutes("ttl"), head.period()),
	}
	if f.Language == "" {
		f.Language = head.lang
	}
	if f.Link == "" {
		f.Link = head.attr("href") // CDF
	}
	return f
}
