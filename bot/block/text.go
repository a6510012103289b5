package block

import (
	"strings"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"newsbot/digest/render"
)

// clip shortens s to at most max code points, which is what Slack counts.
func clip(s string, max int) string { return render.ShortenBy(utf8.RuneCountInString, s, max) }

// link returns an address that Slack takes as a link, or "".
func link(address string) string {
	if u := render.Link(address); len(u) <= MaxURL {
		return u
	}
	return ""
}

// Escape writes inert text as mrkdwn: "&", "<" and ">" are the only characters
// that Slack lets one escape, and with them go mentions and links.
func Escape(s string) string { return escaper.Replace(s) }

// Unescape reads text that Slack has escaped.
func Unescape(s string) string { return unescaper.Replace(s) }

var (
	escaper   = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	unescaper = strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">")
)

// plainText returns a text object in which nothing is interpreted, not even
// ":emoji:".
func plainText(s string) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.PlainTextType, s, false, false)
}

// smallPrint returns a line of such text in small print.
func smallPrint(s string) *slack.ContextBlock { return slack.NewContextBlock("", plainText(s)) }
