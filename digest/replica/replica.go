// Package replica runs the program of a test once more as a process of its own,
// for tests that kill processes of the bot.
package replica

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"testing"
)

// ordersVariable is the environment variable by which a process is told that it
// is a replica, and what to do.
const ordersVariable = "NEWSBOT_REPLICA"

// Main runs the tests; in a process of Command it does work instead, as it is
// ordered, until it is told to stop or the test has died.
func Main[Orders any](m *testing.M, work func(ctx context.Context, o Orders)) {
	raw := os.Getenv(ordersVariable)
	if raw == "" {
		os.Exit(m.Run())
	}
	var o Orders
	if err := json.Unmarshal([]byte(raw), &o); err != nil {
		panic(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(0) // the test has died
	}()
	work(ctx, o)
}

// Command returns a replica with its orders that is not started yet.
func Command(t testing.TB, orders any) *exec.Cmd {
	t.Helper()
	raw, err := json.Marshal(orders)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), ordersVariable+"="+string(raw))
	if _, err := cmd.StdinPipe(); err != nil { // by whose end it hears that the test has died
		t.Fatal(err)
	}
	return cmd
}
