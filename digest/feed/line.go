package feed

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"newsbot/digest"
	"newsbot/digest/safejson"
)

// Line is an article as one line of a .jsonl file, the form in which articles
// are written and read again.
type Line struct {
	ID        string `json:"id,omitempty"`
	URL       string `json:"url,omitempty"`
	Source    string `json:"source,omitempty"`
	Via       string `json:"via,omitempty"` // Article.Via
	Title     string `json:"title"`
	Author    string `json:"author,omitempty"`
	Published string `json:"published,omitempty"` // RFC 3339, UTC
	Seen      string `json:"seen,omitempty"`      // Article.Seen, in the same form
	Language  string `json:"language,omitempty"`
	Text      string `json:"text"`
	Paywalled bool   `json:"paywalled,omitempty"`
	Opinion   bool   `json:"opinion,omitempty"` // Article.Opinion
	Input     string `json:"input,omitempty"`   // the file or URL it was read from
}

// NewLine returns the line of an article under its PublicID. Read again, it
// gives the same article.
func NewLine(a digest.Article, input string) Line {
	l := Line{
		ID: a.PublicID(), URL: a.URL, Source: a.Source, Via: a.Via, Title: a.Title, Author: a.Author,
		Language: a.Language, Text: a.Text, Paywalled: a.Paywalled, Opinion: a.Opinion, Input: input,
	}
	if !a.Published.IsZero() {
		l.Published = a.Published.UTC().Format(time.RFC3339Nano)
	}
	if !a.Seen.IsZero() {
		l.Seen = a.Seen.UTC().Format(time.RFC3339Nano)
	}
	return l
}

// WriteLine writes an article as one line of JSON to w. input is where it was
// read from, "" where that does not matter.
func WriteLine(w io.Writer, a digest.Article, input string) error {
	var b bytes.Buffer
	if err := safejson.NewEncoder(&b).Encode(NewLine(a, input)); err != nil {
		return fmt.Errorf("write article %s: %w", a.PublicID(), err)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// maxGiven is the length in bytes of the longest id that an input may give.
const maxGiven = 1024

// record is Line as strangers write it: ids may be numbers, dates have any
// form, and there may be several authors.
type record struct {
	ID        loose  `json:"id"`
	URL       string `json:"url"`
	Source    loose  `json:"source"`
	Via       string `json:"via"`
	Title     string `json:"title"`
	Author    loose  `json:"author"`
	Published loose  `json:"published"`
	Seen      loose  `json:"seen"`
	Language  string `json:"language"`
	Text      string `json:"text"`
	Paywalled bool   `json:"paywalled"`
	Opinion   bool   `json:"opinion"`
}

// recorded is an article of a record.
type recorded struct {
	digest.Article
	given string   // the id that the record gives it
	dated string   // its date of publication as it is written
	form  []string // what of its fields is written in another form than is read
}

// doubt says that a date is written that is none or is not believable, an address that is
// none, or a field in a form that is not read, nil for none of these.
func (r recorded) doubt(now time.Time) error {
	var doubts []string
	if !isBlank(r.dated) && believable(r.Published, now).IsZero() {
		doubts = append(doubts, fmt.Sprintf(`its "published" is %.100q, which cannot be right: the date is taken as unknown; give one such as 2026-11-23T08:00:00Z`, r.dated))
	}
	if !isBlank(r.URL) && digest.CleanURL(r.URL) == "" {
		doubts = append(doubts, fmt.Sprintf(`its "url" is %.100q, which is no address: it is taken to have none; give one that begins with https:// or http://`, digest.Redact(r.URL)))
	}
	doubts = append(doubts, r.form...)
	if doubts == nil {
		return nil
	}
	return errors.New(strings.Join(doubts, "; "))
}

// parseRecord reads an article. Title and text are kept byte for byte, because
// offsets count in them; only control characters become spaces, and what a text has
// beyond 1 MB goes.
func parseRecord(data []byte) (recorded, error) {
	var rec record
	if err := json.Unmarshal(data, &rec); err != nil {
		return recorded{}, plainJSONError(err)
	}
	title, body := blankControls(rec.Title), blankControls(rec.Text)
	form := append(rec.renamed(data), rec.markedUp()...)
	switch {
	case isBlank(title) && isBlank(body):
		return recorded{}, errors.New(`has neither "text" nor "title"; ` + cmp.Or(strings.Join(form, "; "), listIn(data), "give at least one"))
	case len(title) > maxText:
		return recorded{}, fmt.Errorf(`its "title" is longer than %s; give a shorter one`, byteSize(maxText))
	case len(rec.ID) > maxGiven:
		return recorded{}, fmt.Errorf(`its "id" is longer than %d bytes; give a shorter one`, maxGiven)
	}
	body = CutText(body, maxText)
	article := digest.Article{
		URL:       rec.URL,
		Source:    recordedOutlet(cleanName(string(rec.Source)), rec.URL),
		Via:       cleanName(rec.Via),
		Title:     title,
		Author:    cleanName(string(rec.Author)),
		Published: parseDate(string(rec.Published)),
		Seen:      parseDate(string(rec.Seen)),
		Language:  rec.Language,
		Text:      body,
		Paywalled: rec.Paywalled,
		Opinion:   rec.Opinion,
	}
	return recorded{article, blankControls(string(rec.ID)), string(rec.Published), form}, nil
}

// renamed says which fields of a record hold what it lacks, but under names that other programs use.
func (rec record) renamed(data []byte) (says []string) {
	var given map[string]field // nil until one is lacking
	for _, own := range []struct {
		field
		others []string // without "_"
	}{
		{field{"title", rec.Title}, []string{"headline"}},
		{field{"text", rec.Text}, []string{"content", "body", "article", "contenttext", "contenthtml", "description", "summary"}},
		{field{"published", string(rec.Published)}, []string{"date", "pubdate", "publishedat", "datepublished"}},
		{field{"url", rec.URL}, []string{"link", "href"}},
	} {
		if !isBlank(own.value) {
			continue
		}
		if given == nil {
			given = fieldsIn(data)
		}
		for _, other := range own.others {
			if f := given[other]; !isBlank(f.value) {
				says = append(says, fmt.Sprintf("its %q is not read: call it %q", f.name, own.name))
				break
			}
		}
	}
	return says
}

// field is one of a record.
type field struct{ name, value string }

// fieldsIn returns the fields of a record by their names in small letters and without "_", in which
// programs differ: published_at, publishedAt.
func fieldsIn(data []byte) map[string]field {
	var given map[string]loose
	json.Unmarshal(data, &given) // as a record it was read
	fields := make(map[string]field, len(given))
	for _, name := range slices.Sorted(maps.Keys(given)) {
		fields[strings.ReplaceAll(strings.ToLower(name), "_", "")] = field{name, string(given[name])}
	}
	return fields
}

// listIn says under which name a record without text holds a list of records, "" where it holds none.
func listIn(data []byte) string {
	var given map[string]json.RawMessage
	json.Unmarshal(data, &given)
	for _, name := range slices.Sorted(maps.Keys(given)) {
		var list []map[string]any
		if json.Unmarshal(given[name], &list) == nil && len(list) > 0 {
			return fmt.Sprintf("its %q is a list, and not read: give that list alone", name)
		}
	}
	return ""
}

// escape matches what stands for a character in HTML alone.
var escape = regexp.MustCompile(`&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[\da-fA-F]+);`)

// markedUp says which fields of a record hold HTML, of which nothing is taken out, as offsets count in it.
func (rec record) markedUp() (says []string) {
	for _, f := range []field{{"title", rec.Title}, {"text", rec.Text}} {
		if len(tag.FindAllStringIndex(f.value, 2)) == 2 || escape.MatchString(f.value) {
			says = append(says, fmt.Sprintf("its %q holds HTML, which is read as it stands: give it as plain text", f.name))
		}
	}
	return says
}

// recordedOutlet returns the source of a record: as it is given, but by its name
// where a domain is given or nothing.
func recordedOutlet(given, address string) string {
	if given == "" {
		return knownOutlet(digest.Host(address))
	}
	return cmp.Or(knownOutlet(strings.TrimPrefix(strings.ToLower(given), "www.")), given)
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

// blankControls replaces each ASCII control character except tabs and line
// ends by a space, so that no offset moves.
func blankControls(s string) string {
	var blanked []byte // nil as long as there is nothing to replace
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f {
			if blanked == nil {
				blanked = []byte(s)
			}
			blanked[i] = ' '
		}
	}
	if blanked == nil {
		return s
	}
	return string(blanked)
}

// loose is a string that may be written as a number, as an object with a name,
// or as a list of those.
type loose string

// maxLoose is the length in bytes of the longest list or object that is looked
// into; a decoded one takes many times as much memory.
const maxLoose = 64 << 10

// UnmarshalJSON never fails on valid JSON: what has no string in it is "".
func (l *loose) UnmarshalJSON(data []byte) error {
	switch data[0] {
	case '"':
		return json.Unmarshal(data, (*string)(l))
	case '[', '{':
		if len(data) > maxLoose {
			return nil
		}
		var v any
		if err := json.Unmarshal(data, &v); err != nil {
			return err
		}
		*l = loose(nameIn(v))
	case 'n', 't', 'f':
		*l = ""
	default:
		*l = loose(data)
	}
	return nil
}

// nameIn returns the name that a JSON value stands for: a string, an object's
// "name", or those of a list.
func nameIn(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		name, _ := v["name"].(string)
		return name
	case []any:
		var names []string
		for _, element := range v {
			if _, nested := element.([]any); nested {
				continue
			}
			if name := nameIn(element); name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}

// plainJSONError says in plain words why a JSON text cannot be read.
func plainJSONError(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return plainly(err, "is no valid JSON: it breaks at byte %d", syntax.Offset)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return plainly(err, "is no valid JSON: it ends too early")
	case errors.As(err, &kind) && kind.Field == "":
		return plainly(err, "holds a JSON %s where an object is needed", kind.Value)
	case errors.As(err, &kind):
		return plainly(err, "its %q may not be a JSON %s", kind.Field, kind.Value)
	}
	return err
}
