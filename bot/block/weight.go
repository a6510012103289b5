package block

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"github.com/slack-go/slack"
)

// size is how much of Slack's room blocks take.
type size struct {
	blocks int
	text   int // code points of all texts and addresses
	bytes  int // of all as JSON
}

// measure returns the size of blocks.
func measure(blocks []slack.Block) (size, error) {
	s := size{blocks: len(blocks)}
	for i, b := range blocks {
		raw, err := json.Marshal(b)
		if err != nil {
			return size{}, fmt.Errorf("encode block %d: %w", i, err)
		}
		var tree any
		if err := json.Unmarshal(raw, &tree); err != nil {
			return size{}, fmt.Errorf("decode block %d: %w", i, err)
		}
		s.text += sum(tree)
		s.bytes += len(raw) + 1
	}
	return s, nil
}

func (s size) plus(t size) size { return size{s.blocks + t.blocks, s.text + t.text, s.bytes + t.bytes} }

// weight is the text with what each block costs in itself.
func (s size) weight() int { return s.text + blockWeight*s.blocks }

// sum adds up the strings under the keys that hold text or addresses.
func sum(node any) int {
	n := 0
	switch node := node.(type) {
	case []any:
		for _, child := range node {
			n += sum(child)
		}
	case map[string]any:
		for key, child := range node {
			s, isString := child.(string)
			switch {
			case !isString:
				n += sum(child)
			case key == "text", key == "url", key == "fallback":
				n += utf8.RuneCountInString(s)
			}
		}
	}
	return n
}
