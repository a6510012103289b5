package command

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/render"
	"newsbot/digest/store"
	"newsbot/digest/text"
)

// storyID is the form of the ID of a story, by which buttons name it.
var storyID = regexp.MustCompile(`^[0-9a-f]{16}$`)

// namesStories reports whether words are IDs of stories.
func namesStories(words []word) bool {
	return !slices.ContainsFunc(words, func(w word) bool { return !storyID.MatchString(w.Text) })
}

// storyMeant returns the ID of the story that a query names by that, or by words that are
// in the title of an article of one of some stories, which what describes: "of the last
// 30 days".
func (r *Responder) storyMeant(q query, what string, find func() ([]digest.Story, error)) (string, error) {
	if len(q.words) == 1 && namesStories(q.words) {
		return q.text(), nil
	}
	terms := text.Query(q.text())
	if len(terms) == 0 {
		return "", misuse("Name a story by words of its headline: %s. The menus under /news and in digests do it for you.", written(q.command.name+" storm Esbjerg"))
	}
	stories, err := find()
	if err != nil {
		return "", err
	}
	meant := slices.DeleteFunc(slices.Clone(stories), func(s digest.Story) bool {
		return !slices.ContainsFunc(s.Articles, func(a digest.Brief) bool { return holdsAll(a.Title, terms) })
	})
	switch {
	case len(meant) == 1:
		return meant[0].ID, nil
	case len(meant) > 1:
		return "", q.whichStory("Which one? Press its button, or write more words of its headline.", meant)
	case len(stories) > 0 && len(stories) <= maxNear:
		return "", q.whichStory(fmt.Sprintf("No story %s has “%s” in its headline. Did you mean this?", what, q.text()), stories)
	}
	return "", q.noStory(what)
}

// holdsAll reports whether terms are all among those of a title.
func holdsAll(title string, terms []string) bool {
	held := text.Query(title)
	return !slices.ContainsFunc(terms, func(t string) bool { return !slices.Contains(held, t) })
}

// titled returns stories in whose articles' titles the words of a query may be, the best
// first: a page of them at most.
func (r *Responder) titled(ctx context.Context, q query) ([]digest.Story, error) {
	terms := text.Query(q.text())
	hits, _, err := r.News.Search(ctx, store.Query{Terms: terms, From: q.done.Add(-lookBack), To: q.done.Add(time.Nanosecond), Limit: titledHits})
	if err != nil {
		return nil, fmt.Errorf("search for the story %q: %w", q.text(), err)
	}
	var ids []string
	for _, h := range hits {
		if h.Story != "" && holdsAll(h.Title, terms) && !slices.Contains(ids, h.Story) && len(ids) < storiesPage {
			ids = append(ids, h.Story)
		}
	}
	return r.told(ctx, ids, q.done)
}

// titledHits is how many articles are looked through for a story: what has words in its
// title is found before what has them in its text.
const titledHits = 100

// ofWords are the commands that do with words what others do with a story.
var ofWords = map[string]string{"story": nameSearch, "follow": "watch", "unfollow": "unwatch", "hide": "mute", "unhide": "unmute"}

// noStory says that the words name no story, and offers what can be done with words.
func (q query) noStory(what string) error {
	return &misuseError{
		sentence: fmt.Sprintf("No story %s has “%s” in its headline. Did you mean this?", what, q.text()),
		offers:   []block.Button{q.rewritten(ofWords[q.command.name], q.words)},
	}
}

// whichStory asks in a sentence which of some stories is meant.
func (q query) whichStory(sentence string, stories []digest.Story) error {
	m := &misuseError{sentence: sentence}
	for i, s := range stories {
		name := fmt.Sprintf("%d. %s", i+1, render.Headline(s))
		m.offer(q.open(name, q.behindName(s.ID)), noted(strings.Join(s.Sources[:min(3, len(s.Sources))], ", "), q.reader().When(s.To, q.done)))
	}
	return m
}
