package feed

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"net/url"

	"newsbot/digest"
)

const maxRedirects = 5

// request is what is asked of a server.
type request struct {
	address    string
	guarded    bool // a stranger named it: it must be public
	accept     string
	validators Validators
	await      func(context.Context, *url.URL) error // returns when a redirect may be followed, or why not; nil: at once
}

// origin returns where what is asked for comes from, as far as the request tells.
func (q request) origin() origin {
	return origin{input: digest.Redact(q.address), guarded: q.guarded}
}

// What the Accept header says.
const (
	acceptFeeds = "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, */*;q=0.5"
	acceptPages = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"
)

// response is a content with where it came from in the end.
type response struct {
	body      io.ReadCloser // nil where the content is unchanged
	url       *url.URL
	header    http.Header
	public    bool   // a public server answered
	moved     string // the address that replaces the one asked for, "" for none
	unchanged bool   // since the validators
}

// fetch gets an address. Where it is guarded it must be public; so must what it
// redirects to, but for the host and port that the address names itself. The
// caller closes the body and ends ctx.
func (w web) fetch(ctx context.Context, q request) (response, error) {
	u, err := url.Parse(q.address)
	if err != nil {
		return response{}, errors.New("is no valid URL; check its spelling")
	}
	permanent := true
	for step := range maxRedirects + 1 {
		switch onWeb := (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != ""; {
		case !onWeb && step == 0:
			return response{}, errOffWeb
		case !onWeb:
			return response{}, fmt.Errorf("leads to %q, which %w", digest.Redact(u.String()), errOffWeb)
		}
		if w.permit != nil {
			if err := w.permit(ctx, u); err != nil {
				return response{}, fmt.Errorf("%w: %w", errUnpermitted, err)
			}
		}
		if step > 0 && q.await != nil {
			if err := q.await(ctx, u); err != nil {
				return response{}, plainFetchError(err)
			}
		}
		res, remote, err := w.get(ctx, u, q)
		if err != nil {
			return response{}, plainFetchError(err)
		}
		location := res.Header.Get("Location")
		if !isRedirect(res.StatusCode) || location == "" {
			found := response{url: u, header: res.Header, public: isPublic(remote)}
			if step > 0 && permanent {
				found.moved = u.String()
			}
			return found.complete(res, q, w)
		}
		res.Body.Close()
		permanent = permanent && (res.StatusCode == 301 || res.StatusCode == 308)
		if u, err = redirected(u, location); err != nil {
			return response{}, err
		}
		q.guarded = q.guarded || isPublic(remote) || !sameServer(q.address, u.String())
	}
	return response{}, fmt.Errorf("redirects more than %d times; give the address it should end at", maxRedirects)
}

// complete adds what the last answer brings.
func (r response) complete(res *http.Response, q request, w web) (response, error) {
	switch {
	case res.StatusCode == http.StatusNotModified && q.validators != Validators{}:
		res.Body.Close()
		r.unchanged = true
		return r, nil
	case res.StatusCode != http.StatusOK:
		res.Body.Close()
		return response{}, &StatusError{Code: res.StatusCode, RetryAfter: retryAfter(res.Header, w.now())}
	}
	r.body = res.Body
	return r, nil
}

// sameServer tells whether two addresses are of one host and port.
func sameServer(a, b string) bool {
	at := digest.HostPort(a)
	return at != "" && at == digest.HostPort(b)
}

// redirected returns where a redirect from u leads. User name and password of u go
// along only to the same server, and not out of https.
func redirected(u *url.URL, location string) (*url.URL, error) {
	next, err := u.Parse(location)
	if err != nil {
		return nil, errors.New("redirects to something that is no valid URL")
	}
	if next.User == nil && sameServer(u.String(), next.String()) && (next.Scheme == u.Scheme || next.Scheme == "https") {
		next.User = u.User
	}
	if next.Fragment == "" {
		next.Fragment = u.Fragment
	}
	return next, nil
}

func isRedirect(status int) bool {
	switch status {
	case 301, 302, 303, 307, 308:
		return true
	}
	return false
}

// get sends one request and returns the answer with the address it came from.
func (w web) get(ctx context.Context, u *url.URL, q request) (*http.Response, netip.Addr, error) {
	var remote netip.Addr
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(info httptrace.GotConnInfo) {
		if ap, err := netip.ParseAddrPort(info.Conn.RemoteAddr().String()); err == nil {
			remote = ap.Addr()
		}
	}})
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, remote, err
	}
	req.Header.Set("User-Agent", w.userAgent)
	req.Header.Set("Accept", q.accept)
	req.Header.Set("Accept-Encoding", acceptEncoding)
	q.validators.set(req.Header)
	client := w.any
	if q.guarded {
		client = w.public
	}
	res, err := client.Do(req)
	return res, remote, err
}
