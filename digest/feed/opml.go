package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// maxOutlines is the number of feeds that are read from one OPML file.
const maxOutlines = 1000

// readOutlines reads the feeds that an OPML file lists, in its order.
func (r *Reader) readOutlines(s *sink, o origin, data []byte) {
	if o.followed {
		s.fail(o, errors.New("is a list of feeds inside a list of feeds; give it directly"))
		return
	}
	urls, err := outlines(data)
	if len(urls) > maxOutlines {
		urls, err = urls[:maxOutlines], errors.New("lists more than 1000 feeds; only the first 1000 are read")
	}
	for _, u := range urls {
		r.follow(s, u, o.guarded)
	}
	switch {
	case err != nil:
		s.fail(o, err)
	case len(urls) == 0:
		s.fail(o, errors.New("lists no feed: no outline has an xmlUrl"))
	}
}

// outlines returns the feeds' addresses of an OPML file, each once.
func outlines(data []byte) ([]string, error) {
	var urls []string
	seen := map[string]bool{}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			return urls, nil
		}
		if err != nil {
			return urls, errors.Join(errors.New("is broken"), err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || !strings.EqualFold(start.Name.Local, "outline") {
			continue
		}
		for _, a := range start.Attr {
			u := strings.TrimSpace(a.Value)
			if strings.EqualFold(a.Name.Local, "xmlUrl") && u != "" && !seen[u] {
				seen[u] = true
				urls = append(urls, u)
			}
		}
	}
}
