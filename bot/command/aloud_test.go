package command

import (
	"slices"
	"testing"
)

// What is asked aloud is answered aloud, with nothing in it by which one person changes
// what another one sees, but for what concerns the asker alone and for excuses.
func TestAloud(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("subscribe 08:30")
	d.says("watch Esbjerg")
	for words, public := range map[string]bool{
		"yesterday": true, "about Esbjerg": true, "subscriptions": true, "mute football": true, "unmute football": true, "topics": true, "help": true,
		"preview": false, "watch": false, "watch Skagen": false, "unwatch Skagen": false, "follow 0123456789abcdef": false,
		"about": false, "since:soon": false, "subscribe": false,
	} {
		reply := d.Command(t.Context(), Request{Asker: d.who, Words: words, Aloud: true, Now: d.now})
		d.expect(words, reply)
		if reply.Public != public || reply.Thread != public {
			t.Errorf("%s: public %t, in the thread %t, want %t", words, reply.Public, reply.Thread, public)
		}
		for _, b := range buttons(reply.Message.Blocks) {
			if public && slices.Contains([]string{actPage, actShare, actThread}, b.Action) {
				t.Errorf("%s: all see the button %q, which is of action %s", words, b.Label, b.Action)
			}
		}
	}
	m := d.Command(t.Context(), Request{Asker: d.who, Words: "subscriptions", Aloud: true, Now: d.now}).Message
	if reply := d.presses(m, "Pause", "Paused."); reply.Replace || reply.Public {
		t.Errorf("who presses a button of it gets %+v", reply)
	}
}
