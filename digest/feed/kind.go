package feed

import (
	"bytes"
	"encoding/json"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
)

// kind is the form in which articles are written down.
type kind int

const (
	unknown kind = iota
	plain        // a title and a text
	page         // HTML
	markup       // XML: RSS, Atom, RDF or OPML
	object       // JSON: a JSON Feed, an article or an array of articles
	lines        // JSON Lines: an article a line
)

// kindOfEnding returns the kind that a file name's ending tells, ".gz" aside.
func kindOfEnding(name string) kind {
	switch strings.ToLower(filepath.Ext(trimGzip(name))) {
	case ".txt", ".text":
		return plain
	case ".html", ".htm", ".xhtml":
		return page
	case ".xml", ".rss", ".atom", ".rdf", ".opml":
		return markup
	case ".json":
		return object
	case ".jsonl", ".ndjson":
		return lines
	}
	return unknown
}

// endings are those that tell a kind, as a person reads them.
const endings = ".txt, .html, .xml, .rss, .atom, .rdf, .opml, .json or .jsonl"

// foreignEnding matches an ending as other kinds of files have, such as mails and tables: what stands
// behind the dot of a number or of a temporary file's name tells nothing.
var foreignEnding = regexp.MustCompile(`(?i)\.[a-z]{1,5}$`)

// isForeign reports whether a file is of another kind than those that are read: its ending says so, and
// its head is no beginning of a page, a feed or JSON.
func isForeign(name string, head []byte) bool {
	if kindOfEnding(name) != unknown || !foreignEnding.MatchString(trimGzip(name)) {
		return false
	}
	head = bytes.TrimSpace(decode(head, ""))
	return len(head) == 0 || !bytes.ContainsRune([]byte("<{["), rune(head[0]))
}

// trimGzip returns the file name without ".gz".
func trimGzip(name string) string {
	if ext := filepath.Ext(name); strings.EqualFold(ext, ".gz") {
		return name[:len(name)-len(ext)]
	}
	return name
}

// sniff returns the kind that the head of a content tells.
func sniff(head []byte) kind {
	head = bytes.TrimSpace(decode(head, ""))
	switch {
	case len(head) == 0:
		return unknown
	case head[0] == '[', isCalled(head):
		return object
	case head[0] == '{':
		return sniffObject(head)
	}
	switch root := rootOf(head); {
	case root == "html": // maybe behind a server's warning
		return page
	case root != "":
		return markup
	case bytes.HasPrefix(head, []byte("<?xml")):
		return markup
	case head[0] == '<':
		return page
	}
	return plain
}

// root matches the elements that hold a page, a feed or a list of feeds.
var root = regexp.MustCompile(`(?i)<(?:!doctype\s+)?(?:[\w-]+:)?(html|rss|rdf|feed|channel|entry|opml|urlset|sitemapindex)[\s>/]`)

var comment = regexp.MustCompile(`(?s)<!--.*?-->`)

// isCalled tells JSON that is given to a function.
func isCalled(head []byte) bool {
	m := calledWith.Find(head)
	return m != nil && bytes.HasPrefix(head[len(m):], []byte(`{"`))
}

// feedInPage matches a feed that a program has put into a page.
var feedInPage = regexp.MustCompile(`(?i)<(?:[\w-]+:)?(rss|rdf|feed)\s[^<>]*(?:version|xmlns)`)

// rootOf returns the lower-case name of the element that a document consists
// of, "" for none that is known. There may be anything before it, for a feed also
// the beginning of a page without scripts.
func rootOf(data []byte) string {
	data = comment.ReplaceAll(data[:min(len(data), headSize)], nil)
	m := root.FindSubmatch(data)
	if m == nil {
		return ""
	}
	name := string(bytes.ToLower(m[1]))
	if name == "html" {
		start, _, _ := bytes.Cut(data, []byte("<script"))
		if m := feedInPage.FindSubmatch(start); m != nil {
			name = string(bytes.ToLower(m[1]))
		}
	}
	return name
}

// sniffObject tells JSON Lines from one JSON document, which may be spread
// over many lines.
func sniffObject(head []byte) kind {
	first, rest, more := bytes.Cut(head, []byte("\n"))
	if !more {
		if bytes.Contains(first, []byte("jsonfeed.org")) {
			return object
		}
		return lines
	}
	if json.Valid(first) || bytes.HasPrefix(bytes.TrimLeft(rest, "\r\n"), []byte("{")) {
		return lines
	}
	return object
}

// isBinary tells whether the head of a content is no text in any encoding.
func isBinary(head []byte) bool {
	if wide(head) != nil {
		return false
	}
	control := 0
	for _, c := range head {
		if c < ' ' && !bytes.ContainsRune([]byte("\t\n\v\f\r\x1b"), rune(c)) || c == 0x7f {
			control++
		}
	}
	known := http.DetectContentType(head)
	if known == "application/pdf" || known == "application/postscript" {
		return true // its text is there, but only a few programs can find it
	}
	isText := strings.HasPrefix(known, "text/") || known == "application/octet-stream"
	return control*20 > len(head) || control > 0 && !isText
}
