package command

import (
	"context"
	"fmt"
	"slices"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// maxFollowed is how many stories a person follows; the oldest make room.
const maxFollowed = 20

// follow adds a story to what the asker watches: they are written to when there
// is more on it than can be read now. Without a story it shows what they watch.
func (r *Responder) follow(ctx context.Context, q query) (block.Message, error) {
	if len(q.words) == 0 {
		return r.watch(ctx, q)
	}
	articles, err := r.articlesOf(ctx, q)
	if err != nil {
		return block.Message{}, err
	}
	s := digest.NewStory(articles, q.done)
	known := map[string]digest.Told{s.ID: digest.ToldAll(articles, q.done)}
	if err := r.Subscriptions.AddTold(ctx, q.asker.User, known); err != nil {
		return block.Message{}, fmt.Errorf("begin to follow a story: %w", err)
	}
	_, err = r.editWatches(ctx, q, func(sub *store.Subscription) error {
		rest, err := r.without(ctx, sub.Stories, s.ID)
		sub.Stories, sub.Paused = append(rest, s.ID), ""
		sub.Stories = sub.Stories[max(0, len(sub.Stories)-maxFollowed):]
		return err
	})
	if err != nil {
		return block.Message{}, err
	}
	return block.Say("You follow “"+render.Headline(s)+"”. I write to you within minutes of reading something new, at most once an hour.",
		q.row(q.do("Stop following", "unfollow "+s.ID), q.open("Everything you watch", "watch"))), nil
}

// unfollow takes a story from what the asker watches, or shows that.
func (r *Responder) unfollow(ctx context.Context, q query) (block.Message, error) {
	if len(q.words) == 0 {
		return r.watch(ctx, q)
	}
	if isAll(q.words) {
		return r.unfollowAll(ctx, q)
	}
	sub, err := r.watches(ctx, q)
	if err != nil {
		return block.Message{}, err
	}
	id, err := r.storyMeant(q, "that you follow", func() ([]digest.Story, error) { return r.told(ctx, sub.Stories, q.done) })
	if err != nil {
		return block.Message{}, err
	}
	rest, err := r.without(ctx, sub.Stories, id)
	if err != nil {
		return block.Message{}, err
	}
	if len(rest) == len(sub.Stories) {
		return r.watched(ctx, q, sub, "You were not following that story.")
	}
	_, err = r.editWatches(ctx, q, func(sub *store.Subscription) (err error) {
		sub.Stories, err = r.without(ctx, sub.Stories, id)
		return err
	})
	if err != nil {
		return block.Message{}, err
	}
	return block.Say("You no longer follow that story.", q.row(q.do("Follow it again", "follow "+id), q.open("Everything you watch", "watch"))), nil
}

// unfollowAll takes all stories from what the asker watches.
func (r *Responder) unfollowAll(ctx context.Context, q query) (block.Message, error) {
	sub, err := r.watches(ctx, q)
	if err != nil || len(sub.Stories) == 0 {
		return block.Say("You are not following any story.", q.row(q.open("Everything you watch", "watch"))), err
	}
	sub, err = r.editWatches(ctx, q, func(sub *store.Subscription) error {
		sub.Stories = nil
		return nil
	})
	if err != nil {
		return block.Message{}, err
	}
	return r.watched(ctx, q, sub, "You no longer follow any story.")
}

// without returns IDs of stories without those of one story, whatever it was
// called when they were noted.
func (r *Responder) without(ctx context.Context, ids []string, story string) ([]string, error) {
	names, err := r.Subscriptions.StoryNames(ctx, append(slices.Clone(ids), story))
	if err != nil {
		return nil, err
	}
	var rest []string
	for i, id := range ids {
		if names[i] != names[len(ids)] {
			rest = append(rest, id)
		}
	}
	return rest, nil
}

// hide keeps a story out of the digests of the channel.
func (r *Responder) hide(ctx context.Context, q query) (block.Message, error) {
	articles, err := r.articlesOf(ctx, q)
	if err != nil {
		return block.Message{}, err
	}
	s := digest.NewStory(articles, q.done)
	if err := r.setHidden(ctx, q, s.ID, r.Subscriptions.Hide); err != nil {
		return block.Message{}, err
	}
	return block.Say("Hidden"+forChannel(q.asker.Channel)+": “"+render.Headline(s)+"”.", q.row(q.do("Undo", "unhide "+s.ID))), nil
}

// unhide takes that back. Without words it tells what is hidden.
func (r *Responder) unhide(ctx context.Context, q query) (block.Message, error) {
	if len(q.words) == 0 {
		return r.allHidden(ctx, q)
	}
	id, err := r.storyMeant(q, "that is hidden "+q.here(), func() ([]digest.Story, error) { return r.hidden(ctx, q) })
	if err != nil {
		return block.Message{}, err
	}
	if err := r.setHidden(ctx, q, id, r.Subscriptions.Unhide); err != nil {
		return block.Message{}, err
	}
	return block.Say("No longer hidden"+forChannel(q.asker.Channel)+": the story comes again when there is something new.", q.row(q.do("Hide it", "hide "+id))), nil
}

// allHidden tells which stories are hidden from the channel of the asker.
func (r *Responder) allHidden(ctx context.Context, q query) (block.Message, error) {
	stories, err := r.hidden(ctx, q)
	if err != nil {
		return block.Message{}, err
	}
	if len(stories) == 0 {
		return block.Say("No story is hidden "+q.here()+".", q.row(q.open("How to hide one", "help hide"))), nil
	}
	lines, menu := q.storyList(stories, "", "Show a story again", "unhide")
	return block.Lists("", "", []block.List{{Heading: "Hidden " + q.here(), Lines: lines}}, menu), nil
}

// storyList lists stories with a note each, and has a menu of that name from which a command takes one.
func (q query) storyList(stories []digest.Story, note, name, command string) (lines []block.Line, menu block.Row) {
	menu.Menu = name
	for _, s := range stories {
		lines = append(lines, block.Line{Text: render.Headline(s), URL: s.URL, Note: note})
		menu.Buttons = append(menu.Buttons, q.choice(render.Headline(s), command+" "+s.ID))
	}
	return lines, menu
}

// hidden returns the stories that are hidden from the channel of the asker.
func (r *Responder) hidden(ctx context.Context, q query) ([]digest.Story, error) {
	if q.asker.Channel == "" {
		return nil, errNoChannel
	}
	ids, err := r.Subscriptions.Hidden(ctx, q.asker.Channel)
	if err != nil {
		return nil, err
	}
	return r.told(ctx, ids, q.done)
}

// setHidden hides a story from the channel of the asker, or shows it again. What
// a person watches is noted under the person, and comes in a direct message.
func (r *Responder) setHidden(ctx context.Context, q query, id string, set func(ctx context.Context, channel, story string) error) error {
	if q.asker.Channel == "" {
		return errNoChannel
	}
	if err := r.permit(ctx, q, q.asker.Channel); err != nil {
		return err
	}
	channels := []string{q.asker.Channel}
	if isDirect(q.asker.Channel) {
		channels = append(channels, q.asker.User)
	}
	for _, c := range channels {
		if err := set(ctx, c, id); err != nil {
			return err
		}
	}
	return nil
}
