package ingest

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"newsbot/digest"
	"newsbot/digest/rescue"
	"newsbot/digest/store"
	"newsbot/digest/story"
	"newsbot/digest/wait"
)

const (
	openDays  = 3      // before and after its own in which an article looks for its story
	mostDays  = 10     // in a book that grows day by day
	mostOpen  = 50_000 // articles with which a book begins, but for those of one day
	atOnce    = 1000   // articles that are read at once
	conflicts = 5      // after which an update gives up
)

// How the processes that keep the stories of one store share that out: one at a time is
// at work, and of those that stay one tends them.
const (
	keeping   = "stories"
	tending   = "tending stories"
	holdLease = 20 * time.Second // longer than a book takes for what is read at once
	askAgain  = 50 * time.Millisecond
	tryAgain  = time.Minute // what is in no story since it cannot be read
)

// Keeper keeps the stories of a store: every article is in one. Several keepers
// of one store take turns, and each sees what the others did. It is not safe for
// concurrent use.
//
// It holds the articles of up to ten days in memory, some 2 KB each. Where there
// are very many, it holds fewer days: it begins anew with the nearest ones when it
// has 100,000 articles, unless all are of one day.
type Keeper struct {
	store  *store.Store
	token  string                  // the terms of its leases, which no other has
	leases map[string]*store.Lease // that it has
	book   *story.Book
	days   map[string]string // that the book holds, with their versions
	items  []kept            // by their numbers in the book
	left   map[string]left   // days of which nothing can be put into stories
}

// kept is an article in the book.
type kept struct {
	store.Placed
	day string
}

// left is the state of a day in which nothing was found to place, and when.
type left struct {
	store.DayState
	at time.Time
}

// NewKeeper returns the keeper of a store. It reads the stories that are open
// when it first needs them.
func NewKeeper(s *store.Store) *Keeper {
	return &Keeper{store: s, token: rand.Text(), leases: make(map[string]*store.Lease), left: make(map[string]left)}
}

// Update puts every stored article that is in no story into one, and merges
// stories that turn out to be one. After an error, also a *rescue.Panic, the rest is
// left for the next update.
func (k *Keeper) Update(ctx context.Context) error {
	longer, end := wait.Outlive(ctx)
	defer end()
	var err error
	for range conflicts {
		if err = k.turn(ctx, longer); err == nil {
			err = rescue.Do(func() error { return k.update(ctx) })
		}
		if err == nil {
			break
		}
		k.forget() // what it holds may not be what is stored
		if !errors.Is(err, store.ErrConflict) {
			break
		}
	}
	if err = errors.Join(err, k.release(longer, keeping)); err != nil {
		return fmt.Errorf("update the stories: %w", err)
	}
	return nil
}

// Tend is Update for processes that stay and call it every few seconds: it does nothing
// while another process tends the stories, so that one alone has to read them. Who tends
// them does so until Rest, an error, or until it has not called Tend for a while.
func (k *Keeper) Tend(ctx context.Context) error {
	longer, end := wait.Outlive(ctx)
	defer end()
	mine, err := k.take(longer, tending)
	switch {
	case err != nil:
		return fmt.Errorf("tend the stories: %w", err)
	case !mine:
		k.forget()
		return nil
	}
	if err := k.Update(ctx); err != nil {
		return errors.Join(err, k.Rest(longer)) // another process may fare better
	}
	return nil
}

// Rest leaves the stories to another process.
func (k *Keeper) Rest(ctx context.Context) error { return k.release(ctx, tending) }

// turn waits while ctx lasts until no other keeper is at work. It asks in a longer one.
func (k *Keeper) turn(ctx, longer context.Context) error {
	for {
		mine, err := k.take(longer, keeping)
		if mine || err != nil {
			return err
		}
		if err := wait.For(ctx, askAgain); err != nil {
			return err
		}
	}
}

// take takes a lease, or holds it longer, unless another process has it.
func (k *Keeper) take(ctx context.Context, work string) (mine bool, err error) {
	lease, _, err := k.store.LeaseShared(ctx, work, k.token, holdLease)
	switch {
	case err != nil:
		return false, err
	case lease == nil:
		delete(k.leases, work)
		return false, nil
	}
	k.leases[work] = lease
	return true, nil
}

// holdOn holds longer what the keeper has. The error is ErrConflict where another process
// has taken it.
func (k *Keeper) holdOn(ctx context.Context) error {
	for work := range k.leases {
		mine, err := k.take(ctx, work)
		if err != nil {
			return err
		}
		if !mine {
			return fmt.Errorf("%s: %w", work, store.ErrConflict)
		}
	}
	return nil
}

// release gives a lease back, if the keeper has it.
func (k *Keeper) release(ctx context.Context, work string) error {
	lease, has := k.leases[work]
	if !has {
		return nil
	}
	delete(k.leases, work)
	return lease.Release(ctx)
}

// forget forgets what the keeper has read.
func (k *Keeper) forget() { k.book, k.days, k.items = nil, nil, nil }

func (k *Keeper) update(ctx context.Context) error {
	days, err := k.store.DayStates(ctx, time.Time{}, time.Time{})
	if err != nil {
		return err
	}
	for _, d := range days {
		if l := k.left[d.Day]; d.Placed == d.Articles || l.DayState == d && time.Since(l.at) < tryAgain {
			continue
		}
		if err := k.updateDay(ctx, d.Day); err != nil {
			return err
		}
	}
	return nil
}

// updateDay puts the articles of a day into stories.
func (k *Keeper) updateDay(ctx context.Context, day string) error {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return err
	}
	days, err := k.store.DayStates(ctx, at.AddDate(0, 0, -openDays), at.AddDate(0, 0, openDays+1))
	if err != nil {
		return err
	}
	i := slices.IndexFunc(days, func(d store.DayState) bool { return d.Day == day })
	if i < 0 {
		return nil // it has expired
	}
	this := days[i]
	if days = nearest(days, at); !k.holds(days) {
		if err := k.open(ctx, days); err != nil {
			return err
		}
	}
	ids, err := k.store.UnplacedOf(ctx, this)
	if err != nil {
		return err
	}
	fresh := make([]store.Placed, len(ids))
	for i, id := range ids {
		fresh[i].ID = id
	}
	before := len(k.items)
	if err := k.add(ctx, day, fresh); err != nil {
		return err
	}
	if len(k.items) == before {
		k.left[day] = left{this, time.Now()}
		return nil
	}
	return k.write(ctx)
}

// nearest returns the days that a book for one of them holds: that one and as many
// of those next to it as there is room for.
func nearest(days []store.DayState, day time.Time) []store.DayState {
	distance := func(d store.DayState) time.Duration {
		at, _ := time.Parse(time.DateOnly, d.Day)
		return at.Sub(day).Abs()
	}
	kept := slices.SortedStableFunc(slices.Values(days), func(a, b store.DayState) int { return cmp.Compare(distance(a), distance(b)) })
	articles := 0
	for i, d := range kept {
		if articles += d.Articles; articles > mostOpen && i > 0 {
			kept = kept[:i]
			break
		}
	}
	slices.SortFunc(kept, func(a, b store.DayState) int { return cmp.Compare(a.Day, b.Day) })
	return kept
}

// holds reports whether the book holds the days as they are stored.
func (k *Keeper) holds(days []store.DayState) bool {
	tooMany := len(k.items) > 2*mostOpen && len(k.days) > len(days)
	if k.book == nil || len(k.days) > mostDays || tooMany {
		return false
	}
	for _, d := range days {
		if k.days[d.Day] != d.Version {
			return false
		}
	}
	return true
}

// open begins a book with the stories of some days.
func (k *Keeper) open(ctx context.Context, states []store.DayState) error {
	k.book, k.days, k.items = story.Default().NewBook(), make(map[string]string), nil
	var days []store.DayStories
	for _, d := range states {
		at, _ := time.Parse(time.DateOnly, d.Day)
		read, err := k.store.DaysStories(ctx, at, at)
		if err != nil {
			return err
		}
		days = append(days, read...)
	}
	current, err := k.currentNames(ctx, days)
	if err != nil {
		return err
	}
	for _, d := range days {
		k.days[d.Day] = d.Version
		placed := slices.DeleteFunc(d.Articles, func(p store.Placed) bool { return p.Story == "" })
		for i, p := range placed {
			placed[i].Story = current(p.Story)
		}
		if err := k.add(ctx, d.Day, placed); err != nil {
			return err
		}
	}
	return nil
}

// currentNames returns a function from the name of a story that days have to the one
// that it has now. They differ where a keeper died after it had moved a story's first
// article into another one, and before the rest.
func (k *Keeper) currentNames(ctx context.Context, days []store.DayStories) (func(name string) string, error) {
	in := make(map[string]string)
	for _, d := range days {
		for _, p := range d.Articles {
			in[p.ID] = p.Story
		}
	}
	older := make(map[string]bool) // stories whose first article is of another day
	for _, name := range in {
		if _, here := in[name]; !here && name != "" {
			older[name] = true
		}
	}
	names := slices.Sorted(maps.Keys(older))
	now, err := k.store.StoryNames(ctx, names)
	for i, name := range names[:len(now)] {
		in[name] = now[i]
	}
	return func(name string) string {
		for range len(in) {
			next := in[name]
			if next == "" || next == name {
				break
			}
			name = next
		}
		return name
	}, err
}

// add adds articles of a day to the book.
func (k *Keeper) add(ctx context.Context, day string, articles []store.Placed) error {
	for some := range slices.Chunk(articles, atOnce) {
		if err := k.holdOn(ctx); err != nil {
			return err
		}
		story := make(map[string]string, len(some))
		ids := make([]string, len(some))
		for i, p := range some {
			ids[i], story[p.ID] = p.ID, p.Story
		}
		briefs, err := k.store.Briefs(ctx, day, ids)
		if err != nil {
			return err
		}
		for i := range briefs {
			k.items = append(k.items, kept{store.Placed{ID: briefs[i].ID, Story: briefs[i].Story}, day})
			briefs[i].Story = story[briefs[i].ID]
		}
		k.book.Add(digest.StoryItems(briefs))
	}
	return nil
}

// write stores what has changed in the book, day by day.
func (k *Keeper) write(ctx context.Context) error {
	moves, renamed := make(map[string][]store.Placement), make(map[string]string)
	for i, it := range k.items {
		now := k.book.Story(i)
		if now == it.Story {
			continue
		}
		moves[it.day] = append(moves[it.day], store.Placement{Article: it.ID, From: it.Story, To: now})
		k.items[i].Story = now
		if name, known := k.book.Named(it.Story); known {
			now = name
		}
		if it.Story != "" && it.Story != now {
			renamed[it.Story] = now
		}
	}
	if err := k.moveOlder(ctx, renamed); err != nil {
		return err
	}
	for day, placements := range moves {
		version, err := k.store.Place(ctx, day, k.days[day], placements)
		if err != nil {
			return err
		}
		k.days[day] = version
	}
	return nil
}

// moveOlder moves what renamed stories have on days that the book does not hold, so that
// all of a story is under one name, and its former names lead to it. These go first: a
// keeper that dies then leaves names that tell the next one where the rest belongs.
func (k *Keeper) moveOlder(ctx context.Context, renamed map[string]string) error {
	if len(renamed) == 0 {
		return nil
	}
	held := func(day string) bool { _, held := k.days[day]; return held }
	days, err := k.store.Elsewhere(ctx, slices.Sorted(maps.Keys(renamed)), held)
	if err != nil {
		return err
	}
	for _, d := range days {
		placements := make([]store.Placement, len(d.Articles))
		for i, p := range d.Articles {
			placements[i] = store.Placement{Article: p.ID, From: p.Story, To: renamed[p.Story]}
		}
		if _, err := k.store.Place(ctx, d.Day, d.Version, placements); err != nil {
			return err
		}
	}
	return nil
}
