package bot_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/bot"
	"newsbot/bot/schedule"
	"newsbot/bot/slackfake"
)

// record is a schedule.Record that fails after some writes, as if the process
// died.
type record struct {
	w        *workspace
	writes   int // that are left; 0: no end
	channel  string
	posted   map[int]string
	intended map[int]bool
	attempts int
	asleep   bool
}

var errDead = errors.New("dead")

func (r *record) write() error {
	if r.writes--; r.writes == 0 {
		return errDead
	}
	return nil
}

func (r *record) Name() string                     { return "S1:2026-11-24T08:30" }
func (r *record) Since() time.Time                 { return time.Date(2026, 11, 24, 7, 30, 0, 0, time.UTC) }
func (r *record) Posted() (string, map[int]string) { return r.channel, r.posted }
func (r *record) Doubt() bool                      { return r.attempts > 1 }

// Held is false the first time that a process that stood still asks.
func (r *record) Held() bool {
	asleep := r.asleep
	r.asleep = false
	return !asleep
}

func (r *record) Begun() (out []int) {
	for n := range r.intended {
		if r.posted[n] == "" {
			out = append(out, n)
		}
	}
	return out
}

func (r *record) Intend(_ context.Context, n int) error {
	r.intended[n] = true
	return r.write()
}

func (r *record) Withdraw(_ context.Context, n int) error {
	delete(r.intended, n)
	return nil
}

func (r *record) Stands(_ context.Context, n int, channel, ts string) error {
	if err := r.write(); err != nil {
		return err
	}
	r.channel, r.posted[n] = channel, ts
	return nil
}

// resume makes attempts until one succeeds, the first of which die after so many
// writes.
func resume(t *testing.T, w *workspace, channel string, writes ...int) (*record, schedule.Tally, error) {
	t.Helper()
	r := &record{w: w, posted: map[int]string{}, intended: map[int]bool{}}
	var tally schedule.Tally
	for _, n := range append(writes, 0) {
		r.writes = n
		r.attempts++
		one, err := w.poster.Resume(t.Context(), schedule.Job{Record: r, Channel: channel, Messages: digest()})
		tally.Posted += one.Posted
		tally.Found += one.Found
		if err != nil && !errors.Is(err, errDead) {
			return r, tally, err
		}
	}
	return r, tally, nil
}

// TestResume dies at each write of a digest, once and again.
func TestResume(t *testing.T) {
	for _, channel := range []string{"C0NEWS0001", "#news"} {
		for first := 1; first <= 6; first++ {
			for second := range 7 {
				w := newWorkspace(t, allScopes)
				r, tally, err := resume(t, w, channel, first, second)
				if err != nil {
					t.Errorf("%s, dead at write %d and %d: %v", channel, first, second, err)
				}
				wantTexts(t, w, "C0NEWS0001", posted)
				if len(r.posted) != 3 || w.tries() != 3 || tally.Posted != 3 {
					t.Errorf("dead at write %d and %d: noted %v after %d requests, %+v", first, second, r.posted, w.tries(), tally)
				}
			}
		}
	}
}

// TestResumeHole takes up a run whose note of a message Redis has lost, though it
// has the one of a later message.
func TestResumeHole(t *testing.T) {
	w := newWorkspace(t, allScopes)
	r, _, err := resume(t, w, "C0NEWS0001")
	if err != nil {
		t.Fatal(err)
	}
	delete(r.posted, 1)
	delete(r.intended, 1)
	r.attempts = 2
	tally, err := w.poster.Resume(t.Context(), schedule.Job{Record: r, Channel: "C0NEWS0001", Messages: digest()})
	if err != nil || tally.Found != 1 || tally.Posted != 0 {
		t.Errorf("Resume = %+v, %v; want the message found", tally, err)
	}
	wantTexts(t, w, "C0NEWS0001", posted)
}

// TestResumeFarBack looks for a message behind many others.
func TestResumeFarBack(t *testing.T) {
	w := newWorkspace(t, allScopes)
	r := &record{w: w, posted: map[int]string{}, intended: map[int]bool{}, writes: 2}
	job := schedule.Job{Record: r, Channel: "C0NEWS0001", Messages: digest()}
	if _, err := w.poster.Resume(t.Context(), job); !errors.Is(err, errDead) {
		t.Fatal(err)
	}
	for range 250 {
		if _, err := w.poster.Post(t.Context(), "C0NEWS0001", digest()[:1]); err != nil {
			t.Fatal(err)
		}
	}
	r.attempts = 2
	if tally, err := w.poster.Resume(t.Context(), job); err != nil || tally.Found != 1 {
		t.Errorf("Resume = %+v, %v; want the message found", tally, err)
	}
	if n := len(w.Messages("C0NEWS0001")); n != 253 {
		t.Errorf("%d messages, want 253", n)
	}
}

// TestResumeTooFarBack looks for a message behind so many others that it gives up, once:
// there will not be fewer later.
func TestResumeTooFarBack(t *testing.T) {
	w := newWorkspace(t, allScopes)
	w.AddUser(slackfake.User{ID: ann, Name: "ann"})
	r := &record{w: w, posted: map[int]string{}, intended: map[int]bool{}, writes: 2}
	job := schedule.Job{Record: r, Channel: "C0NEWS0001", Messages: digest()}
	if _, err := w.poster.Resume(t.Context(), job); !errors.Is(err, errDead) {
		t.Fatal(err)
	}
	for range 2000 {
		if _, err := w.Say(t.Context(), ann, "C0NEWS0001", "So much to say.", ""); err != nil {
			t.Fatal(err)
		}
	}
	r.attempts = 2
	_, err := w.poster.Resume(t.Context(), job)
	var failed *bot.PostError
	if !errors.As(err, &failed) || !failed.Unsure() || failed.Temporary() {
		t.Errorf("Resume = %v, want a doubt that stays", err)
	}
	if pages := len(w.Calls("conversations.history")); pages != 20 || w.tries() != 1 {
		t.Errorf("%d pages were read and %d messages posted, want 20 and 1", pages, w.tries())
	}
}

// TestResumeBlind takes a run up without the scope to look for its messages: it
// goes on where nothing is in doubt.
func TestResumeBlind(t *testing.T) {
	for dead := 1; dead <= 6; dead++ {
		w := newWorkspace(t, []string{"chat:write"})
		_, _, err := resume(t, w, "C0NEWS0001", dead)
		var failed *bot.PostError
		if !errors.As(err, &failed) || !failed.Unsure() || failed.Temporary() || failed.Permanent() || !strings.Contains(err.Error(), "channels:history") {
			t.Errorf("dead at write %d: %v, want a doubt that names the scope", dead, err)
		}
		if n := w.tries(); n > (dead+1)/2 {
			t.Errorf("dead at write %d: %d requests", dead, n)
		}
	}
	w := newWorkspace(t, []string{"chat:write"})
	w.Fail("chat.postMessage", slackfake.Fault{}, slackfake.Fault{Status: 429, RetryAfter: time.Hour})
	r, _, err := resume(t, w, "C0NEWS0001")
	var failed *bot.PostError
	if !errors.As(err, &failed) || !failed.Temporary() || failed.Pause() != time.Hour {
		t.Fatalf("Resume = %v, want an error that passes in an hour", err)
	}
	r.attempts = 2
	if _, err := w.poster.Resume(t.Context(), schedule.Job{Record: r, Channel: "C0NEWS0001", Messages: digest()}); err != nil {
		t.Error(err)
	}
	wantTexts(t, w, "C0NEWS0001", posted)
}

// TestResumeDirect takes up runs of direct messages to a person, who is named by a
// user's ID: whether one stands is seen where the bot may open the conversation.
func TestResumeDirect(t *testing.T) {
	for dead := range 7 {
		w := newWorkspace(t, append([]string{"im:write", "im:history"}, allScopes...))
		w.AddUser(slackfake.User{ID: ann, Name: "ann"})
		r, tally, err := resume(t, w, ann, dead)
		if err != nil || w.tries() != 3 || tally.Posted != 3 {
			t.Errorf("dead at write %d: %v, noted %v after %d requests, %+v", dead, err, r.posted, w.tries(), tally)
		}
		wantTexts(t, w, w.Direct(ann).ID, posted)
	}
	w := newWorkspace(t, []string{"chat:write", "im:write", "im:history"})
	w.AddUser(slackfake.User{ID: ann, Name: "ann"})
	w.Fail("chat.postMessage", slackfake.Fault{Cut: true, Done: true})
	if _, err := w.post(t, ann, digest()); err != nil {
		t.Error("an answer is lost:", err)
	}
	wantTexts(t, w, w.Direct(ann).ID, posted)
}

// TestResumeDirectBlind takes up a run that nothing was begun of, where the conversation
// cannot be opened: it goes on.
func TestResumeDirectBlind(t *testing.T) {
	w := newWorkspace(t, []string{"chat:write"})
	w.AddUser(slackfake.User{ID: ann, Name: "ann"})
	r := &record{w: w, posted: map[int]string{}, intended: map[int]bool{}, attempts: 2}
	if _, err := w.poster.Resume(t.Context(), schedule.Job{Record: r, Channel: ann, Messages: digest()}); err != nil {
		t.Error(err)
	}
	wantTexts(t, w, w.Direct(ann).ID, posted)
}

// TestAsleep stands still between the note that a message is intended and the
// request to Slack: it notes it again first.
func TestAsleep(t *testing.T) {
	w := newWorkspace(t, allScopes)
	r := &record{w: w, posted: map[int]string{}, intended: map[int]bool{}, asleep: true, writes: 2}
	_, err := w.poster.Resume(t.Context(), schedule.Job{Record: r, Channel: "C0NEWS0001", Messages: digest()})
	if !errors.Is(err, errDead) || w.tries() != 0 {
		t.Errorf("Resume = %v after %d requests, want none: another process may have sent it", err, w.tries())
	}
}

// TestPermanent tells refusals that somebody has to mend from others.
func TestPermanent(t *testing.T) {
	for code, want := range map[string]bool{
		"not_in_channel": true, "is_archived": true, "token_revoked": false, "account_inactive": false, "missing_scope": false,
		"channel_not_found": true, "restricted_action_read_only_channel": true,
		"messages_tab_disabled": true, "user_disabled": true, "user_not_found": true, "user_not_visible": true, "cannot_dm_bot": true,
		"ekm_access_denied": false, "invalid_metadata_format": false,
		"metadata_too_large": false, "brand_new_error": false, "invalid_blocks": false, "rate_limited": false, "fatal_error": false,
	} {
		w := newWorkspace(t, allScopes)
		w.Fail("chat.postMessage", slices.Repeat([]slackfake.Fault{{Error: code}}, 9)...)
		_, err := w.post(t, "#news", digest())
		var failed *bot.PostError
		if !errors.As(err, &failed) || failed.Permanent() != want {
			t.Errorf("%s: %v, want permanent %v", code, err, want)
		}
	}
}
