package rescue

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func broken(i int) { _ = []int{}[i] }

func TestDo(t *testing.T) {
	lost := errors.New("lost")
	for name, c := range map[string]struct {
		work  func() error
		want  string
		stack string // a part of it
	}{
		"it is done": {func() error { return nil }, "<nil>", ""},
		"an error":   {func() error { return lost }, "lost", ""},
		"a panic": {func() error { broken(3); return nil },
			"a fault of newsbot, please report this as a bug: runtime error: index out of range [3] with length 0", "rescue.broken"},
		"with a value":   {func() error { panic("no such story") }, "a fault of newsbot, please report this as a bug: no such story", "TestDo"},
		"with an error":  {func() error { panic(lost) }, "a fault of newsbot, please report this as a bug: lost", "TestDo"},
		"of a goroutine": {func() error { panic(&Panic{"far away", "the stack there"}) }, "a fault of newsbot, please report this as a bug: far away", "the stack there"},
	} {
		err := Do(c.work)
		attrs := Attrs(fmt.Errorf("wrapped: %w", err))
		told := fmt.Sprint(attrs[2:]...)
		if fmt.Sprint(err) != c.want || !strings.Contains(told, c.stack) || (c.stack == "") != (told == "") {
			t.Errorf("%s: Do = %v with %q, want %s with a stack that has %q", name, err, told, c.want, c.stack)
		}
	}
}
