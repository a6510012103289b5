// Command trainentities learns the model that digest/entity embeds.
//
//	go run ./cmd/trainentities -data DIR -final -out digest/entity/model.bin
//
// writes the shipped model, the same bytes on every run, and prints the scores of
// each corpus: exact spans of persons, organizations and places, on the dev parts,
// or with -test on the test parts. Without -final the dev parts are kept out of
// training, which is how the model was tuned.
//
// DIR holds
//
//	ner/CORPUS/{train,dev,test}.conll  token TAB tag, BIO over PER ORG LOC MISC
//	gazetteers/...                     lists of names (lists.go names each file)
//	clusters/open-c500/paths.tsv       Brown clusters
//	text/*/*.txt, text/*/*.txt.zst     unlabelled text, a paragraph a line
//	stories/titles_dev.jsonl           titles of news
//
// Beside this program stand what was made for it, and goes into every model:
//
//	read/{train,dev,test}.tsv          names that people read in texts of DIR, without the texts (read.go)
//	written/...                        news written for it, its names marked (written.go); of invented matters
//	lists/*.txt                        further lists of names (lists.go)
//
// Training goes six steps:
//
//  1. lists.go reads the gazetteers, by class.
//  2. lexicon.go reads the unlabelled text: how each word is usually written,
//     and clusters of words by what stands beside them (embed.go, kmeans.go).
//  3. crf.go learns a first model from the corpora.
//  4. induce.go tags the unlabelled text with it and adds the names it found,
//     with how often as what, to the gazetteer; uses.go groups words by the labels
//     that they got, and the words beside names by the kinds of the names.
//  5. average.go learns an ensemble from the corpora, which labels a part of the
//     unlabelled text where it is sure (silver.go).
//  6. Another ensemble learns from both. It is averaged to the one model that
//     ships, rounded to eight bits and pruned.
//
// It takes 40 minutes of processor time, on two cores at once. With -cache DIR the
// results of steps 2 and 4 are kept for further runs; remove the folder after a
// change of lists, text or the first model. A corpus that is left out with
// -without is scored in full, as one that the model has never seen the like of.
//
//	go run ./cmd/trainentities -refine digest/entity/refine/weights.zst
//
// learns what tells events, products, works, groups and other names apart, from written/ and
// lists/ (refine.go), and needs no DIR. It takes seconds.
//
//	go run ./cmd/trainentities -data DIR -vectors vectors.txt
//
// writes vectors of words, from which cmd/tunepoints learns which words speak for a sentence.
//
// To add a corpus, put its folder into ner/, a line into the table corpora
// (corpus.go) and its licence into digest/entity/NOTICE. Bring its labels to the
// guideline of the others in harmonize; mark it partial if it does not label the
// kind Misc. GUIDELINE.md says what is a name, and of which kind.
//
// To add a language, give it corpora, lists and text of its own, train a model of
// its own, and let Recognizer.Find choose by language: nothing in package tagger
// but the words of runs (sentence.go, evidence.go) is English.
//
// EXPERIMENTS.md is the record of what was tried and what it scored.
package main
