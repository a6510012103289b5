package bot_test

import (
	"context"
	"testing"

	"newsbot/bot/command"
)

// BenchmarkCommand is one command after the other, from its typing to its
// acknowledgement and to the beginning of its answer.
func BenchmarkCommand(b *testing.B) {
	for name, socket := range map[string]bool{"socket": true, "http": false} {
		b.Run(name, func(b *testing.B) {
			asked := make(chan struct{}, 1)
			o := open(b, socket, script{command: func(context.Context, command.Request) command.Reply {
				asked <- struct{}{}
				return command.Reply{}
			}})
			for b.Loop() {
				o.must(o.Command(b.Context(), ann, newsroom, "/news"))
				<-asked
			}
		})
	}
}
