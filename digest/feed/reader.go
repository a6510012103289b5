package feed

import (
	"cmp"
	"context"
	"errors"
	"io"
	"iter"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"newsbot/digest"
)

// Config is what a Reader needs. The zero Config is ready for use.
type Config struct {
	HTTP    *http.Client     // nil: one that suits strangers' servers, see the package's doc
	Now     func() time.Time // nil: time.Now
	Public  bool             // strangers name the inputs: addresses of public servers alone are read, no files
	Allow   []netip.Prefix   // addresses that strangers may name though they are not public
	Source  string           // the source of every article, whatever the input says; "" leaves it to the input
	Bare    bool             // feeds' items without title and text are articles, too, not errors
	Lines   bool             // inputs are files of the lines that WriteLine writes, and nothing else
	Proxy   *url.URL         // through which what strangers name is fetched: it reaches public servers alone; nil: none
	Contact string           // where operators of servers find us, an address or a mailbox: part of the User-Agent
	Log     *slog.Logger     // nil: nothing is logged
	Limits  Limits

	// PassedOver is told how many files of a folder are of no kind that is read, and no README; nil: nobody is.
	PassedOver func(folder string, files int)
}

// Limits bound what one input may cost. A field that is 0 has its default.
type Limits struct {
	Document int64 // bytes of a page, feed, text or JSON document after decompression: 32 MB
	Answer   int64 // bytes of what a server sends, after decompression: 10 MB, at most Document
	Line     int   // bytes of a line of a .jsonl file: 16 MB
	Items    int   // items of a feed: 10,000

	Time  time.Duration // of fetching one address, redirects and body included: 30 seconds
	Delay time.Duration // between two pages of one site that Page asks for: 1 second
}

// Item is an article with the input that it was read from: a file or URL, or
// "-", without user name and password.
type Item struct {
	Article digest.Article
	Input   string
	Doubt   error // an *InputError: what its input says that the article leaves out; nil for nothing
	Front   bool  // it is from Input, the feed of a front page, which has the address that was asked for
}

// Reader turns inputs into articles. It is safe for concurrent use.
type Reader struct {
	config Config
	web    web
	robots *robots
	trusts bool // see Trusting
}

// New returns a Reader.
func New(c Config) *Reader {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.PassedOver == nil {
		c.PassedOver = func(string, int) {}
	}
	l := &c.Limits
	l.Document = positive(l.Document, 32<<20)
	l.Answer = min(positive(l.Answer, 10<<20), l.Document)
	l.Line = positive(l.Line, 16<<20)
	l.Items = positive(l.Items, 10_000)
	l.Time = positive(l.Time, 30*time.Second)
	l.Delay = positive(l.Delay, time.Second)
	return &Reader{config: c, web: newWeb(c), robots: &robots{sites: map[string]*site{}}}
}

func positive[T int | int64 | time.Duration](n, otherwise T) T {
	if n > 0 {
		return n
	}
	return otherwise
}

// Permitting returns a Reader that asks before each of its requests to a server, those
// that redirects and links in feeds lead to included, and makes only those that are
// permitted. Else it does as r does, and shares with it what sites ask of programs.
func (r *Reader) Permitting(permit func(ctx context.Context, address *url.URL) error) *Reader {
	own := *r
	own.web.permit = permit
	return &own
}

// Trusting returns a Reader of feeds that whoever runs the program has chosen, to which what a feed calls itself is
// true, though an outlet that is known is called so. Else it does as r does, as with Permitting.
func (r *Reader) Trusting() *Reader {
	own := *r
	own.trusts = true
	return &own
}

// Read returns the articles of an input: a URL, a file, a folder, or "-" for
// stdin. Articles come as they are read, so that an input of any size passes
// through. An error is an *InputError and concerns one input, line or item; the
// sequence goes on after it, and ends early only when ctx ends.
func (r *Reader) Read(ctx context.Context, input string, stdin io.Reader) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		s := &sink{reader: r, ctx: ctx, bare: r.config.Bare, yield: yield}
		switch {
		case input == "":
			s.fail(origin{input: `""`}, errors.New("names nothing; give a file, a folder, a URL or -"))
		case r.config.Lines && isURL(input):
			s.fail(origin{input: digest.Redact(input)}, errNoLines)
		case isURL(input):
			r.readAddress(s, request{address: input, guarded: r.config.Public, accept: acceptFeeds}, false)
		case r.config.Public:
			s.fail(origin{input: digest.Redact(input)}, errNoAddress)
		case input == "-":
			r.readStream(s, origin{input: input}, stdin)
		default:
			r.readPath(s, filepath.Clean(input))
		}
		if err := ctx.Err(); err != nil && !s.done {
			yield(Item{}, &InputError{Input: digest.Redact(input), Err: err})
		}
	}
}

// isURL tells whether an input names a scheme, so that a mistaken one is
// reported as such and not as a missing file.
func isURL(input string) bool {
	scheme, rest, ok := strings.Cut(input, "://")
	return ok && rest != "" && !strings.ContainsAny(scheme, `/\. `)
}

// sink hands what is read to the caller of Read.
type sink struct {
	reader *Reader
	ctx    context.Context
	yield  func(Item, error) bool
	bare   bool // see Config
	done   bool // the caller wants no more

	about    about // what the last feed says about itself
	followed bool  // a page or a list of feeds was followed
	front    bool  // a front page was
	cut      error // why a feed was not read to its end, which another reading may find; nil where all were
}

// open tells whether to go on reading.
func (s *sink) open() bool { return !s.done && s.ctx.Err() == nil }

// article completes an article and hands it on. given is the id that the input
// gave it.
func (s *sink) article(o origin, a digest.Article, given string) { s.articleAt(o, 0, a, given, nil) }

// articleAt hands on the article of one line of an input, 0 for the whole, with
// what is doubtful of it, nil for nothing.
func (s *sink) articleAt(o origin, line int, a digest.Article, given string, doubt error) {
	if !s.open() {
		return
	}
	a.URL = digest.CleanURL(a.URL)
	switch {
	case s.reader.config.Source != "": // whoever runs the program says whose it is
		a.Source, a.Via = s.reader.config.Source, ""
	case o.url != nil:
		server, name := o.url.String(), withoutSite(a.Source)
		a.Via, a.Source = "", name
		if !sameOutlet(server, a.URL) {
			attribute(&a, digest.Site(server))
		}
		if isOwn := name == s.about.outlet; a.Source == name && !(isOwn && s.reader.trusts) {
			a.Source = nameGivenAt(cmp.Or(a.URL, server), name)
		}
	}
	a.Published = believable(a.Published, s.reader.config.Now())
	a.Seen = believable(a.Seen, s.reader.config.Now())
	a.Language = cleanLanguage(a.Language)
	a.Opinion = a.Opinion || tellsOpinion(a.Text)
	a.Identify(given)
	item := Item{Article: a, Input: o.input, Front: s.front}
	if doubt != nil {
		item.Doubt = &InputError{Input: o.input, Line: line, Err: doubt}
	}
	s.done = !s.yield(item, nil)
}

// fail hands an error on that concerns a whole input.
func (s *sink) fail(o origin, err error) { s.failAt(o, 0, err) }

// breakOff hands on why a feed was not read to its end, which another reading may find.
func (s *sink) breakOff(o origin, why error) {
	s.cut = why
	s.fail(o, why)
}

// failAt hands an error on that concerns one line of an input.
func (s *sink) failAt(o origin, line int, err error) {
	if !s.open() {
		return
	}
	s.done = !s.yield(Item{}, &InputError{Input: o.input, Line: line, Err: err})
}
