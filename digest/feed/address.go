package feed

import (
	"bytes"
	"context"
	"io"
	"net/http"
)

// follow reads what a page or a list of feeds refers to.
func (r *Reader) follow(s *sink, address string, guarded bool) {
	if s.open() {
		s.followed = true
		r.readAddress(s, origin{input: Redact(address), guarded: guarded, followed: true}, address)
	}
}

// readAddress reads what is at a URL.
func (r *Reader) readAddress(s *sink, o origin, address string) {
	d, err := r.download(s.ctx, o, request{address: address, accept: acceptFeeds})
	if err != nil {
		s.fail(o, err)
		return
	}
	r.readStream(s, d.origin, d.body)
}

// download is the whole answer of a server.
type download struct {
	origin
	body      io.Reader
	header    http.Header
	moved     string // see response
	unchanged bool
}

// download takes what is at an address off the network before anything is done
// with it, so that the time that articles take to process does not count as
// the server's. What goes wrong in the body comes up where its data ends.
func (r *Reader) download(ctx context.Context, o origin, q request) (download, error) {
	ctx, cancel := context.WithTimeout(ctx, r.limits.Time)
	defer cancel()
	r.log.DebugContext(ctx, "fetch", "url", o.input)
	q.guarded = o.guarded
	res, err := r.web.fetch(ctx, q)
	if err != nil {
		return download{}, err
	}
	o.url, o.contentType, o.guarded = res.url, res.header.Get("Content-Type"), o.guarded || res.public
	o.url.User = nil
	d := download{origin: o, header: res.header, moved: res.moved, unchanged: res.unchanged}
	if !res.unchanged {
		d.body, err = r.readBody(res)
	}
	return d, err
}

// readBody takes a body off the network and unpacks it.
func (r *Reader) readBody(res response) (io.Reader, error) {
	defer res.body.Close()
	body, err := unpack(res.body, res.header.Get("Content-Encoding"))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(body, r.limits.Document+1))
	switch {
	case err != nil:
		err = plainFetchError(err)
	case int64(len(data)) > r.limits.Document:
		err = sizeError(r.limits.Document)
	default:
		err = io.EOF
	}
	return io.MultiReader(bytes.NewReader(data), failing{err}), nil
}

// failing is a stream that ends at once.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
