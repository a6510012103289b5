package block

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/slack-go/slack"
)

// Button is something that a reader can press or choose.
type Button struct {
	Action string // what it does; holds no ":"
	Label  string
	Value  string // comes back with the click
	Ask    string // what is asked before the click, since it cannot be taken back; for one button of an answer at most
	Danger bool   // the button is red
}

// Action returns the Action of the button that has an action_id, which is
// unique in its message.
func Action(actionID string) string {
	action, _, _ := strings.Cut(actionID, ":")
	return action
}

// Row is a row of buttons or, where Menu is set, one menu of them.
type Row struct {
	Label   string // stands above them, may be ""
	Menu    string // what the closed menu says
	Buttons []Button
}

// Foot returns what stands under an answer that shows so many of its items.
type Foot func(shown int) []Row

// What an answer leaves free for its foot: rows of buttons, each with a label,
// what one of them asks, and the line of [Shared].
const (
	maxRows  = 4
	footRoom = 2_600
	maxLabel = 100 // code points of a row's label
	maxAsk   = 150 // of what a button asks
)

// maxFallback is the most text of a message for notifications and screen
// readers, escaped; chat.update takes 4,000.
const maxFallback = 3_500

// sheet gathers the blocks of an answer as far as they fit above its foot, or of a view.
type sheet struct {
	blocks []slack.Block
	size   size
	ids    int // of elements that are given out
	view   bool
}

// add appends the blocks, all or none, and reports whether they fit.
func (s *sheet) add(blocks ...slack.Block) bool {
	more, err := measure(blocks)
	all := s.size.plus(more)
	if err != nil || !s.holds(all) {
		return false
	}
	s.blocks, s.size = append(s.blocks, blocks...), all
	return true
}

// holds reports whether blocks of a size fit.
func (s *sheet) holds(all size) bool {
	if s.view {
		return all.blocks <= MaxViewBlocks && all.bytes <= MaxViewBytes
	}
	all = all.plus(size{blocks: 2*maxRows + 1, text: footRoom})
	return all.blocks <= MaxBlocks && all.text <= MaxBlockText && all.weight() <= MaxWeight
}

// head begins the answer with its title and a line about it; either may be "".
func (s *sheet) head(title, note string) {
	if title = clip(title, MaxHeader); title != "" {
		s.add(slack.NewHeaderBlock(plainText(title)))
	}
	if note = clip(note, maxNote); note != "" {
		s.add(smallPrint(note))
	}
}

// maxNote is the longest line of small print.
const maxNote = 300

// message ends the answer with its foot.
func (s *sheet) message(rows []Row) Message {
	m := Message{Text: fallbackText(s.blocks), Blocks: s.blocks}
	shown := 0
	for _, r := range rows {
		if blocks := s.row(r); blocks != nil && shown < maxRows {
			m.Blocks = append(m.Blocks, blocks...)
			shown++
		}
	}
	return m
}

// row lays a row out behind its label, nothing where it has no buttons.
func (s *sheet) row(r Row) []slack.Block {
	if r.Menu != "" {
		r.Buttons = choosable(r.Buttons, maxMenu)
	}
	if len(r.Buttons) == 0 {
		return nil
	}
	var blocks []slack.Block
	if label := clip(r.Label, maxLabel); label != "" {
		blocks = append(blocks, smallPrint(label))
	}
	blocks = append(blocks, r.block(s.ids))
	s.ids += len(r.Buttons)
	return blocks
}

// fallbackText is what blocks say, for notifications and screen readers.
func fallbackText(blocks []slack.Block) string {
	var lines []string
	for _, b := range blocks {
		if h, ok := b.(*slack.HeaderBlock); ok {
			lines = append(lines, h.Text.Text)
			continue
		}
		lines = append(lines, plainLines(b)...)
	}
	for max := maxFallback; ; max /= 2 {
		all := append(pages(lines, max), "News")
		if text := Escape(all[0]); utf8.RuneCountInString(text) <= maxFallback {
			return text
		}
	}
}

// Buttons of a row and the length of their labels, and what a menu has in their place,
// which bound what they take of footRoom.
const (
	maxButtons     = 10
	maxButtonLabel = 32
	maxMenu        = 25
	maxMenuText    = 750 // of all labels together: many are short
)

// block lays the row out. Its buttons are numbered from ids on.
func (r Row) block(ids int) slack.Block {
	if r.Menu != "" {
		return slack.NewActionBlock("", r.menu(ids))
	}
	var elements []slack.BlockElement
	for i, b := range r.Buttons[:min(maxButtons, len(r.Buttons))] {
		elements = append(elements, b.element(ids+i))
	}
	return slack.NewActionBlock("", elements...)
}

// element is the button with a number that no other one of its message has.
func (b Button) element(id int) *slack.ButtonBlockElement {
	e := slack.NewButtonBlockElement(actionID(b.Action, id), b.Value, label(b.Label, maxButtonLabel))
	if b.Danger {
		e.Style = slack.StyleDanger
	}
	if b.Ask != "" {
		e.Confirm = slack.NewConfirmationBlockObject(
			plainText("Are you sure?"), label(b.Ask, maxAsk), label(b.Label, MaxConfirmButton), plainText("Cancel")).WithStyle(slack.StyleDanger)
	}
	return e
}

func (r Row) menu(ids int) slack.BlockElement {
	return slack.NewOptionsSelectBlockElement(slack.OptTypeStatic, label(r.Menu, MaxOptionText), actionID(r.Buttons[0].Action, ids),
		menuOptions(r.Buttons, min(MaxOptionText, maxMenuText/len(r.Buttons)))...)
}

// choosable returns what a menu takes: the first so many of the buttons whose values
// are short enough for options.
func choosable(list []Button, most int) []Button {
	list = slices.DeleteFunc(slices.Clone(list), func(b Button) bool {
		return b.Value == "" || utf8.RuneCountInString(b.Value) > MaxOptionValue
	})
	return list[:min(most, len(list))]
}

// overflow is a menu behind three dots.
func overflow(list []Button, id int) slack.BlockElement {
	return slack.NewOverflowBlockElement(actionID(list[0].Action, id), menuOptions(list, MaxOptionText)...)
}

// menuOptions are buttons as a menu shows them, with labels of so many code points.
func menuOptions(list []Button, long int) []*slack.OptionBlockObject {
	var out []*slack.OptionBlockObject
	for _, b := range list {
		out = append(out, slack.NewOptionBlockObject(b.Value, label(b.Label, long), nil))
	}
	return out
}

func actionID(action string, n int) string { return action + ":" + strconv.Itoa(n) }

// label is the text of a button, which must have one.
func label(s string, max int) *slack.TextBlockObject {
	if s = clip(s, max); s == "" {
		s = "Untitled"
	}
	return plainText(s)
}

// Shared returns an answer as it is shown to a whole channel: with the name of
// the user who shared it.
func Shared(m Message, user string) Message {
	line := section(span("Shared by ", nil), slack.NewRichTextSectionUserElement(user, nil))
	m.Blocks = append(m.Blocks[:len(m.Blocks):len(m.Blocks)], rich(line))
	return m
}
