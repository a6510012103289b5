package schedule

import (
	"context"
	"time"

	"newsbot/bot/block"
)

// Job is something that is to be posted once, whoever begins it and whoever ends
// it.
type Job struct {
	Record
	Channel  string // ID, "#news" or "news"; the ID of a user means a direct message
	Messages []block.Message
	Class    Class // of the first message
}

// Record is what is known of a job, and outlives the process. *store.Run is one.
type Record interface {
	Name() string                                // is part of every message, and tells it from those of other jobs
	Since() time.Time                            // no message of the job is older
	Posted() (channel string, ts map[int]string) // what stands for sure, and the ID of the channel
	Begun() []int                                // messages that may stand or not, since what became of them is not noted
	Doubt() bool                                 // messages may stand that are not noted
	Intend(ctx context.Context, n int) error     // message n is about to be posted
	Held() bool                                  // no other process can have begun that message meanwhile
	Withdraw(ctx context.Context, n int) error   // it was not
	Stands(ctx context.Context, n int, channel, ts string) error
}

// Tally counts what one attempt at a job did.
type Tally struct {
	Posted  int // messages that were posted
	Retried int // requests that were made again
	Found   int // messages that stood already, though nobody had noted it
}
