package story

import "time"

// Weights are the numbers that Group decides by and that cmd/tunestories fits.
type Weights struct {
	// Names is what the entities count beside the salient terms, which count 1.
	Names float64
	// Prior is how many articles' worth the embedded word table counts beside
	// the words of the items themselves, Rare the share of articles held to
	// contain a word that the table lacks.
	Prior, Rare float64
	// Short, Brief, Lead and Long weigh what speaks for one story: for articles of a title
	// alone, for those of a title and a sentence or two, for those of some forty words, and for those with a text.
	Short, Brief, Lead, Long Odds
	// Grace is how far apart in time two stories may be at no cost; beyond it
	// their odds fall by Day every day, to what stories without times have less Apart, and
	// that one outlet tells both counts Later times as much.
	Grace             time.Duration
	Day, Apart, Later float64
}

// Odds weigh what speaks for two stories being one: the logarithm of the odds,
// in units of ten nats of evidence.
type Odds struct {
	Base    float64 // whatever they have in common
	Names   float64 // of the evidence in their entities, that in their terms counting 1
	Words   float64 // of the evidence in terms that are words of their entities
	Cosine  float64 // of the logarithm of the cosine of their centroids
	Bare    float64 // of that of the cosine without names and their words, or with them where that is less
	Meaning float64 // of the cosine of what their words mean
	Soft    float64 // of the square of that cosine, as a cosine of words in common
	Alone   float64 // against two that have little in common besides names and are not like many others, of what they lack
	Size    float64 // of the logarithm of the bigger story's articles
	Same    float64 // against articles of one outlet, which seldom tells an event twice
	Near    float64 // for two stories that are known to be of one time, whose titles tell what happened
}

// odds returns the weights for articles of which a share are titles alone, and that are
// so rich and so full, all 0 to 1.
func (w Weights) odds(titles, rich, full float64) Odds {
	return w.Brief.mixed(w.Short, titles).mixed(w.Lead.mixed(w.Long, full), rich)
}

// mixed returns the weights on the way to others, which a share of 1 gives.
func (o Odds) mixed(to Odds, share float64) Odds {
	mix := func(a, b float64) float64 { return a + (b-a)*share }
	return Odds{
		Base:    mix(o.Base, to.Base),
		Names:   mix(o.Names, to.Names),
		Words:   mix(o.Words, to.Words),
		Cosine:  mix(o.Cosine, to.Cosine),
		Bare:    mix(o.Bare, to.Bare),
		Meaning: mix(o.Meaning, to.Meaning),
		Soft:    mix(o.Soft, to.Soft),
		Alone:   mix(o.Alone, to.Alone),
		Size:    mix(o.Size, to.Size),
		Same:    mix(o.Same, to.Same),
		Near:    mix(o.Near, to.Near),
	}
}

// Default returns the weights that are used; cmd/tunestories/EXPERIMENTS.md tells how they were chosen.
func Default() Weights {
	return Weights{
		Names: .2,
		Prior: 10000, Rare: .0003,
		Short: Odds{Base: 1.25, Names: .7, Words: 1.05, Cosine: 2.1, Meaning: 1.5, Soft: .15, Alone: 1.1, Size: .9, Same: 4.3, Near: .15},
		Brief: Odds{Base: 2.2, Names: .9, Words: .6, Cosine: .2, Bare: 2, Meaning: 2, Alone: .3, Size: 1.1, Same: 2, Near: .6},
		Lead:  Odds{Base: -.8, Names: .05, Words: .9, Cosine: .85, Size: .55, Same: 3.5, Near: 1.6},
		Long:  Odds{Base: -1.5, Names: .2, Words: .8, Size: .5, Same: 4, Near: 1},
		Grace: 12 * time.Hour, Day: 1, Apart: 4, Later: .45,
	}
}
