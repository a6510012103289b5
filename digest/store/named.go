package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
	"newsbot/digest/text"
)

// Bounds on what EntityNamed looks at and returns.
const (
	maxResolved = 50
	maxNamed    = 10
)

// EntityNamed returns at most ten entities that words could mean: those that
// articles name in forms that hold every one of the words, as text.Query forms
// them. An entity whose name is just these words comes first, then the most
// often named. Count is the number of articles that name it on the days that
// the window overlaps.
func (s *Store) EntityNamed(ctx context.Context, words string, from, to time.Time) ([]digest.EntityCount, error) {
	found, err := s.entityNamed(ctx, words, window{from, to})
	if err != nil {
		return nil, fmt.Errorf("look up %q: %w", words, err)
	}
	name := text.Fold(strings.TrimSpace(words))
	slices.SortStableFunc(found, func(a, b digest.EntityCount) int {
		return last(text.Fold(a.Name) != name) - last(text.Fold(b.Name) != name)
	})
	return found[:min(len(found), maxNamed)], nil
}

// last puts behind others what something holds for.
func last(so bool) int {
	if so {
		return 1
	}
	return 0
}

// entityNamed returns the entities with all words in their names: those first whose IDs
// hold just the words, then the most often named.
func (s *Store) entityNamed(ctx context.Context, words string, w window) ([]digest.EntityCount, error) {
	terms := unique(text.Query(words))
	days, err := s.daysOf(ctx, w)
	if err != nil || len(days) == 0 || len(terms) == 0 {
		return nil, err
	}
	ids, err := s.idsNamed(ctx, days, terms)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	named, err := s.countNamed(ctx, days, ids)
	if err != nil {
		return nil, err
	}
	name := asInID(words)
	slices.SortFunc(named, func(a, b namedEntity) int {
		return cmp.Or(last(digest.CalledIn(a.ID) != name)-last(digest.CalledIn(b.ID) != name), b.Count-a.Count, strings.Compare(a.ID, b.ID))
	})
	return s.resolve(ctx, named[:min(len(named), maxResolved)])
}

// asInID writes a name as the ID of an entity holds it (digest.CalledIn).
func asInID(name string) string {
	isGap := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return strings.Join(strings.FieldsFunc(text.Fold(name), isGap), " ")
}

// idsNamed returns the IDs of the entities that have every term in their names.
func (s *Store) idsNamed(ctx context.Context, days, terms []string) ([]string, error) {
	cmds := make([]*redis.StringSliceCmd, 0, len(days)*len(terms))
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		cmds = cmds[:0]
		for _, t := range terms {
			for _, d := range days {
				cmds = append(cmds, p.HKeys(ctx, s.keys.day(d).nameWord(t)))
			}
		}
	})
	if err != nil {
		return nil, err
	}
	have := map[string]int{} // how many of the terms, from the first on, an entity has
	for i := range terms {
		for _, c := range cmds[i*len(days) : (i+1)*len(days)] {
			for _, id := range c.Val() {
				if have[id] == i {
					have[id] = i + 1
				}
			}
		}
	}
	var ids []string
	for id, n := range have {
		if n == len(terms) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// namedEntity is an entity with the last day on which it was named.
type namedEntity struct {
	digest.EntityCount
	day string
}

// countNamed counts the articles that name each entity; those of none are left
// out.
func (s *Store) countNamed(ctx context.Context, days, ids []string) ([]namedEntity, error) {
	cmds := make([]*redis.SliceCmd, len(days))
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, d := range days {
			cmds[i] = p.HMGet(ctx, s.keys.day(d).counts(), ids...)
		}
	})
	if err != nil {
		return nil, err
	}
	named := make([]namedEntity, len(ids))
	for i, id := range ids {
		named[i].ID = id
		for j, d := range days {
			v, _ := cmds[j].Val()[i].(string)
			if n, _ := strconv.Atoi(v); n > 0 {
				named[i].Count += n
				named[i].day = d
			}
		}
	}
	return slices.DeleteFunc(named, func(e namedEntity) bool { return e.Count == 0 }), nil
}

// resolve completes entities with name and type, as an article of the last day
// has them.
func (s *Store) resolve(ctx context.Context, named []namedEntity) ([]digest.EntityCount, error) {
	last := make([]*redis.StringCmd, len(named))
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, e := range named {
			last[i] = p.GetRange(ctx, s.keys.day(e.day).entity(e.ID), -postingLen, -1)
		}
	})
	if err != nil {
		return nil, err
	}
	places := make([]place, 0, len(named))
	for i, e := range named {
		unpack(last[i].Val(), func(p posting) { places = append(places, place{e.day, idString(p.id)}) })
	}
	articles, err := s.briefs(ctx, places)
	if err != nil {
		return nil, err
	}
	var found []digest.EntityCount
	for _, e := range named {
		if i := slices.IndexFunc(articles, func(b digest.Brief) bool { return nameIn(b, e.ID) != nil }); i >= 0 {
			n := nameIn(articles[i], e.ID)
			e.Name, e.Type = n.Name, n.Type
			found = append(found, e.EntityCount)
		}
	}
	return found, nil
}
