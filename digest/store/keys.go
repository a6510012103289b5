package store

import (
	"strings"
	"time"
)

// The keys, after Options.Prefix. D is a UTC day ("2026-11-23"), T a term of
// digest/text, E an entity ID, S a source. Everything of a day lies in the
// slot of {D}.
//
//	days        zset    day -> when it may be forgotten (Unix ms, +inf for never)   claim
//	at:ID       string  the article's filing time, Unix ms                          claim, claim_move.lua
//	claim:R     string  when R was claimed, RFC 3339                                Claim
//	run:{C}:R   hash    run R into channel C: its fields are below                  run_*.lua
//	hidden:{C}  zset    story ID -> when readers of channel C hid it, Unix ms           Hide, Unhide
//	told:{C}    hash    story ID -> record of what channel C was told of it         run_end.lua, told_add.lua
//	lease:W     string  the token of the process that does work W, or the terms     Lease, LeaseShared, Release
//	                    that all who do it have in common
//	pace:{B}:next
//	            string  when the next of budget B may be sent, Unix µs              pace.lua, silence.lua
//	pace:{B}:in:C
//	            string  when the next may be sent into channel C, Unix µs           pace.lua, silence.lua
//	pace:{B}:line
//	            zset    who waits for a turn -> the place in the line, Unix µs      pace.lua
//	pace:{B}:seen
//	            zset    who waits for a turn -> until when to count on it, Unix µs  pace.lua
//	{plan}:subscriptions
//	            hash    subscription ID -> its record                               subscribe.lua, Unsubscribe
//	{plan}:in:C set     IDs of the subscriptions of channel C                       subscribe.lua, Unsubscribe
//	{plan}:of:T set     IDs of the subscriptions of workspace T                     subscribe.lua, Unsubscribe
//	{plan}:due  zset    subscription ID -> when to look after it, Unix ms           subscribe.lua, take.lua, settle.lua
//	{plan}:watches
//	            zset    the same for personal ones                                  subscribe.lua, take.lua, settle.lua
//	{plan}:slots
//	            hash    subscription ID -> when its digest is due, Unix ms          subscribe.lua, settle.lua
//	{plan}:last hash    subscription ID -> when its last one was due, Unix ms       settle.lua
//	{plan}:paused
//	            hash    subscription ID -> why it rests                             subscribe.lua, settle.lua
//	{plan}:wished
//	            hash    subscription ID -> its record as the settings had it last   SetWished
//	{plan}:ended:S
//	            string  record of the subscription S, for a day after its end       Unsubscribe
//	lease:{feeds}H
//	            string  the token of the process that asks host H                   feed_take.lua, feed_settle.lua, Lease
//	{feeds}:records
//	            hash    feed ID -> its record                                       AddFeeds, RemoveFeed, feed_settle.lua
//	{feeds}:health
//	            hash    feed ID -> what its readings told                           AddFeeds, feed_settle.lua, RemoveFeed
//	{feeds}:resting
//	            hash    feed ID -> state and why it is not read                     feed_rest.lua, feed_settle.lua, RemoveFeed
//	{feeds}:told
//	            hash    feed ID -> since when it fails, of which people were told   ToldFailing, RemoveFeed
//	{feeds}:seeded
//	            set     IDs of the feeds that the settings named                    SeedFeeds
//	{feeds}:at:H
//	            zset    ID of a feed of host H -> when to read it, Unix ms          AddFeeds, feed_*.lua
//	{feeds}:hosts
//	            zset    host -> when to visit it, Unix ms                           AddFeeds, feed_*.lua
//	{feeds}:seen:F
//	            hash    item of feed F -> hash of its content                       feed_items.lua, feed_settle.lua
//	                    hash of a digest.Article.Mark -> what has it (feed_mark.go)
//	{feeds}:queue
//	            stream  items that are to be taken in, of the group "workers"       feed_items.lua, item_*.lua, queue_forget.lua
//	{feeds}:later
//	            zset    an item with its feed and when it was queued -> when it goes
//	                    into the queue again, Unix ms                               item_rest.lua, item_wake.lua
//	{feeds}:dead
//	            stream  items that could not be taken in, with why                  item_move.lua
//	{feeds}:bytes:D
//	            hash    feed ID -> about how many bytes those of its items take     feed_items.lua, item_done.lua, KeepRaw
//	                    that came on day D
//	{feeds}:items:D
//	            hash    feed ID -> number of its items taken in on day D            item_done.lua
//	{feeds}:full:D
//	            hash    feed ID -> those of them with their full text               item_done.lua
//	raw:{D}     hash    article ID -> its page as it was fetched on day D, zstd      KeepRaw, ForgetRaw
//	{D}:briefs  hash    article ID -> record: head, zstd of all but the text        put.lua, refile.lua
//	{D}:texts   hash    article ID -> zstd of the text                              put.lua, refile.lua
//	{D}:times   zset    article ID -> filing time, Unix ms                          put.lua, refile.lua
//	{D}:counts  hash    entity ID -> number of articles that name it                put.lua, refile.lua
//	{D}:outlets hash    source and host of its addresses -> number of articles      put.lua, refile.lua
//	{D}:t:T     string  postings of the articles that hold the term                 put.lua, refile.lua
//	{D}:e:E     string  postings of the articles that name the entity               put.lua, refile.lua
//	{D}:s:S     string  postings of the articles of the source                      put.lua, refile.lua
//	{D}:n:T     hash    entity ID -> number of articles with T in its name          put.lua, refile.lua
//	{D}:stories hash    article ID -> story name; "version" -> number of changes    place.lua, refile.lua
//	{D}:m:N     string  packed IDs of the articles in the story named N             place.lua, refile.lua
//	{D}:placed  zset    article ID -> when it was placed in a story first, Unix ms  place.lua, refile.lua
//
// The fields of a run: began, until (when the hold ends, both Unix ms), holder (a
// token), fence (how often it was taken), plan (what is posted, zstd), channel
// (its ID), iN (message N was begun), mN (the ts of message N), ended (how).
type keys struct{ prefix string }

func (k keys) days() string                 { return k.prefix + "days" }
func (k keys) at(id string) string          { return k.prefix + "at:" + id }
func (k keys) claim(name string) string     { return k.prefix + "claim:" + name }
func (k keys) run(id RunID) string          { return k.prefix + "run:{" + id.Channel + "}:" + id.String() }
func (k keys) told(channel string) string   { return k.prefix + "told:{" + channel + "}" }
func (k keys) hidden(channel string) string { return k.prefix + "hidden:{" + channel + "}" }
func (k keys) pace(budget string) paceKeys  { return paceKeys{k.prefix + "pace:{" + budget + "}:"} }
func (k keys) lease(work string) string     { return k.prefix + "lease:" + work }
func (k keys) day(d string) dayKeys         { return dayKeys{k.prefix + "{" + d + "}:"} }
func (k keys) of(t time.Time) dayKeys       { return k.day(dayOf(t)) }

// What concerns all subscriptions lies in one slot, so that one script finds
// what is due and notes what comes next.
func (k keys) plan(what string) string          { return k.prefix + "{plan}:" + what }
func (k keys) subscriptions() string            { return k.plan("subscriptions") }
func (k keys) subscribed(channel string) string { return k.plan("in:" + channel) }
func (k keys) ofTeam(team string) string        { return k.plan("of:" + team) }

// due holds when to look after which subscriptions, personal ones apart.
func (k keys) due(personal bool) string {
	if personal {
		return k.plan("watches")
	}
	return k.plan("due")
}

func (k keys) slots() string  { return k.plan("slots") }
func (k keys) last() string   { return k.plan("last") }
func (k keys) paused() string { return k.plan("paused") }
func (k keys) wished() string { return k.plan("wished") }

func (k keys) ended(id string) string { return k.plan("ended:" + id) }

// paceKeys forms the keys of one budget.
type paceKeys struct{ prefix string }

func (k paceKeys) next() string            { return k.prefix + "next" }
func (k paceKeys) channel(c string) string { return k.prefix + "in:" + c }
func (k paceKeys) line() string            { return k.prefix + "line" }
func (k paceKeys) seen() string            { return k.prefix + "seen" }

// What concerns all feeds lies in one slot, so that one script queues items and
// notes that they were seen.
func (k keys) ofFeeds(what string) string   { return k.prefix + "{feeds}:" + what }
func (k keys) feeds() string                { return k.ofFeeds("records") }
func (k keys) feedHealth() string           { return k.ofFeeds("health") }
func (k keys) resting() string              { return k.ofFeeds("resting") }
func (k keys) failingTold() string          { return k.ofFeeds("told") }
func (k keys) seeded() string               { return k.ofFeeds("seeded") }
func (k keys) feedsAt(host string) string   { return k.ofFeeds("at:" + host) }
func (k keys) hosts() string                { return k.ofFeeds("hosts") }
func (k keys) itemsSeen(feed string) string { return k.ofFeeds("seen:" + feed) }
func (k keys) queue() string                { return k.ofFeeds("queue") }
func (k keys) restingItems() string         { return k.ofFeeds("later") }
func (k keys) dead() string                 { return k.ofFeeds("dead") }
func (k keys) bytesTaken(d string) string   { return k.ofFeeds("bytes:" + d) }
func (k keys) itemCounts(d string) string   { return k.ofFeeds("items:" + d) }
func (k keys) fullCounts(d string) string   { return k.ofFeeds("full:" + d) }

// hostWork is the name of the lease under which a host is asked. All of them lie
// in the slot of the feeds.
func hostWork(host string) string { return "{feeds}" + host }

func (k keys) raw(d string) string { return k.prefix + "raw:{" + d + "}" }

// dayKeys forms the keys of one day.
type dayKeys struct{ prefix string }

func (k dayKeys) briefs() string            { return k.prefix + "briefs" }
func (k dayKeys) texts() string             { return k.prefix + "texts" }
func (k dayKeys) times() string             { return k.prefix + "times" }
func (k dayKeys) counts() string            { return k.prefix + "counts" }
func (k dayKeys) outlets() string           { return k.prefix + "outlets" }
func (k dayKeys) term(t string) string      { return k.prefix + "t:" + t }
func (k dayKeys) entity(id string) string   { return k.prefix + "e:" + id }
func (k dayKeys) source(name string) string { return k.prefix + "s:" + name }
func (k dayKeys) nameWord(t string) string  { return k.prefix + "n:" + t }
func (k dayKeys) stories() string           { return k.prefix + "stories" }
func (k dayKeys) placed() string            { return k.prefix + "placed" }
func (k dayKeys) story(name string) string  { return k.prefix + "m:" + name }

// hashTagSafe reports whether a prefix leaves the day's hash tag in force: a
// brace before it would be the tag instead.
func hashTagSafe(prefix string) bool { return !strings.ContainsAny(prefix, "{}") }
