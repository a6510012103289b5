package command

import (
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/store"
)

// StoryMenu returns what readers of a subscription can do about the stories of a
// digest that is posted at a time.
func StoryMenu(sub store.Subscription, at time.Time) func(digest.Story) []block.Button {
	return func(s digest.Story) []block.Button {
		if len(s.Articles) == 0 || s.Articles[0].Story == "" {
			return nil // it is not stored as a story
		}
		buttons := []block.Button{opens("Open story", "story "+s.ID, at)}
		if isWatch(sub) {
			return append(buttons, opens("Follow story", "follow "+s.ID, at), opens("Stop following", "unfollow "+s.ID, at), opens("Not useful", "hide "+s.ID, at))
		}
		buttons = append(buttons, opens("Follow story", "follow "+s.ID, at))
		if len(s.Entities) > 0 {
			name := strings.Join(strings.Fields(unquoted(s.Entities[0].Name)), " ")
			buttons = append(buttons, opens("Mute "+name, "mute "+quoted([]string{name}), at))
		}
		return append(buttons, opens("Not useful", "hide "+s.ID, at))
	}
}

// DigestFoot returns the buttons under the digest of a subscription that is posted
// at a time.
func DigestFoot(sub store.Subscription, at time.Time) []block.Button {
	if isWatch(sub) {
		return []block.Button{opens("All that you watch", "watch", at), opens("Search", "search", at)}
	}
	return []block.Button{opens("More stories", atZone(at, sub.Zone).Format(time.DateOnly), at), opens("Search", "search", at), opens("Settings", "subscriptions", at)}
}

// atZone returns a time in the zone of a name, as it is where there is none.
func atZone(t time.Time, zone string) time.Time {
	if z, err := time.LoadLocation(zone); err == nil {
		t = t.In(z)
	}
	return t
}

// opens returns a button that asks something, in the zone of whoever presses it.
func opens(label, words string, at time.Time) block.Button {
	return block.Button{Action: actOpen, Label: label, Value: state{Words: words, At: at.Unix()}.value()}
}
