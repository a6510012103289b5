package main

import (
	"context"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"newsbot/bot/command"
	"newsbot/digest/render"
)

// newTrends returns the command that answers what /news trends answers.
func newTrends(a *app) *cobra.Command {
	format := newFormat("text", "json")
	c := &cobra.Command{
		Use:     "trends [7d]",
		Short:   "Tell which names and stories are in the stored news more than before",
		Example: "  newsbot trends\n  newsbot trends --format json 7d",
		RunE: a.run(func(ctx context.Context, args []string) error {
			return a.trends(ctx, strings.Join(args, " "), format.value)
		}),
	}
	format.register(c)
	return c
}

// trends prints the trends of a length of time, of a day where that is "".
func (a *app) trends(ctx context.Context, span, format string) error {
	s, err := a.needStore(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	t, err := command.Trends(ctx, s, span, time.Now().In(a.config.Zone.Location))
	if err != nil {
		return err
	}
	return a.print(func(w io.Writer) error {
		if format == "json" {
			return render.TrendsJSON(w, t)
		}
		return render.TrendsText(w, t, a.textOptions())
	})
}
