package blockhtml

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"newsbot/digest/dom"
	"newsbot/digest/render"
)

// Options say where and for whom blocks are drawn.
type Options struct {
	Reader render.Reader // who reads the times; without a zone they are in UTC
	Now    time.Time     // for "Today"; zero: every time is written with its date

	Users, Channels []Name // whom and what mentions may name; menus offer the channels

	// Live keeps what a person can use, for a script to wire up. Without it only
	// buttons that lead to an address are left, as links.
	Live bool

	Prefix string // of the IDs of elements; what stands in one page differs in it
	Level  int    // of headings; 3 where it is 0
}

// Name is what people call a user or a channel.
type Name struct{ ID, Name string }

// nameOf returns the name of an ID, else the ID.
func nameOf(list []Name, id string) string {
	for _, n := range list {
		if n.ID == id {
			return n.Name
		}
	}
	return id
}

// Message returns what a message shows, as HTML: its blocks, or its text where it has
// none.
func Message(text string, blocks []slack.Block, o Options) string {
	var b strings.Builder
	if err := dom.Write(&b, o.message(text, blocks)...); err != nil {
		panic(err) // a Builder takes everything
	}
	return b.String()
}

func (o Options) message(text string, blocks []slack.Block) []*dom.Node {
	if len(blocks) == 0 {
		return []*dom.Node{dom.El("div", dom.At{"dir", "auto"}, o.mrkdwn(text)...)} // it may hold a quotation
	}
	var out []*dom.Node
	for i, b := range blocks {
		if n := o.block(b, cmp.Or(b.ID(), fmt.Sprint("b", i))); n != nil {
			out = append(out, n)
		}
	}
	return out
}

// block draws a block that has an ID; nil where it shows nothing.
func (o Options) block(b slack.Block, id string) *dom.Node {
	switch b := b.(type) {
	case *slack.HeaderBlock:
		return dom.El(fmt.Sprint("h", cmp.Or(o.Level, 3)), dom.At{"class", "block-header", "dir", "auto"}, o.text(b.Text)...)
	case *slack.SectionBlock:
		return o.section(b, id)
	case *slack.ContextBlock:
		return dom.El("div", dom.At{"class", "block-context"}, o.contextElements(b)...)
	case *slack.DividerBlock:
		return dom.El("hr", nil)
	case *slack.ActionBlock:
		return o.actions(b, id)
	case *slack.RichTextBlock:
		return dom.El("div", dom.At{"class", "block-rich"}, o.richText(b.Elements)...)
	case *slack.InputBlock:
		return o.inputBlock(b, id)
	}
	return dom.El("p", nil, unknown(string(b.BlockType())))
}

// text draws a text object.
func (o Options) text(t *slack.TextBlockObject) []*dom.Node {
	if t != nil && t.Type == slack.MarkdownType {
		return o.mrkdwn(t.Text)
	}
	return lines(plain(t))
}

func (o Options) section(b *slack.SectionBlock, id string) *dom.Node {
	words := dom.El("div", dom.At{"class", "words"})
	if b.Text != nil {
		words.AppendChild(dom.El("div", dom.At{"dir", "auto"}, o.text(b.Text)...))
	}
	if len(b.Fields) > 0 {
		fields := dom.El("div", dom.At{"class", "fields"})
		for _, f := range b.Fields {
			fields.AppendChild(dom.El("div", dom.At{"dir", "auto"}, o.text(f)...))
		}
		words.AppendChild(fields)
	}
	out := dom.El("div", dom.At{"class", "block-section"}, words)
	if n := o.accessory(b.Accessory, id); n != nil {
		out.AppendChild(dom.El("div", dom.At{"class", "accessory"}, n))
	}
	return out
}

func (o Options) contextElements(b *slack.ContextBlock) []*dom.Node {
	var out []*dom.Node
	for _, e := range b.ContextElements.Elements {
		if t, ok := e.(*slack.TextBlockObject); ok {
			out = append(out, dom.El("span", dom.At{"dir", "auto"}, o.text(t)...))
		} else {
			out = append(out, unknown(string(e.MixedElementType())))
		}
	}
	return out
}
