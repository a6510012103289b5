package keypoint

import (
	"slices"
	"strings"
	"unicode"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// article is a document with all that the choice of its points looks at.
type article struct {
	*text.Document
	index       *text.Index
	low         []string        // the tokens, folded but for acronyms
	verb        []bool          // for each token, whether it looks like a verb
	begun       []bool          // for each token, whether a name begins with it: "tinyyaml 2.8.3"
	small       map[string]bool // the words that the text has in small letters; nil until one is asked for
	distinct    [][]int32       // for each sentence its different terms, ascending
	spread      []int           // for each term, in how many sentences it is
	title       []bool          // for each term, whether the title says it
	titleWeight float64         // of its terms
	saidIn      []int           // for each term, the sentence outside the title that says it first
	cosines     []float64       // for each sentence the sum of its cosines to all others, at most 1
	entities    []entity.Entity // of the text
	people      [][]naming      // for each sentence whom it names
	place       []bool          // for each token, whether it is in the name of a place
	thing       []bool          // the same of what is neither a person nor an organization
	names       []float64       // for each sentence, the salience of the entities it names
	again       []pair          // the pairs of terms that stand in several places, ascending
	body        int             // number of sentences outside the title
	english     bool
	advisory    bool       // it tells of flaws in software by their numbers
	manyFlaws   bool       // it tells of several
	severity    int        // the first sentence that tells how bad one is
	refutation  refutation // of its title
	truth       []bool     // for each sentence, whether it says that a claim which the title refutes is not so
	claim       []bool     // for each sentence, whether it only tells what the article says is not so
	caseless    bool       // no capitals: they do not tell where sentences begin
	entries     bool       // several of its paragraphs begin with the time of day, as in a live report
	minutes     bool       // they begin with minutes of a match
	parts       []part     // for each sentence, what it tells of a study; nil where the text is no abstract of one
}

func newArticle(d *text.Document, index *text.Index, language string, entities []entity.Entity) *article {
	a := &article{
		Document: d,
		index:    index,
		entities: entities,
		low:      make([]string, len(d.Tokens)),
		verb:     make([]bool, len(d.Tokens)),
		distinct: make([][]int32, len(d.Sentences)),
		english:  language == "en",
		caseless: !strings.ContainsFunc(d.Text[:min(len(d.Text), 2000)], unicode.IsUpper),
	}
	for i := range d.Tokens {
		if a.low[i] = a.word(i); !acronyms.Has(a.low[i]) {
			a.low[i] = text.Fold(a.low[i])
		}
		a.verb[i] = a.looksLikeVerb(i)
	}
	a.spread = make([]int, len(a.index.Terms))
	a.title = make([]bool, len(a.index.Terms))
	a.saidIn = slices.Repeat([]int{-1}, len(a.index.Terms))
	for i, s := range d.Sentences {
		terms := slices.Clone(a.index.Sentences[i])
		slices.Sort(terms)
		a.distinct[i] = slices.Compact(terms)
		for _, t := range a.distinct[i] {
			a.spread[t]++
			if s.Paragraph == 0 && !a.title[t] {
				a.title[t] = true
				a.titleWeight += a.index.Terms[t].Weight
			}
			if s.Paragraph > 0 && a.saidIn[t] < 0 {
				a.saidIn[t] = i
			}
		}
		if s.Paragraph > 0 {
			a.body++
		}
	}
	a.again = a.recurrentPairs()
	a.people = namings(d, entities)
	a.names = saliences(d, entities)
	a.place = inNames(d, entities, entity.Place)
	a.thing = inNames(d, entities, entity.Place, entity.Product, entity.Event, entity.Work)
	a.begun = namesBegin(d, entities)
	a.cosines = a.centrality()
	a.entries, a.minutes = a.hasEntries(), a.isMinuted()
	if a.english {
		a.readFlaws()
		a.readRefuted()
		a.readParts()
	}
	return a
}

// hasSmall reports whether the text has a folded word in small letters.
func (a *article) hasSmall(low string) bool {
	if a.small == nil {
		a.small = make(map[string]bool)
		for i, w := range a.low {
			if isLower(a.word(i)) {
				a.small[w] = true
			}
		}
	}
	return a.small[low]
}

// pair is two terms that follow each other in a sentence, one in either half.
type pair uint64

func pairOf(first, second int32) pair { return pair(first)<<32 | pair(second) }

// recurrentPairs returns the pairs of terms that stand in several places, ascending.
func (a *article) recurrentPairs() (again []pair) {
	n := 0
	for _, terms := range a.index.Sentences {
		n += len(terms)
	}
	pairs := make([]pair, 0, n)
	for _, terms := range a.index.Sentences {
		for i := 1; i < len(terms); i++ {
			pairs = append(pairs, pairOf(terms[i-1], terms[i]))
		}
	}
	slices.Sort(pairs)
	for i := 1; i < len(pairs); i++ {
		if pairs[i] == pairs[i-1] {
			again = append(again, pairs[i])
		}
	}
	return again
}

// saliences returns for each sentence the summed salience of the entities that
// it names.
func saliences(d *text.Document, entities []entity.Entity) []float64 {
	out := make([]float64, len(d.Sentences))
	for _, e := range entities {
		last := -1
		for _, m := range e.Mentions {
			if m.Sentence != last && m.Sentence >= 0 && m.Sentence < len(out) {
				last = m.Sentence
				out[last] += e.Salience
			}
		}
	}
	return out
}

// inNames returns for each token whether it is in the name of an entity of some types.
func inNames(d *text.Document, entities []entity.Entity, types ...entity.Type) []bool {
	out := make([]bool, len(d.Tokens))
	for _, e := range entities {
		if !slices.Contains(types, e.Type) {
			continue
		}
		for _, m := range e.Mentions {
			for at := tokenFrom(d, m.Start); at < len(out) && d.Tokens[at].Start < m.End; at++ {
				out[at] = true
			}
		}
	}
	return out
}

// namesBegin reports for each token whether a name begins with it.
func namesBegin(d *text.Document, entities []entity.Entity) []bool {
	out := make([]bool, len(d.Tokens))
	for _, e := range entities {
		for _, m := range e.Mentions {
			if at := tokenFrom(d, m.Start); at < len(out) && d.Tokens[at].Start == m.Start {
				out[at] = true
			}
		}
	}
	return out
}

// tokenFrom returns the first token that begins at an offset or behind it.
func tokenFrom(d *text.Document, offset int) int {
	i, _ := slices.BinarySearchFunc(d.Tokens, offset, func(t text.Token, at int) int { return t.Start - at })
	return i
}

// candidate is a point that may be picked.
type candidate struct {
	text.Span
	sentence    int // index of Document.Sentences
	first, last int // its tokens
	features    features
	strangers   []int   // persons whom a point told before it must introduce
	surname     bool    // it names somebody whom the title, too, names by a surname alone
	definite    bool    // it begins with what a candidate before it may have told of
	told        float64 // share of it that picked ones tell
	odds        float64 // log-odds of being worth telling, as pick weighs it
	spare       bool    // Point.Spare
	notice      bool    // it tells more of a flaw that others tell
	truth       bool    // article.truth
	outcome     bool    // it tells how a match ended or what a study means
}

// word returns the text of token i.
func (a *article) word(i int) string { return a.Tokens[i].In(a.Text) }

// wordsOf returns the folded words of sentence i.
func (a *article) wordsOf(i int) []string { return a.low[a.Sentences[i].First:a.Sentences[i].Last] }

// said returns the text of tokens first to last.
func (a *article) said(first, last int) string {
	return a.Text[a.Tokens[first].Start:a.Tokens[last-1].End]
}

// candidates returns what may stand as a point, in the order of the text, and the first sentence that might
// if it said more than the title, if there is one.
func (a *article) candidates() (out []candidate, restating *candidate) {
	out = make([]candidate, 0, a.body)
	var q quotes
	spoken := a.isSpoken()
	before := 0    // sentences of the body
	wrong := false // it tells what was wrong, or stands behind what does; not where all of the text is that
	for i, s := range a.Sentences[:a.imprint()] {
		if s.Paragraph == 0 {
			continue
		}
		before++
		opening := a.opensParagraph(i)
		if opening {
			q, wrong = quotes{}, false
		}
		wrong = a.corrects(i) || wrong && before > 2
		inside := q.inside
		q.read(a, s.First, s.Last)
		first, last, ok := a.cut(s, opening)
		if spoken && a.names[i] == 0 {
			continue // what nobody and nothing is named in is a passing remark
		}
		repeats := a.repeatsTitle(i)
		c := candidate{sentence: i, first: first, last: last}
		if !ok || inside || wrong || a.isCredit(i+1) || a.english && (a.isListed(i) || a.isTorn(i) || a.isTorn(i+1) || a.isOverturned(i) || a.isContrasted(i) || a.answersBarely(i, first, last) || a.setsUp(i) || a.claim[i]) || !a.stands(first, last, last == s.Last) || restating != nil && repeats {
			if c, ok = a.bare(i); !ok || inside || wrong {
				continue
			}
		}
		c.Span = text.Span{Start: a.Tokens[c.first].Start, End: a.Tokens[c.last-1].End}
		c.definite = len(out) > 0 && a.isDefinite(c.first, c.last)
		c.strangers, c.surname = a.strangers(&c)
		c.truth = a.english && a.truth[i]
		c.outcome = c.outcome || a.parts != nil && a.parts[i] == conclusion
		c.features = a.measure(&c, before-1)
		if repeats && !c.outcome {
			restating = new(candidate) // not &c, which would put every candidate on the heap
			*restating = c
			continue
		}
		out = append(out, c)
	}
	if len(out) == 0 && restating == nil {
		return a.errata(), nil
	}
	out = a.besidesMethods(out)
	a.findNews(out)
	return out, restating
}

// bare returns the candidate that sentence i may begin though it is no sentence that stands by itself.
func (a *article) bare(i int) (c candidate, ok bool) {
	if c, ok = a.notice(i); ok || !a.english {
		return c, ok
	}
	return a.endOfMatch(i)
}

// opensParagraph reports whether sentence i is the first of its paragraph.
func (a *article) opensParagraph(i int) bool {
	return i == 0 || a.Sentences[i-1].Paragraph != a.Sentences[i].Paragraph
}

// isTorn reports whether sentence i begins with a number and goes on with the one before it,
// whose stop was no sentence's end: "a magnitude of 5 . 9 was" or "of 5. 9", "a . 357 Magnum"; not
// "by 52 to 48. 12 members".
func (a *article) isTorn(i int) bool {
	if i < 1 || i >= len(a.Sentences) || a.opensParagraph(i) || !isDigit(a.word(a.Sentences[i].First)[0]) {
		return false
	}
	s := a.Sentences[i-1]
	if s.Last < s.First+2 {
		return false
	}
	whole, stop, fraction := a.Tokens[s.Last-2], a.Tokens[s.Last-1], a.Tokens[a.Sentences[i].First]
	apart := whole.End < stop.Start || whole.Len() == 1 && fraction.Len() == 1
	return isDigit(whole.In(a.Text)[0]) && apart || a.breaksOff(s.First, s.Last)
}

// longestTurn is how many tokens a sentence has at most that turns the one before it.
const longestTurn = 7

// isOverturned reports whether the sentence behind sentence i says in a few words what became of
// what i tells, without which it misleads: "Five men were dug out. All were dead.", "He said
// they would come. They did not.", "The firm offers £250. It is now £600."
func (a *article) isOverturned(i int) bool {
	if i+1 >= len(a.Sentences) || a.opensParagraph(i+1) {
		return false
	}
	next := a.Sentences[i+1]
	words := a.low[next.First:next.Last]
	switch {
	case len(words) > longestTurn || len(words) < 3:
		return false
	case words[0] == "all" || words[0] == "none" || words[0] == "neither":
		return a.isVerb(next.First+1) || auxiliaries.Has(words[1])
	}
	not := words[2] == "not" || words[2] == "n't"
	if words[0] == "the" && len(words) > 3 && words[2] == "was" && words[3] == "not" { // "It skips a file that is empty. The file was not empty."
		return slices.Contains(a.low[a.Sentences[i].First:next.First], words[1])
	}
	return pronouns.Has(words[0]) && auxiliaries.Has(words[1]) && (words[2] == "now" || not && (len(words) == 3 || isStop(words[3])))
}

// isContrasted reports whether who is quoted in sentence i goes on in the next one with what
// that is set against: "In the last storm they told us too late," said Ada Lind. "Now they tell us".
func (a *article) isContrasted(i int) bool {
	if i+1 >= len(a.Sentences) || a.opensParagraph(i+1) {
		return false
	}
	first, next := a.Sentences[i].First, a.Sentences[i+1].First
	return next+1 < len(a.low) && isQuote(a.word(first)) && isQuote(a.word(next)) && contrasts.Has(a.low[next+1])
}

// answersBarely reports whether tokens first to last of sentence i answer the question before it without a verb but
// those of clauses that say more of something: "Why? A levy on nets, which was to begin in July."
func (a *article) answersBarely(i, first, last int) bool {
	if i == 0 || a.word(a.Sentences[i-1].Last-1) != "?" || a.isClause(first, last) {
		return false
	}
	at := first + 1
	for ; at < last && !relatives.Has(a.low[at]); at++ {
		mayDo := isPlural(a.low[at]) && !isDigit(a.word(at - 1)[0]) && articles.Has(a.low[min(at+1, last-1)]) // "shows a list", not "9 euros a head"
		if mayDo || a.hasPlainVerb(at, at+1) {
			return false
		}
	}
	return at < last || prepositions.Has(a.low[first]) || a.low[first] == "not"
}

// contrasts begin what is set against what somebody said just before.
var contrasts = text.WordSet(`now but yet today instead however still then`)

// repeatsTitle reports whether a sentence says no more than the title, by terms.
func (a *article) repeatsTitle(i int) bool {
	said, more := 0, 0
	for _, t := range a.distinct[i] {
		if a.title[t] {
			said++
		} else {
			more++
		}
	}
	return isRestated(said, more)
}

// isRestated reports whether a sentence says no more than a title of which it holds some terms, beside others.
func isRestated(said, more int) bool { return said > 0 && (more == 0 || more == 1 && said >= 4) }
