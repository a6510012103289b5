package block

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/slack-go/slack"
)

// Check reports every limit that the message breaks, joined.
func (m Message) Check() error {
	c := checker{index: -1}
	c.some(utf8.RuneCountInString(m.Text), MaxText, "characters in the text")
	return errors.Join(append(c.errs, Check(m.Blocks))...)
}

// Check reports every limit for the blocks of a message that these break, joined, and
// every type of block or element whose limits are not known here, since no message
// has it.
func Check(blocks []slack.Block) error {
	c := checker{index: -1, ids: make(map[string]bool)}
	s, err := measure(blocks)
	if err != nil {
		return err
	}
	c.most(s.blocks, MaxBlocks, "blocks")
	c.most(s.text, MaxBlockText, "characters in all blocks")
	c.most(s.weight(), MaxWeight, "characters in all blocks with their frames")
	return c.all(blocks)
}

// CheckView is Check for the blocks of a modal, which may have inputs, or of the Home
// tab.
func CheckView(blocks []slack.Block) error {
	c := checker{index: -1, view: true, ids: make(map[string]bool)}
	s, err := measure(blocks)
	if err != nil {
		return err
	}
	c.most(s.blocks, MaxViewBlocks, "blocks")
	c.most(s.bytes, MaxViewBytes, "bytes in all blocks")
	return c.all(blocks)
}

// all checks every block, and returns what is wrong so far.
func (c *checker) all(blocks []slack.Block) error {
	for i, b := range blocks {
		c.index = i
		c.id(b.ID(), "block_id")
		c.block(b)
	}
	return errors.Join(c.errs...)
}

// checker goes through the blocks of one message or view.
type checker struct {
	index int
	view  bool            // not a message
	ids   map[string]bool // block_id and action_id so far, each behind its kind
	errs  []error
}

// most checks that there are no more than max.
func (c *checker) most(n, max int, what string) {
	if n > max {
		c.breaks(what, n, "most", max)
	}
}

// some checks that there is one at least and no more than max.
func (c *checker) some(n, max int, what string) {
	c.most(n, max, what)
	c.any(n, what)
}

// any checks that there is one at least.
func (c *checker) any(n int, what string) {
	if n == 0 {
		c.breaks(what, 0, "least", 1)
	}
}

// breaks reports a limit that is broken, and by how much.
func (c *checker) breaks(what string, value int, at string, limit int) {
	where := fmt.Sprintf("block %d", c.index)
	switch {
	case c.index >= 0:
	case c.view:
		where = "view"
	default:
		where = "message"
	}
	c.errs = append(c.errs, fmt.Errorf("%s: %d %s, Slack wants at %s %d", where, value, what, at, limit))
}

// id checks a block_id or action_id, which Slack makes up where it is "".
func (c *checker) id(id, kind string) {
	if id == "" {
		return
	}
	c.most(utf8.RuneCountInString(id), MaxBlockID, "characters in the "+kind)
	if c.ids[kind+id] {
		c.breaks(fmt.Sprintf("uses of %s %q", kind, id), 2, "most", 1)
	}
	c.ids[kind+id] = true
}

// text checks a text object that must be there.
func (c *checker) text(t *slack.TextBlockObject, max int, where string) {
	n := 0
	if t != nil {
		n = utf8.RuneCountInString(t.Text)
	}
	c.some(n, max, "characters in the "+where)
}

// url checks an address that must be there.
func (c *checker) url(u, where string) {
	c.some(utf8.RuneCountInString(u), MaxURL, "characters in the address of the "+where)
	if u != "" && !strings.HasPrefix(u, "https://") && !strings.HasPrefix(u, "http://") {
		c.errs = append(c.errs, fmt.Errorf("block %d: the address of the %s is neither http nor https", c.index, where))
	}
}

func (c *checker) block(b slack.Block) {
	switch b := b.(type) {
	case *slack.HeaderBlock:
		c.text(b.Text, MaxHeader, "header")
	case *slack.SectionBlock:
		c.section(b)
	case *slack.ContextBlock:
		c.context(b)
	case *slack.RichTextBlock:
		c.any(len(b.Elements), "elements in the rich text")
		c.rich(b.Elements)
	case *slack.ActionBlock:
		c.actions(b)
	case *slack.InputBlock:
		c.input(b)
	case *slack.DividerBlock:
	default:
		c.unknown(string(b.BlockType()))
	}
}

// unknown reports a type of block or element.
func (c *checker) unknown(kind string) {
	c.errs = append(c.errs, fmt.Errorf("block %d: the limits of a %s are not known", c.index, kind))
}

func (c *checker) section(b *slack.SectionBlock) {
	if b.Text != nil || len(b.Fields) == 0 {
		c.text(b.Text, MaxSection, "section")
	}
	c.most(len(b.Fields), MaxFields, "fields in the section")
	for _, f := range b.Fields {
		c.text(f, MaxField, "section's field")
	}
	c.accessory(b.Accessory)
}

func (c *checker) context(b *slack.ContextBlock) {
	c.some(len(b.ContextElements.Elements), MaxContext, "elements in the context")
	for _, e := range b.ContextElements.Elements {
		switch e := e.(type) {
		case *slack.TextBlockObject:
			c.text(e, MaxTextItem, "context's text")
		default:
			c.unknown(string(e.MixedElementType()))
		}
	}
}

func (c *checker) rich(elements []slack.RichTextElement) {
	for _, e := range elements {
		switch e := e.(type) {
		case *slack.RichTextSection:
			c.richSection(e.Elements)
		case *slack.RichTextList:
			c.any(len(e.Elements), "items in the list")
			c.rich(e.Elements)
		default:
			c.unknown(string(e.RichTextElementType()))
		}
	}
}

func (c *checker) richSection(elements []slack.RichTextSectionElement) {
	for _, e := range elements {
		switch e := e.(type) {
		case *slack.RichTextSectionTextElement:
			c.any(len(e.Text), "characters in a piece of rich text")
		case *slack.RichTextSectionLinkElement:
			c.url(e.URL, "link")
		}
	}
}
