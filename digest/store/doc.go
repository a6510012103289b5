// Package store keeps articles in Redis, with what was read out of them and the
// indexes by which they are found again.
//
// Open connects to a server, Sentinels or a Cluster by URL; OpenMemory embeds a
// Redis in the process. PutAll stores Entries, articles with their analyses.
// Window, Latecomers, Search, Mentioned and EntityNamed read briefs back, Entries whole ones:
// what it yields PutAll takes, which makes the backup.
// Subscribe and TakeDue keep what is to be posted when, and TakeRun what became of it.
// AddFeeds and Visit keep what is to be read when, NextItems gives out what came.
// Package storetest holds the conformance test, which runs on miniredis, on
// redis-server and on a Cluster of three.
//
// # Partition by day
//
// Every article is filed in one UTC day, and every key that belongs to a day has
// that day as its hash tag. So a day lies in one slot of a Cluster, and one Lua
// script can write an article and all its indexes at once: a reader, and a
// process that is killed, sees or leaves all of it or nothing. A window is one
// pipelined read of each of its days, put together in the client. The keys with
// their types and writers are listed in keys.go; no other file forms a key.
//
// A Cluster can hold only the articles of one day on one node. That is the price
// for atomicity, and low for news.
//
// # Writing
//
//  1. Claim: SET at:ID NX fixes when the article counts as published, to the
//     millisecond: Published, else, or where that is ahead, its first arrival. The
//     first claim stands, so an article stays in its day when its source changes
//     the date, and an undated one when it comes again. The day is added to the
//     list of days. Only where what came first was another site's word, the
//     outlet's own moves it into its own day (refile.go).
//  2. put.lua writes record, text, time and indexes, if what is there is what the
//     writer thinks is there. If it is something else, the writer reads it, works
//     out which index entries go and which come, and tries again. The same
//     record again changes nothing, nor does one to which what is there does not
//     yield (Article.Yields).
//
// A writer that dies between the two leaves a claim and a listed day, which read
// as nothing and which the next run takes up: an interrupted run, run again,
// leaves the store as an undisturbed one does. Nothing that is stored of a dated
// article follows the clock, except when it expires.
//
// # Expiry
//
// All keys of a day expire at one instant, by EXPIREAT: retention after the end
// of the day, or after its first article came, whichever is later (so an archive
// can be imported). The first article of a day sets the instant, put.lua gives it
// to every key that joins. So no index entry outlives its article, and no article
// its indexes. Redis must not evict keys (maxmemory-policy noeviction, as it
// ships): at its limit it refuses writes, which comes back as an Error.
//
// # Records
//
// A record is a head of 17 bytes and the zstd-compressed fields of entry in
// record.go: all but the text, which has a place of its own since a digest does
// not read it. The head is the version of the layout, a hash of what the source
// said (by which Known spares an analysis) and a hash of the whole record (by
// which writers notice each other).
//
// # Indexes
//
// A list of postings is one Redis string, 12 bytes a posting, that grows by
// APPEND. Against a sorted set it takes a fifth of the memory, is read in one
// piece and costs the append-only file a few bytes; that a posting is taken out
// in linear time matters little, since articles seldom change. Entity counts are
// kept beside the lists, in the same script, so that counts of all entities of a
// day are one read.
//
// A change takes out of the indexes what this program would have put in for the
// stored entry. Where a later version of the program forms other terms, entries
// of the former version stay until their day expires; they lead to an article
// that is there, only under a word that it no longer stands for.
//
// # Stories
//
// Every day holds which of its articles are in which story, next to lists of the
// stories' articles. A story is named by the ID of the article that it began
// with: since that article is always in some story, a name leads to the story
// even after it became part of another. Place moves articles only if the day's
// stories are as the caller read them, by a version that every change counts on;
// package ingest decides what moves where. An article that was written a moment
// ago is in no story yet. When it was first placed is kept, by the time of Redis:
// from then on readers can be told of it, and by that Latecomers finds what came when
// the digest of its time was out.
//
// # Subscriptions and runs
//
// What concerns all subscriptions lies in one slot: their records, and a sorted
// set of when to look after which. TakeDue finds what is due and hides it for a
// while, in one script whose cost does not grow with what is not due; Advance,
// Defer and Pause say what comes next, unless somebody has changed the
// subscription in between. Change keeps what others do to a subscription while it is
// changed. Who dies in between loses it when the while is over.
//
// A Run is the record of something that is posted once; package schedule says how
// it is used. The runs into a channel lie in one slot with what its readers were
// told, which the end of a run adds to: of two runs that end at one time neither undoes
// what the other wrote. Runs are held by the time of Redis, and a
// former holder is told so by each of its writes. TakeTurn and Silence give all
// processes one pace.
//
// # Feeds and their items
//
// All feeds lie in one slot, in queues by host. DueHosts finds hosts with a feed
// to read, Visit takes the lease of one and the feed that is the longest due. So
// no two processes ever ask one host at a time, and LeaseHost spares it from those
// who fetch its pages. Visit.Queue puts what was not seen yet into a stream and
// notes in the same script that it was seen: an item is queued once, whoever dies.
// Visit.Settle notes what the reading told, when the feed is read next and for how
// long its host is left alone; it goes after Queue, so that validators never get
// ahead of the items. What people do to a feed meanwhile stands.
//
// The items are given out by a consumer group, NextItems; an item of a worker that
// died goes to another, Abandoned, who sees how often that happened. Rest lays it by
// for a time, Done takes it off the stream. It comes after the article is stored, which is idempotent.
//
// # Consistency of reads
//
// What one call reads of one day's index is one state of it. Search and Mentioned
// then read the articles: an article that changed in between comes back as it is
// now, one that expired in between not at all.
//
// A record that is damaged, or has lost its text to a Redis that evicts keys, is
// logged and left out of what is read together with it; what comes again takes its
// place. One of a later version of the program is an error.
//
// # When Redis is away
//
// The client's own retries are off. Each read and write is tried again, with
// growing pauses, for Options.Patience while Redis does not answer, loads, fails
// over or reorganizes its Cluster; what it refuses for good (password, memory,
// disk) is returned at once. Either way the caller gets an *Error whose text says
// where, what, and the way out. It takes Redis 7.0 or newer.
package store
