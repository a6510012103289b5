// Package text turns an article into a [Document]: one string with its
// sentences and tokens as byte offsets. It also tells a text's language, folds
// the spellings of a word into one, and picks a text's salient terms. It knows
// nothing of where a text came from.
//
// # Parse
//
// [Parse] works in three steps, each in its own file.
//
// lines.go: the text falls into blocks that no sentence crosses. A block is a
// line, be it a paragraph, a heading, a headline or the item of a list. Only in
// a text whose lines were broken to fit a width are the lines of a paragraph
// joined, so that a name over a line break lies within one sentence.
//
// tokens.go: a block falls into tokens in the manner of the Penn Treebank, which
// the corpora that entity recognition is trained on follow: "Iran" + "'s", "do"
// + "n't", "$" + "5", "4" + "%"; hyphenated words, "AT&T", "9/11", numbers with
// separators and addresses stay whole. A stop that belongs to an abbreviation
// stays with it ("U.S.", "Nov."), also at the end of a sentence. Han and
// Hiragana are cut into characters.
//
// sentences.go: every token that may end a sentence is judged by what follows:
// closing quotes and brackets go with the stop; a word in lower case, or the
// speaker of a quotation, means that the sentence goes on; after an
// abbreviation a word that begins sentences means that it does not. Where a text is all
// in lower case stops alone decide.
//
// glued.go: where a text lost its line breaks, a sentence begins behind a heading, a
// caption, the credit of a picture, a byline or the time of publication, and with a
// dateline. A heading before a name is seen by its verb: two clauses with nothing
// between that could tie them are two sentences. Of 18,000 sentences of speeches,
// releases and encyclopedias that the rules were not made for, four were cut in two.
//
// Rules were chosen over a trained splitter (Punkt, Kiss and Strunk 2006):
// news has few kinds of stops, each rule has a case in testdata, and a reader
// who finds a wrong split can see which rule made it.
//
// # Language
//
// [Language] goes by script first. Within the Latin script it counts frequent
// words, endings and letters of 18 languages (languages.go). The library
// whatlanggo (character trigrams, last changed in 2019) was measured against
// it on headlines alone. On 3,149 of them, of an aggregator, whose commoner words
// went into the English table, it names English for 70% and another language for
// most others; these tables name English for 95%, leave 5% open and are wrong
// on 2. On 1,051 British headlines of four or five words, never looked at, the
// library names English for 36% and another language for most others; these tables
// 72%, leave 28% open and are wrong on 5. Whole articles they get right throughout.
//
// # Terms
//
// [Terms] weighs a word by the logarithm of its count, whether it is in the title,
// how early it comes, and whether it is a name. [Query] forms the same terms of
// a reader's words. Both stem by Snowball's English rules (Porter 2001) whatever the
// language, because a query of one word does not tell its own.
package text
