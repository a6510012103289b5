package block

import (
	"errors"
	"unicode/utf8"

	"github.com/slack-go/slack"
)

// CheckModal reports every limit that a modal breaks, as CheckView does for its blocks.
func CheckModal(m *slack.ModalViewRequest) error {
	c := checker{index: -1, view: true}
	c.text(m.Title, MaxModalTitle, "modal's title")
	hasInput := false
	for _, b := range m.Blocks.BlockSet {
		_, is := b.(*slack.InputBlock)
		hasInput = hasInput || is
	}
	if m.Submit != nil || hasInput {
		c.text(m.Submit, MaxModalTitle, "modal's button")
	}
	c.most(utf8.RuneCountInString(m.PrivateMetadata), MaxMetadata, "characters of private metadata")
	c.most(utf8.RuneCountInString(m.CallbackID), MaxBlockID, "characters in the callback_id")
	return errors.Join(append(c.errs, CheckView(m.Blocks.BlockSet))...)
}

func (c *checker) input(b *slack.InputBlock) {
	if !c.view {
		c.unknown(string(b.Type))
		return
	}
	c.text(b.Label, MaxField, "label")
	if b.Hint != nil {
		c.text(b.Hint, MaxField, "hint")
	}
	c.element(b.Element)
}
