// Package poll reads feeds again and again and takes in what they bring. Any
// number of processes with a Poller share one store's feeds; none is special, and
// each may die at any time.
//
// A Poller does three things at once:
//
//	visit.go    asks the hosts that are due for their feeds, one request to a host
//	            at a time among all processes, also to one to which another leads
//	            (hosts.go); new items go into a queue
//	take.go     takes items off the queue: fetches the page where the feed has only
//	            a teaser (page.go), analyses and stores the article
//	stories.go  puts what was stored into stories, in one of the processes
//
// # When a feed is read
//
// The interval of a feed halves with every reading that brings something new and
// grows by half with every other one, and is not shorter than what the feed or its
// server ask for, all between Config.Least and Config.Most. A feed that fails is tried
// again after Config.Least, twice that, and so on, not before the time that its
// server names. Some chance in it keeps readings apart (interval.go). 410 ends the
// readings; a feed that has moved for good is read at its new address from then on.
//
// # The first reading
//
// What a new feed holds already is no news. Its dated items are filed in their
// days; those without a date are filed before any digest begins, and of a long
// feed only the newest hundred are taken in. Where an answer breaks off, the next one is
// still of the first reading, for a day. What a later one that breaks off does not hold
// counts as seen all the same. An undated item that comes later is of that moment, as is all
// that newsbot ingest takes in, which a person has named to see it.
//
// # Nothing lost, nothing twice
//
// An item counts as seen in the same step that queues it, and the validators with
// which the next request is made are noted after that. One with another link on its site
// is the article that it was where it has the GUID that it had, and the title too, or a date
// that tells it from others (digest/store, feed_mark.go).
//
// An item leaves the queue when its article is stored, which may be done twice without a
// difference. What a process dies with, another takes up after Config.Idle. What fails
// Config.Tries times goes to the dead items, with the reason, and so does at once what
// makes the program panic. Items whose host is left alone for long, as it asked, rest
// until that is over. Pages are kept for Config.RawDays days, so that a later version can
// read them again.
//
// While more than Config.Backlog items wait, no feed is read, and a reading takes in two
// hundred at most: the newest, and the next reading the rest. The pages of one feed keep a
// quarter of the workers busy at most (turns.go).
//
// # So that no feed fills Redis
//
// What one feed brings on a UTC day may take Config.Daily bytes of Redis: articles, new and
// changed ones, with their places in the indexes, and pages. That is 64 MB: a wire of 2,000
// articles of 500 words takes 40. For an item as much is reserved as it may come to
// take when it goes into the queue, in the same step; when it leaves that, what it
// takes counts. What the feed holds more waits for the next day, the newest first. Its
// pages are kept while half is left, and read while anything is. Of a text 128 KB are
// taken in, a page may have 256 KB as it is stored.
//
// While Redis uses nine tenths of its maxmemory, whoever filled it, no feed is read and
// nothing is taken in (memory.go): what is left is for the digests, which are posted on.
package poll
