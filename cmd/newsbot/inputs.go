package main

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"newsbot/digest"
	"newsbot/digest/feed"
)

// inputs reads the articles of URLs, files and folders. What cannot be read is
// said on the error stream, a sentence each, and the rest goes on.
type inputs struct {
	app      *app
	reader   *feed.Reader
	progress *progress
	failed   int // inputs, lines and items that could not be read
}

// newInputs returns inputs that are read as c says.
func (a *app) newInputs(c feed.Config) *inputs {
	c.Log, c.Allow = a.log, a.config.Allow
	return &inputs{
		app:      a,
		reader:   feed.New(c),
		progress: newProgress(a.err, "articles"),
	}
}

// streams is for a command that prints while it reads: on a terminal, its
// output is progress enough.
func (in *inputs) streams() *inputs {
	if isTerminal(in.app.out) {
		in.progress.w = nil
	}
	return in
}

// items yields what the named inputs hold; "-" is standard input.
func (in *inputs) items(ctx context.Context, names []string) iter.Seq[feed.Item] {
	return func(yield func(feed.Item) bool) {
		defer in.progress.clear()
		for _, name := range names {
			for item, err := range in.reader.Read(ctx, name, interruptible{ctx, in.app.in}) {
				if ctx.Err() != nil {
					return
				}
				if err != nil {
					in.fail(err)
					continue
				}
				if item.Doubt != nil {
					in.say(item.Doubt)
				}
				in.progress.add()
				if !yield(item) {
					return
				}
			}
		}
	}
}

// articles yields the articles of the named inputs.
func (in *inputs) articles(ctx context.Context, names []string) iter.Seq[digest.Article] {
	return func(yield func(digest.Article) bool) {
		for item := range in.items(ctx, names) {
			if !yield(item.Article) {
				return
			}
		}
	}
}

// fail says what could not be read.
func (in *inputs) fail(err error) {
	in.failed++
	in.say(err)
}

// say writes a sentence on what is read.
func (in *inputs) say(err error) {
	in.progress.clear()
	fmt.Fprintln(in.app.err, "newsbot:", err)
}

// result is the error of a command that has read its inputs: the run was
// stopped, or something could not be read, which fail has said.
func (in *inputs) result(ctx context.Context) error {
	switch {
	case ctx.Err() != nil:
		return context.Canceled
	case in.failed > 0:
		return errReported
	}
	return nil
}

// orStdin returns the named inputs, or standard input where none is named and
// no person sits at it.
func (a *app) orStdin(names []string) ([]string, error) {
	if len(names) > 0 {
		return names, nil
	}
	if isTerminal(a.in) {
		return nil, usageError{errors.New("nothing to read: name a file, or pipe text into the command")}
	}
	return []string{"-"}, nil
}
