package schedule

import (
	"time"

	"newsbot/digest/store"
)

// Class is how urgent a message is: for how long it lets those go first that are
// more urgent and came later. So nothing waits for ever.
type Class time.Duration

// What the bot sends, the most urgent first.
const (
	Answer Class = 0                       // to what a person asked
	Digest Class = Class(time.Hour)        // of a channel
	Watch  Class = Class(2 * time.Hour)    // to a person who has not asked just now
	reply  Class = Class(time.Minute * 10) // by which the replies in a thread are less urgent
)

// Of returns the class of message n of a digest or an answer: what all see first
// goes first.
func (c Class) Of(n int) Class {
	if n == 0 {
		return c
	}
	return c + reply
}

// classOf returns the class of what a subscription brings.
func classOf(sub store.Subscription) Class {
	if sub.Personal() {
		return Watch
	}
	return Digest
}
