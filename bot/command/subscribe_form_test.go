package command

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/digest/store"
)

// sends sends a modal with inputs.
func (d *desk) sends(m *slack.ModalViewRequest, in map[string]string) Reply {
	d.Helper()
	c := Click{Asker: d.who, Action: m.CallbackID, Value: m.PrivateMetadata, Inputs: in, Now: d.now}
	reply := d.Click(d.Context(), c)
	d.expect("the modal", reply)
	return reply
}

// opens asks for a modal.
func (d *desk) opens(words string) *slack.ModalViewRequest {
	d.Helper()
	reply := d.Command(d.Context(), Request{Asker: d.who, Words: words, Now: d.now})
	if reply.Modal == nil {
		d.Fatalf("/news %s opens no modal: %s", words, reply.Message.Text)
	}
	d.expect(words, reply)
	return reply.Modal
}

// TestSubscribeByModal fills the modal in, with a mistake first, changes what
// came of it and moves it to another channel.
func TestSubscribeByModal(t *testing.T) {
	eachStore(t, testSubscribeByWindow)
}

func testSubscribeByWindow(t *testing.T, s *store.Store) {
	d := newDesk(t, s)
	in := map[string]string{
		inChannel: "C1", inDays: "Mon,Thu", inTime: "17:45", inZone: "atlantis", inTopics: "sea wall, ferries,", inMutes: "football",
		inSize: "5", inEmpty: noEmpty, inName: "Evening",
	}
	reply := d.sends(d.opens("subscribe"), in)
	if reply.Modal == nil || !strings.Contains(wrongs(reply.Modal), "“atlantis” is not a time zone") || len(d.kept()) != 0 {
		t.Fatalf("a wrong zone: %+v, kept %d", reply, len(d.kept()))
	}
	in[inZone] = "Reykjavik"
	reply = d.sends(reply.Modal, in)
	d.expect("filled in", reply, "This channel gets “Evening”", "on Mon, Thu at 17:45, Atlantic/Reykjavik · next Thu 26 Nov 17:45", "about sea wall, ferries")
	sub := d.only()
	if sub.Size != 5 || !sub.Quiet || !slices.Equal(sub.Days, []time.Weekday{time.Monday, time.Thursday}) || sub.Maker != "U1" {
		t.Errorf("kept %+v", sub)
	}

	change := d.presses(reply.Message, "Change").Modal
	if change == nil || change.PrivateMetadata != sub.ID {
		t.Fatalf("the modal to change it: %+v", change)
	}
	again := inputsOf(sub)
	if again[inDays] != "Mon,Thu" || again[inTopics] != "sea wall, ferries" || again[inEmpty] != noEmpty || again[inSize] != "5" {
		t.Errorf("it begins with %v", again)
	}
	again[inTime] = "18:00"
	d.expect("changed", d.sends(change, again), "at 18:00")
	if got := d.only(); got.ID != sub.ID || got.At != "18:00" || !got.Quiet {
		t.Errorf("changed to %+v", got)
	}
	again[inChannel] = "C0OTHER"
	d.expect("moved", d.sends(change, again), "“Evening” comes to\n• #C0OTHER")
	if len(d.kept()) != 0 {
		t.Errorf("it is still here: %+v", d.kept())
	}
	d.who.Channel = "C0OTHER"
	if got := d.only(); got.ID == sub.ID {
		t.Errorf("the moved one has the ID of the old one, %s", got.ID)
	}
	d.expect("sent when it is gone", d.sends(change, again), "There is no such digest, or it has ended.")
}

// wrongs returns what is said below the fields of a modal.
func wrongs(m *slack.ModalViewRequest) string {
	var out []string
	for _, b := range m.Blocks.BlockSet {
		if c, ok := b.(*slack.ContextBlock); ok {
			out = append(out, c.ContextElements.Elements[0].(*slack.TextBlockObject).Text)
		}
	}
	return strings.Join(out, "\n")
}

// wrongOf returns what is said below a field of a modal, "" where nothing is.
func wrongOf(m *slack.ModalViewRequest, field string) string {
	blocks := m.Blocks.BlockSet
	at := slices.IndexFunc(blocks, func(b slack.Block) bool {
		input, ok := b.(*slack.InputBlock)
		return ok && input.BlockID == "field-"+field
	})
	if at+1 == len(blocks) {
		return ""
	}
	if c, ok := blocks[at+1].(*slack.ContextBlock); ok {
		return c.ContextElements.Elements[0].(*slack.TextBlockObject).Text
	}
	return ""
}

func TestMistakesInTheWindow(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	reply := d.sends(d.opens("subscribe"), map[string]string{
		inChannel: "news", inZone: "", inSize: "99", inEmpty: "x", inTopics: strings.Repeat("a", maxInterest+1), inName: strings.Repeat("n", maxInterest+1),
	})
	if reply.Modal == nil {
		t.Fatal(reply.Message.Text)
	}
	for _, want := range []string{"Choose a channel.", "Choose at least one day", "Choose a time", "is not a time zone", "is not a number of stories", "empty:line", "at most 80 characters"} {
		if !strings.Contains(wrongs(reply.Modal), want) {
			t.Errorf("no %q in %q", want, wrongs(reply.Modal))
		}
	}
	both := map[string]string{inChannel: "C1", inDays: "Mon", inTime: "08:30", inZone: "UTC", inTopics: "ferries, storms", inMutes: "storms"}
	if wrong := d.sends(d.opens("subscribe"), both).Modal; wrong == nil || !strings.Contains(wrongOf(wrong, inMutes), "“storms” would be both") {
		t.Errorf("a topic that is muted: %+v", wrong)
	}
	d.says("subscribe weekdays 08:30")
	same := d.sends(d.opens("subscribe"), map[string]string{inChannel: "C1", inDays: "Mon,Tue,Wed,Thu,Fri", inTime: "08:30", inZone: "Copenhagen"})
	if same.Modal == nil || !strings.Contains(wrongs(same.Modal), "already has that digest") {
		t.Errorf("the same again: %+v", same)
	}
}

// What is put into the modal in quotation marks can be named by words and in the menu.
func TestQuotedInTheWindow(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.expect("quoted", d.sends(d.opens("subscribe"), map[string]string{
		inChannel: "C1", inDays: "Mon", inTime: "08:30", inZone: "UTC", inTopics: `“storm Hedda”, Kenya`, inMutes: `"sea wall", football, "golf"`,
	}), "about storm Hedda, Kenya", "without sea wall, football, golf")
	d.says(`unmute "sea wall"`, "No longer muted: sea wall.")
	d.presses(d.says("mute", "without football, golf"), "golf", "No longer muted: golf.")
}

// fieldOf returns a field of a modal.
func fieldOf(t *testing.T, m *slack.ModalViewRequest, name string) *slack.InputBlock {
	t.Helper()
	for _, b := range m.Blocks.BlockSet {
		if input, ok := b.(*slack.InputBlock); ok && input.BlockID == "field-"+name {
			return input
		}
	}
	t.Fatalf("the modal has no field %s", name)
	return nil
}

// A digest that comes in a direct message is changed in the modal, and stays there where
// no channel is chosen.
func TestWindowOfADirectMessage(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.who.Channel = "D1"
	if fieldOf(t, d.opens("subscribe"), inChannel).Optional {
		t.Error("a new digest needs no channel")
	}
	m := d.says("subscribe 08:30", "This conversation gets")
	change := d.presses(m, "Change").Modal
	in := inputsOf(d.only())
	in[inTime] = ""
	reply := d.sends(change, in)
	for _, m := range []*slack.ModalViewRequest{change, reply.Modal} {
		if !fieldOf(t, m, inChannel).Optional {
			t.Error("the modal wants a channel")
		}
	}
	in[inTime] = "09:15"
	d.expect("changed", d.sends(reply.Modal, in), "This conversation gets", "at 09:15")
	in[inChannel] = "C1"
	d.expect("moved", d.sends(change, in), "#C1")
	if len(d.kept()) != 0 {
		t.Errorf("it is still here: %+v", d.kept())
	}
}

// The modal leaves a digest at the times that it has, and asks for them as it has them.
func TestWindowOfATimetable(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	change := d.presses(d.says(`subscribe cron:"30 8 1 * *"`), "Change").Modal
	if got := fieldOf(t, change, inCron).Element.(*slack.PlainTextInputBlockElement).InitialValue; got != "30 8 1 * *" {
		t.Errorf("the modal shows the times %q", got)
	}
	in := map[string]string{inChannel: "C1", inCron: "30 8 1 * *", inZone: "Copenhagen", inMutes: "football"}
	d.expect("sent", d.sends(change, in), "at the times of “30 8 1 * *”", "without football")
	for expression, want := range map[string]string{"": "Write the times.", "8:30": "No cron expression"} {
		in[inCron] = expression
		reply := d.sends(change, in)
		if reply.Modal == nil || !strings.Contains(wrongs(reply.Modal), want) {
			t.Errorf("the times %q: %+v, want %q", expression, reply, want)
		}
	}
	in[inCron] = "0 9 * * 1"
	d.expect("changed", d.sends(change, in), "at the times of “0 9 * * 1”")
	if got := d.only(); got.Cron != in[inCron] || got.At != "" || got.Days != nil {
		t.Errorf("kept %+v", got)
	}
}

// TestSubscribeFromHome opens the modal from the Home tab.
func TestSubscribeFromHome(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	all := buttons(d.Home(t.Context(), d.who))
	i := slices.IndexFunc(all, func(b block.Button) bool { return b.Label == "Subscribe a channel" })
	if i < 0 {
		t.Fatalf("buttons: %s", fmt.Sprint(all))
	}
	c := press(all[i])
	c.Asker, c.Message, c.Channel = d.who, "", ""
	reply := d.Click(t.Context(), c)
	if reply.Modal == nil || reply.Modal.CallbackID != actSubscribe {
		t.Errorf("from Home: %+v", reply)
	}
}
