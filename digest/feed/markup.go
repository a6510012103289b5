package feed

import (
	"context"
	"errors"
	"time"

	"newsbot/digest/feed/syndication"
)

// markupTime bounds the time that a document in XML may take before its items are
// looked at; one of 10 MB takes less than a second.
const markupTime = 15 * time.Second

// readMarkup reads an XML document: a feed, or the feeds that an OPML file
// lists. cut says why data is only the beginning of it, nil where it is all.
func (r *Reader) readMarkup(s *sink, o origin, data []byte, cut error) {
	ctx, cancel := context.WithTimeout(s.ctx, markupTime)
	defer cancel()
	data = decode(data, o.contentType)
	blankControlBytes(data)
	switch rootOf(data) {
	case "opml":
		r.readOutlines(ctx, s, o, data)
		return
	case "sitemapindex":
		s.fail(o, errors.New("is a list of site maps; give the one that is of news"))
		return
	}
	f, err := syndication.Parse(ctx, data, r.config.Limits.Items)
	switch {
	case err != nil && cut != nil:
		s.fail(o, plainReadError(cut))
		return
	case err != nil:
		s.fail(o, notAFeed(err))
		return
	case f.More:
		err = itemsError(r.config.Limits.Items)
	case cut != nil:
		err = plainReadError(cut)
	case errors.Is(f.Err, context.DeadlineExceeded):
		err = plainly(f.Err, "takes longer than %s to read; only what was read by then is taken in", markupTime)
	case f.Err != nil:
		err = plainly(f.Err, "is broken XML; only what stands before the mistake is read")
	case len(f.Items) == 0:
		err = errNoItems
	}
	r.readItems(s, o, f)
	switch {
	case f.Err != nil && !f.More && !errors.Is(cut, errTooLong):
		s.breakOff(o, err)
	case err != nil:
		s.fail(o, err)
	}
}

func notAFeed(err error) error {
	return plainly(err, "is no feed in RSS, Atom or JSON; check the address or the file")
}

// blankControlBytes replaces the control characters that XML forbids by spaces.
func blankControlBytes(data []byte) {
	for i, c := range data {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' {
			data[i] = ' '
		}
	}
}
