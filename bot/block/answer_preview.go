package block

import "github.com/slack-go/slack"

// Preview returns the channel's message of a digest for one reader to look at,
// with a note above it. Where that is too much, its end is left out.
func Preview(m Message, note string) Message {
	note = clip(note, maxNote)
	blocks := append([]slack.Block{smallPrint(note)}, m.Blocks...)
	for len(blocks) > 1 && Check(blocks) != nil {
		blocks = blocks[:len(blocks)-1]
	}
	return Message{Text: Escape(note) + "\n" + m.Text, Blocks: blocks}
}
