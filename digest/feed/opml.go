package feed

import (
	"context"
	"errors"
	"fmt"
	"io"

	"newsbot/digest/feed/syndication"
)

// maxOutlines is the number of feeds that are read from one OPML file.
const maxOutlines = 10_000

// ReadOutlines returns the feeds that an OPML file lists, each once, with title and site
// as those that feeds tell of themselves.
func (r *Reader) ReadOutlines(ctx context.Context, in io.Reader) ([]syndication.Outline, error) {
	data, err := readAtMost(r.config.Limits.Document, in)
	if err != nil {
		return nil, plainReadError(err)
	}
	data = decode(data, "")
	blankControlBytes(data)
	found, err := outlines(ctx, data)
	for i, f := range found {
		found[i].Title, found[i].Site = cleanSource(f.Title), resolve(nil, f.Site)
	}
	return found, err
}

// outlines returns the feeds of an OPML file, and what is wrong with the file
// even where there are some.
func outlines(ctx context.Context, data []byte) ([]syndication.Outline, error) {
	found, more := syndication.ParseOutlines(ctx, data, maxOutlines)
	switch {
	case more:
		return found, fmt.Errorf("lists more than %d feeds; only the first %d are read", maxOutlines, maxOutlines)
	case len(found) == 0:
		return nil, errors.New("lists no feed: no outline has an xmlUrl")
	}
	return found, nil
}

// readOutlines reads the feeds that an OPML file lists, in its order.
func (r *Reader) readOutlines(ctx context.Context, s *sink, o origin, data []byte) {
	if o.followed {
		s.fail(o, errors.New("is a list of feeds inside a list of feeds; give it directly"))
		return
	}
	found, err := outlines(ctx, data)
	for _, f := range found {
		r.follow(s, o, f.Feed)
	}
	if err != nil {
		s.fail(o, err)
	}
}
