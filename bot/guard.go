package bot

import (
	"cmp"
	"context"
	"io"
	"net/http"
)

// guardKey is the context key of what says whether a request may still be sent.
type guardKey struct{}

// guarded returns a context whose requests fail with errAsleep, unsent, if ok says
// so at the last moment: when a connection is there and the body goes out. Before
// that a process may stand still for any time.
func guarded(ctx context.Context, ok func() bool) context.Context {
	return context.WithValue(ctx, guardKey{}, ok)
}

// guard is an http.RoundTripper that heeds guarded contexts.
type guard struct{ next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (g guard) RoundTrip(r *http.Request) (*http.Response, error) {
	if ok, guarded := r.Context().Value(guardKey{}).(func() bool); guarded && r.Body != nil {
		r = r.Clone(r.Context())
		r.Body = guardedBody{r.Body, ok}
		r.GetBody = nil // nothing is sent again without a look
	}
	return cmp.Or(g.next, http.DefaultTransport).RoundTrip(r)
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
