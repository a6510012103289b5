package block

import (
	"strings"
	"testing"

	"github.com/slack-go/slack"
)

// TestPreview looks at a message that has no room for another word.
func TestPreview(t *testing.T) {
	m := Message{Text: "News"}
	for range 4 {
		m.Blocks = append(m.Blocks, slack.NewSectionBlock(plainText(strings.Repeat("x", MaxBlockText/4)), nil, nil))
	}
	if err := m.Check(); err != nil {
		t.Fatal(err)
	}
	p := Preview(m, "Only you <see> this")
	if err := p.Check(); err != nil {
		t.Error(err)
	}
	if len(p.Blocks) != 4 || p.Text != "Only you &lt;see&gt; this\nNews" {
		t.Errorf("%d blocks, text %q", len(p.Blocks), p.Text)
	}
	if len(m.Blocks) != 4 {
		t.Error("the message itself was changed")
	}
}
