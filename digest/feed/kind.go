package feed

import (
	"bytes"
	"encoding/json"
	"net/http"
	"path/filepath"
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
	case head[0] == '<':
		return sniffMarkup(head)
	case head[0] == '[':
		return object
	case head[0] == '{':
		return sniffObject(head)
	case isHTML(head): // behind a server's warning, say
		return page
	}
	return plain
}

// sniffMarkup tells HTML from XML.
func sniffMarkup(head []byte) kind {
	for _, tag := range []string{"<rss", "<feed", "<rdf:rdf", "<opml", "<atom:feed", "<?xml"} {
		if indexFold(head, tag) >= 0 && !isHTML(head) {
			return markup
		}
	}
	return page
}

// isHTML tells whether the first elements are those of a page, maybe in XML.
func isHTML(head []byte) bool {
	return indexFold(head, "<html") >= 0 || indexFold(head, "<!doctype html") >= 0
}

// indexFold is bytes.Index without regard to ASCII letter case.
func indexFold(b []byte, lower string) int {
	return bytes.Index(bytes.ToLower(b), []byte(lower))
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
	if isUTF16(head) {
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
