package text

// Span is a half-open range of bytes of a string.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// In returns the part of s that the span covers.
func (s Span) In(str string) string { return str[s.Start:s.End] }

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Document is an article's title and body as one string, cut into sentences
// and tokens. All offsets are in bytes of Text.
type Document struct {
	Text      string     // the title, a line feed, the body
	Title     Span       // the title; empty where the article has none
	Sentences []Sentence // in order; the title is the first where there is one
	Tokens    []Token    // in order; every token lies inside one sentence
}

// Sentence is one sentence, headline, heading or list item. It begins with its
// first token and ends with its last.
type Sentence struct {
	Span
	Paragraph int // number of its paragraph, from 1; 0 is the title
	// First and Last bound the sentence's tokens: Tokens[First:Last].
	First, Last int
}

// Token is a word, a number or a punctuation mark.
type Token struct {
	Span
}

// Term is a salient word of an article, folded and stemmed, with its weight.
type Term struct {
	Word   string  `json:"w"`
	Weight float64 `json:"n"`
}
