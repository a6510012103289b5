package keypoint

import (
	"testing"

	"newsbot/digest/text"
)

// Sources tell one event in other words; what moves the story on, and what
// happened to somebody else, is no repeat.
func TestRepeats(t *testing.T) {
	tests := []struct {
		name, known, told string
		want              bool
	}{
		{"a death in other words", "Actor Ola Ness, who played the inspector in 40 films, died on Monday in Sund, his agent said.",
			"Ness passed away in his sleep, according to his brother Knut.", true},
		{"a killing and a death", "A driver hit and killed a woman in front of a store in Sund on Monday night.",
			"A woman died after she was struck by a car outside a supermarket in Sund.", true},
		{"an arrest", "Police in Halvik detained dock owner Lars Moe on Monday on suspicion of arson.",
			"Moe was arrested at his home in Halvik, officers said.", true},
		{"an arrest and a sentence", "Police in Halvik detained dock owner Lars Moe on Monday on suspicion of arson.",
			"A court in the capital sentenced dock owner Lars Moe to four years in prison for arson and fraud.", false},
		{"a deed and its cause", "Storm Hedda broke the sea wall of the town of Sund on Monday and flooded its harbour district.",
			"The mayor of Sund resigned on Tuesday over the broken sea wall.", false},
		{"a toll", "A strong quake struck the island of Norland on Monday, officials said.",
			"The quake on Norland killed 1,400 people and left whole villages without water, the Red Cross said.", false},
		{"a toll in other words", "The number of people killed by an earthquake in northern Norland has risen to 17, officials said on Monday, as rescuers searched blocks of flats in Halvik.",
			"Death toll rises to 17, says civil defence director Ada Bru.", true},
		{"a ban in other words", "The council of Sund prohibited skippers on Monday to feed seals.",
			"Sund bans seal snacks from the harbour, to the regret of visitors.", true},
		{"measures written apart and as one", "The quake struck some 60 kilometres southwest of Halvik at a depth of 28 kilometres, the geological survey said.",
			"The epicentre was at sea, some 60km off the fishing town of Halvik and about 28km deep.", true},
		{"another subject", "Ferry crews in Norland ended their strike on Monday after eleven days.",
			"Ferry owner Nordline said that ticket prices will rise in June.", false},
		{"nothing", "Ferry crews in Norland ended their strike on Monday.", "", false},
	}
	r := newReader(text.NewIndexer())
	for _, test := range tests {
		p, _, _ := r.repeats(r.read(test.told), r.read(test.known))
		if (p >= refused) != test.want {
			t.Errorf("%s: who knows %q is told %q: likelihood of a repeat %.2f, want %v", test.name, test.known, test.told, p, test.want)
		}
	}
}

// What a term stands for stands for itself, however often words are listed.
func TestMeanings(t *testing.T) {
	for term, m := range meanings() {
		if m.term != "" && meaningOf(m.term).term != m.term {
			t.Errorf("%q stands for %q, which stands for %q", term, m.term, meaningOf(m.term).term)
		}
	}
}
