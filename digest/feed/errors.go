package feed

import (
	"errors"
	"fmt"
	"io/fs"
)

// InputError says what could not be read, why, and where there is a way out,
// which. It never holds a user name or a password.
type InputError struct {
	Input string // file, folder, URL or "-"
	Line  int    // number of the line it concerns, from 1; 0 where it concerns the whole
	Err   error
}

// Error returns one sentence that names the input.
func (e *InputError) Error() string {
	input := e.Input
	if input == "-" {
		input = "standard input"
	}
	if e.Line > 0 {
		return fmt.Sprintf("%s, line %d: %v", input, e.Line, e.Err)
	}
	return fmt.Sprintf("%s: %v", input, e.Err)
}

// Unwrap returns the cause.
func (e *InputError) Unwrap() error { return e.Err }

// plainError words an error for a person and keeps its cause.
type plainError struct {
	words string
	cause error
}

func (e *plainError) Error() string { return e.words }
func (e *plainError) Unwrap() error { return e.cause }

// errUnpermitted says that a request was not made (Reader.Permitting).
var errUnpermitted = errors.New("is not asked for now")

// plainly words an error that a person would not understand.
func plainly(cause error, format string, args ...any) error {
	return &plainError{fmt.Sprintf(format, args...), cause}
}

// What can be wrong with an input as a whole.
var (
	errEmpty   = errors.New("is empty")
	errBinary  = errors.New("holds binary data, no text; give a text, HTML, feed or JSON file")
	errNoKind  = errors.New("is of no kind that is read; give a file that ends in " + endings + ", and name a text .txt")
	errNoText  = errors.New("holds no readable text")
	errTooLong = errors.New("is too large")
	errNoItems = errors.New("is a feed without items")

	errForPeople = errors.New("gives a page for people, no feed; look at it in a browser, and give the address of its feed")

	errOffWeb    = errors.New("is not on the web; only http and https addresses are read")
	errNoLines   = errors.New("is not what newsbot export prints; newsbot ingest takes in other files, folders and addresses")
	errNoID      = errors.New(`has no "id", as every line that newsbot export prints`)
	errNoAddress = errors.New("is no address; give one that begins with https:// or http://")
)

// sizeError says that an input is larger than a document may be.
func sizeError(limit int64) error {
	return fmt.Errorf("%w: at most %s are read of such a file; split it, or give .jsonl, which streams",
		errTooLong, byteSize(limit))
}

// itemsError says that a feed has more items than are read of one.
func itemsError(limit int) error {
	return fmt.Errorf("has more than %d items; only the first %d are read", limit, limit)
}

func byteSize(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}

// plainPathError drops from an error of package os what the sentence already
// says: the path.
func plainPathError(err error) error {
	var pathErr *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w; check the name, or begin an address with https://", fs.ErrNotExist)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w; give this user the right to read it", fs.ErrPermission)
	case errors.As(err, &pathErr):
		return fmt.Errorf("cannot be read (%w)", pathErr.Err)
	}
	return err
}
