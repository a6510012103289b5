package entity

import (
	"strings"

	"newsbot/digest/entity/refine"
	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// pieces are the tokens of a document, cut as the tagger wants them.
type pieces struct {
	texts  []string
	starts []int32 // offsets of texts
	// sentences holds the texts of each sentence, first the index of its first piece.
	sentences [][]string
	first     []int
}

func newPieces(d *text.Document) *pieces {
	n := len(d.Tokens) + len(d.Tokens)/8
	p := &pieces{texts: make([]string, 0, n), starts: make([]int32, 0, n)}
	p.sentences = make([][]string, len(d.Sentences))
	p.first = make([]int, len(d.Sentences)+1)
	for i, s := range d.Sentences {
		p.first[i] = len(p.texts)
		for _, t := range d.Tokens[s.First:s.Last] {
			p.add(d, t)
		}
	}
	p.first[len(d.Sentences)] = len(p.texts)
	for i := range p.sentences {
		p.sentences[i] = p.texts[p.first[i]:p.first[i+1]]
	}
	return p
}

func (p *pieces) add(d *text.Document, t text.Token) {
	tagger.Pieces(t.In(d.Text), func(start, end int) {
		p.texts, p.starts = append(p.texts, d.Text[t.Start+start:t.Start+end]), append(p.starts, int32(t.Start+start))
	})
}

// span returns where pieces first to last stand.
func (p *pieces) span(first, last int) text.Span {
	return text.Span{Start: int(p.starts[first]), End: int(p.starts[last-1]) + len(p.texts[last-1])}
}

// touches reports whether nothing stands between piece i and the one before it.
func (p *pieces) touches(i int) bool { return int(p.starts[i-1])+len(p.texts[i-1]) == int(p.starts[i]) }

// before returns the piece n places before piece i of a sentence, or "".
func (p *pieces) before(sentence, i, n int) string {
	if i-n < p.first[sentence] {
		return ""
	}
	return p.texts[i-n]
}

// after returns the piece that stands n places behind the end of a name, or "".
func (p *pieces) after(sentence, end, n int) string {
	if end+n >= p.first[sentence+1] {
		return ""
	}
	return p.texts[end+n]
}

// split cuts a name in two where a bracket opens or closes in it or a dash ends a
// dateline, a place at a comma and a storm at a dash: "Regional Structure (RATS" is a name and
// its abbreviation, "Mostar, Bosnia" are two places, "Storm Hedda - Esbjerg" are a storm and a
// place.
func (p *pieces) split(sentence int, n tagger.Name) []tagger.Name {
	for i := n.First + 1; i < n.Last-1; i++ {
		word, storm := p.sentences[sentence][i], storms.Has(p.sentences[sentence][n.First])
		if p.separates(p.first[sentence]+i) || n.Kind == tagger.Place && word == "," || storm && (word == "-" || word == "–") {
			rest := tagger.Name{First: i + 1, Last: n.Last, Kind: n.Kind}
			if storm {
				rest.Kind = tagger.Place
			}
			return append([]tagger.Name{{First: n.First, Last: i, Kind: n.Kind}}, p.split(sentence, rest)...)
		}
	}
	return []tagger.Name{n}
}

// separates reports whether no name goes on over piece i.
func (p *pieces) separates(i int) bool {
	switch p.texts[i] {
	case "(", ")", "—", "--":
		return true
	case "-", "–": // "LONDON - Trains"; elsewhere some texts have spaces around hyphens
		return !p.touches(i) && len(p.texts[i-1]) > 3 && shouted(p.texts[i-1])
	}
	return false
}

// stormBefore returns which kind of storm is said to have a name that stands in quotation marks,
// "Cyclone" before ‘Saral’ or Cyclonic Storm ‘Saral’, or "". Melbourne Storm is a club.
func (p *pieces) stormBefore(n *name) string {
	kind, before := p.before(n.Sentence, n.first, 2), p.before(n.Sentence, n.first, 3)
	switch {
	case !storms.Has(kind) || !refine.IsQuote(p.before(n.Sentence, n.first, 1)):
		return ""
	case before == "Cyclonic":
		return "Cyclone"
	case kind == "Storm" && isCapitalised(before) && !beforeStorms.Has(strings.ToLower(before)):
		return ""
	}
	return kind
}

// beforeStorms may stand with a capital before "Storm" that is no club's.
var beforeStorms = text.WordSet(`a after although and as before because but by deadly during fierce if in once post-tropical severe since
	subtropical that the though tropical until when while winter with`)
