package store

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

// filedDays returns the day in which each article is filed, "" where it has none.
func (s *Store) filedDays(ctx context.Context, ids []string) ([]string, error) {
	times := make([]*redis.StringCmd, len(ids))
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, id := range ids {
			times[i] = p.Get(ctx, s.keys.at(id))
		}
	})
	if err != nil {
		return nil, err
	}
	days := make([]string, len(ids))
	for i, c := range times {
		if c.Val() == "" {
			continue
		}
		filed, err := parseMilli(c.Val())
		if err != nil {
			return nil, fmt.Errorf("filing time of article %s: %w", ids[i], err)
		}
		days[i] = dayOf(filed)
	}
	return days, nil
}

// stored returns the entry that a day holds of an article, nil if none; of a damaged
// one only the head, with the error.
func (s *Store) stored(ctx context.Context, k dayKeys, id string) (*stored, error) {
	var brief, text *redis.StringCmd
	err := s.snapshot(ctx, func(p redis.Pipeliner) {
		brief, text = p.HGet(ctx, k.briefs(), id), p.HGet(ctx, k.texts(), id)
	})
	if err != nil || brief.Val() == "" {
		return nil, err
	}
	e, err := decodeEntry(id, brief.Val(), text.Val())
	return &stored{e, brief.Val()[:min(len(brief.Val()), headLen)]}, err
}

// Known tells for each article whether it is stored with the same content, so
// that it needs no analysis.
func (s *Store) Known(ctx context.Context, articles []digest.Article) ([]bool, error) {
	ids := make([]string, len(articles))
	for i, a := range articles {
		ids[i] = a.ID
	}
	days, err := s.byDay(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("look articles up: %w", err)
	}
	heads := map[string]string{}
	for d, ids := range days {
		if err := s.heads(ctx, d, ids, heads); err != nil {
			return nil, fmt.Errorf("look articles up: %w", err)
		}
	}
	known := make([]bool, len(articles))
	for i, a := range articles {
		known[i] = contentOf(heads[a.ID]) == content(a)
	}
	return known, nil
}

// byDay returns the IDs of articles by the day in which each is filed, without those that
// have none.
func (s *Store) byDay(ctx context.Context, ids []string) (map[string][]string, error) {
	filed, err := s.filedDays(ctx, ids)
	if err != nil {
		return nil, err
	}
	days := make(map[string][]string)
	for i, d := range filed {
		if d != "" {
			days[d] = append(days[d], ids[i])
		}
	}
	return days, nil
}

var headsScript = script("heads")

// heads reads the heads of a day's records into a map by ID.
func (s *Store) heads(ctx context.Context, d string, ids []string, into map[string]string) error {
	for chunk := range slices.Chunk(ids, chunkLen) {
		args := make([]any, len(chunk))
		for i, id := range chunk {
			args[i] = id
		}
		found, err := value(ctx, s, func(p redis.Pipeliner) *redis.Cmd {
			return headsScript.Eval(ctx, p, []string{s.keys.day(d).briefs()}, args...)
		})
		if err != nil {
			return err
		}
		list, _ := found.([]any)
		for i, v := range list {
			if head, ok := v.(string); ok {
				into[chunk[i]] = head
			}
		}
	}
	return nil
}

// Entries yields the stored articles that count as published from from up to, but not
// including, to, day by day, each day in the order of IDs. A zero time is no bound. It
// holds few of them at a time. Damaged ones are left out; after another error it ends.
func (s *Store) Entries(ctx context.Context, from, to time.Time) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		w := window{from, to}
		days, err := s.daysOf(ctx, w)
		for i := 0; i < len(days) && err == nil; i++ {
			var more bool
			if more, err = s.entriesOf(ctx, s.keys.day(days[i]), w, yield); !more {
				return
			}
		}
		if err != nil {
			yield(Entry{}, fmt.Errorf("read articles: %w", err))
		}
	}
}

// EntriesOf returns stored articles with their texts, in the order of their IDs given. Those
// that are gone or damaged are left out.
func (s *Store) EntriesOf(ctx context.Context, ids []string) ([]Entry, error) {
	entries, err := s.entriesWith(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("read articles: %w", err)
	}
	return entries, nil
}

func (s *Store) entriesWith(ctx context.Context, ids []string) ([]Entry, error) {
	days, err := s.byDay(ctx, ids)
	if err != nil {
		return nil, err
	}
	read := make(map[string]Entry, len(ids))
	for d, ids := range days {
		entries, err := s.entries(ctx, s.keys.day(d), ids)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			read[e.Article.ID] = e
		}
	}
	var found []Entry
	for _, id := range ids {
		if e, ok := read[id]; ok {
			found = append(found, e)
		}
	}
	return found, nil
}

// entriesOf yields a day's articles in a window. more is false once yield has returned
// false.
func (s *Store) entriesOf(ctx context.Context, k dayKeys, w window, yield func(Entry, error) bool) (more bool, err error) {
	ids, err := value(ctx, s, func(p redis.Pipeliner) *redis.StringSliceCmd { return p.ZRangeByScore(ctx, k.times(), w.scores()) })
	if err != nil {
		return true, err
	}
	slices.Sort(ids)
	for chunk := range slices.Chunk(ids, chunkLen) {
		entries, err := s.entries(ctx, k, chunk)
		if err != nil {
			return true, err
		}
		for _, e := range entries {
			if w.holds(e.time()) && !yield(e, nil) {
				return false, nil
			}
		}
	}
	return true, nil
}

// entries reads articles of one day with their texts; those that are gone or
// damaged are left out.
func (s *Store) entries(ctx context.Context, k dayKeys, ids []string) ([]Entry, error) {
	var briefs, texts *redis.SliceCmd
	err := s.snapshot(ctx, func(p redis.Pipeliner) {
		briefs, texts = p.HMGet(ctx, k.briefs(), ids...), p.HMGet(ctx, k.texts(), ids...)
	})
	if err != nil {
		return nil, err
	}
	return readable(ctx, s, briefs.Val(), func(i int, brief string) (Entry, error) {
		text, _ := texts.Val()[i].(string)
		return decodeEntry(ids[i], brief, text)
	})
}
