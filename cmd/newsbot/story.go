package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"newsbot/digest"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// newStory returns the command that tells all of one story.
func newStory(a *app) *cobra.Command {
	format := newFormat("text", "html", "json")
	c := &cobra.Command{
		Use:   "story ID|URL",
		Short: "Tell all of one stored story: points, timeline, names, sources",
		Long: "Tell all of one stored story: its points, its articles hour by hour, its names and its sources.\n" +
			"It is named by its ID, which digest --format json prints, or by the ID or the address of any of its articles.",
		Example: "  newsbot story https://example.org/articles/17\n  newsbot story --format html 9f86d081884c7d65 >story.html",
		Args:    takes(1, 1),
		RunE:    a.run(func(ctx context.Context, args []string) error { return a.story(ctx, args[0], format.value) }),
	}
	format.register(c)
	return c
}

// story prints the story that is named by an ID or an address.
func (a *app) story(ctx context.Context, name, format string) error {
	s, err := a.needStore(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	articles, err := s.Story(ctx, storyID(name))
	if errors.Is(err, store.ErrNotFound) {
		articles, err = storyOf(ctx, s, name)
	}
	if errors.Is(err, store.ErrNotFound) {
		return fmt.Errorf("no stored story has the ID or the article %q: newsbot digest --format json prints IDs and addresses", name)
	}
	if err != nil {
		return err
	}
	return a.print(func(w io.Writer) error { return a.writeStory(w, format, digest.NewStory(articles, time.Now())) })
}

// storyOf returns the story of the article to which its input gave an ID, or later another
// address, which no index has: it looks through the days, the last ones first.
func storyOf(ctx context.Context, s *store.Store, given string) ([]digest.Brief, error) {
	days, err := s.DayStates(ctx, time.Time{}, time.Time{})
	if err != nil {
		return nil, err
	}
	for _, d := range slices.Backward(days) {
		from, err := time.Parse(time.DateOnly, d.Day)
		if err != nil {
			return nil, err
		}
		articles, err := s.Window(ctx, from, from.AddDate(0, 0, 1))
		if err != nil {
			return nil, err
		}
		for _, b := range articles {
			if b.PublicID() == given || b.URL == given {
				return s.Story(ctx, b.ID)
			}
		}
	}
	return nil, store.ErrNotFound
}

// storyID returns the ID under which to look for a story: that of the article
// that an address leads to, else the name itself.
func storyID(name string) string {
	if _, ok := digest.CanonicalURL(name); !ok {
		return name
	}
	article := digest.Article{URL: name}
	article.Identify("")
	return article.ID
}

func (a *app) writeStory(w io.Writer, format string, s digest.Story) error {
	zone := a.config.Zone.Location
	switch format {
	case "json":
		return render.StoryJSON(w, s)
	case "html":
		return render.StoryHTML(w, s, zone, time.Now())
	}
	return render.StoryText(w, s, zone, a.textOptions())
}
