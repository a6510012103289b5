package poll

import (
	"math/rand/v2"
	"time"
)

const (
	firstInterval = 15 * time.Minute // after the first reading
	longestWait   = 24 * time.Hour   // that a server may ask for
)

// adapt returns the interval that follows on one with whose reading something new
// came or not. hint is how long the feed says that it stays as it is. last is 0
// after the first reading.
func (c Config) adapt(last time.Duration, news bool, hint time.Duration) time.Duration {
	switch {
	case last == 0:
		last = firstInterval
	case news:
		last /= 2
	default:
		last += last / 2
	}
	return min(max(last, hint, c.Least), c.Most)
}

// backOff returns how long to wait after so many failures in a row, the last of
// which asked for a wait.
func (c Config) backOff(failures int, asked time.Duration) time.Duration {
	wait := c.Least
	for i := 1; i < failures && wait < c.Most; i++ {
		wait *= 2
	}
	return max(min(wait, c.Most), min(asked, longestWait))
}

// scatter returns d, or up to a tenth more.
func scatter(d time.Duration) time.Duration { return d + rand.N(d/10+1) }
