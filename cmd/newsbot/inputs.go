package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"sync/atomic"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/render"
	"newsbot/digest/rescue"
)

// inputs reads the articles of URLs, files and folders. What cannot be read is
// said on the error stream, a sentence each, and the rest goes on.
type inputs struct {
	app      *app
	reader   *feed.Reader
	progress *progress
	failed   atomic.Int64 // inputs, lines and items that could not be read or analysed
}

// newInputs returns inputs that are read as c says.
func (a *app) newInputs(c feed.Config) *inputs {
	in := &inputs{app: a, progress: newProgress(a.err, "articles")}
	c.Log, c.Allow, c.Proxy, c.PassedOver = a.log, a.config.Allow, a.config.Proxy.URL, in.passedOver
	in.reader = feed.New(c)
	return in
}

// streams is for a command that prints while it reads: on a terminal, its
// output is progress enough.
func (in *inputs) streams() *inputs {
	if isTerminal(in.app.out) {
		in.progress.w = nil
	}
	return in
}

// How many remarks on one input are told one by one; the others are counted.
const (
	maxAlike  = 2  // that say the same but for numbers
	maxDoubts = 10 // that are doubts
)

// remarks are what is wrong with the lines of one input.
type remarks struct {
	alike  map[string]int // how many say the same
	doubts int
	more   int // how many were not told
}

// isNew reports whether a remark, which may be a doubt, is to be told.
func (r *remarks) isNew(wrong error, doubt bool) bool {
	says := wrong.Error()
	if of, ok := errors.AsType[*feed.InputError](wrong); ok { // the files of a folder may differ by a number alone
		says = of.Input + strings.Map(withoutDigits, of.Err.Error())
	}
	if doubt {
		r.doubts++
	}
	if r.alike[says]++; r.alike[says] > maxAlike || doubt && r.doubts > maxDoubts {
		r.more++
		return false
	}
	return true
}

// withoutDigits drops digits, as strings.Map calls it.
func withoutDigits(r rune) rune {
	if '0' <= r && r <= '9' {
		return -1
	}
	return r
}

// items yields what the named inputs hold; "-" is standard input.
func (in *inputs) items(ctx context.Context, names []string) iter.Seq[feed.Item] {
	return func(yield func(feed.Item) bool) {
		defer in.progress.clear()
		for _, name := range names {
			front, heard := false, remarks{alike: map[string]int{}}
			for item, err := range in.reader.Read(ctx, name, interruptible{ctx, in.app.in}) {
				if ctx.Err() != nil {
					return
				}
				if wrong := cmp.Or(err, item.Doubt); wrong != nil && heard.isNew(wrong, err == nil) {
					in.say(wrong)
				}
				if err != nil {
					in.failed.Add(1)
					continue
				}
				if item.Front && !front {
					front = true
					in.say(fmt.Errorf("%s: is a front page; these are the articles of its feed, %s", digest.Redact(name), item.Input))
				}
				in.progress.add()
				if !yield(item) {
					return
				}
			}
			if heard.more > 0 {
				in.say(&feed.InputError{Input: digest.Redact(name), Err: fmt.Errorf("the like holds for %s", render.Plural(heard.more, "more line", "more lines"))})
			}
		}
	}
}

// articles is the stream of the articles of the named inputs.
func (in *inputs) articles(names []string) digest.Stream {
	return func(ctx context.Context) iter.Seq[digest.Article] {
		return func(yield func(digest.Article) bool) {
			for item := range in.items(ctx, names) {
				if !yield(item.Article) {
					return
				}
			}
		}
	}
}

// analysed yields the articles of the named inputs with what is read out of them.
func (in *inputs) analysed(ctx context.Context, z *digest.Analyzer, names []string) iter.Seq[digest.Analyzed] {
	return func(yield func(digest.Analyzed) bool) {
		for a, err := range z.AnalyzeAll(ctx, in.articles(names), runtime.GOMAXPROCS(0)) {
			if err != nil {
				in.fail(err)
			} else if !yield(a) {
				return
			}
		}
	}
}

// fail says what could not be read or analysed.
func (in *inputs) fail(err error) {
	in.failed.Add(1)
	in.say(err)
}

// passedOver says how many files of a folder are of no kind that is read.
func (in *inputs) passedOver(folder string, files int) {
	in.say(fmt.Errorf("%s: %s passed over", folder,
		render.Plural(files, "file of no kind that is read is", "files of no kind that is read are")))
}

// say writes a sentence on what is read.
func (in *inputs) say(err error) {
	in.progress.clear()
	in.app.tell(err)
}

// tell writes a sentence on what went wrong while the rest goes on. Where a panic
// happened is for the log.
func (a *app) tell(err error) {
	fmt.Fprintln(a.err, "newsbot:", err)
	if p, ok := errors.AsType[*rescue.Panic](err); ok {
		a.log.Error("panic", "stack", p.Stack)
	}
}

// result is the error of a command that has read its inputs: the run was
// stopped, or something could not be read, which fail has said.
func (in *inputs) result(ctx context.Context) error {
	switch {
	case ctx.Err() != nil:
		return context.Canceled
	case in.failed.Load() > 0:
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
