// Package keypoint picks the sentences that tell what happened. A point is a
// sentence, or a clause of one that stands by itself, verbatim from its article:
// text[Start:End]. Nothing is rephrased, so nothing is invented.
//
// [Find] picks the points of one article, in four steps.
//
// cut.go, dateline.go and shorten.go: a sentence becomes a candidate. The dateline, a note on what is new (errata.go), the time of
// publication, the mark of a list item or the words that tie it to the sentence
// before ("But", "In addition,") go where a sentence may begin behind them; from
// one that is too long a clause at its end goes, or what else its subject did, or else the
// phrase it begins with; who said the rest goes only where it is so whoever says it
// (attribution.go).
//
// faults.go: what cannot stand by itself is no candidate, however well it scores: by its form (form.go)
// half quotations and quotations without their speaker, questions and answers to them without a verb, teasers, bylines and headings run into a
// sentence; openings that point back (dangles.go: "However", "The move", "He said"), words further on that do
// (refers.go: "denied that"), "he" without a person (pronouns.go) and "such" without its noun; captions (also whatever the
// credit of a picture follows), what a page says of itself or had wrong (errata.go; but a text that
// only corrects others may be told in several sentences, of what was told and of what is so), whoever speaks of himself or to the
// reader (spoken.go), a claim of which the title or the next sentence says that it is not so, of whose text
// what is so comes first (refuted.go), and of an interview or a speech what names
// nobody and nothing. lists.go: nor are items of a list, which begin with a sum, a participle
// or a verb; setup.go: nor what only leads up to a quotation; imprint.go: nor what a company or an
// author says of itself at the end, nor whom somebody thanks. advisory.go: an advisory tells in lines with labels which
// versions have a flaw and which mend it, and that is told too. abstract.go: of the abstract of a study is told what came
// of it, not how it was done. live.go: a report that follows a match minute by minute tells how it ended. words.go
// holds the lists of words, kinds.go tells kinds of words by their letters. They are of English; a text in another
// language is judged by its form alone.
//
// features.go and weights.go: what a candidate is worth is the sum of its weighted
// features, the log-odds that it is worth telling. The features are those of the
// field: place (Edmundson 1969), words of the title and of the lead (the same), the
// weight of its terms (Luhn 1958; Nenkova and Vanderwende 2005), its cosines to other
// sentences (centrality.go: Erkan and Radev 2004), names, length, quotation. The score of
// a point is the likelihood that a reader wants it told, of the same features and of what is to
// come, sums and what is long past (scoring.go).
//
// pick.go: the candidate that opens best comes first, by weights of its own: it
// must tell who did what, from its first word on, and who it is whom the title names by
// a surname, and is the likelier the first sentence if that tells news by its tense or day, and
// the less likely another one that begins with "the blaze". Then the best of those that add
// to it are picked (maximal marginal relevance, Carbonell and Goldstein 1998), until enough
// is told. Whether two sentences say the same is judged by their rarer terms: what the whole
// text is about they all share. Who names somebody by a surname alone whom neither the title nor a point told
// before introduces loses (strangers.go), and has with it where the text tells who that is
// (introduce.go), for a reader to be told beside the point.
//
// [Choose] picks the points of a story out of those of its articles: first what its
// headline, the titles of its articles and other sources say, or what its last day tells where
// it goes on for days, then what scores most of that
// which has to do with what the other articles tell and is not said yet; what a title calls a first (first.go)
// comes before. From the third
// on a point is told only if it is worth it, unless the sources agree that they tell of one
// event. [Survey] picks out of those of many events, or of what is new in a story that the
// reader knows, [Best] of a single article. With all, who is named by a surname was introduced
// (meet.go). [Unsaid] leaves out what a reader was told before.
//
// sameness.go and events.go: sources tell one event in other words, so whether a
// sentence repeats another is a likelihood: of the terms that they have in
// common, how many and what share, where words for the same event are one term.
// A step of a story (an arrest, a sentence, a death) weighs more: told again it is
// a repeat, told first it is news, whatever else is known.
//
// The weights are fitted by cmd/tunepoints, those of what is picked to summaries, those of the
// first point and of scores to what readers graded; its EXPERIMENTS.md tells what was tried
// and what it scored.
package keypoint
