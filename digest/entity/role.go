package entity

import (
	"strings"

	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// courtesies are what the lists have among the titles and says nothing of a
// person's role.
var courtesies = text.WordSet(`Mr Mrs Ms Miss Mx The the`)

// posts are words that make a post of a peer's title: "First Lady", "Sea Lord".
var posts = text.WordSet(`Crime Drug First Sea War`)

// sexes are the courtesies that tell a man from a woman.
var sexes = text.WordSet(`Mr Mrs Ms Miss`)

// longestRole is the number of pieces of the longest title before a name.
const longestRole = 4

// roleBefore returns the title that stands before a person's name.
func (r *Recognizer) roleBefore(d *text.Document, p *pieces, n *name) string {
	start := r.titleStart(p, n)
	if start == n.first {
		return ""
	}
	role := form(p.span(start, n.first).In(d.Text))
	role = strings.TrimPrefix(role, "The ")
	if courtesies.Has(strings.TrimSuffix(role, ".")) || peers.Has(role) && posts.Has(p.before(n.Sentence, start, 1)) {
		return ""
	}
	return role
}

// titleStart returns the piece that the title before a name begins with, or
// the first of the name where it has none.
func (r *Recognizer) titleStart(p *pieces, n *name) int {
	for width := longestRole; width > 0; width-- {
		first := n.first - width
		if first >= p.first[n.Sentence] && r.tagger.Classes(p.texts[first:n.first])&tagger.Title != 0 {
			return first
		}
	}
	return n.first
}

// officeBehind returns the title that stands between commas behind a person's surname.
func (r *Recognizer) officeBehind(p *pieces, n *name) string {
	if n.last-n.first > 1 || p.after(n.Sentence, n.last, 0) != "," || p.after(n.Sentence, n.last, 1) != "the" {
		return ""
	}
	first := n.last + 2
	for last := first; last-first < longestRole && isCapitalised(p.after(n.Sentence, last, 0)); last++ {
		if p.after(n.Sentence, last, 1) == "," && r.tagger.Classes(p.texts[last:last+1])&tagger.Title != 0 {
			return strings.Join(p.texts[first:last+1], " ")
		}
	}
	return ""
}
