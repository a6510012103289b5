package text

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"

	"newsbot/digest/cache"
)

// The weight of a term grows with the logarithm of its frequency; the title
// counts as titleBoost mentions more, and a term that first stands at the head
// of the text weighs up to headBoost times what one at its end does.
const (
	titleBoost = 2.0
	headBoost  = 1.6
	nameBoost  = 1.25 // for words that stand in capitals within a sentence
	maxTerm    = 40   // bytes; longer words are URLs and noise
)

// Terms returns the document's salient terms, as Salient of its Index does. An
// Indexer is faster for many documents.
func Terms(d *Document, max int) []Term { return new(Indexer).Index(d).Salient(max) }

// Index holds the terms of a document and which sentence says which.
type Index struct {
	Terms     []Term    // in the order in which the text first says them
	Sentences [][]int32 // for each sentence its terms in order, as indexes of Terms
}

// Salient returns the salient terms, the weightiest first, at most max. Weights
// are in (0, 1], the weightiest term's is 1.
func (x *Index) Salient(max int) []Term {
	if max <= 0 {
		return nil
	}
	terms := slices.Clone(x.Terms)
	slices.SortFunc(terms, func(a, b Term) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Word, b.Word))
	})
	return slices.Clone(terms[:min(max, len(terms))]) // and not the rest
}

// Indexer finds the terms of documents. It remembers the terms of word forms,
// since stemming is most of the work. It is safe for concurrent use. The zero
// Indexer remembers nothing.
type Indexer struct {
	forms    *cache.Cache[string] // word form -> its term, "" for none
	counters sync.Pool            // of *counter, empty
}

// maxForms is how many word forms an Indexer remembers, at some 100 bytes each.
const maxForms = 1 << 15

// NewIndexer returns an Indexer for many documents.
func NewIndexer() *Indexer { return &Indexer{forms: cache.New[string](maxForms)} }

// Index finds the terms of d and weighs them.
func (n *Indexer) Index(d *Document) *Index {
	c := n.counter()
	x := &Index{Sentences: make([][]int32, len(d.Sentences))}
	sequence := make([]int32, 0, len(d.Tokens)) // the terms of the text in order
	for i, s := range d.Sentences {
		from := len(sequence)
		sequence = c.sentence(sequence, d, s)
		x.Sentences[i] = sequence[from:len(sequence):len(sequence)]
	}
	x.Terms = c.terms(len(d.Tokens))
	n.giveBack(c)
	return x
}

// counter returns an empty counter.
func (n *Indexer) counter() *counter {
	if c, ok := n.counters.Get().(*counter); ok {
		return c
	}
	return &counter{indexer: n, seen: make(map[string]int), byKey: make(map[string]int)}
}

// longList is from how many word forms on a text is one of which the counter is not worth keeping.
const longList = 1 << 13

// giveBack empties a counter for another document.
func (n *Indexer) giveBack(c *counter) {
	if len(c.seen) > longList {
		return
	}
	clear(c.seen)
	clear(c.byKey)
	clear(c.stats)
	c.stats = c.stats[:0]
	n.counters.Put(c)
}

// termOf is the function termOf with a memory. The term of an ideograph hangs
// on what follows it and is not remembered.
func (n *Indexer) termOf(d *Document, i int, form string, buf *[]byte) string {
	if n.forms == nil || isIdeographic(form) || len(form) > maxTerm {
		return termOf(d, i, form, buf)
	}
	if term := n.forms.Get(form); term != nil {
		return *term
	}
	return *n.forms.Put(form, termOf(d, i, form, buf))
}

// Query returns the terms of what a reader asks for, in order, as Terms forms
// them. A word without a term, as "the", is left out; a word asked for twice
// is there twice.
func Query(words string) []string { return new(Indexer).Query(words) }

// Query is the function Query with a memory.
func (n *Indexer) Query(words string) []string {
	d := Parse(words, "")
	var terms []string
	var buf []byte
	for i, t := range d.Tokens {
		for part := range parts(t.In(d.Text)) {
			if w := n.termOf(d, i, part, &buf); w != "" {
				terms = append(terms, w)
			}
		}
	}
	return terms
}

// parts yields the words that a token is made of: "SCO-RATS" is found under
// either.
func parts(token string) iter.Seq[string] { return strings.SplitSeq(token, "-") }

// counter gathers what is said how often.
type counter struct {
	indexer *Indexer
	seen    map[string]int // word form, folded -> index of stats, or -1
	byKey   map[string]int // term -> index of stats
	stats   []stat
	buf     []byte
}

type stat struct {
	word  string
	count float64
	first int // token
	named bool
}

// sentence counts the terms of a sentence and appends them to a sequence.
func (c *counter) sentence(sequence []int32, d *Document, s Sentence) []int32 {
	for i := s.First; i < s.Last; i++ {
		for part := range parts(d.Tokens[i].In(d.Text)) {
			if at := c.lookup(d, i, part); at >= 0 {
				sequence = append(sequence, int32(at))
				c.stats[at].mention(s.Paragraph == 0, i > s.First && isCapital(part, 0))
			}
		}
	}
	return sequence
}

func (st *stat) mention(title, capital bool) {
	st.count++
	if title {
		st.count += titleBoost
	} else if capital {
		st.named = true
	}
}

// lookup returns the index of the statistics of the term that form stands for,
// part of token i, or -1.
func (c *counter) lookup(d *Document, i int, form string) int {
	cached := !isIdeographic(form)
	if at, ok := c.seen[form]; ok && cached {
		return at
	}
	at := -1
	if word := c.indexer.termOf(d, i, form, &c.buf); word != "" {
		var ok bool
		if at, ok = c.byKey[word]; !ok {
			at = len(c.stats)
			c.byKey[word] = at
			c.stats = append(c.stats, stat{word: word, first: i})
		}
	}
	if cached {
		c.seen[form] = at
	}
	return at
}

// terms weighs what was counted in a text of so many tokens.
func (c *counter) terms(tokens int) []Term {
	out := make([]Term, len(c.stats))
	top := 0.0
	for i, st := range c.stats {
		w := 1 + math.Log(st.count)
		w *= 1 + (headBoost-1)*(1-float64(st.first)/float64(tokens))
		if st.named {
			w *= nameBoost
		}
		out[i] = Term{st.word, w}
		top = max(top, w)
	}
	for i := range out {
		out[i].Weight = math.Round(out[i].Weight/top*1000) / 1000
	}
	return out
}

func isIdeographic(w string) bool {
	c, _ := classAt(w, 0)
	return c == ideograph
}

// termOf returns the term of the token i of d with the text form, "" for a
// stop word, a mark or a single letter. In a script without spaces it is the
// character with the one that follows it.
func termOf(d *Document, i int, form string, buf *[]byte) string {
	switch c, _ := classAt(form, 0); c {
	case ideograph:
		if i+1 < len(d.Tokens) && d.Tokens[i+1].Start == d.Tokens[i].End && isIdeographic(d.Tokens[i+1].In(d.Text)) {
			return form + d.Tokens[i+1].In(d.Text)
		}
		return ""
	case digit:
		if len(form) < 2 || len(form) > maxTerm {
			return ""
		}
		return withoutUnit(Fold(form))
	case letter:
	default:
		if form = strings.TrimLeft(form, "#@."); form == "" || !isWordAt(form, 0) {
			return ""
		}
	}
	return stem(form, buf)
}

// withoutUnit returns a number in small letters without the millions or billions that it is of, so that "1.7bn" is
// found by "1.7 billion"; not "100m", which may be metres, nor "5bn", which has no more than a digit then.
func withoutUnit(number string) string {
	for _, unit := range [...]string{"mln", "bln", "mn", "bn"} {
		if digits, ok := strings.CutSuffix(number, unit); ok && len(digits) > 1 && isDigits(digits) {
			return digits
		}
	}
	return number
}

// isDigits reports whether a number has nothing but digits, commas and points.
func isDigits(number string) bool { return strings.Trim(number, "0123456789.,") == "" }

// stem folds and stems a word. Snowball's English rules serve every language,
// since a reader's query does not tell which one it is in.
func stem(form string, buf *[]byte) string {
	if len(form) > maxTerm {
		return ""
	}
	b := appendFolded((*buf)[:0], form)
	if *buf = b; len(b) == 0 {
		return ""
	}
	switch n := len(b); {
	case b[n-1] == '.': // U.S., Inc.
		b = slices.DeleteFunc(b, func(c byte) bool { return c == '.' })
	case b[n-1] == '+' && n > 2 && b[n-2] != '+': // OPEC+, but C++
		b = b[:n-1]
	}
	if string(b) == "us" && form != "us" && form != "Us" {
		return "usa" // the country, not the pronoun
	}
	if form == "WHO" {
		return "who" // the organization, not the pronoun
	}
	if stopWords.Has(string(b)) || utf8.RuneCount(b) < 2 {
		return ""
	}
	word := string(b)
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return word
		}
	}
	if word = english.Stem(word, false); stopWords.Has(word) {
		return ""
	}
	return word
}
