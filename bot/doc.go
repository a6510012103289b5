// Package bot is newsbot in Slack. It posts digests: NewClient connects to a
// workspace, and a Poster puts what package block laid out into a channel.
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
// Every failure is a *PostError: a sentence with the way out, and whether
// trying again may help. No error and no log line holds the token.
package bot
