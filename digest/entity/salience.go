package entity

import "newsbot/digest/text"

// The parts of salience, which sum to 1 (after Dunietz & Gillick 2014, who
// found headline, first position and frequency the strongest evidence).
const (
	headlineWeight  = 0.35
	frequencyWeight = 0.35
	positionWeight  = 0.2
	subjectWeight   = 0.1
)

// subjectReach is the number of bytes from the beginning of a sentence within
// which a name is likely its subject.
const subjectReach = 12

// weigh sets the salience of each entity: none if it is not of what the document
// tells.
func weigh(d *text.Document, entities []Entity) {
	most := 0
	for i := range entities {
		most = max(most, len(entities[i].Mentions))
	}
	for i := range entities {
		if !creditsOnly(d, &entities[i]) {
			entities[i].Salience = salience(d, &entities[i], most)
		}
	}
}

func salience(d *text.Document, e *Entity, most int) float64 {
	headline, subject := false, 0
	for _, m := range e.Mentions {
		s := d.Sentences[m.Sentence]
		headline = headline || s.Paragraph == 0 || d.Title.Len() == 0 && m.Sentence == 0
		if m.Start-s.Start <= subjectReach {
			subject++
		}
	}
	n := float64(len(e.Mentions))
	score := frequencyWeight*n/float64(most) + subjectWeight*float64(subject)/n
	score += positionWeight * (1 - float64(e.Mentions[0].Sentence)/float64(len(d.Sentences)))
	if headline {
		score += headlineWeight
	}
	if e.Type == Group || e.Type == Other {
		score /= 2
	}
	return score
}
