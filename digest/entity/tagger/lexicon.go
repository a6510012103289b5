package tagger

// Case tells how a word is mostly written in running text.
type Case uint8

// The cases of a word. A word that the lexicon lacks is CaseUnknown.
const (
	CaseUnknown Case = iota
	CaseLower        // nearly always in lower case
	CaseMixed        // both
	CaseTitle        // nearly always capitalised
	CaseUpper        // nearly always in capitals
	NumCases
)

// Lexicon holds what unlabelled text tells about words.
type Lexicon struct {
	words    *table
	clusters [][]uint16 // by level, by row of words
	folded   *table
	cases    []Case // by row of folded
	contexts *table
	uses     []uint8 // by row of contexts: its group
}

// NewLexicon makes a lexicon. clusters holds, for each level from coarse to
// fine, the cluster of each of words; cases the case of each of folded, the
// lower-cased words; uses the group of each of contexts (context.go), from 1.
func NewLexicon(words []Key, clusters [][]uint16, folded []Key, cases []Case, contexts []Key, uses []uint8) *Lexicon {
	return &Lexicon{newTable(words), clusters, newTable(folded), cases, newTable(contexts), uses}
}

// useIn returns the group of contexts that one belongs to, 0 if it is not known.
func (l *Lexicon) useIn(context Key) uint8 {
	if row := l.contexts.find(context); row >= 0 {
		return l.uses[row]
	}
	return 0
}

// WordKey returns the key of a word.
func WordKey(w string) Key { return keyOf(Hash(w)) }

// CaseOf returns the usual case of a word, given in lower case.
func (l *Lexicon) CaseOf(lower string) Case {
	if row := l.folded.find(WordKey(lower)); row >= 0 {
		return l.cases[row]
	}
	return CaseUnknown
}
