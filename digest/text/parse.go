package text

// Parse cuts an article into sentences and tokens. Any bytes are good enough:
// what is not UTF-8 counts as letters, and offsets stay true to the input.
func Parse(title, body string) *Document {
	d := &Document{Text: title + "\n" + body, Title: Span{0, len(title)}}
	d.Tokens = make([]Token, 0, len(d.Text)/5+8)
	d.Sentences = make([]Sentence, 0, len(d.Text)/90+4)

	s := splitter{Document: d, caseless: isCaseless(d.Text)}
	for rest := 0; rest < len(title); {
		end := lineEnd(title, rest)
		s.split(Span{rest, end}, 0)
		rest = end + 1
	}
	paragraph := 0
	for b := range blocks(d.Text, len(title)+1) {
		if s.split(b, paragraph+1) {
			paragraph++
		}
	}
	return d
}

// isCaseless reports whether the sample at the head of s holds too few capital
// letters for them to mark where sentences begin.
func isCaseless(s string) bool {
	const sample = 4096
	upper, lower := 0, 0
	for i := 0; i < min(len(s), sample); i++ {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			upper++
		case 'a' <= c && c <= 'z':
			lower++
		}
	}
	return lower > 100 && upper*500 < lower
}
