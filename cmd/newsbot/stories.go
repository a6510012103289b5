package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/render"
)

// newStories returns the command that shows which articles tell of one event.
func newStories(a *app) *cobra.Command {
	format := newFormat("text", "jsonl")
	c := &cobra.Command{
		Use:     "stories [FILE|DIR|URL|-]...",
		Short:   "Show the stories that articles fall into",
		Example: "  newsbot stories --format jsonl articles.jsonl",
		RunE: a.run(func(ctx context.Context, args []string) error {
			names, err := a.orStdin(args)
			if err != nil {
				return err
			}
			z, err := newAnalyzer()
			if err != nil {
				return err
			}
			in := a.newInputs(feed.Config{})
			var articles []digest.Brief
			for a := range in.analysed(ctx, z, names) {
				articles = append(articles, digest.NewBrief(a.Article, a.Analysis))
			}
			stories := digest.Build(articles, digest.Options{}).Stories
			err = a.print(func(w io.Writer) error {
				if format.value == "jsonl" {
					return render.StoriesJSONL(w, stories)
				}
				return render.StoriesText(w, stories, a.textOptions())
			})
			if err != nil {
				return err
			}
			return in.result(ctx)
		}),
	}
	format.register(c)
	return c
}
