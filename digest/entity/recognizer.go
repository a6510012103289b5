package entity

import (
	_ "embed"
	"fmt"
	"unicode"

	"newsbot/digest/entity/refine"
	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

//go:embed model.bin
var embeddedModel []byte

// The table of aliases, which people edit as aliases.tsv; "go test -run Packed -update" compresses it.
//
//go:embed aliases.tsv.zst
var embeddedAliases []byte

// Language is the one that there is a model for, as a BCP 47 code.
const Language = "en"

// Recognizer finds entities. It is safe for concurrent use.
type Recognizer struct {
	tagger  *tagger.Tagger
	sorts   refine.Weights
	aliases *aliases
}

// New loads the embedded model.
func New() (*Recognizer, error) { return Load(embeddedModel) }

// Load makes a recognizer of a model that cmd/trainentities wrote.
func Load(model []byte) (*Recognizer, error) {
	m, err := tagger.Read(model)
	if err != nil {
		return nil, fmt.Errorf("load entity recognizer: %w", err)
	}
	sorts, err := refine.Default()
	if err != nil {
		return nil, fmt.Errorf("load entity recognizer: %w", err)
	}
	return &Recognizer{tagger: tagger.New(m), sorts: sorts, aliases: shared()}, nil
}

// Find returns the entities of d, the most salient first. A document in a
// language for which there is no model gives only what is safe to say.
func (r *Recognizer) Find(d *text.Document, language string) []Entity {
	p := newPieces(d)
	var names []name
	if hasModel(language, p, d.Text) {
		names = r.recall(d, p, r.withRolled(d, p, r.withoutFirst(d, p, r.tag(d, p))))
		names = r.withoutOrdinary(p, names)
		r.findCompanies(p, names)
		findFounded(p, names)
		findTold(p, names)
		findParts(p, names)
		r.retypeNamesakes(p, names)
		placeDatelines(d, names)
		r.trimEpithets(d, p, names)
		r.shareSurnames(p, names)
	} else {
		names = r.safeNames(d, p)
	}
	return r.resolve(d, names)
}

// hasModel reports whether the model knows the language of a text. Where it
// cannot be told, a text is English if its letters may be and, unless it is
// short, so are some of its words.
func hasModel(language string, p *pieces, s string) bool {
	return language == Language || language == "" && isLatin(s) && !isForeign(p.texts)
}

// isForeign reports whether there are enough words in small letters to tell that
// a text is not English.
func isForeign(words []string) bool {
	const enough, share = 12, 20
	small, english := 0, 0
	for _, w := range words {
		if w[0] < 'a' || w[0] > 'z' {
			continue
		}
		if small++; functionWords.Has(w) {
			english++
		}
	}
	return small >= enough && english*share < small
}

// functionWords are English words of which every text has some and few texts of
// another language have many.
var functionWords = text.WordSet(`and are be been by for from has have he his is it of that the they this to was were
	will with`)

// isLatin reports whether most letters at the head of s are Latin.
func isLatin(s string) bool {
	const sample = 2048
	latin, other := 0, 0
	for _, r := range s[:min(len(s), sample)] {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.IsLetter(r):
			other++
		}
	}
	return latin >= other
}
