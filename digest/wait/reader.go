package wait

import (
	"bytes"
	"context"
	"io"
)

// portion is how many bytes a Reader gives at a time at most.
const portion = 4096

// NewReader returns a reader of data that ends with the context's error as soon as
// that is done. It gives little at a time, so that a parser that gets slow notices.
func NewReader(ctx context.Context, data []byte) io.Reader {
	return &reader{ctx, bytes.NewReader(data)}
}

type reader struct {
	ctx  context.Context
	data *bytes.Reader
}

func (r *reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.data.Read(p[:min(len(p), portion)])
}
