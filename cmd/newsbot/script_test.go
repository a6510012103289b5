package main

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"newsbot/bot/slackfake"
	"newsbot/digest/store/storetest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"newsbot": main})
}

// The command lines in testdata/script run as a person would type them. Beside
// testscript's own, a script has the commands
//
//	exits CODE COMMAND...   runs a command that exits with the code
//	posted N PATTERN        checks that #news got N messages, the first of which matches
//	ask LINE PATTERN        types a slash command in #news until an answer matches
//	serving                 waits until the bot answers its health check
//	await PATTERN COMMAND... runs a command until what it prints matches
//
// and in $SAMPLE the sample articles, in $PORT a port for the bot.

func TestScriptAlone(t *testing.T) {
	if testing.Short() {
		t.Skip("commands that share nothing, and long")
	}
	runScripts(t, "alone/*.txt", func(*testscript.Env) {})
}

// Scripts in testdata/script/redis have an empty Redis in $REDIS_URL, and
// another in $OTHER_REDIS_URL.
func TestScriptRedis(t *testing.T) {
	scripts := "redis/*.txt"
	if testing.Short() {
		scripts = "redis/sources.txt" // where a bot serves; the others share nothing
	}
	server := storetest.StartRedis(t)
	var database atomic.Int32
	runScripts(t, scripts, func(e *testscript.Env) {
		e.Setenv("REDIS_URL", fmt.Sprintf("%s/%d", server.URL(), database.Add(1)))
		e.Setenv("OTHER_REDIS_URL", fmt.Sprintf("%s/%d", server.URL(), database.Add(1)))
	})
}

func runScripts(t *testing.T, pattern string, setup func(*testscript.Env)) {
	sample, err := filepath.Abs("sample")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join("testdata", "script", pattern))
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts %s (%v)", pattern, err)
	}
	testscript.Run(t, testscript.Params{
		Files: files,
		Cmds:  map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "posted": posted, "ask": ask, "serving": serving, "await": await},
		Setup: func(e *testscript.Env) error {
			workspace := slackfake.New(slackfake.Options{Token: "xoxb-test", AppToken: "xapp-test", Scopes: []string{"chat:write", "channels:history"}})
			workspace.AddUser(slackfake.User{ID: "U0000000001", Name: "ann"})
			workspace.AddChannel(slackfake.Channel{ID: "C0000000001", Name: "news", Member: true})
			server := httptest.NewServer(workspace)
			e.Defer(server.Close)
			e.Values["slack"] = workspace
			e.Setenv("SLACK_API_URL", server.URL+"/api/")
			e.Setenv("SAMPLE", sample)
			e.Setenv("PORT", strconv.Itoa(storetest.FreePort(t)))
			e.Setenv("LISTEN_ADDR", "127.0.0.1:"+e.Getenv("PORT"))
			setup(e)
			return nil
		},
	})
}

// posted checks what stands in the channel #news.
func posted(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: posted N PATTERN")
	}
	messages := ts.Value("slack").(*slackfake.Slack).Messages("C0000000001")
	if strconv.Itoa(len(messages)) != args[0] {
		ts.Fatalf("%d messages were posted, want %s", len(messages), args[0])
	}
	if len(messages) > 0 && !regexp.MustCompile(args[1]).MatchString(messages[0].Text) {
		ts.Fatalf("posted %q, want a match of %q", messages[0].Text, args[1])
	}
}

// soon reports whether something comes to hold in half a minute.
func soon(holds func() bool) bool {
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(200 * time.Millisecond) {
		if holds() {
			return true
		}
	}
	return false
}

// ask types a slash command and waits for its answer.
func ask(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: ask LINE PATTERN")
	}
	const user, channel = "U0000000001", "C0000000001"
	workspace, want := ts.Value("slack").(*slackfake.Slack), regexp.MustCompile(args[1])
	answers := func(m slackfake.Message) bool { return m.For == user && want.MatchString(m.Text) }
	var err error
	if !soon(func() bool {
		if workspace.Links() == 0 {
			return false
		}
		if err = workspace.Command(context.Background(), user, channel, args[0]); err != nil {
			return false
		}
		time.Sleep(200 * time.Millisecond)
		return slices.ContainsFunc(workspace.Visible(user, channel), answers)
	}) {
		ts.Fatalf("no answer to %s matches %s (%v): %+v", args[0], args[1], err, workspace.Visible(user, channel))
	}
}

// serving waits for a bot in the background.
func serving(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: serving")
	}
	var err error
	if !soon(func() bool { err = ts.Exec("newsbot", "serve", "--check"); return err == nil }) {
		ts.Fatalf("no bot answers: %v", err)
	}
}

// await runs a command until what it prints matches.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: await PATTERN COMMAND [ARG...]")
	}
	want := regexp.MustCompile(args[0])
	if !soon(func() bool { return ts.Exec(args[1], args[2:]...) == nil && want.MatchString(ts.ReadFile("stdout")) }) {
		ts.Fatalf("%s does not print what matches %s, but %s", strings.Join(args[1:], " "), args[0], ts.ReadFile("stdout"))
	}
}

// exits runs a command and checks its exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARG...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	if exit, ok := err.(*exec.ExitError); ok {
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("%s exits with %d, want %s", strings.Join(args[1:], " "), code, args[0])
	}
}
