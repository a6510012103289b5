package blockhtml

import (
	"cmp"
	"fmt"
	"html/template"
	"time"

	"github.com/slack-go/slack"
	"golang.org/x/net/html"

	"newsbot/digest/render"
)

// Options say where and for whom blocks are drawn.
type Options struct {
	Reader render.Reader // who reads the times; without a zone they are in UTC
	Now    time.Time     // for "Today"; zero: every time is written with its date

	Users, Channels []Name // whom and what mentions and menus may name

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

// Message returns what a message shows: its blocks, or its text where it has
// none.
func Message(text string, blocks []slack.Block, o Options) template.HTML {
	if len(blocks) == 0 {
		return written([]*html.Node{el("div", at{"dir", "auto"}, o.mrkdwn(text)...)}) // it may hold a quotation
	}
	return fragment(blocks, o)
}

// fragment returns blocks as HTML.
func fragment(blocks []slack.Block, o Options) template.HTML {
	var out []*html.Node
	for i, b := range blocks {
		if n := o.block(b, cmp.Or(b.ID(), fmt.Sprint("b", i))); n != nil {
			out = append(out, n)
		}
	}
	return written(out)
}

// block draws a block that has an ID; nil where it shows nothing.
func (o Options) block(b slack.Block, id string) *html.Node {
	switch b := b.(type) {
	case *slack.HeaderBlock:
		return el(fmt.Sprint("h", cmp.Or(o.Level, 3)), at{"class", "block-header", "dir", "auto"}, o.text(b.Text)...)
	case *slack.SectionBlock:
		return o.section(b, id)
	case *slack.ContextBlock:
		return el("div", at{"class", "block-context"}, o.contextElements(b)...)
	case *slack.DividerBlock:
		return el("hr", nil)
	case *slack.ActionBlock:
		return o.actions(b, id)
	case *slack.RichTextBlock:
		return el("div", at{"class", "block-rich"}, o.richText(b.Elements)...)
	case *slack.ImageBlock:
		figure := el("figure", at{"class", "block-image"})
		if b.Title != nil {
			figure.AppendChild(el("figcaption", nil, o.text(b.Title)...))
		}
		figure.AppendChild(picture(b.AltText, b.ImageURL))
		return figure
	case *slack.InputBlock:
		return o.inputBlock(b, o.Prefix+id, id)
	case *slack.TableBlock:
		return o.table(b)
	}
	return el("p", nil, unknown(string(b.BlockType())))
}

// text draws a text object.
func (o Options) text(t *slack.TextBlockObject) []*html.Node {
	switch {
	case t == nil:
		return nil
	case t.Type == slack.MarkdownType:
		return o.mrkdwn(t.Text)
	case t.Emoji != nil && !*t.Emoji:
		return lines(t.Text)
	}
	return lines(withEmoji(t.Text))
}

func (o Options) section(b *slack.SectionBlock, id string) *html.Node {
	words := el("div", at{"class", "words"})
	if b.Text != nil {
		words.AppendChild(el("div", at{"dir", "auto"}, o.text(b.Text)...))
	}
	if len(b.Fields) > 0 {
		fields := el("div", at{"class", "fields"})
		for _, f := range b.Fields {
			fields.AppendChild(el("div", at{"dir", "auto"}, o.text(f)...))
		}
		words.AppendChild(fields)
	}
	out := el("div", at{"class", "block-section"}, words)
	if n := o.accessory(b.Accessory, id); n != nil {
		out.AppendChild(el("div", at{"class", "accessory"}, n))
	}
	return out
}

func (o Options) contextElements(b *slack.ContextBlock) []*html.Node {
	var out []*html.Node
	for _, e := range b.ContextElements.Elements {
		switch e := e.(type) {
		case *slack.TextBlockObject:
			out = append(out, el("span", at{"dir", "auto"}, o.text(e)...))
		case *slack.ImageBlockElement:
			out = append(out, el("span", at{"class", "picture small", "role", "img", "aria-label", cmp.Or(e.AltText, "image"), "title", e.AltText}, text("▣")))
		}
	}
	return out
}

// picture stands for an image, which is not loaded.
func picture(label, address string) *html.Node {
	return el("span", at{"class", "picture"}, link(address, text("▣ "+cmp.Or(label, "image"))))
}

func (o Options) table(b *slack.TableBlock) *html.Node {
	body := el("tbody", nil)
	for i, row := range b.Rows {
		line := el("tr", nil)
		for _, c := range row {
			tag := "td"
			if i == 0 {
				tag = "th"
			}
			line.AppendChild(el(tag, nil, o.cell(c)...))
		}
		body.AppendChild(line)
	}
	return el("div", at{"class", "block-table", "tabindex", "0", "role", "region", "aria-label", "Table"}, el("table", nil, body))
}

func (o Options) cell(c slack.TableCell) []*html.Node {
	switch c := c.(type) {
	case *slack.TableRichTextCell:
		return o.richText(c.Elements)
	case *slack.TableRawTextCell:
		return lines(c.Text)
	case *slack.TableRawNumberCell:
		return lines(cmp.Or(c.Text, fmt.Sprint(c.Value)))
	}
	return nil
}
