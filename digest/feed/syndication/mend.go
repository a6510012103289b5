package syndication

import (
	"bytes"
	"regexp"
	"slices"
)

const (
	cdataStart = "<![CDATA["
	cdataEnd   = "]]>"
)

var (
	itemEnd    = regexp.MustCompile(`(?i)</(?:item|entry)\s*>`)
	lastStart  = regexp.MustCompile(`<([\w:.-]+)[^<>]*>\s*$`)
	escapedEnd = regexp.MustCompile(`\]\]&gt;\s*</`)
)

// mend closes what a document leaves open so that it hides what follows: a comment
// without an end, and sections of CDATA that go on over the end of their item into
// another. It returns data itself where there is none.
func mend(data []byte) []byte {
	if at := bytes.LastIndex(data, []byte("<!--")); at >= 0 && !bytes.Contains(data[at:], []byte("-->")) {
		data = slices.Concat(data[:at], data[at+len("<!--"):])
	}
	data = bytes.ReplaceAll(data, []byte("<![cdata["), []byte(cdataStart))
	var out []byte // nil as long as nothing is mended
	done, end := 0, -1
	for at := 0; ; {
		start := bytes.Index(data[at:], []byte(cdataStart))
		if start < 0 {
			break
		}
		start += at + len(cdataStart)
		if end < start {
			end = len(data)
			if i := bytes.Index(data[start:], []byte(cdataEnd)); i >= 0 {
				end = start + i
			}
		}
		cut, next := overrun(data, start, end)
		if cut >= 0 {
			out = append(append(out, data[done:cut]...), cdataEnd...)
			done = next
		}
		at = next
	}
	if out == nil {
		return data
	}
	return append(out, data[done:]...)
}

// overrun returns where a section of CDATA should have ended that goes on into
// another item, -1 if it does not, and where to read on.
func overrun(data []byte, start, end int) (cut, next int) {
	item := itemEnd.FindIndex(data[start:end])
	if item == nil || end < len(data) && !bytes.Contains(data[start+item[1]:end], []byte(cdataStart)) {
		return -1, end // it may tell of feeds
	}
	section := data[start : start+item[0]]
	head := data[max(0, start-len(cdataStart)-tagBefore) : start-len(cdataStart)]
	if m := lastStart.FindSubmatch(head); m != nil {
		if i := bytes.Index(section, slices.Concat([]byte("</"), m[1])); i >= 0 {
			section = section[:i]
		}
	}
	if m := escapedEnd.FindIndex(data[start : start+item[1]]); m != nil && m[0] <= len(section) {
		return start + m[0], start + m[0] + len("]]&gt;")
	}
	return start + len(section), start + len(section)
}

// tagBefore is how far before a section of CDATA the tag may begin that it stands in.
const tagBefore = 200
