package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"newsbot/digest/feed"
	"newsbot/digest/ingest"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// newIngest returns the command that takes news in.
func newIngest(a *app) *cobra.Command {
	var source string
	var dryRun bool
	c := &cobra.Command{
		Use:   "ingest URL|FILE|DIR|-...",
		Short: "Take news in: feeds, pages and files of articles",
		Long: "Take news in and keep it in Redis: URLs of feeds and pages, .xml .json .jsonl .html .txt and .opml files\n" +
			"(also .gz of them), folders, - for standard input. A file of another kind is an error, and passed over in a folder.\n" +
			"The same article twice is kept once; a changed one replaces the old.\n" +
			"One without a date is of the moment at which it is taken in, also that of a feed. Of a feed that serve reads for the first time\n" +
			"such ones are filed eight days back: what it holds by then is no news, and a person who names a feed here wants to see it.",
		Example: "  newsbot ingest https://example.org/feed.xml\n  newsbot ingest --source 'Harbour Courier' articles/\n" +
			"  newsbot ingest --dry-run page.html",
		Args: takes(1, many),
		RunE: a.run(func(ctx context.Context, args []string) error {
			if dryRun {
				return a.printLines(ctx, source, args)
			}
			return a.ingest(ctx, feed.Config{Source: source}, args)
		}),
	}
	c.Flags().StringVar(&source, "source", "", "name of the outlet, instead of what the input says")
	c.Flags().BoolVar(&dryRun, "dry-run", false, "store nothing; print the articles as .jsonl")
	return c
}

// ingest stores what the named inputs hold, read as c says.
func (a *app) ingest(ctx context.Context, c feed.Config, names []string) error {
	z, err := newAnalyzer()
	if err != nil {
		return err
	}
	s, err := a.openStoreOrMemory(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	in := a.newInputs(c)
	counts, err := ingest.Run(ctx, in.articles(names), z, s, in.fail)
	if ctx.Err() == nil && err != nil {
		err = fmt.Errorf("%w (%s stored before; run the command again to go on)", err,
			render.Plural(counts.Added+counts.Changed, "article was", "articles were"))
	}
	if err != nil {
		return err
	}
	if err := ingest.NewKeeper(s).Update(ctx); err != nil {
		return err
	}
	told := tally(counts)
	if c.Lines && counts == (store.Counts{}) && in.failed.Load() == 0 {
		told = "nothing to import"
	}
	if err := a.say("%s", told); err != nil {
		return err
	}
	return in.result(ctx)
}

// tally says what became of articles that were taken in.
func tally(c store.Counts) string {
	number := render.Reader{}.Number
	return fmt.Sprintf("%s: %s new, %s changed, %s known", render.Plural(c.Added+c.Changed+c.Unchanged, "article", "articles"),
		number(c.Added), number(c.Changed), number(c.Unchanged))
}

// printLines prints what the named inputs hold, an article a line; also the
// items of feeds in which there is nothing to store.
func (a *app) printLines(ctx context.Context, source string, names []string) error {
	in := a.newInputs(feed.Config{Source: source, Bare: true}).streams()
	err := a.print(func(w io.Writer) error {
		for item := range in.items(ctx, names) {
			if err := feed.WriteLine(w, item.Article, item.Input); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return in.result(ctx)
}
