package command

import (
	"slices"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/render"
	"newsbot/digest/store"
	"newsbot/digest/text"
)

// StoryMenu returns what readers of a subscription can do about the stories of a
// digest that is posted at a time. What is then so for all who read it says so.
func StoryMenu(sub store.Subscription, at time.Time) func(digest.Story) []block.Button {
	return func(s digest.Story) []block.Button {
		if !isStored(s) {
			return nil
		}
		buttons := []block.Button{opens("Open story", "story "+s.ID, at), opens("Follow story", "follow "+s.ID, at)}
		if IsWatch(sub) {
			buttons = append(buttons, opens("Stop following", "unfollow "+s.ID, at))
		} else if i := slices.IndexFunc(s.Entities, isSought); i >= 0 {
			name := strings.Join(strings.Fields(unquoted(s.Entities[i].Name)), " ")
			buttons = append(buttons, opens("Mute "+render.Shorten(name, maxMenuName)+forChannel(sub.Channel), "mute "+quoted(name), at))
		}
		return append(buttons, opens(hideLabel(sub.Channel), "hide "+s.ID, at))
	}
}

// maxMenuName is how long a name is in a menu, so that what follows it can be read.
const maxMenuName = 40

// hideLabel is what hiding a story from a channel is called.
func hideLabel(channel string) string { return "Hide story" + forChannel(channel) }

// forChannel says of a change who else has it: all in a channel, but for that of one person.
func forChannel(channel string) string {
	if isPersonal(channel) {
		return ""
	}
	return " for this channel"
}

// isSought reports whether something is found by the name of an entity, as it is not
// by "X".
func isSought(e digest.EntityCount) bool { return len(text.Query(e.Name)) > 0 }

// maxRest is how many stories the button to those of a digest that are not in the
// channel's message leads to.
const maxRest = 50

// DigestFoot returns the buttons under the digest of a subscription that is posted
// at a time, of which the rest of the stories are in the thread.
func DigestFoot(sub store.Subscription, at time.Time) func(rest []digest.Story) []block.Button {
	return func(rest []digest.Story) []block.Button {
		var buttons []block.Button
		if ids := storedIDs(rest); len(ids) > 0 {
			buttons = append(buttons, opens("More stories", "story "+strings.Join(ids[:min(maxRest, len(ids))], " "), at))
		}
		if IsWatch(sub) {
			return append(buttons, opens("Everything you watch", "watch", at), opens("Search", "search", at))
		}
		return append(buttons, opens("Search", "search", at), opens("Settings", "subscriptions", at))
	}
}

// storedIDs returns the IDs of those stories that are stored as such.
func storedIDs(stories []digest.Story) []string {
	var ids []string
	for _, s := range stories {
		if isStored(s) {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// isStored reports whether a story can be asked for by its ID.
func isStored(s digest.Story) bool { return len(s.Articles) > 0 && s.Articles[0].Story != "" }

// opens returns a button that asks something, in the zone of whoever presses it.
func opens(label, words string, at time.Time) block.Button {
	return block.Button{Action: actOpen, Label: label, Value: state{Words: words, At: at.Unix()}.value()}
}
