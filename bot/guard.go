package bot

import (
	"cmp"
	"context"
	"io"
	"net/http"
	"net/http/httptrace"
	"sync/atomic"
)

// guardKey is the context key of what says whether a request may still be sent.
type guardKey struct{}

// guarded returns a context whose requests fail with errAsleep, unsent, if ok says
// so at the last moment: when a connection is there and the body goes out. Before
// that a process may stand still for any time.
func guarded(ctx context.Context, ok func() bool) context.Context {
	return context.WithValue(ctx, guardKey{}, ok)
}

// guard is an http.RoundTripper that heeds guarded contexts, and tells which requests
// were not sent. The next one heeds httptrace, as that of net/http does.
type guard struct{ next http.RoundTripper }

// notSent is the error of a request for which there was no connection, be it that no
// server or proxy was reached or that it could not be trusted: nothing went out.
type notSent struct{ error }

// Unwrap returns what kept the connection from being made.
func (e notSent) Unwrap() error { return e.error }

// RoundTrip implements http.RoundTripper.
func (g guard) RoundTrip(r *http.Request) (*http.Response, error) {
	var connected atomic.Bool
	trace := &httptrace.ClientTrace{GotConn: func(httptrace.GotConnInfo) { connected.Store(true) }}
	guarded := r.Clone(httptrace.WithClientTrace(r.Context(), trace))
	if ok, known := r.Context().Value(guardKey{}).(func() bool); known && r.Body != nil {
		guarded.Body = guardedBody{r.Body, ok}
		guarded.GetBody = nil // nothing is sent again without a look
	}
	res, err := cmp.Or(g.next, http.DefaultTransport).RoundTrip(guarded)
	if err != nil && !connected.Load() {
		err = notSent{err}
	}
	return res, err
}

// guardedBody is a body that breaks off once it may not be sent. What has broken
// off Slack does not take; after the last of it there is nothing to ask.
type guardedBody struct {
	io.ReadCloser
	ok func() bool
}

// Read implements io.Reader.
func (b guardedBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if n > 0 && !b.ok() {
		return 0, errAsleep
	}
	return n, err
}
