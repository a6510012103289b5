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
//	at:ID       string  the article's filing time, Unix ms                          claim
//	run:R       string  when run R was claimed, RFC 3339                            Claim, Release
//	told:C      hash    story ID -> record of what channel C was told of it         SetTold
//	lease:W     string  the token of the process that does work W                   Lease, Release
//	{D}:briefs  hash    article ID -> record: head, zstd of all but the text        put.lua
//	{D}:texts   hash    article ID -> zstd of the text                              put.lua
//	{D}:times   zset    article ID -> filing time, Unix ms                          put.lua
//	{D}:counts  hash    entity ID -> number of articles that name it                put.lua
//	{D}:t:T     string  postings of the articles that hold the term                 put.lua
//	{D}:e:E     string  postings of the articles that name the entity               put.lua
//	{D}:s:S     string  postings of the articles of the source                      put.lua
//	{D}:n:T     hash    entity ID -> number of articles with T in its name          put.lua
//	{D}:stories hash    article ID -> story name; "version" -> number of changes    place.lua
//	{D}:m:N     string  packed IDs of the articles in the story named N             place.lua
type keys struct{ prefix string }

func (k keys) days() string               { return k.prefix + "days" }
func (k keys) at(id string) string        { return k.prefix + "at:" + id }
func (k keys) run(name string) string     { return k.prefix + "run:" + name }
func (k keys) told(channel string) string { return k.prefix + "told:" + channel }
func (k keys) lease(work string) string   { return k.prefix + "lease:" + work }
func (k keys) day(d string) dayKeys       { return dayKeys{k.prefix + "{" + d + "}:"} }
func (k keys) of(t time.Time) dayKeys     { return k.day(dayOf(t)) }
func dayOf(t time.Time) string            { return t.UTC().Format(time.DateOnly) }
func dayEnd(t time.Time) time.Time        { return t.UTC().Truncate(day).Add(day) }

// dayKeys forms the keys of one day.
type dayKeys struct{ prefix string }

func (k dayKeys) briefs() string            { return k.prefix + "briefs" }
func (k dayKeys) texts() string             { return k.prefix + "texts" }
func (k dayKeys) times() string             { return k.prefix + "times" }
func (k dayKeys) counts() string            { return k.prefix + "counts" }
func (k dayKeys) term(t string) string      { return k.prefix + "t:" + t }
func (k dayKeys) entity(id string) string   { return k.prefix + "e:" + id }
func (k dayKeys) source(name string) string { return k.prefix + "s:" + name }
func (k dayKeys) nameWord(t string) string  { return k.prefix + "n:" + t }
func (k dayKeys) stories() string           { return k.prefix + "stories" }
func (k dayKeys) story(name string) string  { return k.prefix + "m:" + name }

// hashTagSafe reports whether a prefix leaves the day's hash tag in force: a
// brace before it would be the tag instead.
func hashTagSafe(prefix string) bool { return !strings.ContainsAny(prefix, "{}") }

const day = 24 * time.Hour
