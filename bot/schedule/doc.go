// Package schedule posts the digests of all subscriptions when they are due,
// each once, whatever dies meanwhile.
//
// A Timetable tells when a subscription is due. A Scheduler finds what is due and
// makes an attempt at each run (attempt.go): it takes the run, has an Editor put
// the digest together, a Poster post it, and notes how that ended. Several
// processes with a Scheduler each share the work; none of them is special, and
// their clocks do not matter: the time is that of Redis.
//
// # A run
//
// A run is one digest of one subscription: its name is the subscription and the
// local time at which it is due, so that no time gives two. Where the subscription has
// moved to another zone, in which that time comes once more, the second one has its
// offset in the name too. Its record in the store (store.Run) is written in this order:
//
//  1. take: the process holds the run for Config.Hold, and longer with each
//     write. Every holder has a token of its own; the writes of a former one
//     are refused.
//  2. freeze: the messages are kept. Whoever takes the run over posts these.
//  3. for each message: intend, post, stands. A thread goes on with the first
//     message that does not stand.
//  4. end: how it ended, and in the same step what its readers were told, which is
//     what stands, however it ended.
//  5. advance: when the subscription is due next.
//
// After a death at any point another process takes the run when the hold ends.
// It looks into the channel for the messages that were posted but not noted,
// which it knows by their metadata, and goes on. Where the bot may not read the
// channel, or not as far back, and a message was intended of which nothing is known,
// it ends the run as doubtful and says so: never twice.
//
// # What remains
//
// A process that stands still for longer than Config.Hold, and does so within the
// few microseconds in which a request to Slack goes out, after the last look at its watch,
// posts a message that another one may have posted. And if Redis loses its last
// writes (a power cut with appendfsync everysec, a fail-over before the replica had
// them), it may forget a digest that began within that second. A Redis that was started therefore gives no run before
// Config.Hold is over, in which who was forgotten may still post; and for five minutes after Redis was away every digest is
// looked for in its channel before it is begun: it comes once, but its thread may
// go on with what was put together anew. Where the bot may not read the channel
// such a digest may come twice.
//
// # Notices
//
// What a person watches comes to them soon after it is in the news, and then not again for
// an hour: it is due every NoticeLook, and when a notice has come, after NoticeRest. A look that
// finds nothing is a run too, of which the record is not kept for long.
//
// # Late, empty, refused
//
// A digest has what was published since the last one was due, and what was published
// in the day before that but came since: feeds are read every few hours, and date things
// as they like. What was in one digest, told or not, is not in the next; what comes
// while one that is due is not put together yet is in both, of which readers are told
// once, as of any story.
//
// After a downtime the digests that were missed make room for the last of them,
// which says that it is late, if it is not too late for the subscription: it
// covers all since the last one that came, a week at most. What Slack refuses for
// now is tried again until it is too late; the rest of a thread for a day, unless the
// next digest is due. What it refuses until somebody mends it pauses the subscription,
// and its maker gets a direct message, which is a run too and so comes once, as where it
// refuses one digest for good; one without a maker, which the settings made, goes on and
// says in the log of each run what is wrong.
//
// While Slack refuses whatever is posted, as with a token that was revoked, no
// subscription is at fault: nothing is begun, what was begun is let go of, for
// other processes may have a better token, and all goes on when Slack lets the bot
// in again (Poster.Admitted), as after a downtime.
//
// # Pace
//
// All processes together keep one message a second in each channel and the pace of
// the workspace (bot.Poster.Share, store.TakeTurn): answers to people count too.
// Whoever wants to send stands in one line, in which a Class says who goes first:
// an answer before digests, the messages in channels before the replies in their
// threads, digests before what goes to persons who watch something. A class lets
// the more urgent ones go first for a bounded time, an hour or two, so that
// nothing waits for ever. Which channel is first changes from day to day. A pause
// that Slack asks for holds for all processes.
package schedule
