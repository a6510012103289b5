package crash

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/slack-go/slack"

	"newsbot/bot"
	"newsbot/bot/block"
	"newsbot/bot/schedule"
	"newsbot/digest"
	"newsbot/digest/replica"
	"newsbot/digest/store"
)

// replies is how many replies each digest has.
const replies = 3

// speed is how many seconds of Slack and the bot pass in a real one.
const speed = 50

// orders is what a replica is told.
type orders struct {
	Redis, Prefix, Slack string
	Step                 int           // at which it kills itself; 0: at none
	Skew                 time.Duration // by which its clock is wrong
	Hold                 time.Duration
	Distrust             time.Duration
}

func TestMain(m *testing.M) {
	flag.Set("test.parallel", "8") // tests wait for processes more than they work
	replica.Main(m, work)
}

// work is the life of a replica.
func work(ctx context.Context, o orders) {
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	steps := &steps{last: int64(o.Step)}
	opened, err := store.Open(ctx, o.Redis, store.Options{Prefix: o.Prefix, Wait: true, Hook: steps, Logger: log, Distrust: o.Distrust,
		Now: func() time.Time { return time.Now().Add(o.Skew) }})
	if err != nil {
		log.Error("no store", "error", err)
		os.Exit(1)
	}
	defer opened.Close()
	api := bot.NewClient(token, o.Slack, &http.Client{Transport: steps, Timeout: o.Hold / 2})
	poster := bot.NewPoster(api, log, clock{o.Skew})
	poster.Share(opened, pace)
	schedule.New(schedule.Config{
		Store: opened, Editor: editor{}, Poster: poster, Log: log,
		Hold: o.Hold, Look: 10 * time.Millisecond, Retry: 100 * time.Millisecond,
		Report: func(r schedule.Report) { raw, _ := json.Marshal(r); fmt.Printf("%s\n", raw) },
	}).Run(ctx)
}

// pace is a little slower than the fake allows.
var pace = store.Pace{Channel: 1100 * time.Millisecond / speed, Workspace: 2 * time.Millisecond}

// clock is quick, and wrong.
type clock struct{ skew time.Duration }

func (c clock) Now() time.Time { return time.Now().Add(c.skew) }

func (clock) Sleep(ctx context.Context, d time.Duration) error {
	return bot.SystemClock{}.Sleep(ctx, d/speed)
}

// editor makes digests up.
type editor struct{}

// Compose implements schedule.Editor. No two digests are the same, so that one
// that is put together twice is seen.
func (editor) Compose(_ context.Context, sub store.Subscription, i schedule.Issue) (schedule.Edition, error) {
	e := schedule.Edition{Told: []map[string]digest.Told{{"00000000000000aa": {First: i.Due, Last: i.Due}}}}
	for n := range replies + 1 {
		text := fmt.Sprintf("%s %d %d", sub.Name, n, os.Getpid())
		e.Messages = append(e.Messages, block.Message{Text: text, Blocks: []slack.Block{
			slack.NewRichTextBlock("", slack.NewRichTextSection(slack.NewRichTextSectionTextElement(text, nil)))}})
	}
	return e, nil
}

// steps kills the process before or after its last step: a command to Redis
// about subscriptions, runs or turns, or a request to Slack.
type steps struct {
	taken atomic.Int64
	last  int64
}

func (s *steps) step() {
	if s.taken.Add(1) == s.last {
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {}
	}
}

// RoundTrip implements http.RoundTripper.
func (s *steps) RoundTrip(r *http.Request) (*http.Response, error) {
	s.step()
	res, err := http.DefaultTransport.RoundTrip(r)
	s.step()
	return res, err
}

// DialHook implements redis.Hook.
func (*steps) DialHook(next redis.DialHook) redis.DialHook {
	return func(ctx context.Context, network, addr string) (net.Conn, error) { return next(ctx, network, addr) }
}

// ProcessHook implements redis.Hook.
func (s *steps) ProcessHook(next redis.ProcessHook) redis.ProcessHook {
	return func(ctx context.Context, cmd redis.Cmder) error {
		if !counts(cmd) {
			return next(ctx, cmd)
		}
		s.step()
		err := next(ctx, cmd)
		s.step()
		return err
	}
}

// ProcessPipelineHook implements redis.Hook.
func (s *steps) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return func(ctx context.Context, cmds []redis.Cmder) error {
		s.step()
		err := next(ctx, cmds)
		s.step()
		return err
	}
}

// counts leaves out the search for what is due, as long as nothing is found.
func counts(cmd redis.Cmder) bool {
	return strings.Contains(cmd.String(), "run:{") || strings.Contains(cmd.String(), "pace:{") || strings.Contains(cmd.String(), ":paused")
}
