package store

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
	"newsbot/digest/entity"
)

// Query asks for articles.
type Query struct {
	Terms    []string      // as text.Query forms them
	Sources  []string      // only articles of these; of all if empty
	Types    []entity.Type // a term counts only as part of the name of such an entity; anywhere if empty
	From, To time.Time     // as for Window
	Limit    int           // hits to return at most; 20 if 0
	Offset   int           // hits to leave out from the best on
}

// Hit is an article that was found.
type Hit struct {
	digest.Brief
	Score float64 // comparable within one search
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
func (s *Store) Search(ctx context.Context, q Query) (hits []Hit, total int, err error) {
	w := window{q.From, q.To}
	q.Terms = unique(q.Terms)
	days, err := s.daysOf(ctx, w)
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	read, err := s.postings(ctx, q, w, days)
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	found := rank(read, len(q.Terms), typesOf(q.Types...))
	page := found[min(len(found), max(q.Offset, 0)):]
	page = page[:min(len(page), cmp.Or(max(q.Limit, 0), defaultLimit))]
	hits, err = s.hits(ctx, page)
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	return hits, len(found), nil
}

// dayPostings is what a search reads of a day.
type dayPostings struct {
	day      string
	articles int
	terms    []string            // the list of postings of each term
	sources  map[uint64]struct{} // the articles of the sources asked for, nil for all
	inside   map[uint64]struct{} // the articles inside of the window, nil for all
}

func (d *dayPostings) wants(id uint64) bool {
	return in(d.sources, id) && in(d.inside, id)
}

func in(set map[uint64]struct{}, id uint64) bool {
	_, ok := set[id]
	return ok || set == nil
}

// postings reads what the query needs of every day, each day in one state.
func (s *Store) postings(ctx context.Context, q Query, w window, days []string) ([]dayPostings, error) {
	lists := make([]*redis.SliceCmd, len(days))
	counts := make([]*redis.IntCmd, len(days))
	inside := map[int]*redis.StringSliceCmd{}
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, d := range days {
			k := s.keys.day(d)
			counts[i] = p.ZCard(ctx, k.times())
			if names := q.keys(k); len(names) > 0 {
				lists[i] = p.MGet(ctx, names...)
			}
			if w.cuts(d) {
				inside[i] = p.ZRangeByScore(ctx, k.times(), w.scores())
			}
		}
	})
	if err != nil || len(q.Terms) == 0 {
		return nil, err
	}
	read := make([]dayPostings, len(days))
	for i, d := range days {
		read[i] = q.split(lists[i].Val())
		read[i].day, read[i].articles = d, int(counts[i].Val())
		if c, ok := inside[i]; ok {
			read[i].inside = idSet(c.Val())
		}
	}
	return read, nil
}

// keys returns the keys of the lists of postings: of the terms, then of the
// sources.
func (q Query) keys(k dayKeys) []string {
	var keys []string
	for _, t := range q.Terms {
		keys = append(keys, k.term(t))
	}
	for _, name := range q.Sources {
		keys = append(keys, k.source(clip(name)))
	}
	return keys
}

// split tells the lists at those keys apart.
func (q Query) split(values []any) dayPostings {
	lists := make([]string, len(values))
	for i, v := range values {
		lists[i], _ = v.(string)
	}
	d := dayPostings{terms: lists[:len(q.Terms)]}
	if len(q.Sources) > 0 {
		d.sources = map[uint64]struct{}{}
		for _, list := range lists[len(q.Terms):] {
			unpack(list, func(p posting) { d.sources[p.id] = struct{}{} })
		}
	}
	return d
}

func idSet(ids []string) map[uint64]struct{} {
	set := make(map[uint64]struct{}, len(ids))
	for _, id := range ids {
		set[idNumber(id)] = struct{}{}
	}
	return set
}

// match is an article that holds some of the terms.
type match struct {
	place
	minute uint16 // of the day
	terms  int    // how many of the query's it holds
	score  float64
}

// rank returns the articles that hold the most terms, the best first.
func rank(days []dayPostings, terms int, types typeSet) []match {
	idf := idfs(days, terms)
	var matches []match
	most := 1
	for _, d := range days {
		for id, m := range d.match(idf, types) {
			m.place = place{d.day, idString(id)}
			matches = append(matches, m)
			most = max(most, m.terms)
		}
	}
	matches = slices.DeleteFunc(matches, func(m match) bool { return m.terms < most })
	slices.SortFunc(matches, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(b.day, a.day), cmp.Compare(b.minute, a.minute), strings.Compare(a.id, b.id))
	})
	return matches
}

func (d *dayPostings) match(idf []float64, types typeSet) map[uint64]match {
	matches := map[uint64]match{}
	for t, list := range d.terms {
		unpack(list, func(p posting) {
			if types != 0 && p.types&types == 0 || !d.wants(p.id) {
				return
			}
			m := matches[p.id]
			m.minute = p.minute
			m.terms++
			m.score += idf[t] * float64(p.weight) / weightSteps
			matches[p.id] = m
		})
	}
	return matches
}

// idfs returns the inverse document frequency of each term over the days.
func idfs(days []dayPostings, terms int) []float64 {
	articles := 0
	holding := make([]int, terms)
	for _, d := range days {
		articles += d.articles
		for t, list := range d.terms {
			holding[t] += len(list) / postingLen
		}
	}
	idf := make([]float64, terms)
	for t, n := range holding {
		idf[t] = math.Log(1 + (float64(max(articles-n, 0))+0.5)/(float64(n)+0.5))
	}
	return idf
}

// hits reads the articles of matches, in their order.
func (s *Store) hits(ctx context.Context, matches []match) ([]Hit, error) {
	scores := make(map[string]float64, len(matches))
	order := make(map[string]int, len(matches))
	places := make([]place, len(matches))
	for i, m := range matches {
		scores[m.id], order[m.id], places[i] = m.score, i, m.place
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Or(strings.Compare(a.day, b.day), strings.Compare(a.id, b.id)) })
	briefs, err := s.briefs(ctx, places)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, len(briefs))
	for i, b := range briefs {
		hits[i] = Hit{b, scores[b.ID]}
	}
	slices.SortFunc(hits, func(a, b Hit) int { return cmp.Compare(order[a.ID], order[b.ID]) })
	return hits, nil
}
