package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

// Hit is an article that was found.
type Hit struct {
	digest.Brief
	Terms int // how many of the terms that Query.Count counts it is filed under
}

const defaultLimit = 20

// Search returns the articles that hold all of the terms in title, entities or
// salient terms, or, where none does, those that hold the most of them. Total is
// the number of all such articles.
//
// The score is the sum over the terms of weight × idf: weight is where and how
// strongly the term stands in the article, and idf, over the articles of the
// window, is ln(1 + (N - n + ½)/(n + ½)) as in BM25 (Robertson and Zaragoza,
// 2009). Of equal scores the later article comes first.
//
// Phrases and Without are looked for in whole texts: of the articles with the
// most terms, then the highest score, the first thousand are read, and the others
// are not found. Without also leaves out what is filed under another form of one
// of its words. What is filed under none of the query's terms is never found.
func (s *Store) Search(ctx context.Context, q Query) (hits []Hit, total int, err error) {
	first := max(q.Offset, 0)
	last := first + cmp.Or(max(q.Limit, 0), defaultLimit)
	found, total, err := s.search(ctx, newPlan(q), last)
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	hits, err = s.hits(ctx, found[min(len(found), first):])
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	return hits, total, nil
}

// search returns the first matches, the best first, and the number of all.
func (s *Store) search(ctx context.Context, p plan, first int) (found []match, total int, err error) {
	days, err := s.daysOf(ctx, p.window)
	if err != nil {
		return nil, 0, err
	}
	read, err := s.postings(ctx, p, days)
	if err != nil {
		return nil, 0, err
	}
	found = matches(read, p)
	if p.reading.any() {
		if found, err = s.reread(ctx, top(found, maxRead), p); err != nil {
			return nil, 0, err
		}
	}
	found = most(found)
	return top(found, first), len(found), nil
}

// dayPostings is what a search reads of a day.
type dayPostings struct {
	day      string
	articles int
	terms    []string // the list of postings of each term
	sources  minutes  // of the articles of the sources asked for, nil for all
	without  minutes  // of the articles that are filed under what they must not hold
	inside   minutes  // of the articles inside of the window, nil for all
}

// minutes are those of the day at which articles were filed, by their numbers.
type minutes map[uint64]uint16

func (d *dayPostings) wants(id uint64) bool {
	_, excluded := d.without[id]
	return !excluded && in(d.sources, id) && in(d.inside, id)
}

func in(set minutes, id uint64) bool {
	_, ok := set[id]
	return ok || set == nil
}

// all returns the articles of the sources or, where none are asked for, inside of
// the window.
func (d *dayPostings) all() minutes {
	if d.sources != nil {
		return d.sources
	}
	return d.inside
}

// postings reads what the query needs of every day, each day in one state.
func (s *Store) postings(ctx context.Context, plan plan, days []string) ([]dayPostings, error) {
	lists := make([]*redis.SliceCmd, len(days))
	counts := make([]*redis.IntCmd, len(days))
	inside := map[int]*redis.ZSliceCmd{}
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, d := range days {
			k := s.keys.day(d)
			counts[i] = p.ZCard(ctx, k.times())
			if names := plan.keys(k); len(names) > 0 {
				lists[i] = p.MGet(ctx, names...)
			}
			if plan.window.cuts(d) || plan.isOpen() {
				inside[i] = p.ZRangeByScoreWithScores(ctx, k.times(), plan.window.scores())
			}
		}
	})
	if err != nil {
		return nil, err
	}
	read := make([]dayPostings, len(days))
	for i, d := range days {
		if lists[i] != nil {
			read[i] = plan.split(lists[i].Val())
		}
		read[i].day, read[i].articles = d, int(counts[i].Val())
		if c, ok := inside[i]; ok {
			read[i].inside = minutesOf(c.Val())
		}
	}
	return read, nil
}

// split tells the lists at those keys apart.
func (p plan) split(values []any) dayPostings {
	lists := make([]string, len(values))
	for i, v := range values {
		lists[i], _ = v.(string)
	}
	terms, excluded := len(p.terms), len(p.terms)+len(p.excluded)
	d := dayPostings{terms: lists[:terms], without: articlesIn(lists[terms:excluded])}
	if len(p.sources) > 0 {
		d.sources = articlesIn(lists[excluded:])
	}
	return d
}

// articlesIn returns the articles in some of the lists.
func articlesIn(lists []string) minutes {
	set := minutes{}
	for _, list := range lists {
		unpack(list, func(p posting) { set[p.id] = p.minute })
	}
	return set
}

// minutesOf returns the articles in a part of a day's index of times.
func minutesOf(times []redis.Z) minutes {
	set := make(minutes, len(times))
	for _, z := range times {
		id, _ := z.Member.(string)
		set[idNumber(id)] = minuteOf(time.UnixMilli(int64(z.Score)))
	}
	return set
}

// hits reads the articles of matches, in their order.
func (s *Store) hits(ctx context.Context, matches []match) ([]Hit, error) {
	at := make(map[string]int, len(matches))
	for i, m := range matches {
		at[idString(m.id)] = i
	}
	briefs, err := s.briefs(ctx, places(matches))
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, len(briefs))
	for i, b := range briefs {
		m := matches[at[b.ID]]
		hits[i] = Hit{b, m.terms}
	}
	slices.SortFunc(hits, func(a, b Hit) int { return cmp.Compare(at[a.ID], at[b.ID]) })
	return hits, nil
}

// places returns where the articles of matches are, grouped by day.
func places(matches []match) []place {
	out := make([]place, len(matches))
	for i, m := range matches {
		out[i] = m.place()
	}
	slices.SortFunc(out, func(a, b place) int { return cmp.Or(strings.Compare(a.day, b.day), strings.Compare(a.id, b.id)) })
	return out
}
