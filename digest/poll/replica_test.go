package poll

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/replica"
	"newsbot/digest/store"
)

// orders is what a process with a Poller is told.
type orders struct {
	Redis             string
	Least, Most       time.Duration
	Pause, Hold, Idle time.Duration
}

func TestMain(m *testing.M) { replica.Main(m, work) }

// work is the life of a replica.
func work(ctx context.Context, o orders) {
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

// process is a replica with a Poller.
type process struct {
	cmd *exec.Cmd
	log bytes.Buffer
}

func startProcess(t testing.TB, o orders) *process {
	t.Helper()
	r := &process{cmd: replica.Command(t, o)}
	r.cmd.Env = append(r.cmd.Env, "GOGC=50")
	r.cmd.Stderr = &r.log
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.kill)
	return r
}

// kill ends the process at once.
func (r *process) kill() { r.end(syscall.SIGKILL) }

// end ends the process by a signal.
func (r *process) end(s os.Signal) {
	if r.cmd.ProcessState == nil {
		r.cmd.Process.Signal(s)
		r.cmd.Wait()
	}
}

// memory returns the resident memory of the process in MB.
func (r *process) memory() (mb int) {
	raw, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", r.cmd.Process.Pid))
	for line := range strings.Lines(string(raw)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			fmt.Sscan(rest, &mb)
		}
	}
	return mb >> 10
}
