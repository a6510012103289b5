package command

import (
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
)

// Asker is the person who asks, and where.
type Asker struct {
	Team    string
	User    string
	Channel string
	Zone    *time.Location // of the person; never nil
	Locale  string         // of the person, "en-US"; "" where it is not known
}

// Request is a /news command, or the same words said to the bot.
type Request struct {
	Asker
	Words string // what follows /news
	Aloud bool   // all in the channel see the question
	Now   time.Time
}

// Click is a use of a button, a menu or a modal.
type Click struct {
	Asker
	Action string // action_id, of a modal its callback_id
	Value  string // of the button or the chosen option, of a modal its private metadata
	Inputs map[string]string
	Now    time.Time

	Message string // ts of the message that holds the button, "" in a modal or in Home
	Thread  string // ts of the thread's parent where the message is in one
}

// Reply is what the bot answers. The zero Reply is silence.
type Reply struct {
	Message block.Message
	Public  bool                    // everybody in the channel sees it; else only the asker
	Replace bool                    // it takes the place of the private message with the button
	Thread  bool                    // it goes into the thread of the message with the button, or of the question
	Modal   *slack.ModalViewRequest // opened for the asker, instead of a message
	Replies []block.Message         // for everybody too, in a thread under the message
	Home    bool                    // the asker's Home tab is not as it was
}
