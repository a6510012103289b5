package feed

import (
	"bytes"
	"context"
	"io"
)

// follow reads what a page or a list of feeds refers to.
func (r *Reader) follow(s *sink, address string, guarded bool) {
	if s.open() {
		r.readAddress(s, origin{input: redact(address), guarded: guarded, followed: true}, address)
	}
}

// readAddress reads what is at a URL.
func (r *Reader) readAddress(s *sink, o origin, address string) {
	ctx, cancel := context.WithTimeout(s.ctx, fetchTime)
	defer cancel()
	r.log.DebugContext(ctx, "fetch", "url", o.input)
	res, err := r.web.fetch(ctx, address, r.userAgent, o.guarded)
	if err != nil {
		s.fail(o, err)
		return
	}
	o.url, o.contentType, o.guarded = res.url, res.contentType, o.guarded || res.public
	o.url.User = nil
	r.readStream(s, o, download(res.body, r.limits.Document))
}

// download takes a body off the network before anything is done with it, so
// that the time that articles take to process does not count as the server's.
// What goes wrong comes up where the data ends.
func download(body io.ReadCloser, limit int64) io.Reader {
	defer body.Close()
	data, err := io.ReadAll(io.LimitReader(body, limit+1))
	switch {
	case err != nil:
		err = plainFetchError(err)
	case int64(len(data)) > limit:
		err = sizeError(limit)
	default:
		err = io.EOF
	}
	return io.MultiReader(bytes.NewReader(data), failing{err})
}

// failing is a stream that ends at once.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
