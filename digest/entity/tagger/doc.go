// Package tagger labels the names in tokenized sentences. It is the part that
// training and recognition share: features (word.go, feature.go, sentence.go,
// evidence.go, casing.go), lists (gazetteer.go, lexicon.go), the model and its
// stored form (model.go, encode.go), and the search for the best labels
// (viterbi.go, tagger.go). context.go names what stands beside names.
//
// A Tagger tags documents with a Model; a Reader gives the same features to
// the trainer.
package tagger
