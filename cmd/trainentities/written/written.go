// Package written reads the texts beside it, in which names are marked; README.md says how.
package written

import (
	"regexp"
	"strings"
)

// Suffix is that of the names of the files.
const Suffix = ".txt"

// Article is one of a file, without marks.
type Article struct {
	Title string
	Body  string // a paragraph a line, "" where the title is all
	Names []Name // in order
}

// Name is where a name stands in Article.Text, in bytes, and how it is marked there.
type Name struct {
	Start, End int
	Mark       string // "PER", "ORG" ...
}

// Text returns the title and the body of the article, with a line feed between them.
func (a Article) Text() string { return a.Title + "\n" + a.Body }

// Articles returns those of a file.
func Articles(file string) []Article {
	var all []Article
	for article := range strings.SplitSeq(strings.TrimSpace(file), "\n\n") {
		all = append(all, read(article))
	}
	return all
}

var mark = regexp.MustCompile(`\[([^\[\]|]+)\|([A-Z]+)\]`)

// read takes the marks off an article.
func read(article string) (a Article) {
	var plain strings.Builder
	at := 0
	for _, m := range mark.FindAllStringSubmatchIndex(article, -1) {
		plain.WriteString(article[at:m[0]])
		start := plain.Len()
		plain.WriteString(article[m[2]:m[3]])
		a.Names = append(a.Names, Name{start, plain.Len(), article[m[4]:m[5]]})
		at = m[1]
	}
	plain.WriteString(article[at:])
	a.Title, a.Body, _ = strings.Cut(plain.String(), "\n")
	return a
}
