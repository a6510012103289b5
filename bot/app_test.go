package bot_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"runtime/pprof"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot"
	"newsbot/bot/block"
	"newsbot/bot/command"
	"newsbot/bot/slackfake"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

const (
	appToken = "xapp-1-secret"
	signing  = "signing-secret"
	newsroom = "C0NEWS0001" // the bot is in it
	foreign  = "C0FOREIGN1" // the bot is not
	ann      = "U0ANN00001"
	bob      = "U0BOB00001"
)

// script is an Answerer for tests. Its functions may be nil: then it echoes.
type script struct {
	command func(context.Context, command.Request) command.Reply
	click   func(context.Context, command.Click) command.Reply
	home    func(context.Context, command.Asker) []slack.Block
}

func (s script) Command(ctx context.Context, r command.Request) command.Reply {
	if s.command != nil {
		return s.command(ctx, r)
	}
	return say("you said " + r.Words)
}

func (s script) Click(ctx context.Context, c command.Click) command.Reply {
	if s.click != nil {
		return s.click(ctx, c)
	}
	return say("you clicked " + c.Action)
}

func (s script) Home(ctx context.Context, a command.Asker) []slack.Block {
	if s.home != nil {
		return s.home(ctx, a)
	}
	return []slack.Block{section("the home of " + a.User)}
}

func say(text string) command.Reply { return command.Reply{Message: block.Message{Text: text}} }

func section(text string, with ...slack.BlockElement) slack.Block {
	o := []slack.SectionBlockOption{}
	var beside *slack.Accessory
	if len(with) > 0 {
		beside = slack.NewAccessory(with[0])
	}
	return slack.NewSectionBlock(slack.NewTextBlockObject(slack.PlainTextType, text, false, false), nil, beside, o...)
}

func button(action, value string) *slack.ButtonBlockElement {
	return slack.NewButtonBlockElement(action, value, slack.NewTextBlockObject(slack.PlainTextType, action, false, false))
}

// office is a workspace with an App that answers in it.
type office struct {
	*slackfake.Slack
	t       testing.TB
	app     *bot.App
	poster  *bot.Poster // of the app
	api     string      // address of the workspace's Web API
	web     string      // address of the App
	socket  bool        // it hears over Socket Mode
	log     *safeBuffer
	stop    func() error // ends the App and returns what Run does
	metrics *bot.Metrics
}

// both runs a test over each transport, at the same time.
func both(t *testing.T, test func(t *testing.T, socket bool)) {
	for name, socket := range map[string]bool{"socket": true, "http": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, socket)
		})
	}
}

// open returns an office whose App answers by a script.
func open(t testing.TB, socket bool, s script, change ...func(*bot.AppConfig)) *office {
	t.Helper()
	ledger := storetest.Memory(t, store.Options{})
	return openWith(t, socket, s, ledger, change...)
}

func openWith(t testing.TB, socket bool, s script, ledger *store.Store, change ...func(*bot.AppConfig)) *office {
	t.Helper()
	o := build(t, socket, change...)
	o.app.Open(s, ledger)
	o.run()
	if socket {
		o.await("two connections", func() bool { return o.Links() == 2 })
	} else {
		o.await("a known bot", func() bool { return len(o.Calls("auth.test")) > 0 })
	}
	return o
}

// build returns an office whose App does not run yet.
func build(t testing.TB, socket bool, change ...func(*bot.AppConfig)) *office {
	t.Helper()
	o := &office{t: t, socket: socket, log: new(safeBuffer), metrics: bot.NewMetrics()}
	pprof.SetGoroutineLabels(pprof.WithLabels(t.Context(), pprof.Labels("test", t.Name()))) // and of all that it starts
	t.Cleanup(o.checkGoroutines)
	web := httptest.NewUnstartedServer(nil)
	o.web = "http://" + web.Listener.Addr().String()
	options := slackfake.Options{Token: token, AppToken: appToken, SigningSecret: signing, Scopes: []string{"chat:write", "users:read", "channels:read", "groups:read"}}
	if !socket {
		options.RequestURL = o.web
	}
	o.Slack = furnish(options)
	server := httptest.NewServer(o.Slack)
	t.Cleanup(server.Close)
	o.api = server.URL + "/api/"
	o.app = o.newApp(token, appToken, socket, change...)
	web.Config.Handler = o.app
	web.Start()
	t.Cleanup(web.Close)
	t.Cleanup(o.checkSecrets)
	return o
}

func furnish(o slackfake.Options) *slackfake.Slack {
	s := slackfake.New(o)
	s.AddChannel(slackfake.Channel{ID: newsroom, Name: "news", Member: true})
	s.AddChannel(slackfake.Channel{ID: foreign, Name: "foreign"})
	s.AddUser(slackfake.User{ID: ann, Name: "ann", Zone: "Asia/Tokyo"})
	s.AddUser(slackfake.User{ID: bob, Name: "bob"})
	return s
}

func (o *office) newApp(token, appToken string, socket bool, change ...func(*bot.AppConfig)) *bot.App {
	log := slog.New(slog.NewTextHandler(io.MultiWriter(o.log, o.t.Output()), &slog.HandlerOptions{Level: slog.LevelDebug}))
	api := bot.NewClient(token, o.api, &http.Client{Timeout: 5 * time.Second}, slack.OptionAppLevelToken(appToken))
	o.poster = bot.NewPoster(api, log, bot.SystemClock{})
	c := bot.AppConfig{Poster: o.poster, Socket: socket, Secret: signing, Zone: time.UTC, Metrics: o.metrics}
	for _, f := range change {
		f(&c)
	}
	return bot.NewApp(c)
}

// run starts the App, which ends with the test.
func (o *office) run() {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- o.app.Run(ctx) }()
	o.stop = sync.OnceValue(func() error {
		cancel()
		return <-ended
	})
	o.t.Cleanup(func() {
		if err := o.stop(); err != nil {
			o.t.Errorf("Run = %v", err)
		}
	})
}

// await waits until something is so that people in the workspace see.
func (o *office) await(what string, so func() bool) {
	o.t.Helper()
	changes, cancel := o.Subscribe()
	defer cancel()
	timeout := time.After(8 * time.Second)
	for !so() {
		select {
		case <-changes:
		case <-time.After(20 * time.Millisecond):
		case <-timeout:
			o.t.Fatalf("there is not %s", what)
		}
	}
}

// see waits until a user sees a message with a text in a channel.
func (o *office) see(user, channel, text string) slackfake.Message {
	o.t.Helper()
	var found slackfake.Message
	o.await("a message "+text, func() bool {
		for _, m := range o.Visible(user, channel) {
			if m.Author == "" && strings.Contains(m.Text, text) {
				found = m
				return true
			}
		}
		return false
	})
	return found
}

// said counts the bot's messages with a text that a user sees in a channel.
func (o *office) said(user, channel, text string) int {
	n := 0
	for _, m := range o.Visible(user, channel) {
		if m.Author == "" && strings.Contains(m.Text, text) {
			n++
		}
	}
	return n
}

func (o *office) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

// checkSecrets fails the test if the log holds a secret.
func (o *office) checkSecrets() {
	for _, secret := range []string{token, appToken, signing, "/response/", "/link/"} {
		if strings.Contains(o.log.String(), secret) {
			o.t.Errorf("the log holds %q:\n%s", secret, o.log)
		}
	}
}

// checkGoroutines fails the test if something of the bot still runs.
func (o *office) checkGoroutines() {
	var left []string
	for range 300 {
		if left = o.running(); len(left) == 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	o.t.Errorf("something still runs:\n%s", strings.Join(left, "\n\n"))
}

// running returns the stacks of the bot's goroutines, but for those of tests beside
// this one, which its label tells apart.
func (o *office) running() []string {
	var all strings.Builder
	o.must(pprof.Lookup("goroutine").WriteTo(&all, 1))
	own := fmt.Sprintf("%q", o.t.Name())
	return slices.DeleteFunc(strings.Split(all.String(), "\n\n"), func(stack string) bool {
		ours := strings.Contains(stack, "newsbot/bot.(*") || strings.Contains(stack, "slack/socketmode.")
		return !ours || strings.Contains(stack, "# labels:") && !strings.Contains(stack, own)
	})
}

// safeBuffer is a buffer that several goroutines write to.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}
