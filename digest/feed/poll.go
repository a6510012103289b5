package feed

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"newsbot/digest"
)

// Validators are what a server gave with a content, by which it tells later
// whether that has changed (RFC 9110, 8.8).
type Validators struct {
	ETag, LastModified string
}

// maxValidator is the length in bytes of the longest validator that is kept.
const maxValidator = 1024

func newValidators(h http.Header) Validators {
	short := func(s string) string {
		if len(s) > maxValidator {
			return ""
		}
		return s
	}
	return Validators{ETag: short(h.Get("ETag")), LastModified: short(h.Get("Last-Modified"))}
}

// set makes a request conditional.
func (v Validators) set(h http.Header) {
	if v.ETag != "" {
		h.Set("If-None-Match", v.ETag)
	}
	if v.LastModified != "" {
		h.Set("If-Modified-Since", v.LastModified)
	}
}

// Polled is what a feed had to say.
type Polled struct {
	NotModified bool             // nothing is new; only MovedTo, Validators and Every are set beside
	MovedTo     string           // the address that replaces the feed's, after permanent redirects only
	Validators                   // for the next Poll; none where the feed was not read to its end, so that that is asked for again
	Title       string           // the name of the outlet
	Site        string           // the address of its page
	Articles    []digest.Article // some may have an address alone, see Page
	Cut         error            // why it breaks off, so that the feed may hold more than Articles; nil where it does not
	Every       time.Duration    // how often the feed says that it changes; 0 where it does not say
}

// Poll reads a feed, or the one that a page points to, unless it is unchanged
// since v. Items that cannot be read are left out and logged. An error is an
// *InputError that holds a *StatusError where the server answered, which is
// ErrGone where the feed will not come back.
func (r *Reader) Poll(ctx context.Context, address string, v Validators) (Polled, error) {
	d, err := r.downloadNamed(ctx, address, v)
	if err != nil {
		return Polled{}, err
	}
	p := Polled{NotModified: d.unchanged, MovedTo: d.moved, Validators: newValidators(d.header), Every: maxAge(d.header)}
	if d.unchanged {
		if p.Validators == (Validators{}) {
			p.Validators = v
		}
		return p, nil
	}
	err = r.collect(ctx, d, &p)
	return p, err
}

// downloadNamed takes what is at the address that somebody gave of a feed or a site off the
// network. An error is an *InputError.
func (r *Reader) downloadNamed(ctx context.Context, address string, v Validators) (d download, err error) {
	if isURL(address) {
		d, err = r.download(ctx, request{address: address, guarded: r.config.Public, accept: acceptFeeds, validators: v})
	} else {
		err = errNoAddress
	}
	if err != nil {
		return d, &InputError{Input: digest.Redact(address), Err: err}
	}
	return d, nil
}

// collect reads the articles of a feed.
func (r *Reader) collect(ctx context.Context, d download, p *Polled) error {
	var failed error
	s := &sink{reader: r, ctx: ctx, bare: true, yield: func(it Item, err error) bool {
		switch a := it.Article; {
		case err == nil && a.Title == "" && a.Text == "" && a.URL == "":
			// nothing that its page could complete
		case err == nil:
			p.Articles = append(p.Articles, a)
		case errors.Is(err, errNoItems):
		default:
			failed = err
			r.config.Log.DebugContext(ctx, "part of a feed could not be read", "err", err)
		}
		return len(p.Articles) < r.config.Limits.Items
	}}
	r.readDownload(s, d)
	p.Title, p.Site, p.Every, p.Cut = s.about.title, s.about.site, max(p.Every, s.about.every), s.cut
	if s.followed || p.Cut != nil { // those of a page say nothing about its feed, nor do others about a part of one
		p.Validators = Validators{}
	}
	switch {
	case ctx.Err() != nil:
		return &InputError{Input: d.input, Err: plainFetchError(ctx.Err())}
	case len(p.Articles) == 0:
		return failed
	case !s.about.known && isForPeople(d): // of a site that is down, or wants a login
		p.Articles = nil
		return &InputError{Input: d.input, Err: errForPeople}
	}
	return nil
}

// isForPeople tells what only people read: a page or a text.
func isForPeople(d download) bool {
	head := d.head()
	k := sniff(head)
	return !isGzip(head) && (k == page || k == plain)
}

// about is what a feed says about itself.
type about struct {
	known  bool // it is a feed
	title  string
	outlet string // of the articles that are its own
	site   string
	every  time.Duration // how often it changes, 0 where it does not say
}

// maxAge returns how long an answer may be used, as its header Cache-Control
// says; 0 where it does not.
func maxAge(h http.Header) time.Duration {
	for part := range strings.SplitSeq(strings.ToLower(h.Get("Cache-Control")), ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		if seconds, err := strconv.ParseUint(strings.Trim(value, `"`), 10, 31); name == "max-age" && err == nil {
			return time.Duration(seconds) * time.Second
		}
	}
	return 0
}
