package feed

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"

	"newsbot/digest"
)

// origin is where a content comes from.
type origin struct {
	input       string   // as it is shown
	name        string   // base name of the file, "" where there is none
	url         *url.URL // after redirects; nil for a file
	contentType string   // as the server says
	guarded     bool     // a stranger's: what it refers to must be public
	followed    bool     // a page pointed to it: it may not point on
}

// headSize is how much of a content tells its kind.
const headSize = 16 << 10

// readPath reads a file, or the files below a folder.
func (r *Reader) readPath(s *sink, path string) {
	o := origin{input: digest.Redact(path), name: filepath.Base(path)}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		s.fail(o, plainPathError(err))
	case info.IsDir() && r.config.Lines:
		s.fail(o, errNoLines)
	case info.IsDir():
		r.readFolder(s, path)
	default:
		r.readFile(s, o, func() (*os.File, error) { return os.Open(path) })
	}
}

func (r *Reader) readFile(s *sink, o origin, how func() (*os.File, error)) {
	f, err := open(s.ctx, how)
	if err != nil {
		s.fail(o, plainPathError(err))
		return
	}
	defer f.Close()
	// A pipe may stay open and bring nothing: closing it ends the reading.
	defer context.AfterFunc(s.ctx, func() { f.Close() })()
	r.readStream(s, o, f)
}

// open opens a file. With a named pipe it waits for a writer, until ctx ends.
func open(ctx context.Context, how func() (*os.File, error)) (*os.File, error) {
	type result struct {
		file *os.File
		err  error
	}
	opened := make(chan result, 1)
	go func() {
		f, err := how()
		opened <- result{f, err}
	}()
	select {
	case r := <-opened:
		return r.file, r.err
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// What keeps a link in a folder from being read.
var (
	errOutside  = errors.New("is a link that leads out of the folder, or to where it lies by an absolute path; give what it leads to")
	errDangling = errors.New("is a link to nothing; mend or remove it")
)

// readFolder reads the files of known kinds below a folder, in the order of
// their names. It follows no symbolic link to a folder, so that it ends, and none
// that leads out of it: who made the folder may not be who reads it.
func (r *Reader) readFolder(s *sink, folder string) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		s.fail(origin{input: digest.Redact(folder)}, plainPathError(err))
		return
	}
	defer root.Close()
	found, passed := false, 0
	// The slash makes WalkDir enter a folder that is itself a symbolic link.
	err = filepath.WalkDir(folder+string(filepath.Separator), func(path string, d fs.DirEntry, err error) error {
		path = filepath.Clean(path)
		o := origin{input: digest.Redact(path), name: filepath.Base(path)}
		switch {
		case !s.open():
			return fs.SkipAll
		case err != nil:
			s.fail(o, plainPathError(err))
			return nil
		case path != folder && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		case kindOfEnding(path) == unknown:
			if !strings.HasPrefix(d.Name(), "README") { // which tells of the folder
				passed++
			}
			return nil
		}
		info, err := os.Stat(path)
		if err == nil && !info.Mode().IsRegular() {
			return nil
		}
		found = true
		if err != nil {
			s.fail(o, linkError(d, err))
			return nil
		}
		inside, err := filepath.Rel(folder, path)
		if err == nil {
			_, err = root.Stat(inside)
		}
		if err != nil {
			s.fail(o, errOutside)
			return nil
		}
		r.readFile(s, o, func() (*os.File, error) { return root.Open(inside) })
		return nil
	})
	switch {
	case err != nil || !found:
		s.fail(origin{input: digest.Redact(folder)}, errors.New("holds no file that ends in "+endings))
	case passed > 0 && s.open():
		r.config.PassedOver(digest.Redact(folder), passed)
	}
}

// linkError says why an entry of a folder leads to no file.
func linkError(d fs.DirEntry, err error) error {
	if d.Type()&fs.ModeSymlink != 0 && errors.Is(err, fs.ErrNotExist) {
		return errDangling
	}
	return plainPathError(err)
}

// readStream reads a content of any kind.
func (r *Reader) readStream(s *sink, o origin, body io.Reader) {
	in := bufio.NewReaderSize(body, 64<<10)
	head, err := in.Peek(headSize)
	if isGzip(head) {
		in, err = gunzip(in, o.url != nil)
		if err != nil {
			s.fail(o, err)
			return
		}
		head, err = in.Peek(headSize)
	}
	k, err := kindOf(o, head, err)
	switch {
	case errors.Is(err, errEmpty) && r.config.Lines && len(head) > 0: // what export prints where nothing is stored
	case err == nil && r.config.Lines && sniff(head) != lines && !isLong(head):
		s.fail(o, errNoLines)
	case err != nil:
		s.fail(o, err)
	case !r.config.Lines && isForeign(o.name, head):
		s.fail(o, errNoKind)
	case k == lines || r.config.Lines:
		r.readLines(s, o, in)
	default:
		data, err := readAtMost(r.config.Limits.Document, in)
		r.readDocument(s, o, k, data, err)
	}
}

// readAtMost reads a content to its end. Where that has more bytes than so many, it returns one more
// and a sizeError.
func readAtMost(most int64, in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, most+1))
	if err == nil && int64(len(data)) > most {
		err = sizeError(most)
	}
	return data, err
}

// isLong reports whether a head is that of a line which goes on behind it, as an exported article's may,
// whatever it tells of.
func isLong(head []byte) bool {
	head = bytes.TrimSpace(decode(head, ""))
	return bytes.HasPrefix(head, []byte("{")) && !bytes.ContainsRune(head, '\n')
}

func isGzip(head []byte) bool { return bytes.HasPrefix(head, []byte("\x1f\x8b")) }

// gunzip unpacks a stream; a stranger's may be a bomb.
func gunzip(in io.Reader, stranger bool) (*bufio.Reader, error) {
	packed := &counter{r: in}
	z, err := gzip.NewReader(packed)
	if err != nil {
		return nil, plainReadError(err)
	}
	var out io.Reader = z
	if stranger {
		out = &ratioGuard{r: z, packed: packed}
	}
	return bufio.NewReaderSize(out, 64<<10), nil
}

// kindOf returns the kind of a content: a file's by its ending where that tells,
// anything else's by its head. readErr is what ended the reading of the head,
// nil for nothing.
func kindOf(o origin, head []byte, readErr error) (kind, error) {
	k := unknown
	if o.url == nil {
		k = kindOfEnding(o.name)
	}
	blank := len(bytes.TrimSpace(head)) == 0
	switch {
	case blank && readErr == io.EOF:
		return k, errEmpty
	case blank && readErr != nil:
		return k, plainReadError(readErr)
	case isBinary(head):
		return k, errBinary
	case k == unknown, k == markup && rootOf(decode(head, "")) == "html":
		return sniff(head), nil
	}
	return k, nil
}

// readDocument reads a content that is in memory, which it may change. cut says
// why data is only the beginning of it, nil where it is all.
func (r *Reader) readDocument(s *sink, o origin, k kind, data []byte, cut error) {
	switch {
	case k == markup: // what is there of a cut feed is read
		r.readMarkup(s, o, data, cut)
	case cut != nil:
		s.fail(o, plainReadError(cut))
	case k == page:
		r.readPage(s, o, data)
	case k == object:
		r.readObject(s, o, data)
	default:
		r.readPlain(s, o, data)
	}
}

// plainReadError says in plain words what went wrong inside a stream.
func plainReadError(err error) error {
	var corrupt flate.CorruptInputError
	var plain *plainError
	switch {
	case errors.As(err, &plain), errors.Is(err, errBomb): // said already
		return err
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return plainly(err, "is cut off: the compressed data ends too early; fetch or pack it again")
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.As(err, &corrupt):
		return plainly(err, "is damaged: the compressed data makes no sense; fetch or pack it again")
	}
	return plainPathError(err)
}
