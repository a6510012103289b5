package main

import (
	"context"
	"io"
	"time"

	"github.com/spf13/cobra"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/render"
)

// newAnalyze returns the command that shows what is read out of single articles.
func newAnalyze(a *app) *cobra.Command {
	format := newFormat("text", "json", "jsonl")
	c := &cobra.Command{
		Use:     "analyze [FILE|DIR|URL|-]...",
		Short:   "Show the entities and key points of single articles",
		Example: "  newsbot analyze article.txt\n  newsbot analyze --format jsonl corpus.jsonl >analysed.jsonl",
		RunE: a.run(func(ctx context.Context, args []string) error {
			names, err := a.orStdin(args)
			if err != nil {
				return err
			}
			z, err := newStreamAnalyzer()
			if err != nil {
				return err
			}
			in := a.newInputs(feed.Config{}).streams()
			write := a.analysisWriter(format.value)
			err = a.print(func(w io.Writer) error {
				for a := range in.analysed(ctx, z, names) {
					if err := write(w, a.Article, a.Analysis); err != nil {
						return err
					}
				}
				return nil
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

// analysisWriter returns what writes an analysed article in a format.
func (a *app) analysisWriter(format string) func(io.Writer, digest.Article, digest.Analysis) error {
	switch format {
	case "json":
		return render.AnalysisJSON
	case "jsonl":
		return render.AnalysisJSONL
	}
	return func(w io.Writer, article digest.Article, analysis digest.Analysis) error {
		return render.AnalysisText(w, article, analysis, a.textOptions())
	}
}

// textOptions fits text to where it is written.
func (a *app) textOptions() render.TextOptions {
	return render.TextOptions{Width: width(a.out), Color: color(a.out), Now: time.Now()}
}
