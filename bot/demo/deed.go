package demo

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/bot/slackfake"
)

// maxDeed is how many bytes a request of the page may have.
const maxDeed = 256 << 10

// refused is the answer to what cannot be done.
type refused struct {
	Error string `json:"error"` // a sentence
}

// deed is the handler of what a person does; T is what the page says of it. What comes
// of it shows by itself.
func deed[T any](do func(context.Context, T) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var what T
		kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
		if kind != "application/json" || json.NewDecoder(http.MaxBytesReader(w, r.Body, maxDeed)).Decode(&what) != nil {
			reply(w, http.StatusBadRequest, refused{"The request is no JSON object of a size that is taken."})
			return
		}
		if err := do(r.Context(), what); err != nil {
			reply(w, http.StatusUnprocessableEntity, refused{sentence(err)})
			return
		}
		reply(w, http.StatusOK, struct{}{})
	})
}

// sentence is what a person reads where the bot or the workspace will not.
func sentence(err error) string {
	switch {
	case errors.Is(err, slackfake.ErrTimeout):
		return "newsbot did not answer within three seconds (operation_timeout)."
	case errors.Is(err, slackfake.ErrDispatch):
		return "newsbot cannot be reached (" + err.Error() + ")."
	}
	return err.Error()
}

// saying is a text that a person sends.
type saying struct {
	User, Channel, Text string
	Thread              string // ts of the parent, "" where it is no reply
}

// say sends a message, or a command where the text begins with a slash.
func (d *Demo) say(ctx context.Context, s saying) error {
	text := strings.TrimSpace(s.Text)
	name, _, _ := strings.Cut(text, " ")
	switch {
	case text == "":
		return errors.New("there is no text")
	case name == "/news":
		return d.workspace.Command(ctx, s.User, s.Channel, text)
	case strings.HasPrefix(name, "/"):
		return fmt.Errorf("%s is no command here; /news is", name)
	}
	_, err := d.workspace.Say(ctx, s.User, s.Channel, written(text), s.Thread)
	return err
}

// written is a text as Slack keeps it: its own signs are escaped, and the bot's
// name is a mention.
func written(text string) string {
	return strings.ReplaceAll(block.Escape(text), "@newsbot", "<@"+slackfake.BotID+">")
}

// use is the use of a button or a menu.
type use struct {
	User    string
	Place   string // "message", "home" or "modal"
	Channel string // of the message
	TS      string // of the message
	Action  string // action_id
	Choice  string // value of an option, or what else was picked; "" for a button
}

func (d *Demo) click(ctx context.Context, u use) error {
	switch u.Place {
	case "home":
		return d.workspace.ClickHome(ctx, u.User, u.Action, u.Choice)
	case "modal":
		return d.workspace.ClickModal(ctx, u.User, u.Action, u.Choice)
	}
	return d.workspace.Click(ctx, u.User, u.Channel, u.TS, u.Action, u.Choice)
}

// submission is a modal that a person sends.
type submission struct {
	User   string
	Inputs map[string]string // by action_id
}

func (d *Demo) submit(ctx context.Context, s submission) error {
	return d.workspace.Submit(ctx, s.User, s.Inputs)
}

// visitor is who does something.
type visitor struct{ User string }

func (d *Demo) closeModal(_ context.Context, v visitor) error {
	d.workspace.CloseModal(v.User)
	return nil
}

func (d *Demo) openHome(ctx context.Context, v visitor) error {
	return d.workspace.OpenHome(ctx, v.User)
}

func (d *Demo) digestNow(ctx context.Context, _ visitor) error {
	return d.postDigest(ctx, false)
}

// moment is what the clock is to show, in Unix milliseconds.
type moment struct{ To int64 }

// moveClock moves the clock, and lets come what was due until then.
func (d *Demo) moveClock(ctx context.Context, m moment) error {
	to := time.UnixMilli(m.To)
	if err := d.clock.check(to); err != nil {
		return err
	}
	return d.moveTo(ctx, to)
}
