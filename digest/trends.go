package digest

import "time"

// Trends are the names and stories that are in the news more than before, the most grown
// first; where too little came before (Comparable), those that are most in the news.
type Trends struct {
	Since    time.Time // the midnight, in UTC, with which the window begins
	Articles int       // of the window
	Names    []RisingName
	Stories  []RisingStory
	Earlier  int           // articles that it is compared with,
	Before   time.Duration // of so long a time before the window, in whole days
}

// RisingName is an entity with how it has grown.
type RisingName struct {
	EntityCount
	Rise Rise
}

// RisingStory is a story with how it has grown.
type RisingStory struct {
	Story
	Rise Rise
}
