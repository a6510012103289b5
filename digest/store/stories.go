package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

var placeScript = script("now", "list", "place")

// ErrNotFound says that no article with the ID is stored, or no longer.
var ErrNotFound = errors.New("no such article")

// ErrConflict says that something else has changed what was to be changed.
var ErrConflict = errors.New("changed in between")

// versionField is the field of a day's stories that counts their changes; the
// others are article IDs.
const versionField = "version"

// DayState tells how far the articles of a day are in stories.
type DayState struct {
	Day      string // "2026-11-23"
	Version  string // changes whenever an article is placed; "" before the first
	Articles int
	Placed   int // of them that are in a story
}

// DayStates returns the states of those days that have articles and that the time from
// from up to, but not including, to overlaps, in order. A zero time is no bound.
func (s *Store) DayStates(ctx context.Context, from, to time.Time) ([]DayState, error) {
	days, err := s.daysOf(ctx, window{from, to})
	if err != nil {
		return nil, fmt.Errorf("read the days: %w", err)
	}
	versions := make([]*redis.StringCmd, len(days))
	articles, placed := make([]*redis.IntCmd, len(days)), make([]*redis.IntCmd, len(days))
	err = s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, d := range days {
			k := s.keys.day(d)
			versions[i], articles[i], placed[i] = p.HGet(ctx, k.stories(), versionField), p.HLen(ctx, k.briefs()), p.HLen(ctx, k.stories())
		}
	})
	if err != nil {
		return nil, fmt.Errorf("count the articles that are in stories: %w", err)
	}
	var states []DayState
	for i, d := range days {
		if n := int(articles[i].Val()); n > 0 {
			states = append(states, DayState{d, versions[i].Val(), n, max(int(placed[i].Val())-1, 0)}) // the version is one too
		}
	}
	return states, nil
}

// UnplacedOf returns the articles of a day that are in no story yet, in order of time.
// It reads from the end of the day until it has as many as the state of the day tells:
// what has just come is mostly of the last hours.
func (s *Store) UnplacedOf(ctx context.Context, d DayState) ([]string, error) {
	k := s.keys.day(d.Day)
	var open []string
	for first := int64(0); len(open) < d.Articles-d.Placed; first += placeLen {
		ids, err := value(ctx, s, func(p redis.Pipeliner) *redis.StringSliceCmd {
			return p.ZRevRange(ctx, k.times(), first, first+placeLen-1)
		})
		if err == nil && len(ids) == 0 {
			break
		}
		var in []any
		if err == nil {
			in, err = value(ctx, s, func(p redis.Pipeliner) *redis.SliceCmd { return p.HMGet(ctx, k.stories(), ids...) })
		}
		if err != nil {
			return nil, fmt.Errorf("find articles of %s that are in no story: %w", d.Day, err)
		}
		for i, story := range in {
			if story == nil {
				open = append(open, ids[i])
			}
		}
	}
	open = unique(open) // what comes meanwhile shifts those behind it
	slices.Reverse(open)
	return open, nil
}

// DayStories is the articles of a day with the stories that they are in.
type DayStories struct {
	Day      string
	Version  string // changes whenever an article is placed; "" before the first
	Articles []Placed
}

// Placed is an article and the name of the story that it is in, "" for none.
type Placed struct{ ID, Story string }

// DaysStories returns those days from first to last that have articles. The
// articles are in order of time.
func (s *Store) DaysStories(ctx context.Context, first, last time.Time) ([]DayStories, error) {
	days, err := s.daysOf(ctx, window{first, last.Add(day)})
	if err != nil {
		return nil, fmt.Errorf("read the days: %w", err)
	}
	out := make([]DayStories, len(days))
	for i, d := range days {
		var ids *redis.StringSliceCmd
		var stories *redis.MapStringStringCmd
		k := s.keys.day(d)
		err := s.snapshot(ctx, func(p redis.Pipeliner) {
			ids, stories = p.ZRange(ctx, k.times(), 0, -1), p.HGetAll(ctx, k.stories())
		})
		if err != nil {
			return nil, fmt.Errorf("read the stories of %s: %w", d, err)
		}
		in := stories.Val()
		out[i] = DayStories{Day: d, Version: in[versionField], Articles: make([]Placed, len(ids.Val()))}
		for j, id := range ids.Val() {
			out[i].Articles[j] = Placed{id, in[id]}
		}
	}
	return out, nil
}

// Elsewhere returns what stories by their names have on other days than some: those
// days with these articles alone.
func (s *Store) Elsewhere(ctx context.Context, names []string, than func(day string) bool) ([]DayStories, error) {
	days, err := s.daysOf(ctx, window{})
	if err != nil {
		return nil, fmt.Errorf("read the days: %w", err)
	}
	days = slices.DeleteFunc(days, than)
	versions, lists := make([]*redis.StringCmd, len(days)), make([]*redis.SliceCmd, len(days))
	err = s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, d := range days {
			k := s.keys.day(d)
			keys := make([]string, len(names))
			for j, name := range names {
				keys[j] = k.story(name)
			}
			versions[i], lists[i] = p.HGet(ctx, k.stories(), versionField), p.MGet(ctx, keys...)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("read what stories have on other days: %w", err)
	}
	var out []DayStories
	for i, d := range days {
		found := DayStories{Day: d, Version: versions[i].Val()}
		for j, list := range lists[i].Val() {
			packed, _ := list.(string)
			for _, id := range unpackIDs(packed) {
				found.Articles = append(found.Articles, Placed{id, names[j]})
			}
		}
		if len(found.Articles) > 0 {
			out = append(out, found)
		}
	}
	return out, nil
}

// Briefs returns articles of a day, in order of their times and IDs; those that
// are gone are left out.
func (s *Store) Briefs(ctx context.Context, day string, ids []string) ([]digest.Brief, error) {
	places := make([]place, len(ids))
	for i, id := range ids {
		places[i] = place{day, id}
	}
	briefs, err := s.briefs(ctx, places)
	if err != nil {
		return nil, fmt.Errorf("read articles of %s: %w", day, err)
	}
	slices.SortFunc(briefs, digest.ByTime)
	return briefs, nil
}

// Placement puts an article into a story, named by the ID of the article that
// it began with.
type Placement struct {
	Article string
	From    string // the story that it leaves, "" for none
	To      string
}

// placeLen is how many articles one script places.
const placeLen = 500

// Place puts articles of a day into stories and returns the day's new version.
// The error is ErrConflict if the version is not the one given, or an article is not
// of the day any more: then the stories have to be read again. After an error some articles may be placed.
func (s *Store) Place(ctx context.Context, day, version string, placements []Placement) (string, error) {
	for some := range slices.Chunk(placements, placeLen) {
		next, err := s.place(ctx, day, version, some)
		if err != nil {
			return "", fmt.Errorf("place articles of %s: %w", day, err)
		}
		version = next
	}
	return version, nil
}

// place is Place with one script. Tried again after an answer was lost, it finds
// another version: a conflict.
func (s *Store) place(ctx context.Context, day, version string, placements []Placement) (string, error) {
	k := s.keys.day(day)
	keys, args := []string{k.stories(), k.briefs(), k.placed()}, []any{version}
	for _, p := range placements {
		keys = append(keys, k.story(cmp.Or(p.From, p.To)), k.story(p.To))
		args = append(args, p.Article, packID(p.Article), p.To)
	}
	n, err := ask(ctx, s, (*redis.Cmd).Int, placeScript, keys, args...)
	if err == nil && n < 0 {
		err = ErrConflict
	}
	return strconv.Itoa(n), err
}

// Story returns the articles of the story that an article is in, in the order
// of their times and IDs. The error is ErrNotFound if there is no such article,
// or it is in no story yet. Since a story is named by an article of it, a name
// that it had before it became part of another one leads to that.
func (s *Store) Story(ctx context.Context, id string) ([]digest.Brief, error) {
	if !validID.MatchString(id) {
		return nil, fmt.Errorf("story %q: %w", id, ErrNotFound)
	}
	briefs, err := s.story(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read story %s: %w", id, err)
	}
	if len(briefs) == 0 {
		return nil, fmt.Errorf("story %s: %w", id, ErrNotFound)
	}
	slices.SortFunc(briefs, digest.ByTime)
	return briefs, nil
}

func (s *Store) story(ctx context.Context, id string) ([]digest.Brief, error) {
	names, err := s.placed(ctx, []string{id})
	if err != nil || names[0] == "" {
		return nil, err
	}
	days, err := s.daysOf(ctx, window{})
	if err != nil {
		return nil, err
	}
	lists := make([]*redis.StringCmd, len(days))
	err = s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, d := range days {
			lists[i] = p.Get(ctx, s.keys.day(d).story(names[0]))
		}
	})
	if err != nil {
		return nil, err
	}
	return s.briefs(ctx, placesOf(days, func(i int) []string { return unpackIDs(lists[i].Val()) }))
}
