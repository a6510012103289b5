package block

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"github.com/slack-go/slack"

	"newsbot/digest/render"
)

// clip makes s inert and cuts it to at most max code points, between
// characters as a reader sees them, at a word where one is near, with an
// ellipsis where it cut.
func clip(s string, max int) string {
	s = render.Inert(s)
	if utf8.RuneCountInString(s) <= max {
		return s
	}
	kept := s[:fit(s, max-1)]
	if space := strings.LastIndexByte(kept, ' '); space > len(kept)*2/3 {
		kept = kept[:space]
	}
	return strings.TrimRight(kept, " ,;:-–—") + "…"
}

// fit returns the length in bytes of as many grapheme clusters of s as hold at
// most max code points. A cluster may hold any number of them.
func fit(s string, max int) int {
	rest, state, end := s, -1, 0
	for rest != "" {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if max -= utf8.RuneCountInString(cluster); max < 0 {
			break
		}
		end += len(cluster)
	}
	return end
}

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
