// Package keypoint picks the sentences that tell what happened. A point is a
// sentence, or a clause of one that stands by itself, verbatim from its article:
// text[Start:End]. Nothing is rephrased, so nothing is invented.
//
// [Find] picks the points of one article, in four steps.
//
// cut.go and shorten.go: a sentence becomes a candidate. The dateline or the mark of a
// list item before it goes; from one that is too long a clause at its end goes,
// unless it says who said the rest.
//
// faults.go: what cannot stand by itself is no candidate, however well it scores:
// half quotations and quotations without their speaker, openings that point back
// ("However", "The move", "He said"), questions, teasers, captions, bylines, and
// what a page says of itself. words.go holds the lists. They are of English; a
// text in another language is judged by its form alone.
//
// features.go and score.go: a candidate's score is the sum of its weighted
// features, the log-odds that it is worth telling. The features are those of the
// field: place (Edmundson 1969), words of the title (the same), the weight of its
// terms (Luhn 1958; Nenkova and Vanderwende 2005), its ties to other sentences
// (centrality.go: Mihalcea and Tarau 2004), names, numbers, length, quotation.
//
// pick.go: the best candidate is picked, then the best of those that add to it
// (maximal marginal relevance, Carbonell and Goldstein 1998), until enough is told.
// Whether two sentences say the same is judged by their rarer terms: what the
// whole text is about they all share.
//
// [Choose] picks the points of a story out of those of its articles: what other
// sources say too, what is not said yet, and what a further source adds.
//
// # Weights
//
// The weights in score.go were fitted in two steps, each on one half of the
// articles of three collections (editors' extracts of British news, highlights
// of American news in lower case, one-sentence summaries of mixed genres): least
// squares against the share of a candidate's word pairs that the reference holds,
// then a coordinate search on ROUGE-2 itself. ROUGE-2 over that of the first three
// sentences, at 75 (the last collection: 35) words, on the other half:
//
//	                                     extracts  highlights  one sentence
//	fitted to the extracts alone             1.42        0.88          0.89
//	fitted to the highlights alone           1.18        1.02          0.98
//	fitted to all, as in score.go            1.34        1.00          0.91
//	the same without the rules of faults.go  1.42        1.05          1.09
//
// The references pull apart: extracts are long and central, highlights short and
// from the head of the text. The rules cost what they do because writers may
// quote a sentence that begins with "He", and a digest may not. Of what was tried:
// judging sameness by the weight of the common terms instead of their rarity costs
// 0.14 on extracts, shorter answers gain 0.01 on highlights and lose
// 0.05 and more on extracts, restarts of the search from other weights
// end no higher.
package keypoint
