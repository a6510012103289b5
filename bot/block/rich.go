package block

import (
	"github.com/slack-go/slack"
)

// bold is the style of headlines and labels.
var bold = &slack.RichTextSectionTextStyle{Bold: true}

// italic is the style of what is told beside a point.
var italic = &slack.RichTextSectionTextStyle{Italic: true}

// span returns text in rich text.
func span(s string, style *slack.RichTextSectionTextStyle) slack.RichTextSectionElement {
	return slack.NewRichTextSectionTextElement(s, style)
}

// linked returns label as a link to address, or as text where there is no
// address that may be linked.
func linked(label, address string, style *slack.RichTextSectionTextStyle) slack.RichTextSectionElement {
	if u := link(address); u != "" {
		return slack.NewRichTextSectionLinkElement(u, label, style)
	}
	return span(label, style)
}

// section returns a paragraph of rich text.
func section(elements ...slack.RichTextSectionElement) *slack.RichTextSection {
	return slack.NewRichTextSection(elements...)
}

// bullets returns a bulleted list.
func bullets(items []slack.RichTextElement) *slack.RichTextList {
	return slack.NewRichTextList(slack.RTEListBullet, 0, items...)
}

// rich returns a rich text block.
func rich(elements ...slack.RichTextElement) *slack.RichTextBlock {
	return slack.NewRichTextBlock("", elements...)
}
