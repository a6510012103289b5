package blockhtml

import (
	"cmp"

	"github.com/slack-go/slack"

	"newsbot/digest/dom"
)

// richText draws the parts of a rich_text block.
func (o Options) richText(parts []slack.RichTextElement) []*dom.Node {
	var out []*dom.Node
	for _, p := range parts {
		out = append(out, o.part(p))
	}
	return out
}

func (o Options) part(p slack.RichTextElement) *dom.Node {
	switch p := p.(type) {
	case *slack.RichTextSection:
		return dom.El("div", dom.At{"class", "line", "dir", "auto"}, o.inline(p.Elements)...)
	case *slack.RichTextList:
		return o.list(p)
	}
	return unknown(string(p.RichTextElementType()))
}

func (o Options) list(l *slack.RichTextList) *dom.Node {
	out := dom.El("ul", nil)
	for _, item := range l.Elements {
		li := dom.El("li", dom.At{"dir", "auto"})
		if s, ok := item.(*slack.RichTextSection); ok {
			for _, n := range o.inline(s.Elements) {
				li.AppendChild(n)
			}
		} else {
			li.AppendChild(o.part(item))
		}
		out.AppendChild(li)
	}
	return out
}

func (o Options) inline(elements []slack.RichTextSectionElement) []*dom.Node {
	var out []*dom.Node
	for _, e := range elements {
		n, style := o.leaf(e)
		out = append(out, styled(n, style))
	}
	return out
}

// styled puts a node into the elements of its style.
func styled(n *dom.Node, s *slack.RichTextSectionTextStyle) *dom.Node {
	if s == nil {
		return n
	}
	for _, mark := range []struct {
		on  bool
		tag string
	}{{s.Code, "code"}, {s.Underline, "u"}, {s.Strike, "s"}, {s.Italic, "em"}, {s.Bold, "strong"}} {
		if mark.on {
			n = dom.El(mark.tag, nil, n)
		}
	}
	return n
}

func (o Options) leaf(e slack.RichTextSectionElement) (*dom.Node, *slack.RichTextSectionTextStyle) {
	switch e := e.(type) {
	case *slack.RichTextSectionTextElement:
		return dom.El("span", nil, lines(e.Text)...), e.Style
	case *slack.RichTextSectionLinkElement:
		return link(e.URL, dom.Text(cmp.Or(e.Text, e.URL))), e.Style
	case *slack.RichTextSectionUserElement:
		return mention("@" + nameOf(o.Users, e.UserID)), e.Style
	case *slack.RichTextSectionChannelElement:
		return mention("#" + nameOf(o.Channels, e.ChannelID)), e.Style
	}
	return unknown(string(e.RichTextSectionElementType())), nil
}
