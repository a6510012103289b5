package feed

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// maxBroken is the number of broken lines in a row after which a file counts
// as something else than JSON Lines.
const maxBroken = 1000

// maxSkipped is the length in bytes of a line that is too long at which
// reading stops altogether: a bomb.
const maxSkipped = 1 << 30

var errLineTooLong = errors.New("line too long")

// readLines reads an article a line. A line that is broken is reported, the
// others go in.
func (r *Reader) readLines(s *sink, o origin, in *bufio.Reader) {
	l := newLineReader(in, r.config.Limits.Line)
	broken := 0
	for number := 1; s.open(); number++ {
		line, err := l.next()
		switch {
		case err == io.EOF:
			return
		case errors.Is(err, errLineTooLong):
			s.failAt(o, number, fmt.Errorf("is skipped, because it is longer than %s", byteSize(int64(r.config.Limits.Line))))
			continue
		case err != nil:
			s.cut = plainReadError(err)
			s.failAt(o, number, s.cut)
			return
		case len(line) == 0:
			continue
		}
		a, err := parseRecord(line)
		if err == nil && r.config.Lines && a.given == "" {
			err = errNoID
		}
		if err == nil {
			broken = 0
			s.articleAt(o, number, a.Article, a.given, a.doubt(r.config.Now()))
			continue
		}
		s.failAt(o, number, err)
		if broken++; broken == maxBroken {
			s.fail(o, fmt.Errorf("reading stops, because %d lines in a row are broken; give one JSON object a line", maxBroken))
			return
		}
	}
}

// lineReader cuts a stream into lines of bounded length.
type lineReader struct {
	in  *bufio.Reader
	max int
	buf []byte // of a line that is longer than in's buffer
}

func newLineReader(in *bufio.Reader, max int) *lineReader {
	head, _ := in.Peek(4)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		in.Discard(3)
	case isUTF16(head):
		utf8 := transform.NewReader(in, unicode.BOMOverride(utf16Of(head).NewDecoder()))
		in = bufio.NewReaderSize(utf8, 64<<10)
	}
	return &lineReader{in: in, max: max}
}

// next returns the next line in UTF-8, without white space around it. It is
// valid until the next call. It returns io.EOF at the end and errLineTooLong
// for a line that was skipped.
func (l *lineReader) next() ([]byte, error) {
	line, err := l.in.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		line, err = l.long(line)
	}
	if err != nil && (err != io.EOF || len(line) == 0) {
		return nil, err
	}
	line = bytes.TrimSpace(line)
	if !utf8.Valid(line) {
		line = decode(line, "")
	}
	return line, nil
}

// long reads on a line that begins with head.
func (l *lineReader) long(head []byte) ([]byte, error) {
	l.buf = append(l.buf[:0], head...)
	for size := len(head); ; {
		part, err := l.in.ReadSlice('\n')
		if size += len(part); size <= l.max {
			l.buf = append(l.buf, part...)
		}
		switch {
		case err == bufio.ErrBufferFull && size < maxSkipped:
			continue
		case err == bufio.ErrBufferFull:
			return nil, fmt.Errorf("reading stops, because the line is longer than %s", byteSize(maxSkipped))
		case err != nil && err != io.EOF:
			return nil, err
		case size > l.max:
			return nil, errLineTooLong
		}
		return l.buf, nil
	}
}
