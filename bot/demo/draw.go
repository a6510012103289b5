package demo

import (
	"encoding/json"

	"github.com/slack-go/slack"

	"newsbot/bot/blockhtml"
	"newsbot/digest/render"
)

// drawing returns how what stands on the page is drawn for a person. Each place needs
// a prefix of its own.
func (d *Demo) drawing(user string) blockhtml.Options {
	o := blockhtml.Options{Reader: render.NewReader(d.config.Zone, ""), Now: d.clock.Now(), Live: true}
	for _, u := range d.workspace.Users() {
		if u.ID == user {
			o.Reader = render.NewReader(d.config.Zone, u.Locale)
		}
		o.Users = append(o.Users, blockhtml.Name{ID: u.ID, Name: u.Name})
	}
	for _, c := range d.workspace.Channels() {
		if !c.Direct {
			o.Channels = append(o.Channels, blockhtml.Name{ID: c.ID, Name: c.Name})
		}
	}
	return o
}

// drawn returns a message's blocks, or its text where it has none, as HTML.
func drawn(text string, raw json.RawMessage, o blockhtml.Options) string {
	var blocks slack.Blocks
	if raw != nil && json.Unmarshal(raw, &blocks) != nil {
		return "<p>What the bot has sent is not drawn here.</p>"
	}
	return blockhtml.Message(text, blocks.BlockSet, o)
}
