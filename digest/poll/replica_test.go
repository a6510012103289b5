package poll

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/store"
)

// orders is what a process with a Poller is told, in the environment variable of
// that name.
type orders struct {
	Redis             string
	Least, Most       time.Duration
	Pause, Hold, Idle time.Duration
}

const ordersVariable = "NEWSBOT_POLL_REPLICA"

func TestMain(m *testing.M) {
	if raw := os.Getenv(ordersVariable); raw != "" {
		var o orders
		if err := json.Unmarshal([]byte(raw), &o); err != nil {
			panic(err)
		}
		o.work()
		return
	}
	os.Exit(m.Run())
}

// work is the life of a replica.
func (o orders) work() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(0) // the test has died
	}()
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	opened, err := store.Open(ctx, o.Redis, store.Options{Wait: true, Logger: log})
	if err != nil {
		panic(err)
	}
	defer opened.Close()
	z, err := digest.NewAnalyzer()
	if err != nil {
		panic(err)
	}
	New(Config{
		Store: opened, Reader: feed.New(feed.Config{}), Public: insider(), Analyzer: z, Log: log,
		Least: o.Least, Most: o.Most, Pause: o.Pause, Hold: o.Hold, Idle: o.Idle, Look: 50 * time.Millisecond,
	}).Run(ctx)
}

// replica is a process with a Poller.
type replica struct {
	cmd *exec.Cmd
	log bytes.Buffer
}

func startReplica(t testing.TB, o orders) *replica {
	t.Helper()
	raw, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	r := &replica{cmd: exec.Command(os.Args[0])}
	r.cmd.Env = append(os.Environ(), ordersVariable+"="+string(raw), "GOGC=50")
	r.cmd.Stderr = &r.log
	if _, err := r.cmd.StdinPipe(); err != nil { // it ends with the test
		t.Fatal(err)
	}
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.kill)
	return r
}

// kill ends the process at once.
func (r *replica) kill() { r.end(syscall.SIGKILL) }

// end ends the process by a signal.
func (r *replica) end(s os.Signal) {
	if r.cmd.ProcessState == nil {
		r.cmd.Process.Signal(s)
		r.cmd.Wait()
	}
}

// memory returns the resident memory of the process in MB.
func (r *replica) memory() (mb int) {
	raw, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", r.cmd.Process.Pid))
	for line := range strings.Lines(string(raw)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			fmt.Sscan(rest, &mb)
		}
	}
	return mb >> 10
}
