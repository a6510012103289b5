// Package keypoint picks the sentences that tell what happened. A point is a
// sentence, or a clause of one that stands by itself, verbatim from its article:
// text[Start:End]. Nothing is rephrased, so nothing is invented.
//
// [Find] picks the points of one article, in four steps.
//
// cut.go, dateline.go and shorten.go: a sentence becomes a candidate. The dateline, the time of
// publication, the mark of a list item or the words that tie it to the sentence
// before ("But", "In addition,") go where a sentence may begin behind them; from
// one that is too long a clause at its end goes, or what else its subject did, or else the
// phrase it begins with; who said the rest goes only where it is so whoever says it
// (attribution.go).
//
// faults.go: what cannot stand by itself is no candidate, however well it scores:
// half quotations and quotations without their speaker, openings that point back
// ("However", "The move", "He said") and words further on that do (refers.go: "denied
// that"), "he" without a person and "such" without its noun, questions, teasers, captions (also whatever the credit of a picture follows), bylines, headings run
// into a sentence, what a page says of itself, and of an interview or a speech what names
// nobody and nothing. lists.go: nor are items of a list, which begin with a sum, a participle
// or a verb; imprint.go: nor what a company or an author says of itself at the end. words.go
// holds the lists of words. They are of English; a text in another language is judged by its
// form alone.
//
// features.go and weights.go: what a candidate is worth is the sum of its weighted
// features, the log-odds that it is worth telling. The features are those of the
// field: place (Edmundson 1969), words of the title and of the lead (the same), the
// weight of its terms (Luhn 1958; Nenkova and Vanderwende 2005), its cosines to other
// sentences (centrality.go: Erkan and Radev 2004), names, length, quotation. The score of
// a point is the likelihood that a reader wants it told, of the same features (scoring.go).
//
// pick.go: the candidate that opens best comes first, by weights of its own: it
// must tell who did what, from its first word on, and who it is whom the title names by
// a surname, and is the likelier the first sentence if that tells news by its tense or day. Then the best of those that add to it are picked (maximal marginal
// relevance, Carbonell and Goldstein 1998), until enough is told. Whether two sentences
// say the same is judged by their rarer terms: what the whole text is about they all
// share. Who names somebody by a surname alone whom neither the title nor a point told
// before introduces loses (strangers.go), and has with it where the text tells who that is
// (introduce.go), for a reader to be told beside the point.
//
// [Choose] picks the points of a story out of those of its articles: first what its
// headline, the titles of its articles and other sources say, then what scores most of that
// which has to do with what the other articles tell and is not said yet. From the third
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
// # Weights
//
// cmd/tunepoints fits the weights in weights.go, those for texts with a title to
// editors' extracts of British news and to one-sentence summaries of mixed genres,
// those for texts without one to highlights of American news in lower case and to
// journalists' entries on days that several articles tell of. Points are picked by
// chance, and the weights follow the gradient of the expected ROUGE-2 (sample.go)
// over that of the first three sentences, at 75 (one sentence: 35) words. What counts
// is what weights score on the half that they were not fitted to (tunepoints cross),
// the mean of both halves:
//
//	                                        extracts  one sentence  highlights  days
//	search weight by weight, 27+13 features     1.37          0.89        1.01  0.91
//	policy gradient, the same features          1.36          0.92        1.02  0.97
//	cosines of words beside those of terms      1.40          0.91        1.01  0.95
//	as it is: 20+14 features, -pull 3e-5        1.40          0.92
//	as it is: 20+14 features, -pull 1e-3                                  1.02  1.00
//	the same with -pull 3e-4                                              1.02  0.98
//	weights.go, on all that it was fitted to    1.40          0.95        1.02  1.09
//	the rules since, -pull 3e-5                 1.39          0.93
//	the same, extracts given three times        1.41          0.89
//	with the bounds on the first point          1.42          0.83
//	weights.go, on all that it was fitted to    1.39          0.97        1.02  0.93
//	the rules for lost lines, unseen            1.40          0.87        1.01  1.12
//	with those for brackets, unseen             1.41          0.91        1.01  1.10
//	with a first point of who did what, unseen  1.40          0.88        1.01  1.08
//	weights.go, on all that it was fitted to    1.39          0.97        1.02  1.15
//	with those for long leads and pronouns      1.39          0.97        1.01  1.17
//	the same for items of lists, introductions  1.40          0.96        1.01  1.17
//	fewer quotations, points of stories anew    1.40          0.96        1.01  1.15
//	leads that no rule takes for faults now     1.40          0.98        1.01  1.15
//	long leads and those that tell news         1.40          0.99        1.01  1.17
//	the first point fitted to grades (below)    1.40          0.93        1.01  1.20
//	the same, the rest unseen                   1.40          0.91
//	first sentences that say "the first", the tagger of now
//	                                            1.40          0.93        1.01  1.18
//
// Of those left out, ties of TextRank, mass and spread of terms, numbers, sums, days
// and words for events gain nothing on the unseen half. Weights fitted to highlights
// alone score 1.07 on the half seen and 1.02 on the other.
//
// The references pull apart: extracts are long and central, highlights short and
// from the head of the text, a one-sentence summary sums up. Hence two sets of
// weights. Weights are held within what a reader
// bears (Weights.Bounded): extracts reward leaving out the lead. Those for texts
// with a title were fitted again after the rules for headings, captions and surnames,
// to the extracts three times and the one-sentence summaries once: given alike, the
// two settle at 1.39 and 0.93. With -pull 1e-5 weights
// grow past strangerCost, and strangers are told again. Those in weights.go are from before
// the rules for lost lines, since weights fitted anew
// score 1.39, 0.99, 1.01 and 1.12 on all. The halves of the one-sentence summaries hold 54
// texts each: between runs that differ in nothing of theirs they move by 0.04, days by 0.03.
// What cross tells is of weights before they are scaled, against which a stranger costs
// less: at that size those in weights.go would score 1.41 on extracts, not 1.39, 0.98 on
// one-sentence summaries and 1.02 on highlights, and tell more strangers.
//
// # What a reader makes of it
//
// Summaries do not tell what reads well by itself. So every sentence and title of 745
// articles was graded from 5, the event's main news, to 1, worthless, and 0, faulty by
// itself (cmd/tunepoints/grades). Of the sentences that are candidates, the log-odds fitted to
// summaries tell those of grade 3 and more from the others with an area under the ROC
// curve of .65 (.69 on ECB+), those fitted to the grades (Scoring) with .80 (.79), on weeks and
// articles that they were not fitted to; with words beside features .82 (.79). They are the
// score of a point, and with what Choose weighs beside them were fitted to six of the weeks,
// the latter also to the days' entries (above) and ECB+, and to stories into which an article of
// another event was put. "tunepoints read" builds digests of these articles; before -> now:
//
//	                                     faulty        worthless     mean grade
//	two weeks kept apart, several sources
//	  first points (28)               0 -> 0 %        0 -> 0 %      4.71 -> 4.89
//	  further points (42 -> 55)     4.8 -> 0 %      4.8 -> 1.8 %    3.17 -> 3.22
//	the same, stories of one source
//	  first points (41)             2.4 -> 2.4 %      0 -> 0 %      4.41 -> 4.41
//	  further points (80)          10.0 -> 3.8 %      0 -> 2.5 %    2.66 -> 2.74
//	six weeks, several sources
//	  first points (77)               0 -> 0 %        0 -> 0 %      4.55 -> 4.53
//	  further points (118 -> 153)   3.4 -> 0 %      7.6 -> 1.3 %    3.18 -> 3.12
//
// Then a week more was written and graded, 72 articles: of the points of its stories of several
// sources none is faulty or worthless (36; 0 and 1 of 32 before), of those of one source none
// is faulty and 6 are worthless (60; 1 and 9 before).
//
// Until then the first point, too, went by weights fitted to extracts and one-sentence summaries.
// 160 articles of British news and 79 web pages were graded as well, and Opening and Scoring
// fitted to the six weeks, ECB+ and half of the British news ("tunepoints scoring -grades
// business,life,local,science,tech,world,ecbplus,bbc_a"). First points of 365 single articles that
// they were not fitted to, before -> now: mean grade 4.04 -> 4.11, worthless 7.4 -> 4.1 %, main
// news 74.5 -> 76.2 %; best possible 4.34. Of the web pages among them 3.81 -> 3.95. The one-sentence
// summaries lose what had been fitted to them: candidates picked first by weights that were fitted
// to grades and three quarters of these have a ROUGE-2 of .139 to .141 on the last quarter, by
// grades alone .140, by the weights of before, fitted to all four, .145. Digests of the other half
// of the British news have 3 faulty points in 214, and ECB+, where stops within numbers tore
// sentences apart, none in 80 instead of 3. No gain: numbers, clock times, days, ages, "had", "has" and
// "will", "would", "I" and "you", commas, dashes, negation or who said it as features.
//
// The days' entries, to which several articles count as one text without a title: 1.17 ->
// 1.18; with what all sources say (supportWorth) at 8 they have 1.23, but then a story is more
// often told from its end (that, and what titles count beside it, was chosen with an eye on
// the two weeks). Of the points of stories into which a foreign article was put, 9 % came
// from it before, 4 % do now; with the score alone, 25 %. Weights of what is picked that
// follow the grades too (beside extracts three times): extracts 1.42 and 0.99, but of the
// first points of one source 7 % are faulty, not 2; grades given three times: extracts 1.38.
//
// # What was tried
//
// Without a group of rules, before the weights were fitted anew (1.326, 0.997,
// 0.897, 0.888 with all): without any 1.41, 1.04, 0.97, 0.97; without the list of
// words that point back 1.37, 1.02, 0.92, 0.90; sentences kept that are too long
// and cannot be cut 1.33, 1.01, 0.93, 1.02; speakers and readers addressed 1.33, 1.01,
// 0.87, 0.88; no other rule costs more than 0.01 on news. Connectives cut off gain
// 0.02 on highlights; letting a point begin in lower case behind them would gain
// 0.01 on extracts, and reads badly. Least squares on the share of a candidate's word
// pairs that a reference holds reaches 1.43 on extracts, on those it was fitted to,
// and 0.93 on highlights. One set of weights for both kinds of texts stays at 1.36 and
// 1.01; the first point by the common score costs 0.1 on one-sentence summaries.
//
// Strangers (strangerCost) among the points of the extracts' articles, and the score on
// extracts: 3.9% and 1.403 for .6, 3.3% and 1.401 for .8 (days 1.19; .75 is used), 2.8% and 1.400 for 1
// (days 1.17), and before the rules for items of lists 1.3% and 1.390 for 2, which was used until
// strangers were introduced. Of 125 introductions that a reader saw one is of
// another person. Whom a name means is told by the entities: by capitals alone
// (1.36 where none may be told) every fifth was an outlet or a country. Weighing a
// candidate by how many others it introduces gains nothing, nor does looking a point
// ahead. With the mean logarithm of how many sentences say a word instead of its
// weight (central) the unseen half gains 0.01 on extracts; weights fitted with it tell
// less often first who did what. "The" and a noun that nothing told names is no fault
// four times in five, and costs 0.005 on extracts. Sentences that begin behind a
// heading without a stop are worth 0.04 less on days than with it, and read better: that
// was before credits, stamps and datelines that lost their lines ended sentences too
// (package text), which gains 0.12 on days, and before captions were known by the credit
// behind them, which gains 0.07.
//
// No gain on the unseen half: all features for the first point, not those chosen
// (1.42, 0.92, 1.02, 1.08; between runs of the same that differs as much); whether a
// candidate heads its paragraph, tells of an event, of the past or of what may come (1.42,
// 0.86, 1.01, 0.92); three times the epochs (1.41, 0.90, 1.01, 1.09). Credits and captions
// left out of the count of places: 0. A first sentence without terms in common with the
// others (another article's teaser) left out: days 1.15, highlights 1.01. Repeats within an
// article by the likelihood for stories: 1.39 from 0.7 on, where 4 of 1,424 points
// change, 1.38 from 0.5 on, where every second one that goes is none. A lower-case word of the
// text that has a capital behind another lower-case word as the end of a heading cuts 19 of
// 18,000 sentences in two.
//
// No gain from what was learnt without summaries, of 35,000 press releases, statements and
// encyclopedia articles whose first paragraph sums up the rest: what tells its sentences from
// later ones (by their words, pairs of words and first words), what those have that say
// it again, and how likely it has a word of the rest. Each as one more feature, fitted on from
// weights.go to halves cut at random, changes the scores on the other halves, text by text, by
// 0.000, -0.002 and 0.000 (each ±0.002) on extracts, 0.002, 0.003 and 0.004 (±0.003) on
// one-sentence summaries, -0.001, 0.003 and -0.002 (±0.004) on highlights. Nor from the cosines
// to the sentences before apart from the others (Zheng and Lapata 2019): -0.001, 0.003 and
// -0.002; from the mean logarithm of how many sentences say each word, where the rest was
// fitted on too: 0.001 and 0.001; from fitting on alone: -0.005 and -0.019.
//
// What may be told bounds the score. The best choice, known the reference, scores 1.65, 1.41
// and 1.95, among all sentences 1.80, 1.88 and 2.45. On highlights those that begin with a
// word for something said before would add 0.17, those that point back otherwise 0.13, no others
// more than 0.05.
//
// Points of single articles that a reader called faulty, who did not know which were told
// before the rules for long leads, pronouns and labels and which with them, of articles that
// no rule was made for: British news 17 of 297 and 15 of 298, articles of stories 19 of 240
// and 15 of 239, one-sentence texts 25 of 175 and 14 of 158, texts of days 32 of 166 and 22
// of 164, press releases 10 of 142 and 6 of 144; among them a second sample, read when the
// first had led to rules, 27 of 304 and 22 of 303. What is left: people named by a surname
// alone, opinion, headings run into a sentence. Earlier readers of other halves: stories 11 of
// 59 (also asides and repeats in part), days 26 of 45, 23 of 45, 16 of 30, 27 of 73.
//
// Of the points that the rules for items of lists, persons, datelines and what a cut leaves
// take away or add, in articles that they were not made for, read without knowing which: of
// 1,300 press releases (2,989 points before, 2,963 after) 88 of 128 taken were faulty and 22 of
// 102 added, in British news, articles of stories and of days 9 of 18 and 4 of 13. Of the other
// points of press releases 10 of 90 were faulty: opinion, lists without a verb, nouns that
// nothing told names. A last cut of what a law is for behind its name ("introduced the Quay Act
// to give") would save 6 first sentences in 600 releases, one behind a letter ("sent a letter
// to the mayor urging") 30, which then say nothing.
//
// Readers also labelled the nine best candidates of 281 articles, 2,109 sentences. Faulty are
// 11 of 100 points of British news, 2 of the first ones; of web pages, half of them columns,
// reviews, offers and texts in other languages, 30; of their other candidates 27 and 41. A
// candidate is the likelier to be faulty the later it stands (36 of 100 points behind the
// twelfth sentence, 19 before), without a word of the title (32), or as a quotation of three
// fifths or more (54; nearly all in press releases), hence the weights of quotation, which
// bring 6 fewer of them in 150 points of press releases. Weights searched for what readers want
// and ROUGE together change nothing on the articles not searched on (21 of 100 faulty, as
// before), nor does a regression on 40 features of words (AUC .71, .65 for the weights).
//
// Where every fourth sentence says "I" or "you", naming somebody or something costs 0.012 on
// one-sentence texts and 0.008 on days (every seventh: 0.015 and 0.012), and leaves out what
// a reader took for news of an interview. Plurals of people ("police said he") cost 0.004 on
// highlights in lower case. The first sentence as the first point wherever it may stand
// (not taken) costs 0.005 on extracts: of 486 articles it is told in 16 more, 12
// of them better by it and 3 worse.
//
// Beside the first point of a story: readers labelled the 1,158 points of the articles of 121
// stories of two to five articles as facts (46%), background (19%), asides, opinion, unclear
// or junk, and which repeat another. What tells a fact from the rest is how much it shares
// with the other points (an area under the ROC curve of .74), with the headline (.72) and with
// the first point (.75), how many sources say it (.72), whether it leads its article (.66),
// less so the score within its article (.61). By weights of these fitted to nine in ten
// topics 26 to 28 of 100 points behind the first are faulty in the tenth, where 30 were by the
// score and the common terms with the first. As it is, 58 of 311 points of digests are faulty,
// where 66 of 315 were, 191 tell facts where 190 did; in threads 128 of 456, 228 facts, where
// 139 of 479 were and 231 did. With a threshold of .5, whatever the sources agree on, threads
// have 112 of 432 and 225, but 3 points instead of 8 of a storm that five articles tell of,
// each something else; a third of the faulty ones name people by a surname alone, or point back
// otherwise. No gain: numbers, past tense, adverbs, quotation, "would", negation,
// pronouns, length, alone or fitted together (24 of 100 in the tenth). Days score 1.15, 1.17
// before: they have no headline to go by.
//
// Of 24 stories of 79 articles that were written to be read, none by who wrote a rule before, 13
// of 63 points of digests and 31 of 317 of single articles were faulty. With the rules for leads
// ("At least nine", a mine, "One of Norland's") 11 of 62 and 24 of 318: in the half that led to
// most of them 5 of 32 and 8 of 155, in the other 6 of 30 and 16 of 163. Half of what is left in stories
// is another outlet's lead in other words. With the titles of all articles beside the headline,
// which may play with words, 11 of the first points of 105 stories are others, 7 of them better and
// 2 worse. No gain: "sent to prison" and arson as words for a sentence
// and a fire; how much of a point the headline and all points before it tell; that both are leads.
//
// Of eight weeks of 542 articles in the manners of many outlets, 62 had no point of their first
// paragraph, and 32 another one before it. With the rules for what goes at the end of a long
// sentence, for "it said" and "only one of" and for first sentences that tell news (fresh)
// 42 and 27 do. In the half that led to the rules 16 articles changed, 2 of them for the
// worse (a scene, an analysis). In the other half, three of whose faults were known, 12
// changed: 7 were better, 4 worse (scenes and remarks), 1 neither; since then first sentences
// of a few words tell no news, which mends 2, and four of its leads led to more. What is left
// begins with a scene, a joke or the reader, or has a speaker on whom it hangs ("killed"). In
// 1,051 articles of British news 29 first points become the lead, which tells the event
// where a detail was told, for 0.003 of the score, and 2 other points change. In 1,400
// press releases 13 change. No gain: "this country" as no word that points back, which brings
// opinion in press releases. Not tried: "save for one" as an end that may go, for it turns the meaning.
//
// Repeats in stories: refused from 0.45 of the terms on, as before, 11 of 47
// points of stories repeated another and days scored 0.99; with the likelihood 3 of
// the 87 first points of 31 other stories do, and 3 more in part, and days scored
// 1.08 before the weights were fitted anew. On 260 pairs that a reader judged, the
// share of terms alone ranks repeats before others in 79 of 100 cases, with the
// number of common terms and the events in 83 (other stories than fitted to). No
// gain: terms weighted by their rarity in the story (79) or in English (82), new
// names or numbers (83 and 82), how many sources say what is common (82). On the 185
// repeats and 5,518 other pairs of the 121 stories the area under its ROC curve is .93; weights
// fitted to nine in ten topics, on any of 17 features, or trees on all, reach no more in the
// tenth. Read without knowing which was which, of 9 stories that changed 7 were better before
// nouns of steps ("her sentence") were held to be no news and robbery, heist and theft one
// event. Nor is a headline that counts a person's name as one word better (2 first points of
// 456 better, 2 worse), or a cost of words of opinion: one in four of those in news is none.
//
// Of what a reader was told, a number is new only if it may count something. Ages, years
// and ordinals let what was known return: of 62 stories cut into two days, in three orders
// of their articles, 76 points; of 48 of these 6 said something new. What a reader may know
// told after what they cannot: 33 stories better, 22 worse.
package keypoint
