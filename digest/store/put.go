package store

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

var putScript = script("list", "put")

// What put.lua returns; anything else says that old is not what is there.
const (
	scriptSame    = 0
	scriptWritten = 1
)

// write is the writing of one entry.
type write struct {
	entry   Entry           // as given
	of      *digest.Article // that it was made of, and whose place alone it takes; nil: it takes any
	content string          // a hash of it
	filed   time.Time
	day     dayKeys
	old     *stored // what is thought to be there, nil for nothing
	eval    bool    // the server does not know the script yet
	stale   bool    // old is not what is there
	sent    outcome // of the last attempt whose answer was lost, else unchanged
	outcome outcome
	done    bool
}

// stored is an entry that is there, with the head of its record.
type stored struct {
	Entry
	head string
}

// newWrite returns the writing of an entry that comes at a time.
func newWrite(e Entry, of *digest.Article, now time.Time) (*write, error) {
	if err := e.check(); err != nil {
		return nil, err
	}
	w := &write{entry: e.rounded(), of: of, content: content(e.Article), stale: of != nil}
	if a := &w.entry.Article; a.Published.After(now) { // it has come, whatever it says
		a.Published = time.Time{}
	}
	return w, nil
}

// putBatch stores what comes in as few messages as possible. After an error some
// of it may be stored.
func (s *Store) putBatch(ctx context.Context, batch []Revision) ([]outcome, error) {
	writes, now := make([]*write, len(batch)), s.options.Now()
	for i, r := range batch {
		var err error
		if writes[i], err = newWrite(r.Entry, r.Of, now); err != nil {
			return nil, fmt.Errorf("store: %w", err)
		}
	}
	if err := s.claim(ctx, writes); err != nil {
		return nil, fmt.Errorf("store articles: %w", err)
	}
	if err := s.loadOld(ctx, writes); err != nil {
		return nil, fmt.Errorf("store articles: %w", err)
	}
	for pending := unfinished(writes); len(pending) > 0; pending = unfinished(pending) {
		err := s.retry(ctx, s.options.Patience, func(ctx context.Context) error {
			return s.attempt(ctx, unfinished(pending))
		})
		if err != nil {
			return nil, fmt.Errorf("store articles: %w", err)
		}
	}
	outcomes := make([]outcome, len(writes))
	for i, w := range writes {
		outcomes[i] = w.outcome
	}
	return outcomes, nil
}

func unfinished(writes []*write) []*write {
	var left []*write
	for _, w := range writes {
		if !w.done {
			left = append(left, w)
		}
	}
	return left
}

// claim gives every article its filing time, which is its day for good: the
// first writer's proposal stands. It comes before the article itself, so that a
// writer that dies in between leaves a time without an article, which reads as
// no article and which the next writer takes over.
func (s *Store) claim(ctx context.Context, writes []*write) error {
	now := s.options.Now()
	proposed := make([]time.Time, len(writes))
	for i, w := range writes {
		w.filed = filingTime(w.entry, now)
		proposed[i] = w.filed
	}
	ends, err := s.ends(ctx, proposed, now)
	if err != nil {
		return err
	}
	claims := make([]*redis.StatusCmd, len(writes))
	err = s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, w := range writes {
			args := redis.SetArgs{Mode: "NX", Get: true, ExpireAt: ends[i]}
			claims[i] = p.SetArgs(ctx, s.keys.at(w.entry.Article.ID), w.filed.UnixMilli(), args)
		}
	})
	if err != nil {
		return err
	}
	days := map[string]time.Time{}
	for i, w := range writes {
		if v := claims[i].Val(); v != "" {
			if w.filed, err = parseMilli(v); err != nil {
				return fmt.Errorf("filing time of article %s: %w", w.entry.Article.ID, err)
			}
		}
		w.day = s.keys.of(w.filed)
		if err := s.refile(ctx, w, now); err != nil {
			return err
		}
		days[dayOf(w.filed)] = w.filed
	}
	return s.addDays(ctx, days, now)
}

// filingTime proposes when an article counts as published, to the millisecond.
func filingTime(e Entry, now time.Time) time.Time {
	t := e.time()
	if t.IsZero() {
		t = now
	}
	return t.UTC().Truncate(time.Millisecond)
}

// expiry returns when a day that begins its life now with an article filed at
// t ends.
func (s *Store) expiry(t, now time.Time) time.Time {
	return later(dayEnd(t), now).Add(s.options.Retention)
}

// place returns the entry as it is stored: with a time in the day in which it is
// filed, however its source may have changed the date since.
func (w *write) place() Entry {
	e := w.entry
	if dayOf(e.Article.Published) != dayOf(w.filed) || e.Article.Published.IsZero() {
		e.Article.Published = time.Time{}
		if w.old != nil {
			e.Article.Published = w.old.Article.Published
		}
	}
	e.Article.Seen = time.Time{}
	if e.Article.Published.IsZero() {
		e.Article.Seen = w.filed
	}
	return e
}

// attempt sends every write once and takes in what comes back.
func (s *Store) attempt(ctx context.Context, writes []*write) error {
	cmds := make([]*redis.Cmd, len(writes))
	p := s.redis.Pipeline()
	for i, w := range writes {
		keys, args := s.call(w)
		if w.eval {
			cmds[i] = putScript.Eval(ctx, p, keys, args...)
		} else {
			cmds[i] = putScript.EvalSha(ctx, p, keys, args...)
		}
	}
	p.Exec(ctx) // every command has its own error
	var failed error
	for i, w := range writes {
		if err := w.settle(cmds[i]); err != nil && failed == nil {
			failed = err
		}
	}
	if failed != nil {
		return s.explain(failed)
	}
	return s.loadOld(ctx, writes)
}

// settle takes in the answer to a write. It returns an error if there was none,
// or Redis refused.
func (w *write) settle(cmd *redis.Cmd) error {
	attempted := added
	if w.old != nil {
		attempted = changed
	}
	n, err := cmd.Int()
	switch {
	case redis.HasErrorPrefix(err, "NOSCRIPT"):
		w.eval = true
	case err != nil:
		w.sent = attempted
		return err
	case n == scriptWritten:
		w.outcome, w.done = attempted, true
	case n == scriptSame:
		w.outcome, w.done = w.sent, true
	default:
		w.stale = true
	}
	return nil
}

// call returns the keys and arguments of put.lua.
func (s *Store) call(w *write) (keys []string, args []any) {
	e, k := w.place(), w.day
	expected := ""
	var changes []change
	if w.old != nil {
		expected = w.old.head
		changes = w.old.changes("-", k, s.indexer)
	}
	changes = append(changes, e.changes("+", k, s.indexer)...)
	r := e.encode(w.content)
	expires := ""
	if s.options.Retention != Forever {
		expires = strconv.FormatInt(s.expiry(w.filed, s.options.Now()).UnixMilli(), 10)
	}
	keys = append(make([]string, 0, 3+len(changes)), k.briefs(), k.texts(), k.times())
	args = append(make([]any, 0, 6+2*len(changes)), e.Article.ID, expected, r.brief, r.text, e.time().UnixMilli(), expires)
	for _, c := range changes {
		keys = append(keys, c.key)
		args = append(args, c.op, c.operand)
	}
	return keys, args
}

// loadOld reads what is there in the place of writes that met something else
// than they expected, or know of no head that they expect. Where that does not yield
// to them, or is not what they were made of, they are done.
func (s *Store) loadOld(ctx context.Context, writes []*write) error {
	for _, w := range writes {
		if !w.stale {
			continue
		}
		old, err := s.stored(ctx, w.day, w.entry.Article.ID)
		damaged := err != nil
		if damaged && !s.skips(ctx, err) { // what a damaged one has in the indexes stays until its day expires
			return err
		}
		w.old, w.stale = old, false
		if w.of != nil && (damaged || old == nil || content(old.Article) != content(*w.of)) {
			w.outcome, w.done = overtaken, true
			continue
		}
		if !damaged && old != nil && !old.Article.Yields(w.entry.Article) {
			w.done = true
			s.options.Logger.DebugContext(ctx, "article left as it is: another site only tells of it", "article", old.Article.ID, "via", w.entry.Article.Via)
		}
	}
	return nil
}
