package command

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"

	"newsbot/digest"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// What a subscription may hold.
const (
	maxInterests = 20 // topics, and mutes
	maxInterest  = 80 // characters of each, and of a name
	maxSize      = 20 // stories
)

// apply puts a wish into a subscription; what it does not say stays.
func (w wish) apply(sub *store.Subscription) {
	if w.channel != "" {
		sub.Channel = w.channel
	}
	if w.at != "" {
		sub.At, sub.Cron = w.at, ""
	}
	if len(w.days) > 0 {
		sub.Days, sub.Cron = inWeek(w.days), ""
	}
	if w.zone != "" {
		sub.Zone = w.zone
	}
	if len(w.topics) > 0 {
		sub.Topics = tidy(w.topics)
	}
	muteUntil(sub, w.mutes, time.Time{})
}

// applyOptions puts the options of a command into a subscription.
func applyOptions(sub *store.Subscription, options map[string]string) error {
	setters := map[string]func(string) error{
		"top":    func(v string) error { return setSize(sub, v) },
		"zone":   func(v string) error { return setZone(sub, v) },
		"empty":  func(v string) error { return setQuiet(sub, v) },
		"thread": func(v string) error { return setThread(sub, v) },
		"lang":   func(v string) error { return setLanguage(sub, v) },
		"name":   func(v string) error { sub.Name = render.Inert(v); return nil },
		"mute":   func(v string) error { muteUntil(sub, strings.Split(v, ","), time.Time{}); return nil },
		"cron":   func(v string) error { sub.Cron, sub.At, sub.Days = v, "", nil; return nil },
	}
	for _, key := range slices.Sorted(maps.Keys(options)) {
		if set, ok := setters[key]; ok {
			if err := set(options[key]); err != nil {
				return err
			}
		}
	}
	return nil
}

func setSize(sub *store.Subscription, s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > maxSize {
		return misuse("“%s” is not a number of stories: write top:5, or another from 1 to %d.", s, maxSize)
	}
	sub.Size = n
	return nil
}

func setZone(sub *store.Subscription, s string) error {
	zone, ok := ReadZone(s)
	if !ok {
		return noZone(s)
	}
	sub.Zone = zone
	return nil
}

// What is posted on a day without news.
const (
	sayEmpty = "line"
	noEmpty  = "silent"
)

func setQuiet(sub *store.Subscription, s string) error {
	if s != sayEmpty && s != noEmpty {
		return misuse("Write empty:%s for a line on a day without news, or empty:%s for nothing.", sayEmpty, noEmpty)
	}
	sub.Quiet = s == noEmpty
	return nil
}

// What the thread of a digest holds.
const (
	eachStory     = "stories"
	headlinesOnly = "headlines"
)

func setThread(sub *store.Subscription, s string) error {
	if s != eachStory && s != headlinesOnly {
		return misuse("Write thread:%s for the headlines of the other stories in one reply, or thread:%s for a reply to each.", headlinesOnly, eachStory)
	}
	sub.Headlines = s == headlinesOnly
	return nil
}

func setLanguage(sub *store.Subscription, s string) error {
	base, err := language.ParseBase(strings.ToLower(s))
	if err != nil {
		return misuse("“%s” is not the code of a language: write lang:en or lang:de.", s)
	}
	sub.Language = base.String()
	return nil
}

// tidy returns topics or mutes without commas, which stand between them, and without
// quotation marks, which words cannot name in them, each once.
func tidy(list []string) []string {
	var out []string
	for _, s := range list {
		s = render.Inert(unquoted(strings.ReplaceAll(s, ",", " ")))
		if s != "" && !holds(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// holds reports whether a topic or mute is in a list, in whatever letters.
func holds(list []string, s string) bool {
	return slices.ContainsFunc(list, func(o string) bool { return strings.EqualFold(o, s) })
}

// checkSought says which topic or mute nothing is found by: it has no word to look
// for, and no source is called so. Digests on it would be empty without a word.
func (r *Responder) checkSought(ctx context.Context, q query, list []string) error {
	vain, ok, err := digest.Vain(list, func() ([]string, error) {
		outlets, err := r.outlets(ctx, time.Time{}, q.now)
		return namesOf(outlets), err
	})
	switch {
	case err != nil:
		return err
	case ok:
		return misuse("“%s” finds nothing: single letters and words such as “the” are not enough. Write a name, words or a source.", vain)
	}
	return nil
}

// checkApart says which topic of a subscription is muted in it as well, for good, if none was before.
func checkApart(sub, old store.Subscription) error {
	if _, were := both(old); were {
		return nil
	}
	if topic, are := both(sub); are {
		return misuse("“%s” would be both a topic of the digest and muted in it, so nothing would be told of it. Leave out one of the two.", topic)
	}
	return nil
}

// both returns a topic of a subscription that is muted in it as well, for good.
func both(sub store.Subscription) (topic string, are bool) {
	f := sub.Filter
	f.Mutes = slices.DeleteFunc(slices.Clone(f.Mutes), func(m string) bool { _, ends := sub.MuteEnds[m]; return ends })
	return f.Both()
}

// checkRoom says what of a subscription is too much.
func checkRoom(sub store.Subscription) error {
	long := func(s string) bool { return utf8.RuneCountInString(s) > maxInterest }
	switch {
	case len(sub.Topics) > maxInterests || len(sub.Mutes) > maxInterests:
		return misuse("A digest has at most %d topics and %d mutes.", maxInterests, maxInterests)
	case long(sub.Name) || slices.ContainsFunc(sub.Topics, long) || slices.ContainsFunc(sub.Mutes, long):
		return misuse("A name, a topic or a mute has at most %d characters.", maxInterest)
	}
	return nil
}
