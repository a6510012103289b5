// Command newsbot takes in news, keeps it in Redis, writes digests of key
// points and named entities, and posts them to Slack. "newsbot help" lists
// what it does; root.go has the subcommands.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // for machines that have none

	"newsbot/bot/command"
)

// The exit codes of the command line.
const (
	exitDone   = 0
	exitFailed = 1 // it could not be done
	exitUsage  = 2 // it was called or configured wrongly
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A second signal ends the program at once, as it would without a handler.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// streams are where a command reads and writes: results on out, all else on err.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// run carries out one command line and returns its exit code.
func run(ctx context.Context, args []string, s streams) int {
	a := &app{streams: s}
	root := newRoot(a)
	root.SetArgs(args)
	c, err := root.ExecuteContextC(ctx)
	if err != nil && !a.started { // cobra refused the call
		if c.Name() == "help" { // whose own help lists no commands
			c = root
		}
		err = usagef("%w; see %q", err, c.CommandPath()+" --help")
	}
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errReported):
		return exitFailed
	case errors.As(err, &usage), command.IsMisuse(err):
		fmt.Fprintln(s.err, "newsbot:", err)
		return exitUsage
	}
	fmt.Fprintln(s.err, "newsbot:", sentence(ctx, err))
	return exitFailed
}

// sentence is what a person reads of an error.
func sentence(ctx context.Context, err error) string {
	if !errors.Is(err, context.Canceled) || ctx.Err() == nil {
		return err.Error()
	}
	if part, ok := errors.AsType[*partError](err); ok {
		return "stopped before the end; " + part.again()
	}
	return "stopped before the end; run it again to go on"
}

// errReported says that the reasons for a failure have been printed already.
var errReported = errors.New("failed")

// usageError is a mistake in the call or in the configuration.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// usagef returns a usageError.
func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }
