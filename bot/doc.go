// Package bot is newsbot in Slack. It answers people and posts digests: NewClient
// connects to a workspace, an App hears what people ask and brings them what an
// Answerer says, a Poster puts what package block laid out into a channel, and
// a Service does all of it until it is stopped.
//
// # From a question to its answer
//
// A command, a click, a submitted modal, a mention, a direct message or an opened
// App Home is an errand (errand.go). It comes over Socket Mode (socket.go) or as
// a signed HTTP request (web.go, signature.go); from there on both ways are one:
//
//	receive   takes it in and acknowledges, well within Slack's three seconds
//	work      does it once, whoever else was told of it, and asks the Answerer
//	deliver   brings the answer where it belongs
//
// A pool of workers does the work (pool.go); when too much waits, in all or of one
// person, the asker reads that. A submitted modal is acknowledged with the modal that answers it,
// if that comes within two seconds, and is closed otherwise. Who waits for an answer
// for three reads that it comes (slow.go).
//
// Slack tells things again when it believes that they got lost. The ID of an
// errand is claimed in the store under "event:ID" for an hour, and remembered by
// the process too, so that it is done once also while Redis is unwell. If Redis
// is away the asker reads that, and the bot goes on.
//
// An answer goes to the response_url, which works in channels where the bot is
// no member; where there is none or it fails, to the asker alone in the channel;
// and at last into a direct message. A modal carries the place where it was
// opened in its private metadata, behind which the Answerer's own is put back. To
// people it is called a window, which in the code is a span of time.
//
// For Socket Mode there are two connections, so that one stands while Slack
// renews the other; Slack allows ten for all processes of an app. A token that
// Slack refuses ends Run at the start (*ConnectError); later, whatever ends a
// connection, it is made again, with pauses that grow.
//
// Metrics counts errands by what became of them. No log line and no error holds
// a token, a secret or a response_url, nor what people asked.
//
// # Once, whatever happens
//
// Slack has no idempotency key, and an answer can be lost when the message
// already stands in the channel. Every message therefore carries metadata, the
// run that it belongs to and its number in it, and after an answer that leaves
// a doubt the Poster looks for them in the channel before it sends again. Where
// it may not look it stops and says so: a digest that may be missing is better
// than one that comes twice.
//
// The digest of a subscription has a record in the store besides (package
// schedule), by which another process goes on where one has died.
//
// Bots that share a Redis share the digest of their settings (settings.go): as long as
// one of them runs, the settings of others do not count, which those log and newsbot
// doctor tells. A new setting counts as soon as the last bot with the former one ends.
//
// Every failure to post a digest is a *PostError: a sentence with the way out,
// and whether trying again may help.
package bot
