package digest

import (
	"slices"
	"strings"

	"newsbot/digest/entity"
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
	names  [][]string // the words that an article must hold, all those of one name
	source string
}

func interests(list []string) []interest {
	var out []interest
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, interest{namesOf(s), text.Fold(s)})
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

// in reports whether an article is on the interest: it is by the source of that
// name, or holds all the words in one of its names, or in title and salient terms.
func (i interest) in(a *Brief) bool {
	if text.Fold(a.Outlet()) == i.source {
		return true
	}
	if len(i.names) == 0 {
		return false
	}
	for _, n := range a.Entities {
		if i.isHeld(text.Query(n.Name)) {
			return true
		}
	}
	held := text.Query(a.Title)
	for _, t := range a.Terms {
		held = append(held, t.Word)
	}
	return i.isHeld(held)
}

// isHeld reports whether all the words of one of the names are among those held.
func (i interest) isHeld(held []string) bool {
	return slices.ContainsFunc(i.names, func(words []string) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(held, w) })
	})
}

// on reports whether an article is on one of the interests.
func on(interests []interest, a *Brief) bool {
	return slices.ContainsFunc(interests, func(i interest) bool { return i.in(a) })
}

// mute returns the articles without those that the reader does not want.
func (f Filter) mute(articles []Brief) []Brief {
	mutes := interests(f.Mutes)
	if len(mutes) == 0 {
		return articles
	}
	return slices.DeleteFunc(slices.Clone(articles), func(a Brief) bool { return on(mutes, &a) })
}

// pick returns those stories, as indexes of articles, that are on a topic or are
// asked for by their IDs.
func (f Filter) pick(articles []Brief, stories [][]int) [][]int {
	topics := interests(f.Topics)
	if len(topics)+len(f.Stories) == 0 {
		return stories
	}
	return slices.DeleteFunc(stories, func(story []int) bool {
		return !among(f.Stories, articles, story) &&
			!slices.ContainsFunc(story, func(i int) bool { return on(topics, &articles[i]) })
	})
}

// among reports whether a story, given by the indexes of its articles, has one of
// the IDs.
func among(ids []string, articles []Brief, story []int) bool {
	return slices.ContainsFunc(story, func(i int) bool {
		return articles[i].Story != "" && slices.Contains(ids, articles[i].Story)
	})
}
