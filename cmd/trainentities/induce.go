package main

import (
	"path/filepath"
	"strings"

	"newsbot/digest/entity/tagger"
)

// sightings counts what a model took the words and phrases of unlabelled text for.
type sightings struct {
	names       map[tagger.Key]*[tagger.NumKinds]int32
	first, last map[tagger.Key]int32 // words of persons' names
}

// induce tags the unlabelled text with a first model and adds what it found to
// p: a name that stands once in a telling context is known from then on in any
// context, and a context that telling names stand in tells about others
// (self-training, as features rather than labels).
func induce(p *tagger.Parts, dir string) error {
	t := tagger.New(p.Model())
	s := sightings{map[tagger.Key]*[tagger.NumKinds]int32{}, map[tagger.Key]int32{}, map[tagger.Key]int32{}}
	u := uses{map[tagger.Key]*labelCounts{}, map[tagger.Key]*labelCounts{}}
	err := eachParagraph(dir, func(path, paragraph string) {
		if isTraining(path) {
			return
		}
		sentences := sentencesOf(paragraph)
		found := make([][]tagger.Label, len(sentences))
		for i, pieces := range sentences {
			found[i] = make([]tagger.Label, len(pieces))
		}
		t.Tag(sentences, func(i int, names []tagger.Name) {
			for _, n := range names {
				s.add(sentences[i][n.First:n.Last], n.Kind)
				n.Write(found[i])
			}
		})
		u.addWords(sentences, found)
		t.Contexts(sentences, func(i int, c tagger.Context) { u.addContext(c, found[i]) })
	})
	if err != nil {
		return err
	}
	entries := s.classes()
	for i, k := range p.Phrases {
		entries[k] |= p.Classes[i]
	}
	p.Phrases, p.Classes = sortedPairs(entries)
	u.addTo(p)
	return nil
}

// isTraining reports whether a file holds text that is also trained on.
func isTraining(path string) bool {
	name := filepath.Base(filepath.Dir(path))
	return name == "gmb_train_text" || name == "open_ner_text"
}

func (s *sightings) add(pieces []string, k tagger.Kind) {
	if len(pieces) > maxEntry {
		return
	}
	key := tagger.PhraseKey(pieces)
	if s.names[key] == nil {
		s.names[key] = new([tagger.NumKinds]int32)
	}
	s.names[key][k]++
	if k == tagger.Person && len(pieces) > 1 {
		s.first[tagger.PhraseKey(pieces[:1])]++
		if w := pieces[len(pieces)-1]; !strings.HasSuffix(w, ".") {
			s.last[tagger.PhraseKey([]string{w})]++
		}
	}
}

// The number of sightings that count, and the shares of a kind in them that
// make it "often" and "sometimes".
const (
	minSightings = 2
	often        = 0.85
	sometimes    = 0.2
)

var (
	oftenClasses = [tagger.NumKinds]tagger.Class{
		tagger.OftenPerson, tagger.OftenOrg, tagger.OftenPlace, tagger.OftenMisc,
	}
	sometimesClasses = [tagger.NumKinds]tagger.Class{
		tagger.SometimesPerson, tagger.SometimesOrg, tagger.SometimesPlace, tagger.SometimesMisc,
	}
)

// classes returns the classes that the sightings give to words and phrases.
func (s *sightings) classes() map[tagger.Key]tagger.Class {
	classes := map[tagger.Key]tagger.Class{}
	for key, counts := range s.names {
		all := int32(0)
		for _, n := range counts {
			all += n
		}
		if all < minSightings {
			continue
		}
		for k, n := range counts {
			switch share := float64(n) / float64(all); {
			case share >= often:
				classes[key] |= oftenClasses[k]
			case share >= sometimes:
				classes[key] |= sometimesClasses[k]
			}
		}
	}
	for key, n := range s.first {
		if n >= minSightings {
			classes[key] |= tagger.FirstOfPerson
		}
	}
	for key, n := range s.last {
		if n >= minSightings {
			classes[key] |= tagger.LastOfPerson
		}
	}
	return classes
}
