package feed

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// acceptEncoding are the forms of compression that unpack undoes.
const acceptEncoding = "gzip, br, zstd"

// Bounds of what a server may send compressed. Text shrinks to a tenth, and
// hardly ever to less than a fiftieth.
const (
	maxRatio     = 100
	ratioFrom    = 1 << 20 // bytes: below, any ratio goes
	maxEncodings = 2
	maxWindow    = 8 << 20 // bytes of memory of zstd (RFC 9659)
)

var errBomb = errors.New("unpacks to more than a hundred times its size; nothing of it is read")

// unpack undoes the compression that the header Content-Encoding of an answer
// names. A body that is not what is named stays as it is.
func unpack(body io.Reader, encoding string) (io.Reader, error) {
	names := strings.FieldsFunc(strings.ToLower(encoding), func(r rune) bool { return r == ',' || r == ' ' })
	names = slices.DeleteFunc(names, func(s string) bool { return s == "identity" || s == "utf-8" || s == "none" })
	if len(names) > maxEncodings {
		return nil, fmt.Errorf("is compressed %d times; at most %d are undone", len(names), maxEncodings)
	}
	for _, name := range slices.Backward(names) {
		var err error
		if body, err = unpackOne(body, name); err != nil {
			return nil, err
		}
	}
	return body, nil
}

func unpackOne(body io.Reader, name string) (io.Reader, error) {
	packed := &counter{r: body}
	in := bufio.NewReader(packed)
	var out io.Reader
	var err error
	switch name {
	case "gzip", "x-gzip":
		if !startsWith(in, "\x1f\x8b") {
			return in, nil
		}
		out, err = gzip.NewReader(in)
	case "br":
		out = brotli.NewReader(in)
	case "zstd":
		if !startsWith(in, "\x28\xb5\x2f\xfd") {
			return in, nil
		}
		out, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderLowmem(true))
	case "deflate":
		if out = flate.NewReader(in); isZlib(in) {
			out, err = zlib.NewReader(in)
		}
	default:
		return nil, fmt.Errorf("is compressed as %q, which is not known; only %s are", cleanName(name), acceptEncoding)
	}
	if err != nil {
		return nil, plainReadError(err)
	}
	return &ratioGuard{r: out, packed: packed}, nil
}

func startsWith(in *bufio.Reader, magic string) bool {
	head, _ := in.Peek(len(magic))
	return bytes.Equal(head, []byte(magic))
}

// isZlib tells the head of zlib (RFC 1950, 2.2), which belongs around what is called
// deflate and which some servers leave out.
func isZlib(in *bufio.Reader) bool {
	head, _ := in.Peek(2)
	return len(head) == 2 && head[0]&0x0f == 8 && (int(head[0])<<8+int(head[1]))%31 == 0
}

// counter counts what is read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// ratioGuard reads what is unpacked and ends where it is a bomb.
type ratioGuard struct {
	r      io.Reader
	packed *counter
	n      int64
}

func (g *ratioGuard) Read(p []byte) (int, error) {
	n, err := g.r.Read(p)
	if g.n += int64(n); g.n > ratioFrom && g.n/maxRatio > g.packed.n {
		return 0, errBomb
	}
	return n, err
}
