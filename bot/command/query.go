package command

import (
	"cmp"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/render"
)

// look is where an answer is shown, which decides on its buttons.
type look int

const (
	private look = iota // to the asker alone
	shared              // to everybody in the channel
	modal               // in a modal of its own, where buttons are only those that lead to another one
)

// query is a command that is being answered.
type query struct {
	asker Asker
	state state
	call
	mistake error     // in its line; nil where it can be answered
	now     time.Time // when it was asked, in the asker's zone
	done    time.Time // when it is answered, which is later where a button asks
	look    look

	others []block.Button // that the answer offers beside its own
}

// newQuery returns the query of a person who asks something now.
func newQuery(a Asker, words string, now time.Time) query {
	now = now.In(a.Zone)
	return query{asker: a, state: state{Words: render.Inert(words), At: now.Unix(), Zone: a.Zone.String(), Locale: shortLocale(a.Locale)}, now: now, done: now, look: private}
}

// lately returns the time in which an answer looks names up, the moment of the question in it.
func (q query) lately() (from, to time.Time) {
	return q.now.Add(-lookBack), q.now.Add(time.Nanosecond)
}

// reader returns how the asker reads times, dates and numbers.
func (q query) reader() render.Reader { return q.readerIn(q.now.Location()) }

// readerIn returns how the asker reads times of a zone.
func (q query) readerIn(zone *time.Location) render.Reader {
	return render.NewReader(zone, cmp.Or(q.state.Locale, q.asker.Locale))
}

// open returns a button that asks something else, at the moment of this query.
func (q query) open(label, words string) block.Button {
	return q.button(actOpen, label, q.asks(words))
}

// asks returns the state of a button that asks for words at the moment of this
// query.
func (q query) asks(words string) state {
	return state{Words: words, At: q.state.At, Zone: q.state.Zone, Locale: q.state.Locale}
}

func (q query) button(action, label string, s state) block.Button {
	return block.Button{Action: action, Label: label, Value: s.value()}
}

// turn is the action of a button whose answer takes the place of the one with the
// button, but for one that all see: that stays as it is for the others.
func (q query) turn() string {
	if q.look == shared {
		return actOpen
	}
	return actPage
}

// do returns a button that does something; the answer takes the place of the one
// with the button.
func (q query) do(label, words string) block.Button {
	return q.button(q.turn(), label, q.asks(words))
}

// choice is do for a menu, whose values are short: the answer is in the zone and with
// the locale of who chooses.
func (q query) choice(label, words string) block.Button {
	return q.button(q.turn(), label, state{Words: words, At: q.state.At})
}

// row returns buttons, or none where they lead nowhere.
func (q query) row(buttons ...block.Button) block.Row {
	if q.look == modal {
		return block.Row{}
	}
	return block.Row{Buttons: buttons}
}

// foot returns what stands under the items of an answer, from state.First on of
// total: rows, then the buttons to the other pages, of size items, and the one
// that shares this page.
func (q query) foot(total, size int, rows ...block.Row) block.Foot {
	return func(shown int) []block.Row {
		if q.look == modal {
			return nil
		}
		return append(rows[:len(rows):len(rows)], block.Row{Buttons: q.controls(shown, total, size)})
	}
}

// whole returns what stands under an answer of one page: rows, and the button that
// shares it.
func (q query) whole(rows ...block.Row) []block.Row { return q.foot(1, 1, rows...)(1) }

// controls are the buttons to other pages, and the one that shares to a channel, which a
// direct message is not.
func (q query) controls(shown, total, size int) []block.Button {
	var buttons []block.Button
	if q.state.First > 0 {
		buttons = append(buttons, q.button(q.turn(), "Previous", q.from(max(0, q.state.First-size))))
	}
	if next := q.state.First + shown; next < total {
		buttons = append(buttons, q.button(q.turn(), "Next", q.from(next)))
	}
	if q.look == private && !isDirect(q.asker.Channel) {
		buttons = append(buttons, q.button(actShare, "Share to channel", q.state))
	}
	return buttons
}

// from returns the state of the page that begins with an item.
func (q query) from(first int) state {
	s := q.state
	s.First = first
	return s
}

// maxNames is how many names an answer offers as buttons.
const maxNames = 6

// entities returns buttons that ask about entities.
func (q query) entities(label string, list []digest.EntityCount) block.Row {
	var buttons []block.Button
	for i, e := range list[:min(maxNames, len(list))] {
		buttons = append(buttons, q.open(nameAmong(list, i), "about "+e.ID))
	}
	row := q.row(buttons...)
	row.Label = label
	return row
}

// isDirect reports whether a channel is a direct message.
func isDirect(channel string) bool { return strings.HasPrefix(channel, "D") }

// kind says what a channel is to people.
func kind(channel string) string {
	if isDirect(channel) {
		return "conversation"
	}
	return "channel"
}

// here names the place of a query.
func (q query) here() string {
	if isDirect(q.asker.Channel) {
		return "here"
	}
	return "in this channel"
}
