package command

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// later lets time pass.
func (d *desk) later(span time.Duration) { d.now = d.now.Add(span) }

// due returns when the only subscription of the channel is due, by what the store
// gives out then and not before.
func due(t *testing.T, s *store.Store) []store.Due {
	t.Helper()
	list, _, err := s.TakeDue(t.Context(), false, 9, time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// A pause for a time ends by itself.
func TestPauseForATime(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("subscribe 08:30")
	m := d.says("pause 7 days", "Paused for 7 days.", "paused until Tue 1 Dec 10:00, next Wed 2 Dec 08:30")
	if sub := d.only(); sub.Paused != "" || !sub.RestsUntil.Equal(d.now.Add(7*day)) {
		t.Errorf("kept %+v", sub)
	}
	d.says("mute golf", "without golf")
	if sub := d.only(); sub.RestsUntil.IsZero() {
		t.Error("a change ended the pause")
	}
	d.says("pause 1 2w", "Paused for 14 days.", "paused until Tue 8 Dec")
	d.says("pause 1 5000h", "Paused for 5,000 hours.")
	d.says("pause for a week", "Paused for 7 days.")
	d.says("pause 1 for 3 days", "Paused for 3 days.")
	d.says("pause for two weeks", "Paused for 14 days.")
	d.says("pause 2 months", "Paused for 60 days.")
	d.says("pause for a month", "Paused for 30 days.")
	d.says("pause for 13 months", "That is too long")
	d.says("mute golf for two days", "Muted for this channel for 2 days: golf.")
	d.says("pause until 17:00", "This channel gets no digest “until 17:00”.", "For how long is written as in /news pause 7d or /news pause until monday.")
	d.says("pause tomorrow", "/news pause until monday")
	d.says("mute the lost weekend for 2w", "Muted for this channel for 14 days: the lost weekend.")
	d.says("mute wait for a sign", "Muted for this channel: wait for a sign.")
	d.presses(m, "Resume", "Resumed.", "next Wed 25 Nov 08:30")
	d.says("pause 24h", "paused until Wed 25 Nov 10:00, next Thu 26 Nov 08:30")
	d.later(2 * day)
	d.says("subscriptions", "· next Fri 27 Nov 08:30")
	d.says("mute football")
	if sub := d.only(); !sub.RestsUntil.IsZero() {
		t.Errorf("a pause that has ended is kept: %+v", sub)
	}
	d.says("pause", "Paused.", "paused: since Thu 26 Nov")
	d.says("pause 1", "It is already paused.", "paused: since Thu 26 Nov")
	d.says("resume 1", "Resumed.", "next Fri 27 Nov")
	d.says("resume", "Nothing is paused.", "next Fri 27 Nov")
	d.says("pause", "Paused.")
	d.says("pause 7d", "paused until Thu 3 Dec")
}

// A pause or a mute may end with the beginning of a day.
func TestRestUntilADay(t *testing.T) {
	d := newDesk(t, sampleStore(t)) // on a Tuesday, 24 Nov 2026
	d.says("subscribe 08:30")
	d.says("pause until monday", "Paused until Mon 30 Nov 2026.", "paused until Mon 30 Nov 00:00, next Mon 30 Nov 08:30")
	d.says("pause 1 until tomorrow", "Paused until Wed 25 Nov 2026.", "next Wed 25 Nov 08:30")
	d.says("pause until tuesday", "Paused until Tue 1 Dec 2026.")
	d.says("pause until next week", "Paused until Mon 30 Nov 2026.")
	d.says("pause until 3 Jan", "Paused until Sun 3 Jan 2027.")
	d.says("pause until 2026-12-24", "Paused until Thu 24 Dec 2026.")
	d.says("pause until 27/12", "Paused until Sun 27 Dec 2026.")
	d.says("pause until 3.1.", "Paused until Sun 3 Jan 2027.")
	d.says("mute golf until friday", "Muted for this channel until Fri 27 Nov 2026: golf.", "golf (until Fri 27 Nov 00:00)")
	d.says("mute wait until dark", "Muted for this channel: wait until dark.")
	d.says("pause until 2029-01-01", "That is too long")
	d.says("pause until 2026-11-31", "There is no day")
	d.says("pause until december", "Paused until Tue 1 Dec 2026.")
	d.says("pause until November", "Paused until Mon 1 Nov 2027.")
	d.says("pause until yesterday", "“yesterday” is not in the future: write until tomorrow or until monday.")
	d.says("pause until 7d", "Paused for 7 days.", "paused until Tue 1 Dec 10:00")
	d.says("pause until in 2 weeks", "Paused for 14 days.")
	d.says("pause till monday", "Paused until Mon 30 Nov 2026.")
	d.says("pause until next friday", "Paused until Fri 27 Nov 2026.")
	d.says("pause until next month", "Paused until Tue 1 Dec 2026.")
	d.says("mute golf till friday", "Muted for this channel until Fri 27 Nov 2026: golf.")
	d.says("mute golf until 7d", "Muted for this channel for 7 days: golf.")
	d.says("pause until 29 feb", "That is too long: the limit is 366 days.") // 2028
	d.says("pause until 30 feb", "There is no day 30 feb.")
	d.says("pause until 29 feb 2027", "There is no day 29 feb 2027.")
	d.says("mute golf until last week", "“last week” is not in the future")
	d.says("pause until 2026-11-01", "“2026-11-01” is not in the future: write until tomorrow or until monday.")
}

// The day until which digests rest begins where they come, whoever asks, if they come in
// one zone.
func TestRestUntilADayElsewhere(t *testing.T) {
	d := newDesk(t, sampleStore(t)) // at 10:00 in Copenhagen, 22:00 in Auckland, 23:00 of the day before in Honolulu
	d.says("subscribe 08:30 Honolulu")
	d.says("pause until tomorrow", "Paused until Tue 24 Nov 2026.", "paused until Tue 24 Nov 00:00, next Tue 24 Nov 08:30")
	d.says("mute golf until tomorrow", "Muted for this channel until Tue 24 Nov 2026: golf.", "golf (until Tue 24 Nov 00:00)")
	d.says("resume")
	d.says("pause until 2026-11-24", "Paused until Tue 24 Nov 2026.")
	d.says("pause until 2026-11-23", "“2026-11-23” is not in the future")
	d.says("subscribe 08:30 Auckland")
	d.says("pause 2 until tomorrow", "Paused until Wed 25 Nov 2026.", "paused until Wed 25 Nov 00:00, next Wed 25 Nov 08:30")
	d.says("pause all until friday", "Paused until Fri 27 Nov 2026.", "paused until Thu 26 Nov 13:00", "paused until Fri 27 Nov 12:00")
}

// What ends in another year is not taken for a day of this one.
func TestPauseForAYear(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("subscribe 08:30")
	d.says("mute golf 300d", "golf (until 20 Sep 2027 11:00)")
	d.says("pause 365d", "paused until 24 Nov 2027 10:00, next 25 Nov 2027 08:30")
	d.says("pause 90d", "paused until Mon 22 Feb 10:00, next Tue 23 Feb 08:30")
}

// Of several digests the one that is named is paused, or the one that is chosen, for the time
// that was said, and all if that is said.
func TestPauseOneOfSeveral(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	for _, words := range []string{"07:00 name:Morning", "08:00 name:Harbour", "09:00 name:Evening"} {
		d.says("subscribe " + words)
	}
	paused := func(want ...string) {
		t.Helper()
		var got []string
		for _, sub := range d.kept() {
			if rests(sub, d.now) {
				got = append(got, sub.Name)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("paused: %q, want %q", got, want)
		}
	}
	which := d.says("pause 7d", "Which one? Press its button, or write its number after pause.", "1. Morning", "2. Harbour", "3. Evening")
	paused()
	one := d.presses(which, "2. Harbour", "Paused for 7 days.", "Harbour", "paused until Tue 1 Dec").Message
	if strings.Contains(one.Text, "Morning") || strings.Contains(one.Text, "Evening") {
		t.Errorf("others are shown:\n%s", one.Text)
	}
	button(t, one, "Digests of this channel")
	paused("Harbour")
	d.says("resume", "Resumed.", "Harbour")
	paused()
	d.says("resume", "Nothing is paused.", "Morning", "Harbour", "Evening")
	d.presses(which, "All of them", "Paused for 7 days.", "Morning", "Harbour", "Evening")
	paused("Morning", "Harbour", "Evening")
	d.says("resume", "Which one?", "1. Morning", "2. Harbour", "3. Evening")
	d.says("resume evening", "Resumed.")
	paused("Morning", "Harbour")
	d.says("resume all", "Resumed.")
	paused()
}

// A part of a name is enough where no other digest has it in its name.
func TestPartOfAName(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	for _, words := range []string{"07:00 name:\"Harbour news\"", "08:00 name:\"Città oggi\"", "09:00 name:\"Harbour at 3:30\"", "10:00 name:Harbour"} {
		d.says("subscribe " + words)
	}
	d.says("pause news 7d", "Paused for 7 days.", "Harbour news")
	d.says("resume citta", "Nothing is paused.", "Città oggi")
	d.says("subscribe change:oggi 08:15", "This channel gets “Città oggi”", "08:15")
	d.says("pause HARBOUR", "Paused.", "Harbour", "paused: since") // all of a name
	d.says("unsubscribe harbour n", "Unsubscribed: “Harbour news”")
	d.says("pause harb", "Which one? Press its button, or write its number after pause.", "2. Harbour at 3:30", "3. Harbour")
	for _, words := range []string{"unsubscribe ha", "unsubscribe our", "unsubscribe at", "unsubscribe 30", "unsubscribe 3:30 harbour"} {
		d.says(words, "This channel gets no digest")
	}
	d.says("unsubscribe 9", "This channel gets no digest “9”.")
}

// What rests is due after the rest, without anybody doing anything.
func TestRestingIsDueLater(t *testing.T) {
	now := time.Now().Add(-48 * time.Hour)
	s := storetest.Memory(t, store.Options{Now: func() time.Time { return now }})
	d := newDesk(t, s)
	d.now = now
	said := func(line string) { // by then; what does not rest is due two days later
		now = d.now
		d.says(line)
		now = d.now.Add(48 * time.Hour)
	}
	said(`subscribe cron:"0 * * * *"`)
	if list := due(t, s); len(list) != 1 {
		t.Fatalf("due: %+v", list)
	}
	said("pause 7d")
	if list := due(t, s); len(list) != 0 {
		t.Errorf("due while it rests: %+v", list)
	}
	said("pause 24h")
	if list := due(t, s); len(list) != 1 || list[0].At.Before(d.only().RestsUntil) {
		t.Errorf("due after the rest: %+v", list)
	}
}

func TestMuteForATime(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("subscribe 08:30")
	d.says(`mute football, "Tour of the Lakes" 7d`, "Muted for this channel for 7 days: football, Tour of the Lakes.", "without football (until Tue 1 Dec 10:00), Tour of the Lakes (until Tue 1 Dec 10:00)")
	d.says("mute golf")
	d.says("mute FOOTBALL", "without football, Tour of the Lakes (until Tue 1 Dec 10:00), golf")
	d.says(`mute "7d"`, "7d")
	d.says("unmute 7d")
	m := d.says("mute golf 1 week", "golf (until Tue 1 Dec 10:00)")
	if got := d.only(); len(got.MuteEnds) != 2 {
		t.Errorf("ends: %v", got.MuteEnds)
	}
	d.later(8 * day)
	if m := d.says("mute", "without football"); strings.Contains(m.Text, "golf") {
		t.Errorf("a mute that has ended is shown:\n%s", m.Text)
	}
	d.says("topics ferries")
	if got := d.only(); !slices.Equal(got.Mutes, []string{"football"}) || len(got.MuteEnds) != 0 {
		t.Errorf("mutes that have ended are kept: %+v", got)
	}
	d.presses(m, "Unmute", "That was not muted.")
}

// Who mutes for good what was muted for a time, in the words of a digest or in its
// modal, has it muted for good.
func TestMuteAgain(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("subscribe 08:30")
	d.says("mute football, golf, rowing 7d")
	d.says(`subscribe change:1 -football mute:"chess, golf"`, "without football, golf, rowing (until Tue 1 Dec 10:00), chess")
	d.says("mute golf, chess 1d", "golf (until")
	d.later(8 * day)
	d.says("subscribe change:1 -golf", "without football, golf")
	if got := d.only(); !slices.Equal(got.Mutes, []string{"football", "golf"}) || len(got.MuteEnds) != 0 {
		t.Errorf("kept %q, of which end %v", got.Mutes, got.MuteEnds)
	}
	d.says("mute chess 1d")
	d.later(2 * day)
	modal := d.opens("subscribe change:1")
	in := inputsOf(d.only())
	if shown := fieldOf(t, modal, inMutes).Element.(*slack.PlainTextInputBlockElement).InitialValue; shown != "football, golf" {
		t.Errorf("the modal shows the mutes %q", shown)
	}
	in[inMutes] = "football, golf, chess"
	d.expect("the modal", d.sends(modal, in), "without football, golf, chess")
	if got := d.only(); len(got.Mutes) != 3 || len(got.MuteEnds) != 0 {
		t.Errorf("kept %q, of which end %v", got.Mutes, got.MuteEnds)
	}
}

func TestMuteEndsOfDifferentDigests(t *testing.T) {
	sub := store.Subscription{}
	end := sampleNow.Add(day)
	muteUntil(&sub, []string{"Golf", "chess"}, end)
	before := maps.Clone(sub.MuteEnds)
	other := sub
	muteUntil(&other, []string{"golf"}, time.Time{})
	if !maps.Equal(sub.MuteEnds, before) || len(other.MuteEnds) != 1 || len(other.Mutes) != 2 {
		t.Errorf("the one has %v, the other %v and %v", sub.MuteEnds, other.MuteEnds, other.Mutes)
	}
}
