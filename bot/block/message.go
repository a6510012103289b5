package block

import (
	"encoding/json"
	"errors"
	"io"

	"github.com/slack-go/slack"
)

// Message is what chat.postMessage takes: blocks for the eye, and Text for
// notifications and screen readers.
type Message struct {
	Text   string        `json:"text"` // escaped mrkdwn, never empty
	Blocks []slack.Block `json:"blocks,omitempty"`
}

// JSON writes what Digest returned as one JSON object, {"text", "blocks",
// "thread"}. The object without "thread" is what Block Kit Builder and
// chat.postMessage take; "thread" holds the replies, objects of the same form.
func JSON(w io.Writer, messages []Message) error {
	if len(messages) == 0 {
		return errors.New("write Block Kit: there is no message")
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		Message
		Thread []Message `json:"thread,omitempty"`
	}{messages[0], messages[1:]})
}
