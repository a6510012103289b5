package command

import (
	"strings"
	"testing"
)

// TestStoryNamed names stories by words that are in the title of one of their articles.
func TestStoryNamed(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("story floods Danish port", "Danish town floods", "Sources Meridian Wire")
	d.says("story of the", "Name a story by words of its headline: /news story storm Esbjerg.")
	button(t, d.says("story zebra", "No story of the last 30 days has “zebra” in its headline."), "/news search zebra")

	for _, words := range []string{"story of the", "hide all", "unhide all"} {
		for _, b := range buttons(d.says(words, "Name a story by words of its headline: /news ").Blocks) {
			if strings.HasPrefix(b.Label, "/news") {
				t.Errorf("%s offers %s", words, b.Label)
			}
		}
	}

	which := d.says("follow water", "Which one?", "1. Chilean observatory", "2. Danish town floods")
	d.presses(which, "2. Danish town floods after…", "You follow “Danish town floods")
	d.presses(d.says("unfollow Vermak", "No story that you follow has “Vermak” in its headline. Did you mean this?", "1. Danish town floods"), "1. Danish town floods after…", "You no longer follow that story.")
	d.says("follow floods")
	d.says("unfollow Vermaak", "No story that you follow has “Vermaak” in its headline.")
	d.says("unfollow water", "You no longer follow that story.")

	d.says("unhide Vermaak", "No story that is hidden in this channel has “Vermaak” in its headline.")
	d.says("hide Vermaak", "Hidden for this channel: “Ilse Vermaak wins Tour of the Lakes")
	d.says("unhide Vermaak", "No longer hidden for this channel")
	d.who.Channel = ""
	d.says("unhide Vermaak", "Ask that in the channel")
}
