package feed

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"newsbot/digest/feed/syndication"
)

// readObject reads a JSON document: a JSON Feed, an article, or an array of
// articles, each in the form of a line.
func (r *Reader) readObject(s *sink, o origin, data []byte) {
	data = bytes.TrimSpace(decode(data, o.contentType))
	if !json.Valid(data) {
		data = mendJSON(data)
	}
	if len(data) == 0 {
		s.fail(o, errEmpty)
		return
	}
	if data[0] == '[' {
		r.readArray(s, o, data)
		return
	}
	f, isFeed := parseJSONFeed(data, r.config.Limits.Items)
	if !isFeed {
		r.readElement(s, o, data, 0)
		return
	}
	r.readItems(s, o, f)
	switch {
	case f.Err != nil:
		s.breakOff(o, plainJSONError(f.Err))
	case f.More:
		s.fail(o, itemsError(r.config.Limits.Items))
	case len(f.Items) == 0:
		s.fail(o, errNoItems)
	}
}

// jsonHead is a JSON Feed (jsonfeed.org) without its items.
type jsonHead struct {
	Title    loose `json:"title"`
	Home     loose `json:"home_page_url"`
	Feed     loose `json:"feed_url"`
	Language loose `json:"language"`
}

type jsonItem struct {
	ID        loose `json:"id"`
	URL       loose `json:"url"`
	External  loose `json:"external_url"`
	Title     loose `json:"title"`
	HTML      loose `json:"content_html"`
	Text      loose `json:"content_text"`
	Summary   loose `json:"summary"`
	Published loose `json:"date_published"`
	Modified  loose `json:"date_modified"`
	Author    loose `json:"author"`
	Authors   loose `json:"authors"`
	Language  loose `json:"language"`
	Tags      loose `json:"tags"`
}

// parseJSONFeed reads the first items of a JSON Feed, at most max. It tells a
// feed from an article by its items.
func parseJSONFeed(data []byte, max int) (syndication.Feed, bool) {
	var f syndication.Feed
	var head jsonHead
	d := json.NewDecoder(bytes.NewReader(data))
	isFeed := false
	fields := map[string]json.RawMessage{}
	_, err := d.Token()
	for err == nil && d.More() {
		var key json.Token
		if key, err = d.Token(); err != nil {
			break
		}
		if key == "items" {
			isFeed = true
			err = readJSONItems(d, &f, max)
			continue
		}
		var value json.RawMessage
		if err = d.Decode(&value); err == nil && len(value) <= maxLoose {
			fields[fmt.Sprint(key)] = value
		}
	}
	if err == nil {
		_, err = d.Token()
	}
	if !f.More {
		f.Err = err
	}
	if raw, err := json.Marshal(fields); err == nil {
		json.Unmarshal(raw, &head) // loose never fails
	}
	f.Title = syndication.Text{Value: string(head.Title), Form: syndication.Plain}
	f.Link, f.Self, f.Language = string(head.Home), string(head.Feed), string(head.Language)
	return f, isFeed
}

var errManyItems = errors.New("more items than asked for")

// readJSONItems reads the items of a JSON Feed up to the first that is broken.
func readJSONItems(d *json.Decoder, f *syndication.Feed, max int) error {
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return err
	}
	for d.More() {
		if f.More = len(f.Items) == max; f.More {
			return errManyItems
		}
		var it jsonItem
		var kind *json.UnmarshalTypeError
		if err := d.Decode(&it); errors.As(err, &kind) {
			continue // no object
		} else if err != nil {
			return err
		}
		f.Items = append(f.Items, it.item())
	}
	_, err := d.Token()
	return err
}

// calledWith matches what stands before JSON that is given to a function (JSONP).
var calledWith = regexp.MustCompile(`^[\w.$]+\s*\(\s*`)

// mendJSON drops from JSON that is not valid what people and programs put into it:
// the call of a function around it, commas before brackets that close, and line ends
// and other control characters in strings, which become spaces.
func mendJSON(data []byte) []byte {
	if m := calledWith.Find(data); m != nil {
		data = bytes.TrimRight(data[len(m):], ") ;\r\n\t")
	}
	out := make([]byte, 0, len(data))
	comma := -1 // where the last one is in out, if only white space came since
	inString := false
	for i := 0; i < len(data); i++ {
		c := data[i]
		switch {
		case inString && c == '\\' && i+1 < len(data):
			out = append(out, c)
			i++
			c = data[i]
		case c == '"':
			inString, comma = !inString, -1
		case inString && c < ' ':
			c = ' '
		case inString:
		case c == ',':
			comma = len(out)
		case (c == ']' || c == '}') && comma >= 0:
			out[comma], comma = ' ', -1
		case c > ' ':
			comma = -1
		}
		out = append(out, c)
	}
	return out
}

func (it jsonItem) item() syndication.Item {
	item := syndication.Item{
		ID:        string(it.ID),
		Title:     syndication.Text{Value: string(it.Title), Form: syndication.Plain},
		Link:      cmp.Or(string(it.URL), string(it.External), webAddress(string(it.ID))),
		Author:    cmp.Or(string(it.Authors), string(it.Author)),
		Language:  string(it.Language),
		Published: []string{string(it.Published)},
		Updated:   string(it.Modified),
		Content:   syndication.Text{Value: string(it.HTML), Form: syndication.HTML},
		Summary:   syndication.Text{Value: string(it.Summary)},

		Categories: strings.Split(string(it.Tags), ", "), // as loose joins them
	}
	if it.HTML == "" {
		item.Content = syndication.Text{Value: string(it.Text), Form: syndication.Plain}
	}
	return item
}

func (r *Reader) readArray(s *sink, o origin, data []byte) {
	d := json.NewDecoder(bytes.NewReader(data))
	if _, err := d.Token(); err != nil {
		s.fail(o, plainJSONError(err))
		return
	}
	n := 0
	for d.More() && s.open() {
		var element json.RawMessage
		if err := d.Decode(&element); err != nil {
			s.breakOff(o, plainJSONError(err))
			return
		}
		n++
		r.readElement(s, o, element, n)
	}
	if _, err := d.Token(); err != nil {
		s.breakOff(o, plainJSONError(err))
		return
	}
	if n == 0 {
		s.fail(o, errors.New("is an empty list"))
	}
}

// readElement reads one article; n is its number in an array, from 1.
func (r *Reader) readElement(s *sink, o origin, data []byte, n int) {
	numbered := func(err error) error {
		if err != nil && n > 0 {
			return fmt.Errorf("article %d %w", n, err)
		}
		return err
	}
	a, err := parseRecord(data)
	if err != nil {
		s.fail(o, numbered(err))
		return
	}
	s.articleAt(o, 0, a.Article, a.given, numbered(a.doubt(r.config.Now())))
}
