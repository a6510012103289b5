package feed

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
)

// follow reads what a page or a list of feeds refers to: of what came from a
// server, on another one only what is public.
func (r *Reader) follow(s *sink, o origin, address string) {
	if s.open() {
		s.followed = true
		guarded := o.guarded || o.url != nil && !sameServer(o.url.String(), address)
		r.readAddress(s, request{address: address, guarded: guarded, accept: acceptFeeds}, true)
	}
}

// readAddress reads what is at a URL; followed says that a page or a list of feeds led there.
func (r *Reader) readAddress(s *sink, q request, followed bool) {
	d, err := r.download(s.ctx, q)
	if err != nil {
		s.fail(q.origin(), err)
		return
	}
	d.followed = followed
	r.readDownload(s, d)
}

// readDownload reads what was fetched.
func (r *Reader) readDownload(s *sink, d download) {
	head := d.head()
	if isGzip(head) {
		r.readStream(s, d.origin, d.stream())
		return
	}
	k, err := kindOf(d.origin, head, d.end())
	switch {
	case err != nil:
		s.fail(d.origin, err)
	case k == lines:
		r.readLines(s, d.origin, bufio.NewReader(d.stream()))
	default:
		r.readDocument(s, d.origin, k, d.data, d.err)
	}
}

// download is the whole answer of a server.
type download struct {
	origin
	data      []byte
	err       error // why data ends early, nil where it does not
	header    http.Header
	moved     string // see response
	unchanged bool
}

// head returns as much of the data as tells its kind.
func (d download) head() []byte { return d.data[:min(len(d.data), headSize)] }

// stream returns the data with what went wrong at its end.
func (d download) stream() io.Reader {
	return io.MultiReader(bytes.NewReader(d.data), failing{d.end()})
}

// end returns what a reader says at the end of the data.
func (d download) end() error {
	if d.err != nil {
		return d.err
	}
	return io.EOF
}

// failing is a stream that ends at once.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// download takes what is at an address off the network before anything is done
// with it, so that the time that articles take to process does not count as
// the server's.
func (r *Reader) download(ctx context.Context, q request) (download, error) {
	o := q.origin()
	ctx, cancel := context.WithTimeout(ctx, r.config.Limits.Time)
	defer cancel()
	r.config.Log.DebugContext(ctx, "fetch", "url", o.input)
	res, err := r.web.fetch(ctx, q)
	if err != nil {
		return download{}, err
	}
	if res.body != nil {
		defer res.body.Close()
	}
	o.url, o.contentType, o.guarded = res.url, res.header.Get("Content-Type"), o.guarded || res.public || !sameServer(q.address, res.url.String())
	o.url.User = nil
	d := download{origin: o, header: res.header, moved: res.moved, unchanged: res.unchanged}
	if !res.unchanged {
		d.data, d.err, err = r.readBody(res)
	}
	return d, err
}

// readBody takes a body off the network and unpacks it. cut says why it ends
// early.
func (r *Reader) readBody(res response) (data []byte, cut, err error) {
	body, err := unpack(res.body, res.header.Get("Content-Encoding"))
	if err != nil {
		return nil, nil, err
	}
	data, cut = readAtMost(r.config.Limits.Answer, body)
	if cut != nil && !errors.Is(cut, errTooLong) {
		cut = plainFetchError(cut)
	}
	return data, cut, nil
}
