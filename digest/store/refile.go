package store

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

var (
	refileScript    = script("list", "refile")
	claimMoveScript = script("claim_move")
)

// refile gives an article of the outlet's own its own day where another site, which
// told of it first, has said another: nobody hides another's article by a date.
// The claim goes first: a writer that dies after it leaves what that site told in its
// day, and the article comes into the right one. For a moment it is in neither.
func (s *Store) refile(ctx context.Context, w *write, now time.Time) error {
	if !w.misfiled(now) {
		return nil
	}
	from := w.day
	old, err := s.foreign(ctx, from, w.entry.Article.ID)
	if err != nil || old == nil {
		return err
	}
	if err := s.moveClaim(ctx, w, now); err != nil {
		return err
	}
	for old != nil {
		taken, err := s.takeOut(ctx, from, old)
		if err != nil || taken {
			return err
		}
		if old, err = s.foreign(ctx, from, w.entry.Article.ID); err != nil { // it has changed in between
			return err
		}
	}
	return nil
}

// foreign returns what a day holds of an article in another site's word, nil if nothing.
func (s *Store) foreign(ctx context.Context, k dayKeys, id string) (*stored, error) {
	old, err := s.stored(ctx, k, id)
	switch {
	case s.skips(ctx, err): // what it has in the indexes cannot be told
		return nil, nil
	case err != nil || old == nil || old.Article.Via == "":
		return nil, err
	}
	return old, nil
}

// misfiled reports whether an article of the outlet's own belongs into another day than it
// is filed in: without a date, into no earlier one.
func (w *write) misfiled(now time.Time) bool {
	a, own := w.entry.Article, filingTime(w.entry, now)
	return w.of == nil && a.Via == "" && dayOf(own) != dayOf(w.filed) && (!a.Published.IsZero() || own.After(w.filed))
}

// moveClaim gives an article the filing time that it says itself.
func (s *Store) moveClaim(ctx context.Context, w *write, now time.Time) error {
	own, expires := filingTime(w.entry, now), any("")
	ends, err := s.ends(ctx, []time.Time{own}, now)
	if err != nil {
		return err
	}
	if !ends[0].IsZero() {
		expires = ends[0].UnixMilli()
	}
	filed, err := ask(ctx, s, (*redis.Cmd).Text, claimMoveScript, []string{s.keys.at(w.entry.Article.ID)}, w.filed.UnixMilli(), own.UnixMilli(), expires)
	if err == nil {
		w.filed, err = parseMilli(filed)
		w.day = s.keys.of(w.filed)
	}
	return err
}

// takeOut takes a stored entry out of a day; false says that it has changed.
func (s *Store) takeOut(ctx context.Context, k dayKeys, old *stored) (bool, error) {
	id := old.Article.ID
	story, err := value(ctx, s, func(p redis.Pipeliner) *redis.StringCmd { return p.HGet(ctx, k.stories(), id) })
	if err != nil {
		return false, err
	}
	keys := []string{k.briefs(), k.texts(), k.times(), k.stories(), k.story(story), k.placed()}
	args := []any{id, packID(id), old.head, story}
	for _, c := range old.changes("-", k, s.indexer) {
		keys = append(keys, c.key)
		args = append(args, c.op, c.operand)
	}
	return ask(ctx, s, (*redis.Cmd).Bool, refileScript, keys, args...)
}
