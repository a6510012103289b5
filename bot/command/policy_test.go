package command

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"newsbot/digest/store"
)

// crowd is the people of a workspace by what is asked of them.
type crowd struct {
	admins   []string
	guests   []string
	channels map[string][]string
	inside   []string // the channels of the bot
	err      error
}

func (c crowd) Admin(_ context.Context, user string) (bool, error) {
	return strings.Contains(strings.Join(c.admins, " "), user), c.err
}

func (c crowd) Outsider(_ context.Context, user string) (bool, error) {
	return slices.Contains(c.guests, user), c.err
}

func (c crowd) Channels(_ context.Context, user string) ([]string, error) {
	return c.channels[user], c.err
}

func (c crowd) Inside(_ context.Context, channel string) (bool, error) {
	return slices.Contains(c.inside, channel), c.err
}

func TestParsePolicy(t *testing.T) {
	for in, ok := range map[string]bool{
		"everyone": true, "members": true, "admins": true, " admins ": true, "U1": true, "U1, W2": true,
		"": false, "nobody": false, "U1,ann": false, "C1": false, "members,U1": false,
	} {
		if _, got := ParsePolicy(in); got != ok {
			t.Errorf("ParsePolicy(%q) is %v, want %v", in, got, ok)
		}
	}
}

// TestPolicy tries all that changes what a channel gets, by words, in the modal
// and by buttons.
func TestPolicy(t *testing.T) {
	const refused = "change what"
	people := crowd{admins: []string{"U1"}, guests: []string{"U5"}, channels: map[string][]string{"U1": {"C1", "news"}, "U2": {"C2"}, "U5": {"C1"}}}
	for _, tt := range []struct {
		policy, user string
		may          bool
	}{
		{"everyone", "U2", true},
		{"everyone", "U5", false},
		{"members", "U1", true},
		{"members", "U5", false},
		{"U5", "U5", true},
		{"members", "U2", false},
		{"admins", "U1", true},
		{"admins", "U2", false},
		{"U1,U3", "U1", true},
		{"U1,U3", "U2", false},
	} {
		t.Run(tt.policy+" "+tt.user, func(t *testing.T) {
			s := sampleStore(t)
			id := storyOf(t, s)
			sub := store.Subscription{ID: newID(query{}, "C1"), Team: "T1", Channel: "C1", At: "08:30", Zone: "UTC"}
			if err := s.Subscribe(t.Context(), sub, sampleNow); err != nil {
				t.Fatal(err)
			}
			policy, _ := ParsePolicy(tt.policy)
			d := newDesk(t, s)
			d.Responder = New(Config{News: s, Subscriptions: s, Editor: editions{s}, Policy: policy, People: people})
			d.who.User = tt.user
			for _, words := range []string{
				"mute golf", "topics ferries", "pause " + sub.ID, "pause 7d", "hide " + id, "unhide " + id, "subscribe change:1 09:00",
				"subscribe 10:00", "unsubscribe " + sub.ID,
			} {
				m := d.says(words)
				if got := strings.Contains(m.Text, refused); got == tt.may {
					t.Errorf("%s: %s", words, m.Text)
				}
			}
			c := Click{Asker: d.who, Action: actSubscribe, Now: sampleNow, Inputs: map[string]string{
				inChannel: "C1", inDays: "Mon", inTime: "11:00", inZone: "UTC", inSize: usualSize, inEmpty: sayEmpty}}
			if reply := d.Click(t.Context(), c); (reply.Modal == nil) != tt.may {
				t.Errorf("the modal is answered by %+v", reply)
			}
			if n := len(d.kept()); tt.may && n != 2 || !tt.may && n != 1 {
				t.Errorf("%d subscriptions are kept", n)
			}
			d.says("watch Esbjerg", "within minutes of reading news on that") // which is nobody's business
			d.who.Channel = "D1"
			d.says("subscribe 08:30", "This conversation gets")
			own, err := s.Subscriptions(t.Context(), "D1")
			if err != nil || len(own) != 1 {
				t.Fatalf("the direct message has %+v (%v)", own, err)
			}
			d.who.Channel = "" // as in the Home tab
			d.says("subscribe change:"+own[0].ID+" 09:00", "comes to")
			d.says("pause "+own[0].ID, "Paused")
			d.who.User = "U4" // who may not even see it
			for _, words := range []string{"preview ", "pause ", "unsubscribe ", "subscribe change:", "subscribe <#C1|x> 09:00 change:"} {
				if m := d.says(words + own[0].ID); m.Text != saysNoDigest {
					t.Errorf("another person, %s: %s", words, m.Text)
				}
			}
			d.says("subscribe <#D1|x> 08:30", "Slack does not tell me which channel")
		})
	}
}

// TestPersonal lets nobody else see or change what comes to one person alone, from
// wherever they name its ID.
func TestPersonal(t *testing.T) {
	eachStore(t, func(t *testing.T, s *store.Store) {
		d := newDesk(t, s)
		d.who.Channel = "D1"
		d.says(`watch "secret merger"`)
		d.says(`subscribe 08:30 "my illness"`)
		kept := func() (own []store.Subscription) {
			for _, channel := range []string{"U1", "D1"} {
				subs, err := s.Subscriptions(t.Context(), channel)
				if err != nil || len(subs) != 1 {
					t.Fatalf("%s has %+v (%v)", channel, subs, err)
				}
				own = append(own, subs...)
			}
			return own
		}
		own := kept()
		for _, channel := range []string{"C9", "D9", ""} {
			d.who.User, d.who.Channel = "U2", channel
			for _, sub := range own {
				for _, words := range []string{"preview ", "pause ", "resume ", "unsubscribe ", "subscribe change:", "subscribe <#C9|x> 09:00 change:"} {
					if m := d.says(words + sub.ID); m.Text != saysNoDigest {
						t.Errorf("in %q, %s: %s", channel, words, m.Text)
					}
				}
				sent := d.Click(t.Context(), Click{Asker: d.who, Action: actSubscribe, Value: sub.ID, Now: d.now,
					Inputs: map[string]string{inChannel: "C9", inDays: "Mon", inTime: "11:00", inZone: "UTC"}})
				if sent.Message.Text != saysNoDigest {
					t.Errorf("the modal: %+v", sent)
				}
			}
		}
		if got := kept(); !reflect.DeepEqual(got, own) {
			t.Errorf("digests of ann are %+v, were %+v", got, own)
		}
	})
}

func TestPolicyNames(t *testing.T) {
	s := sampleStore(t)
	policy, _ := ParsePolicy("U7,U8")
	d := newDesk(t, s)
	d.Responder = New(Config{News: s, Subscriptions: s, Policy: policy})
	d.says("subscribe 08:30", "Ask one of them: @U7 @U8")
	in := map[string]string{inChannel: "C9", inDays: "Mon", inTime: "08:30", inZone: "UTC"}
	sent := Click{Asker: d.who, Action: actSubscribe, Now: d.now, Inputs: in}
	if answer, err := json.Marshal(d.Click(t.Context(), sent).Modal); err != nil || !strings.Contains(string(answer), `"user_id":"U8"`) {
		t.Errorf("the modal is answered by %s (%v)", answer, err)
	}
	policy, _ = ParsePolicy("members")
	d.Responder = New(Config{News: s, Subscriptions: s, Policy: policy, People: crowd{err: errors.New("missing_scope")}})
	d.says("subscribe 08:30", "Slack does not tell me just now")
	d.Responder = New(Config{News: s, Subscriptions: s, Policy: policy, People: crowd{channels: map[string][]string{"U1": {"news"}}}})
	d.says("subscribe <#C9|x> 08:30", "Only members of a channel")
	form := d.Click(t.Context(), sent).Modal
	if got := wrongOf(form, inChannel); !strings.Contains(got, "Only members of a channel") {
		t.Errorf("below the channel stands %q", got)
	}
}
