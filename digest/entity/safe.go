package entity

import (
	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// safeClasses are the gazetteer classes that are believed in any language,
// and their types.
var safeClasses = []struct {
	class tagger.Class
	kind  tagger.Kind
}{
	{tagger.International, tagger.Organization}, // the lists of countries have the European Union
	{tagger.Country, tagger.Place},
	{tagger.FullName, tagger.Person},
}

// safeNames finds names in a language that the model does not know: only what
// the gazetteer lists as a country, a known person's full name or an
// international organization, and nothing that is but one class of many.
func (r *Recognizer) safeNames(d *text.Document, p *pieces) []name {
	var names []name
	for sentence, words := range p.sentences {
		for i := 0; i < len(words); {
			f, ok := r.safeName(words, i)
			if !ok {
				i++
				continue
			}
			if n, ok := r.newName(d, p, sentence, f); ok {
				names = append(names, n)
			}
			i = f.Last
		}
	}
	return names
}

// longestSafe is the number of pieces of the longest name looked for.
const longestSafe = 5

// safeName returns the longest safe name that begins at words[i].
func (r *Recognizer) safeName(words []string, i int) (tagger.Name, bool) {
	for last := min(len(words), i+longestSafe); last > i; last-- {
		classes := r.tagger.Classes(words[i:last])
		if classes == 0 {
			continue
		}
		for _, s := range safeClasses {
			if classes&s.class != 0 && safeLength(s.kind, words[i:last], classes) {
				return tagger.Name{First: i, Last: last, Kind: s.kind}, true
			}
		}
	}
	return tagger.Name{}, false
}

// safeLength reports whether a listed name is long enough not to be a common
// word of some language, or listed as nothing else.
func safeLength(k tagger.Kind, words []string, classes tagger.Class) bool {
	if len(words) > 1 {
		return true
	}
	const ambiguous = tagger.Forename | tagger.Surname | tagger.Plain | tagger.Date | tagger.Title
	return k == tagger.Place && classes&ambiguous == 0 && len(words[0]) > 3
}
