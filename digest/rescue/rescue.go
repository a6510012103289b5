// Package rescue keeps a fault of the program in one piece of work from ending
// all the others.
package rescue

import (
	"errors"
	"fmt"
	"runtime/debug"
)

// Panic is the error of work that panicked.
type Panic struct {
	Value string // what it panicked with
	Stack string // where
}

// Error says in a sentence what happened, without the stack.
func (p *Panic) Error() string {
	return "a fault of newsbot, please report this as a bug: " + p.Value
}

// Do does work. If that panics, Do returns a *Panic. Work that begins goroutines
// carries their panics over, as package parallel does.
func Do(work func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = Of(p)
		}
	}()
	return work()
}

// Of returns the error for what a deferred function has recovered.
func Of(recovered any) *Panic {
	if p, ok := recovered.(*Panic); ok { // of a goroutine, with its own stack
		return p
	}
	return &Panic{fmt.Sprint(recovered), string(debug.Stack())}
}

// Attrs returns what a log tells of an error: itself and, of a panic, the stack.
func Attrs(err error) []any {
	attrs := []any{"error", err}
	if p, ok := errors.AsType[*Panic](err); ok {
		attrs = append(attrs, "stack", p.Stack)
	}
	return attrs
}
