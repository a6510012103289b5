package block

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"github.com/slack-go/slack"
)

// textLength returns the code points of all texts and addresses in a block.
func textLength(b slack.Block) (int, error) {
	raw, err := json.Marshal(b)
	if err != nil {
		return 0, fmt.Errorf("encode block: %w", err)
	}
	var tree any
	if err := json.Unmarshal(raw, &tree); err != nil {
		return 0, fmt.Errorf("decode block: %w", err)
	}
	return sum(tree), nil
}

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

// weight returns the text length of all blocks and, with what each block costs
// in itself, how much of Slack's room they take.
func weight(blocks []slack.Block) (text, total int, err error) {
	for i, b := range blocks {
		n, err := textLength(b)
		if err != nil {
			return 0, 0, fmt.Errorf("block %d: %w", i, err)
		}
		text += n
	}
	return text, text + blockWeight*len(blocks), nil
}
