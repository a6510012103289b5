package command

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/digest/render"
)

// command is something that readers can ask for. Adding one is adding it to
// list.
type command struct {
	name     string
	aliases  []string
	usage    string   // what follows /news, for readers
	summary  string   // what it answers, a line
	examples []string // what follows /news
	options  []string // keys that it takes
	excludes bool     // it takes -not words

	// bare reports whether words without a command's name are for this one; nil:
	// none are.
	bare func([]word) bool

	// form returns a modal that asks for what the words do not say, nil where
	// they say enough to run; nil: there is none.
	form func(context.Context, query) (*slack.ModalViewRequest, error)

	// changes reports whether with words behind its name it changes what the asker or the
	// channel gets, and does not only show it; nil: it never does.
	changes func([]word) bool

	own bool // what it answers concerns the asker alone
	off bool // what it needs is not there

	run func(context.Context, query) (block.Message, error)
}

// The commands that look words up.
const (
	nameAbout  = "about"
	nameSearch = "search"
	nameFind   = "find"
)

// list returns the commands, in the order in which help shows them. The last one
// takes the words that no other does.
func (r *Responder) list() []command {
	list := slices.Concat(r.newsCommands(), r.digestCommands(), []command{{
		name: "sources", aliases: []string{"source", "feeds"}, usage: "sources [failing|add URL|pause|resume|remove|test NAME]",
		summary:  "what I read and whether that works; adds, pauses, removes and tests sources",
		examples: []string{"sources", "sources failing", "sources add", "sources add https://example.org", "sources pause The Ledger Weekly"},
		options:  []string{optionSure},
		form:     r.sourceForm, run: r.sources, off: r.Feeds == nil, changes: changesSources,
		bare: addsAddress,
	}, {
		name: "help", usage: "help [COMMAND]", summary: "how to ask",
		examples: []string{"help search"},
		bare:     isGreeting, run: r.help,
	}, {
		name: nameFind, aliases: []string{"lookup"}, usage: "WORDS", summary: "the name or source if it is one, else a search, which may end with a time",
		examples: []string{"Esbjerg", "flood barrier", "storm yesterday", "The Ledger Weekly"},
		run:      r.find,
	}})
	return slices.DeleteFunc(list, func(c command) bool { return c.off })
}

// newsCommands ask for news.
func (r *Responder) newsCommands() []command {
	return []command{{
		name: "top", usage: "[DAY]", summary: "the top stories of today, of a day, a week, a month or the last 7d",
		examples: []string{"", "yesterday", "monday", "20 Nov", "2026-11-20", "last week", "november", "7d"},
		bare:     namesPeriod, run: r.top,
	}, {
		name: nameAbout, usage: "about NAME", summary: "who or what that is, and what happened",
		examples: []string{"about Esbjerg", "about Danish Emergency Management Agency"},
		run:      r.about,
	}, {
		name: nameSearch, usage: `search WORDS "exact phrase" -not from:SOURCE since:7d until:DAY type:person`,
		summary:  "articles with these words, the best first; without words, the latest from a source or a time",
		examples: []string{"search storm since:7d", `search "sea wall" -dike`, `search arrieta type:person from:"The Ledger Weekly"`, "search from:courier since:yesterday"},
		options:  []string{"from", "since", "until", "type"}, excludes: true,
		form: r.searchForm, bare: hasSyntax, run: r.search,
	}, {
		name: "trends", aliases: []string{"trend", "trending"}, usage: "trends [7d]", summary: "names and stories that are in the news more than before",
		examples: []string{"trends", "trends 7d"},
		run:      r.trends,
	}, {
		name: "summarize", aliases: []string{"summarise", "summary"}, usage: "summarize URL [to:thread]",
		summary:  "key points and names of any page, for you or in a thread that all see",
		examples: []string{"summarize https://example.org/article", "summarize https://example.org/article to:thread"},
		options:  []string{optionTo},
		bare:     holdsAddress, run: r.summarize, off: r.Pages == nil,
	}, {
		name: "story", usage: "story WORDS", summary: "all that is known of the story with these words in its headline",
		examples: []string{"story storm Esbjerg"},
		run:      r.story,
	}}
}

// digestCommands are about the digests that a channel gets.
func (r *Responder) digestCommands() []command {
	off := r.Subscriptions == nil
	return []command{{
		name: "subscribe", usage: "subscribe [#CHANNEL] [DAYS] TIME [ZONE] [TOPICS] [-MUTE] [top:7]",
		summary:  "sets up a digest for a channel, or changes one (change:1); without words, in a window",
		examples: []string{"subscribe", "subscribe weekdays 08:30", `subscribe mon,thu 5pm Berlin "sea wall", ferries top:5`, `subscribe cron:"0 9 1 * *"`, "subscribe 9am thread:headlines", "subscribe change:1 09:00", `subscribe change:1 name:"Harbour news"`},
		options:  []string{"top", "zone", optionTopics, "mute", "name", "lang", "empty", "thread", "cron", "change", "again"}, excludes: true,
		form: r.subscribeForm, run: r.subscribe, off: off, changes: always,
	}, {
		name: "subscriptions", aliases: []string{"subs", "digests", "settings"}, usage: "subscriptions", summary: "the digests that this channel gets, and when",
		examples: []string{"subscriptions"},
		bare:     wantsNoMore, run: r.listSubscriptions, off: off,
	}, {
		name: "preview", aliases: []string{"digest"}, usage: "preview [DIGEST]", summary: "the digest as it would be posted now, for you alone",
		examples: []string{"preview", "preview 2"},
		run:      r.preview, off: off || r.Editor == nil, own: true,
	}, {
		name: "unsubscribe", usage: "unsubscribe [DIGEST]", summary: "ends a digest of this channel",
		examples: []string{"unsubscribe", "unsubscribe 2", "unsubscribe Harbour news"},
		run:      r.unsubscribe, off: off, changes: always,
	}, {
		name: "pause", usage: "pause [DIGEST|all] [7d|until DAY]", summary: "stops a digest until you resume it, or for a time",
		examples: []string{"pause", "pause 2", "pause 7d", "pause 2 until monday", "pause all"},
		run:      r.pause, off: off, changes: always,
	}, {
		name: "resume", usage: "resume [DIGEST|all]", summary: "starts a paused digest again",
		examples: []string{"resume", "resume 2", "resume all"},
		run:      r.resume, off: off, changes: always,
	}, {
		name: "mute", usage: "mute WORDS|NAME|SOURCE [7d|until DAY]", summary: "keeps that out of the digests of this channel, for good or for a time",
		examples: []string{"mute football", "mute The Ledger Weekly", "mute Tour of the Lakes 7d"},
		run:      r.mute, off: off, changes: anyWords,
	}, {
		name: "unmute", usage: "unmute WORDS|NAME|SOURCE|all", summary: "lets that into the digests again",
		examples: []string{"unmute football", "unmute all"},
		run:      r.unmute, off: off, changes: anyWords,
	}, {
		name: "topics", usage: "topics [TOPICS|all]", summary: "what the digests of this channel are about",
		examples: []string{"topics", `topics "sea wall", ferries`, "topics all"},
		run:      r.topics, off: off, changes: anyWords,
	}, {
		name: "watch", usage: "watch WORDS|NAME|SOURCE", summary: "writes to you when there is news on that",
		examples: []string{"watch", "watch Esbjerg", `watch "sea wall", Ilse Vermaak`},
		run:      r.watch, off: off, changes: anyWords, own: true,
	}, {
		name: "unwatch", usage: "unwatch WORDS|NAME|SOURCE|all", summary: "stops that",
		examples: []string{"unwatch Esbjerg", "unwatch all"},
		run:      r.unwatch, off: off, changes: anyWords, own: true,
	}, {
		name: "follow", usage: "follow WORDS", summary: "writes to you when there is something new on the story with these words in its headline",
		examples: []string{"follow storm Esbjerg"},
		run:      r.follow, off: off, changes: anyWords, own: true,
	}, {
		name: "unfollow", usage: "unfollow WORDS|all", summary: "stops that",
		examples: []string{"unfollow storm Esbjerg", "unfollow all"},
		run:      r.unfollow, off: off, changes: anyWords, own: true,
	}, {
		name: "hide", usage: "hide WORDS", summary: "keeps the story with these words in its headline out of the digests of this channel",
		examples: []string{"hide storm Esbjerg"},
		run:      r.hide, off: off, changes: always,
	}, {
		name: "unhide", usage: "unhide [WORDS]", summary: "shows a hidden story again; without words, lists what is hidden",
		examples: []string{"unhide storm Esbjerg", "unhide"},
		run:      r.unhide, off: off, changes: anyWords,
	}}
}

// always is the changes of a command that has no other use.
func always([]word) bool { return true }

// anyWords is the changes of a command that without words shows what it changes.
func anyWords(words []word) bool { return len(words) > 0 }

// written returns what a reader types for the usage or an example.
func written(rest string) string { return strings.TrimSpace("/news " + rest) }

// namesPeriod reports whether words name a day, a week or another period.
func namesPeriod(words []word) bool {
	_, ok, _ := parsePeriod(joinWords(words), time.Time{}, render.Reader{})
	return ok && areBare(words)
}

// hasSyntax reports whether words are written for a search: with options of
// one, a phrase or an exclusion.
func hasSyntax(words []word) bool {
	if holdsAddress(words) {
		return false
	}
	for _, w := range words {
		if w.Quoted && len(words) > 1 || w.Not || w.Dashed || w.Key != "" {
			return true
		}
	}
	return false
}

// holdsAddress reports whether an address is among the words, unless it is to be added.
func holdsAddress(words []word) bool {
	return !addsAddress(words) && slices.ContainsFunc(words, word.isAddress)
}

// addsAddress reports whether words are those of a source to add: add https://example.org.
func addsAddress(words []word) bool {
	return len(words) == 2 && words[0].isBare() && strings.EqualFold(words[0].Text, "add") && words[1].isAddress()
}

// wantsNoMore reports whether words only ask to be left alone: what comes is then shown,
// with the buttons that end it.
func wantsNoMore(words []word) bool {
	return says(words, []string{"stop", "stop it", "cancel", "quit"})
}

// What people say who do not know what to ask, and who are done.
var (
	greetings = []string{"hello", "hi", "hey", "hi there", "hello there", "good morning", "hi newsbot", "hello newsbot", "?"}
	thanks    = []string{"thanks", "thank you", "thanks a lot", "thank you very much", "many thanks", "thx", "cheers"}
)

// isGreeting reports whether words only greet or thank, or ask for help by a sign.
func isGreeting(words []word) bool { return says(words, greetings) || says(words, thanks) }

// says reports whether words are one of the phrases and no more.
func says(words []word, phrases []string) bool {
	return areBare(words) && slices.Contains(phrases, strings.ToLower(strings.TrimRight(joinWords(words), "!.")))
}
