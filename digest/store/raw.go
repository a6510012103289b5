package store

import (
	"context"
	"fmt"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

// Raw is the page of an article as it was fetched, with the article as its feed
// gave it: from both a later version of the program may make a better article.
type Raw struct {
	ID          string // of the article that was made of both
	Feed        string // ID of the feed that brought it, and takes as much more of Redis (Store.Taken); not kept
	Article     digest.Article
	Address     string // of the page, after redirects
	ContentType string
	Page        []byte
}

// MostRawDays is for how many days pages can be kept at most.
const MostRawDays = 31

// The largest page that is kept, in bytes, and in those that it takes in Redis: a feed
// whose articles have such pages does not fill it.
const (
	maxRaw    = 2 << 20
	maxPacked = 256 << 10
)

// KeepRaw keeps a page for some days after this one. Of a very large one only that
// is noted that a former one is out of date.
func (s *Store) KeepRaw(ctx context.Context, r Raw, days int) error {
	record := ""
	if len(r.Page) <= maxRaw {
		record = encodeRaw(r)
	}
	if record == "" || len(record) > maxPacked {
		return s.ForgetRaw(ctx, r.ID, days)
	}
	now := s.options.Now()
	if err := s.addTaken(ctx, r.Feed, now, len(record)); err != nil {
		return fmt.Errorf("note that the page of article %s is kept: %w", r.ID, err)
	}
	key := s.keys.raw(dayOf(now))
	err := s.atomically(ctx, func(p redis.Pipeliner) {
		p.HSet(ctx, key, r.ID, record)
		p.ExpireAt(ctx, key, dayEnd(now).AddDate(0, 0, days))
	})
	if err != nil {
		return fmt.Errorf("keep the page of article %s: %w", r.ID, err)
	}
	return nil
}

// ForgetRaw forgets the pages of an article that were kept for so many days: it has
// come anew without one, so that they are older than what is stored.
func (s *Store) ForgetRaw(ctx context.Context, id string, days int) error {
	today := s.options.Now()
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		for i := range days + 1 {
			p.HDel(ctx, s.keys.raw(dayOf(today.AddDate(0, 0, -i))), id)
		}
	})
	if err != nil {
		return fmt.Errorf("forget the page of article %s: %w", id, err)
	}
	return nil
}

// Raws returns what is kept of articles, by their IDs: the page that was fetched
// last, none where that is damaged.
func (s *Store) Raws(ctx context.Context, ids []string) (map[string]Raw, error) {
	today := s.options.Now()
	kept := make([]*redis.SliceCmd, MostRawDays+1)
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		for i := range kept {
			kept[i] = p.HMGet(ctx, s.keys.raw(dayOf(today.AddDate(0, 0, i-MostRawDays))), ids...)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("read pages of articles: %w", err)
	}
	raws := make(map[string]Raw)
	for _, day := range kept {
		for i, v := range day.Val() {
			record, ok := v.(string)
			if !ok {
				continue
			}
			raw, err := decodeRaw(ids[i], record)
			if err == nil {
				raws[ids[i]] = raw
				continue
			}
			if err = fmt.Errorf("read the page of article %s: %w", ids[i], err); !s.skips(ctx, err) {
				return nil, err
			}
			delete(raws, ids[i])
		}
	}
	return raws, nil
}

const rawVersion = 1 // first byte of every record

func encodeRaw(r Raw) string {
	var w writer
	for _, s := range []string{encodeArticle(r.Article), r.Address, r.ContentType, string(r.Page)} {
		w.string(s)
	}
	return string(compress([]byte{rawVersion}, w.b))
}

func decodeRaw(id, record string) (Raw, error) {
	r, err := unpacked(record, rawVersion, versionLen)
	if err != nil {
		return Raw{}, err
	}
	article := r.string()
	raw := Raw{ID: id, Address: r.string(), ContentType: r.string(), Page: []byte(r.string())}
	if r.bad {
		return Raw{}, errRecord
	}
	raw.Article, err = decodeArticle(article)
	return raw, err
}
