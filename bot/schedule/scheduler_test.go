package schedule_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot"
	"newsbot/bot/block"
	"newsbot/bot/schedule"
	"newsbot/bot/slackfake"
	"newsbot/digest"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

const (
	newsroom = "C0NEWS0001"
	maker    = "U0MAKER001"
)

// quick is a clock on which a second takes a millisecond.
type quick struct{ start time.Time }

const speed = 1000

func (c quick) Now() time.Time { return c.start.Add(speed * time.Since(c.start)) }

func (c quick) Sleep(ctx context.Context, d time.Duration) error {
	return bot.SystemClock{}.Sleep(ctx, d/speed)
}

// office is a workspace in which a digest is due.
type office struct {
	*slackfake.Slack
	t      *testing.T
	start  time.Time
	store  *store.Store
	ahead  atomic.Int64 // how far the time of Redis is, a time.Duration
	config schedule.Config
	posts  *bot.Poster

	newPoster func(token string) *bot.Poster

	mu       sync.Mutex
	log      strings.Builder
	reports  []schedule.Report
	composed []string     // how long each digest covers, and whether it follows one and is late
	news     int          // replies of each digest; -1: no news, and nothing to say
	broken   func() error // what the editor does at first; nil: its work
}

func newOffice(t *testing.T, scopes ...string) *office {
	t.Helper()
	o := &office{t: t, news: 2}
	o.store = storetest.Memory(t, store.Options{Now: func() time.Time { return time.Now().Add(time.Duration(o.ahead.Load())) }})
	clock := quick{time.Now()}
	fake := slackfake.New(slackfake.Options{Token: "xoxb-1", Scopes: append(scopes, "chat:write"), Now: clock.Now})
	fake.AddChannel(slackfake.Channel{ID: newsroom, Name: "news", Member: true})
	fake.AddChannel(slackfake.Channel{ID: "C0OLD00001", Name: "old", Member: true, Archived: true})
	fake.AddUser(slackfake.User{ID: maker, Name: "maker"})
	server := httptest.NewServer(fake)
	t.Cleanup(server.Close)
	o.Slack, o.start = fake, clock.start
	log := slog.New(slog.NewTextHandler(io.MultiWriter(t.Output(), o), nil))
	o.newPoster = func(token string) *bot.Poster {
		return bot.NewPoster(bot.NewClient(token, server.URL+"/api/", &http.Client{Timeout: time.Second}), log, clock)
	}
	o.posts = o.newPoster("xoxb-1")
	o.config = schedule.Config{
		Store: o.store, Editor: o, Poster: o.posts, Log: log, Report: o.report,
		Hold: time.Second, Look: 2 * time.Millisecond, Retry: 10 * time.Millisecond,
	}
	o.share(store.Pace{Channel: 2 * time.Millisecond, Workspace: 100 * time.Microsecond})
	return o
}

// pass lets time pass by the clock of Redis.
func (o *office) pass(d time.Duration) { o.ahead.Add(int64(d)) }

// share has the messages keep a pace.
func (o *office) share(p store.Pace) { o.posts.Share(o.store, p) }

func (o *office) report(r schedule.Report) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.reports = append(o.reports, r)
}

// Write implements io.Writer: the log is written to it.
func (o *office) Write(line []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.log.Write(line)
}

// outcomes returns how the attempts ended, in order.
func (o *office) outcomes() []string {
	o.mu.Lock()
	defer o.mu.Unlock()
	var out []string
	for _, r := range o.reports {
		out = append(out, r.Outcome)
	}
	return out
}

// Compose implements schedule.Editor.
func (o *office) Compose(_ context.Context, sub store.Subscription, i schedule.Issue) (schedule.Edition, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.composed = append(o.composed, fmt.Sprint(i.Due.Sub(i.From), " ", i.Follows, " ", i.Late))
	if broken := o.broken; broken != nil {
		o.broken = nil
		return schedule.Edition{}, broken()
	}
	var e schedule.Edition
	for n := range o.news + 1 {
		text := fmt.Sprintf("%s %d", sub.Name, n)
		e.Messages = append(e.Messages, block.Message{Text: text, Blocks: []slack.Block{
			slack.NewRichTextBlock("", slack.NewRichTextSection(slack.NewRichTextSectionTextElement(text, nil)))}})
		e.Told = append(e.Told, map[string]digest.Told{fmt.Sprintf("%016x", n): {First: i.Due, Last: i.Due, Points: []string{"A point."}}})
	}
	return e, nil
}

// subscription is a daily digest.
func subscription() store.Subscription {
	return store.Subscription{ID: "S1", Channel: newsroom, Name: "Morning", Zone: "UTC", Maker: maker}
}

// subscribe has a daily digest due so long before the test began.
func (o *office) subscribe(sub store.Subscription, ago time.Duration) {
	o.t.Helper()
	due := o.start.Add(-ago).Truncate(time.Minute)
	sub.At = due.UTC().Format("15:04")
	if err := o.store.Subscribe(o.t.Context(), sub, due); err != nil {
		o.t.Fatal(err)
	}
}

// watch has a person watch something for which a look is due so long before the test began.
func (o *office) watch(ago time.Duration) (due time.Time) {
	o.t.Helper()
	watch := subscription()
	due = o.start.Add(-ago).Truncate(time.Minute)
	watch.Channel, watch.Cron = maker, fmt.Sprintf("%d * * * *", due.Minute())
	if err := o.store.Subscribe(o.t.Context(), watch, due); err != nil {
		o.t.Fatal(err)
	}
	return due
}

// work lets some schedulers work until so many attempts are reported.
func (o *office) work(schedulers, attempts int) {
	o.t.Helper()
	ctx, cancel := context.WithTimeout(o.t.Context(), 20*time.Second)
	var running sync.WaitGroup
	for range schedulers {
		running.Go(func() { schedule.New(o.config).Run(ctx) })
	}
	for len(o.outcomes()) < attempts && ctx.Err() == nil {
		time.Sleep(time.Millisecond)
	}
	time.Sleep(20 * time.Millisecond) // for what should not come
	cancel()
	running.Wait()
}

func (o *office) wantOutcomes(want ...string) {
	o.t.Helper()
	if got := o.outcomes(); !slices.Equal(got, want) {
		o.t.Errorf("attempts ended %q, want %q", got, want)
	}
}

// wantTexts compares the messages of a channel, those of replies indented.
func (o *office) wantTexts(channel string, want ...string) {
	o.t.Helper()
	var got []string
	for _, m := range o.Messages(channel) {
		if m.ThreadTS != "" {
			m.Text = "  " + m.Text
		}
		got = append(got, m.Text)
	}
	if !slices.Equal(got, want) {
		o.t.Errorf("messages of %s = %q, want %q", channel, got, want)
	}
}

// direct returns what the maker was told.
func (o *office) direct() []string {
	var out []string
	for _, c := range o.Channels() {
		if c.Direct && c.Name == maker {
			for _, m := range o.Messages(c.ID) {
				out = append(out, m.Text)
			}
		}
	}
	return out
}

var morning = []string{"Morning 0", "  Morning 1", "  Morning 2"}

func TestPostsOnce(t *testing.T) {
	o := newOffice(t)
	o.subscribe(subscription(), time.Second)
	o.work(3, 1)
	o.wantOutcomes(schedule.Posted)
	o.wantTexts(newsroom, morning...)
	o.wantTold(3, true)
	o.work(2, 1)
	o.wantTexts(newsroom, morning...)
}

// wantTold checks how many stories readers know, and whether the next digest follows
// on this one. After that nothing is due.
func (o *office) wantTold(stories int, done bool) {
	o.t.Helper()
	told, err := o.store.Told(o.t.Context(), newsroom)
	if err != nil || len(told) != stories {
		o.t.Errorf("readers were told %v (%v), want %d stories", told, err, stories)
	}
	o.subscribe(subscription(), time.Second)
	due, _, err := o.store.TakeDue(o.t.Context(), false, 9, time.Hour)
	if err != nil || len(due) != 1 || due[0].Last.IsZero() == done {
		o.t.Errorf("%+v is due (%v), want it to follow on a digest: %v", due, err, done)
	}
}

// However a run ends, its readers know what stands; with the first message the digest
// has come.
func TestToldByWhatStands(t *testing.T) {
	stands, refused := slackfake.Fault{}, slackfake.Fault{Error: "brand_new_error"}
	lost, pause := slackfake.Fault{Status: 502, Done: true}, slackfake.Fault{Status: 429, RetryAfter: 30 * time.Hour}
	for name, c := range map[string]struct {
		faults  []slackfake.Fault
		outcome string
		told    int
	}{
		"nothing, refused":          {[]slackfake.Fault{refused}, schedule.Refused, 0},
		"nothing, too late":         {[]slackfake.Fault{pause}, schedule.Missed, 0},
		"a reply is refused":        {[]slackfake.Fault{stands, stands, refused}, schedule.Refused, 2},
		"a reply is in doubt":       {[]slackfake.Fault{stands, lost}, schedule.Doubtful, 1},
		"a reply is too late":       {[]slackfake.Fault{stands, stands, pause}, schedule.Missed, 2},
		"shut out in between":       {[]slackfake.Fault{stands, {Error: "not_in_channel"}}, schedule.Paused, 1},
		"the first one is doubtful": {[]slackfake.Fault{lost}, schedule.Doubtful, 0},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			o.config.Hold = time.Minute // no request is broken off, which would take a fault
			o.Fail("chat.postMessage", c.faults...)
			o.subscribe(subscription(), time.Second)
			o.work(1, 1)
			o.wantOutcomes(c.outcome)
			o.wantTold(c.told, c.told > 0)
		})
	}
}

// dying is a Poster of a process that dies when so many messages are posted.
type dying struct {
	schedule.Poster
	messages int
}

func (d dying) Resume(ctx context.Context, job schedule.Job) (schedule.Tally, error) {
	job.Messages = job.Messages[:d.messages]
	tally, err := d.Poster.Resume(ctx, job)
	return tally, cmp.Or(err, store.ErrLost)
}

// A digest that has come is ended, also if it would be too late to begin it; if the next
// one is due, its readers know what stands.
func TestEndsWhatHasCome(t *testing.T) {
	for name, c := range map[string]struct {
		messages int
		next     bool // is due
		outcome  string
		texts    []string
	}{
		"nothing stands":            {0, false, schedule.Missed, nil},
		"the first message":         {1, false, schedule.Posted, morning},
		"all":                       {3, false, schedule.Posted, morning},
		"some, and the next is due": {2, true, schedule.Missed, morning[:2]},
		"all, and the next is due":  {3, true, schedule.Missed, morning},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t, "channels:history")
			sub, due := subscription(), o.start.Add(-150*time.Minute).Truncate(time.Minute).UTC()
			attempt := func(n int, p schedule.Poster, cron string, catchUp time.Duration) {
				o.config.Poster, sub.Cron, sub.CatchUp = p, due.Format(cron), catchUp
				if err := o.store.Subscribe(t.Context(), sub, due); err != nil {
					t.Fatal(err)
				}
				o.work(1, n)
			}
			const daily, hourly = "4 15 * * *", "4 * * * *"
			attempt(1, dying{o.posts, c.messages}, daily, 0)
			if c.next {
				attempt(2, o.posts, hourly, 20*time.Minute)
			} else {
				attempt(2, o.posts, daily, 20*time.Minute)
			}
			o.wantOutcomes(schedule.Stopped, c.outcome)
			o.wantTexts(newsroom, c.texts...)
			o.wantTold(len(c.texts), len(c.texts) > 0)
		})
	}
}

// A line of the log tells the story of each attempt at a run. A run is due at a full
// minute, so that it is late by up to one more than it was subscribed for.
func TestOneLineARun(t *testing.T) {
	o := newOffice(t, "channels:history")
	o.Fail("chat.postMessage", slackfake.Fault{}, slackfake.Fault{Status: 429, RetryAfter: time.Hour})
	o.config.Retry = 50 * time.Millisecond
	sub := subscription()
	sub.CatchUp = 3 * time.Hour
	o.subscribe(sub, 90*time.Minute)
	o.work(2, 1)
	o.pass(time.Hour)
	o.work(2, 2)
	o.wantOutcomes(schedule.Deferred, schedule.Posted)
	var lines []string
	for line := range strings.Lines(o.log.String()) {
		if strings.Contains(line, `msg="digest `) {
			lines = append(lines, line)
		}
	}
	for i, want := range []string{
		`level=ERROR msg="digest deferred" channel=C0NEWS0001 subscription=S1 posted=1 retried=0 found=0 takeover=false error="`,
		`level=INFO msg="digest posted" channel=C0NEWS0001 subscription=S1 posted=2 retried= found=0 takeover=true late=2h3`,
	} {
		if len(lines) != 2 {
			t.Fatalf("the log has %d lines on the digest, want 2:\n%s", len(lines), o.log.String())
		}
		for _, field := range strings.Fields(want) {
			if !strings.Contains(lines[i], field) {
				t.Errorf("line %d lacks %s:\n%s", i, field, lines[i])
			}
		}
	}
}

// A subscription that moves west after its digest comes to the same local time again:
// that is another digest, whatever became of the first.
func TestSameTimeInAnotherZone(t *testing.T) {
	for name, c := range map[string]struct {
		faults   []slackfake.Fault
		outcomes []string
		texts    []string
	}{
		"the first has come": {nil, []string{schedule.Posted, schedule.Posted}, slices.Concat(morning, morning)},
		"it was put off":     {[]slackfake.Fault{{Status: 429, RetryAfter: 30 * time.Minute}}, []string{schedule.Deferred, schedule.Posted}, morning},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			o.Fail("chat.postMessage", c.faults...)
			sub, due := subscription(), o.start.Truncate(time.Minute).UTC()
			sub.Zone, sub.At = "Etc/GMT-2", due.Add(2*time.Hour).Format("15:04")
			for i := range 2 {
				if err := o.store.Subscribe(t.Context(), sub, due); err != nil {
					t.Fatal(err)
				}
				o.work(1, i+1)
				sub.Zone, due = "UTC", due.Add(2*time.Hour)
				o.pass(2 * time.Hour)
			}
			o.wantOutcomes(c.outcomes...)
			o.wantTexts(newsroom, c.texts...)
			o.work(2, 2)
			o.wantTexts(newsroom, c.texts...)
		})
	}
}

func TestTwoDigestsInOneChannel(t *testing.T) {
	o := newOffice(t)
	o.news = 0
	for _, id := range []string{"S1", "S2"} {
		sub := subscription()
		sub.ID, sub.Name = id, "Digest"
		o.subscribe(sub, time.Second)
	}
	o.work(2, 2)
	o.wantTexts(newsroom, "Digest 0", "Digest 0")
}

func TestAfterADowntime(t *testing.T) {
	for _, c := range []struct {
		name     string
		due      time.Duration // ago
		catchUp  time.Duration
		outcomes []string
		composed string
	}{
		{"a little late", 5 * time.Minute, 0, []string{schedule.Posted}, "24h0m0s false false"},
		{"late", 2 * time.Hour, 0, []string{schedule.Posted}, "24h0m0s false true"},
		{"too late", 4 * time.Hour, 0, []string{schedule.Missed}, ""},
		{"not too late, as the subscription has it", 4 * time.Hour, 5 * time.Hour, []string{schedule.Posted}, "24h0m0s false true"},
		{"too late, as the subscription has it", 5 * time.Minute, 2 * time.Minute, []string{schedule.Missed}, ""},
		{"three days, the last is late", 74 * time.Hour, 0, []string{schedule.Missed, schedule.Posted}, "24h0m0s false true"},
		{"three days, the last is too late", 76 * time.Hour, 0, []string{schedule.Missed}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOffice(t)
			sub := subscription()
			sub.CatchUp = c.catchUp
			o.subscribe(sub, c.due)
			o.work(2, len(c.outcomes))
			o.wantOutcomes(c.outcomes...)
			if got := strings.Join(o.composed, ", "); got != c.composed {
				t.Errorf("composed %q, want %q", got, c.composed)
			}
		})
	}
}

// A channel from which the bot is shut out pauses its subscription, and its
// maker hears of it once.
func TestPauses(t *testing.T) {
	o := newOffice(t)
	sub := subscription()
	sub.Channel = "C0OLD00001"
	o.subscribe(sub, time.Second)
	o.work(2, 1)
	kept, _, err := o.store.Subscription(t.Context(), "S1")
	if err != nil || !strings.Contains(kept.Paused, "archived") {
		t.Errorf("paused %q (%v), want the reason", kept.Paused, err)
	}
	o.subscribe(sub, time.Second) // set up again too early, for the same slot
	o.work(2, 1)
	want := "#C0OLD00001 – The digest “Morning” is paused.\nThe channel is archived; unarchive it or choose another channel.\nOnce that is mended, write /news resume there."
	if got := o.direct(); len(got) != 1 || got[0] != want {
		t.Errorf("the maker was told %q, want %q, once", got, want)
	}
	if got := o.outcomes()[0]; got != schedule.Paused {
		t.Errorf("outcome %s", got)
	}
}

// The settings' own digest has no maker to tell: it is refused each day until
// somebody reads the log.
func TestRefusesWithoutMaker(t *testing.T) {
	o := newOffice(t)
	sub := subscription()
	sub.Channel, sub.Maker = "C0OLD00001", ""
	o.subscribe(sub, time.Second)
	o.work(2, 1)
	o.wantOutcomes(schedule.Refused)
	o.wantNotPaused()
}

// Whoever made a digest that Slack does not take is told, and it goes on.
func TestTellsOfRefusal(t *testing.T) {
	o := newOffice(t)
	o.Fail("chat.postMessage", slackfake.Fault{Error: "brand_new_error"})
	o.subscribe(subscription(), time.Second)
	o.work(2, 1)
	o.wantOutcomes(schedule.Refused)
	o.wantNotPaused()
	want := "#C0NEWS0001 – Slack does not take the digest “Morning”, or part of it. The next one is posted when it is due.\nSlack does not take the message for the channel."
	if got := o.direct(); len(got) != 1 || got[0] != want {
		t.Errorf("the maker was told %q, want %q, once", got, want)
	}
}

func (o *office) wantNotPaused() {
	o.t.Helper()
	kept, ok, err := o.store.Subscription(o.t.Context(), "S1")
	if err != nil || !ok || kept.Paused != "" {
		o.t.Errorf("paused %q (%v, %v), want it to go on", kept.Paused, ok, err)
	}
}

// A maker who cannot be told just now is told before the subscription rests.
func TestPausesWhenTold(t *testing.T) {
	o := newOffice(t)
	o.Fail("chat.postMessage", slackfake.Fault{}, slackfake.Fault{Status: 429, RetryAfter: time.Hour})
	sub := subscription()
	sub.Channel = "C0OLD00001"
	o.config.Retry = time.Minute
	o.subscribe(sub, time.Second)
	o.work(1, 1)
	o.pass(time.Hour)
	o.work(2, 2)
	o.wantOutcomes(schedule.Deferred, schedule.Paused)
	if got := o.direct(); len(got) != 1 {
		t.Errorf("the maker was told %q, want it once", got)
	}
}

// A token that Slack does not take is no fault of a subscription: its digest
// waits, and comes when Slack lets the bot in again.
func TestBarred(t *testing.T) {
	refused := slackfake.Fault{Error: "token_revoked"}
	for name, c := range map[string]struct {
		posts, tests, looks []slackfake.Fault
		catchUp             time.Duration
		outcomes            []string
		texts               []string
	}{
		"at the start":   {nil, []slackfake.Fault{refused, refused}, nil, 0, []string{schedule.Posted}, morning},
		"at the post":    {[]slackfake.Fault{refused}, []slackfake.Fault{{}, refused, refused}, nil, 0, []string{schedule.Deferred, schedule.Posted}, morning},
		"in the thread":  {[]slackfake.Fault{{}, refused}, []slackfake.Fault{{}, refused}, nil, 0, []string{schedule.Deferred, schedule.Posted}, morning},
		"while it looks": {[]slackfake.Fault{{Status: 502, Done: true}}, nil, []slackfake.Fault{refused}, 0, []string{schedule.Deferred, schedule.Posted}, morning},
		"for too long":   {nil, slices.Repeat([]slackfake.Fault{refused}, 6), nil, time.Second + 100*time.Millisecond, []string{schedule.Missed}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t, "channels:history")
			o.Fail("chat.postMessage", c.posts...)
			o.Fail("auth.test", c.tests...)
			o.Fail("conversations.history", c.looks...)
			o.config.Workers = 1
			sub := subscription()
			due := o.start.Add(-time.Second)
			sub.CatchUp, sub.At = c.catchUp, due.UTC().Format("15:04")
			if err := o.store.Subscribe(t.Context(), sub, due); err != nil {
				t.Fatal(err)
			}
			o.work(1, len(c.outcomes))
			o.wantOutcomes(c.outcomes...)
			o.wantTexts(newsroom, c.texts...)
			o.wantNotPaused()
			if got := o.direct(); len(got) != 0 {
				t.Errorf("the maker was told %q, who cannot mend it", got)
			}
		})
	}
}

// A replica with a bad token leaves the digest to one with a good token.
func TestBarredReplica(t *testing.T) {
	o := newOffice(t)
	bad := o.config
	bad.Poster = o.newPoster("xoxb-old")
	o.subscribe(subscription(), time.Second)
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
	defer stop()
	var running sync.WaitGroup
	running.Go(func() { schedule.New(bad).Run(ctx) })
	for len(o.Calls("auth.test")) == 0 && ctx.Err() == nil {
		time.Sleep(time.Millisecond)
	}
	o.work(1, 1)
	stop()
	running.Wait()
	if got := o.outcomes(); got[len(got)-1] != schedule.Posted {
		t.Errorf("attempts ended %q, want the last one posted", got)
	}
	o.wantTexts(newsroom, morning...)
}

func TestBadTimetable(t *testing.T) {
	o := newOffice(t)
	sub := subscription()
	sub.Zone = "Mars/Olympus"
	o.subscribe(sub, time.Second)
	o.work(1, 1)
	o.wantOutcomes(schedule.Paused)
	if got := o.direct(); len(got) != 1 || !strings.Contains(got[0], "time zone") {
		t.Errorf("the maker was told %q", got)
	}
}

// What passes is tried again, and the thread goes on where it stopped.
func TestTriesAgain(t *testing.T) {
	for name, c := range map[string]struct {
		faults []slackfake.Fault
		pause  time.Duration // that they ask for
	}{
		"long pause":    {[]slackfake.Fault{{Status: 429, RetryAfter: time.Hour}}, time.Hour},
		"in the thread": {[]slackfake.Fault{{}, {}, {Status: 429, RetryAfter: time.Hour}}, time.Hour},
		"down":          {slices.Repeat([]slackfake.Fault{{Status: 503}}, 7), 0},
		"half-way down": {append([]slackfake.Fault{{}}, slices.Repeat([]slackfake.Fault{{Cut: true}}, 7)...), 0},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t, "channels:history")
			o.Fail("chat.postMessage", c.faults...)
			sub := subscription()
			sub.CatchUp = 30 * time.Hour
			o.subscribe(sub, time.Second)
			if c.pause > 0 {
				o.work(1, 1)
				o.wantOutcomes(schedule.Deferred)
				o.pass(c.pause)
			}
			o.work(2, 2)
			o.wantOutcomes(schedule.Deferred, schedule.Posted)
			o.wantTexts(newsroom, morning...)
		})
	}
}

func TestEditorFails(t *testing.T) {
	for name, broken := range map[string]func() error{
		"no paper": func() error { return errors.New("no paper") },
		"a fault of newsbot, please report this as a bug: no ink": func() error { panic("no ink") },
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			o.broken = broken
			o.subscribe(subscription(), time.Second)
			o.work(2, 2)
			o.wantOutcomes(schedule.Deferred, schedule.Posted)
			o.wantTexts(newsroom, morning...)
			if log := o.log.String(); !strings.Contains(log, name) {
				t.Errorf("the log does not say why:\n%s", log)
			}
		})
	}
}

func TestEmpty(t *testing.T) {
	o := newOffice(t)
	o.news = -1
	o.subscribe(subscription(), time.Second)
	o.work(2, 1)
	o.wantOutcomes(schedule.Empty)
	o.wantTexts(newsroom)
}

// What a person watches is looked for again soon where there is no news, and an hour after
// a notice has come, however many schedulers look.
func TestNotices(t *testing.T) {
	o := newOffice(t)
	o.news = -1
	due := o.watch(time.Minute)
	next := func() time.Duration {
		t.Helper()
		all, err := o.store.Dues(t.Context(), true)
		if err != nil || len(all) != 1 {
			t.Fatalf("due: %v (%v)", all, err)
		}
		return all[0].Sub(due)
	}
	o.work(3, 1)
	o.wantOutcomes(schedule.Empty)
	if got := next(); got != schedule.NoticeLook {
		t.Errorf("without news it is looked again after %s, want %s", got, schedule.NoticeLook)
	}
	o.news = 0
	o.pass(schedule.NoticeLook)
	o.work(3, 2)
	o.wantOutcomes(schedule.Empty, schedule.Posted)
	if got := o.direct(); len(got) != 1 {
		t.Errorf("the person got %q, want one notice", got)
	}
	if got, least := next(), schedule.NoticeLook+schedule.NoticeRest; got < least || got > least+2*schedule.NoticeLook {
		t.Errorf("after a notice it is looked again %s after the first look, want %s", got, least)
	}
}

// After a downtime one look covers all those that were not made, of which the log says nothing.
func TestNoticesAfterADowntime(t *testing.T) {
	o := newOffice(t)
	o.news = 0
	o.watch(4 * time.Hour)
	o.work(3, 2)
	o.wantOutcomes(schedule.Missed, schedule.Posted)
	if got := o.log.String(); strings.Contains(got, "digest missed") || !strings.Contains(got, "digest posted") {
		t.Errorf("the log tells of the look that was not made, or not of the one that was:\n%s", got)
	}
}

// A notice that Slack does not take, or that may stand, is not tried again every few minutes: its reader
// hears of it at most once an hour, too.
func TestNoticeInVain(t *testing.T) {
	for outcome, fault := range map[string]slackfake.Fault{
		schedule.Refused:  {Error: "brand_new_error"},
		schedule.Doubtful: {Status: 502, Done: true},
	} {
		o := newOffice(t)
		o.Fail("chat.postMessage", fault)
		due := o.watch(time.Minute)
		o.work(3, 1)
		o.wantOutcomes(outcome)
		all, err := o.store.Dues(t.Context(), true)
		if err != nil || len(all) != 1 || all[0].Sub(due) < schedule.NoticeRest {
			t.Errorf("%s at %s: due again %s (%v), want it after %s", outcome, due, all, err, schedule.NoticeRest)
		}
	}
}

// Where a message may stand and the bot may not look, it is not sent again, and
// the maker hears of it.
func TestDoubt(t *testing.T) {
	o := newOffice(t)
	o.Fail("chat.postMessage", slackfake.Fault{Status: 502, Done: true})
	o.subscribe(subscription(), time.Second)
	o.work(2, 1)
	o.wantOutcomes(schedule.Doubtful)
	o.wantTexts(newsroom, "Morning 0")
	if got := o.direct(); len(got) != 1 || !strings.Contains(got[0], "channels:history") {
		t.Errorf("the maker was told %q, want the scope that is missing", got)
	}
}

// A scheduler that stops lets another one go on at once.
func TestRollingRestart(t *testing.T) {
	o := newOffice(t, "channels:history")
	o.news = 30
	o.config.Hold = time.Hour
	o.share(store.Pace{Channel: 5 * time.Millisecond, Workspace: 100 * time.Microsecond})
	o.subscribe(subscription(), time.Second)
	for len(o.Messages(newsroom)) < 31 {
		before := len(o.Messages(newsroom))
		ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
		done := make(chan struct{})
		go func() { defer close(done); schedule.New(o.config).Run(ctx) }()
		for len(o.Messages(newsroom)) < min(before+5, 31) && ctx.Err() == nil {
			time.Sleep(time.Millisecond)
		}
		stop()
		<-done
		if len(o.Messages(newsroom)) == before {
			t.Fatal("the run does not go on")
		}
	}
	stopped := strings.Count(o.log.String(), `level=INFO msg="digest stopped"`)
	if stopped == 0 {
		t.Errorf("the log tells of no attempt that was stopped:\n%s", o.log.String())
	}
	o.wantOutcomes(append(slices.Repeat([]string{schedule.Stopped}, stopped), schedule.Posted)...)
	for i, r := range o.reports {
		if (r.Lateness > 0) != (i == 0) {
			t.Errorf("attempt %d reports that the digest stood after %s; it did so in the first one", i+1, r.Lateness)
		}
	}
	for i, m := range o.Messages(newsroom) {
		if want := fmt.Sprintf("Morning %d", i); m.Text != want {
			t.Errorf("message %d is %q", i, m.Text)
		}
	}
}
