package bot

import (
	"encoding/json"
	"unicode/utf8"

	"newsbot/bot/block"
	"newsbot/bot/command"
)

// kind tells errands apart.
type kind string

const (
	isCommand    kind = "command"
	isMention    kind = "mention" // words that were said to the bot
	isClick      kind = "click"
	isSubmission kind = "submission" // of a modal
	isHome       kind = "home"       // the App Home was opened
)

// What becomes of an errand.
const (
	wasAnswered    = "answered"
	wasFailed      = "failed"
	wasLate        = "late"
	wasUndelivered = "undelivered"
	wasRefused     = "refused"  // there was no room for it
	wasRepeated    = "repeated" // it was done before
	wasStarting    = "starting" // the bot was
)

// errand is one thing that a person wants of the bot, whichever way it came.
type errand struct {
	kind    kind
	id      string        // the same when Slack tells it again
	asker   command.Asker // without the zone
	words   string        // of a command or a mention
	click   command.Click // without asker and time
	trigger string        // opens a modal, within three seconds
	view    string        // ID of the modal that was clicked in
	hash    string        // of the App Home or the modal as the person saw it
	said    string        // ts of a mention
	at      place
}

// place is where the answer to an errand goes. Modals carry it along in their
// private metadata, since Slack does not say where a modal was opened.
type place struct {
	Channel     string `json:"channel,omitempty"` // "": a direct message
	Thread      string `json:"thread,omitempty"`  // ts of the thread's parent
	ResponseURL string `json:"response,omitempty"`
	Direct      bool   `json:"direct,omitempty"` // said in a direct message, where an answer is a message like any other
	Home        bool   `json:"home,omitempty"`   // in the App Home
}

// stowed is the private metadata of a modal.
type stowed struct {
	Place *place `json:"newsbot_place"`
	Value string `json:"value"` // the private metadata of the Answerer
}

// stow puts a place beside a modal's private metadata, without its response_url
// where there is no room for it.
func stow(p place, value string) string {
	packed, err := json.Marshal(stowed{&p, value})
	if err != nil { // no value of these types fails
		return value
	}
	if utf8.RuneCount(packed) > block.MaxMetadata && p.ResponseURL != "" {
		p.ResponseURL = ""
		return stow(p, value)
	}
	return string(packed)
}

// unstow takes both out again.
func unstow(metadata string) (place, string) {
	var s stowed
	if json.Unmarshal([]byte(metadata), &s) != nil || s.Place == nil {
		return place{}, metadata
	}
	return *s.Place, s.Value
}
