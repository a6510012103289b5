package story

import "time"

// Weights are the numbers that Group decides by.
type Weights struct {
	// Names is what the entities count beside the salient terms, which count 1.
	Names float64
	// Prior is how many articles' worth the embedded word table counts beside
	// the words of the items themselves, Rare the share of articles held to
	// contain a word that the table lacks.
	Prior, Rare float64
	// Spread says how two stories compare: at 0 by the cosine of their
	// centroids, which lets big stories grow, at 1 by the mean of the cosines
	// of their articles, which keeps them from it.
	Spread float64
	// Short and Long are the similarity from which stories are one: for
	// articles of a title alone, and for those with a text.
	Short, Long float64
	// Grace is how far apart in time two stories may be at no cost; beyond it
	// their similarity halves with every HalfLife, down to Floor of itself.
	Grace, HalfLife time.Duration
	Floor           float64
}

// Default returns the weights that cmd/tunestories found best.
func Default() Weights {
	return Weights{
		Names: .3,
		Prior: 3000, Rare: .0003,
		Spread: .5,
		Short:  .09, Long: .34,
		Grace: 12 * time.Hour, HalfLife: 48 * time.Hour, Floor: .35,
	}
}
