package digest

import (
	"slices"
	"strings"

	"newsbot/digest/entity"
	"newsbot/digest/story"
	"newsbot/digest/text"
)

// Filter says which articles a reader wants. Each topic and mute is a word, a
// name or several words, or the name of a source.
type Filter struct {
	Topics  []string // only stories that have an article on one of them,
	Stories []string // and these stories, by their IDs; all where there are neither
	Mutes   []string // no article on any of them
}

// interest is a topic or a mute as it is looked for.
type interest struct {
	said   string     // as the reader wrote it
	names  [][]string // the words that an article must hold, all those of one name
	source string
}

// interests are the topics or the mutes of a reader.
type interests struct {
	list    []interest
	indexer *text.Indexer
}

func newInterests(list []string, indexer *text.Indexer) interests {
	out := interests{indexer: indexer}
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			out.list = append(out.list, interest{s, namesOf(s), text.Fold(s)})
		}
	}
	return out
}

// namesOf returns the words of a topic, and those of the names that entities are
// known by which it is another name of.
func namesOf(topic string) (names [][]string) {
	for _, name := range append(entity.KnownAs(topic), topic) {
		if words := text.Query(name); len(words) > 0 {
			names = append(names, words)
		}
	}
	return names
}

// Vain returns the first of topics or mutes by which nothing is ever found, if ok is
// true: it has no word to look for and is not the name of a source. Those names are
// asked for only where it depends on them.
func Vain(list []string, outlets func() ([]string, error)) (vain string, ok bool, err error) {
	wordless := slices.DeleteFunc(slices.Clone(list), func(s string) bool { return len(text.Query(s)) > 0 })
	if len(wordless) == 0 {
		return "", false, nil
	}
	names, err := outlets()
	if err != nil {
		return "", false, err
	}
	for _, s := range wordless {
		if !slices.ContainsFunc(names, func(name string) bool { return text.Fold(name) == text.Fold(s) }) {
			return s, true, nil
		}
	}
	return "", false, nil
}

// Both returns the first topic that is a mute as well, if ok is true: nothing is told of it.
func (f Filter) Both() (topic string, ok bool) {
	i := slices.IndexFunc(f.Topics, func(topic string) bool {
		return slices.ContainsFunc(f.Mutes, func(mute string) bool { return text.Fold(mute) == text.Fold(topic) })
	})
	if i < 0 {
		return "", false
	}
	return f.Topics[i], true
}

// of returns the index of the first interest that an article is found to be on, -1 where
// it is on none: it is by the source of that name, or holds all the words in one of its
// names, or in title and salient terms.
func (all interests) of(a *Brief) int {
	outlet := text.Fold(a.Outlet())
	if at := slices.IndexFunc(all.list, func(i interest) bool { return i.source == outlet }); at >= 0 {
		return at
	}
	for _, n := range a.Entities {
		if at := all.held(all.indexer.Query(n.Name)); at >= 0 {
			return at
		}
	}
	held := all.indexer.Query(a.Title)
	for _, t := range a.Terms {
		held = append(held, t.Word)
	}
	return all.held(held)
}

// held returns the index of the first interest whose words are among those that are held,
// -1 where there is none.
func (all interests) held(held []string) int {
	return slices.IndexFunc(all.list, func(i interest) bool { return i.isHeld(held) })
}

// isHeld reports whether all the words of one of the names are among those held.
func (i interest) isHeld(held []string) bool {
	return slices.ContainsFunc(i.names, func(words []string) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(held, w) })
	})
}

// mute returns the articles without those that the reader does not want, and the mutes for
// which it left some out.
func (f Filter) mute(articles []Brief, indexer *text.Indexer) (rest []Brief, muted []string) {
	mutes := newInterests(f.Mutes, indexer)
	if len(mutes.list) == 0 {
		return articles, nil
	}
	heeded := make([]bool, len(mutes.list))
	rest = slices.DeleteFunc(slices.Clone(articles), func(a Brief) bool {
		at := mutes.of(&a)
		if at >= 0 {
			heeded[at] = true
		}
		return at >= 0
	})
	for i, m := range mutes.list {
		if heeded[i] {
			muted = append(muted, m.said)
		}
	}
	return rest, muted
}

// news returns the articles without pages that tell no news, unless the reader asks for something.
func (f Filter) news(articles []Brief) []Brief {
	if len(f.Topics)+len(f.Stories) > 0 {
		return articles
	}
	return slices.DeleteFunc(slices.Clone(articles), func(a Brief) bool { return story.IsService(a.Title, a.Outlet()) })
}

// pick returns those stories, as indexes of articles, that are on a topic or are
// asked for by their IDs.
func (f Filter) pick(articles []Brief, stories [][]int, indexer *text.Indexer) [][]int {
	topics := newInterests(f.Topics, indexer)
	if len(topics.list)+len(f.Stories) == 0 {
		return stories
	}
	return slices.DeleteFunc(stories, func(story []int) bool {
		return !among(f.Stories, articles, story) &&
			!slices.ContainsFunc(story, func(i int) bool { return topics.of(&articles[i]) >= 0 })
	})
}

// among reports whether a story, given by the indexes of its articles, has one of
// the IDs.
func among(ids []string, articles []Brief, story []int) bool {
	return slices.ContainsFunc(story, func(i int) bool {
		return articles[i].Story != "" && slices.Contains(ids, articles[i].Story)
	})
}
