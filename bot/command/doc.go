// Package command answers what readers ask of the bot. It knows no Slack
// connection: it turns a [Request] or a [Click] into a [Reply], and a window of
// stored news into values that blocks or a terminal can show.
//
// Read request.go first, which is the contract with the transports, then
// responder.go, which answers, and commands.go, the one place where a command is
// listed with its usage, examples and function.
//
// # From words to a command
//
//	words.go     takes a line apart: words, "phrases", key:value, --key value, -not, Slack's <…>
//	question.go  takes what a sentence asks about out of it
//	call.go      finds the command and sorts its words and options
//	period.go    days, weeks, months and lengths of time, in the asker's zone
//	dated.go     takes the period off the end of a search
//	date.go      dates as people and answers write them
//	wish.go      what is said of a digest: days, a time, a zone, topics, in any order; wish_part.go, mornings and
//	             evenings; wish_except.go, days without one
//	zone.go      time zones, by their names and by the cities of cities.txt
//	distance.go  the command that a misspelt one was meant to be
//	titled.go    the story whose headline holds words
//	near.go      the names in the news that a misspelt one was meant to be
//
// A line that begins with no command is a day or a week, a search as only one is written
// (since:7d, -not, a phrase among words), words around an address, the wish to be left
// alone ("stop"), a greeting, the name of an entity, that of a source, or words to search
// for, in this order.
//
// Dates, times and numbers in an answer are written by the query's render.Reader, as
// the Slack profile of the asker has it; those of a posted digest as the subscription
// has it, which remembers the locale of its maker.
//
// # From a button to an answer
//
// A button's value holds a state: the words of a command, the moment at which
// they were asked, the asker's zone and the first item to show. So a click is a
// command again, nothing is kept in memory between two clicks, any replica can
// answer, and "today" stays the day of the question. What a button does with the
// answer is its action: in the place of the private answer (page), as another
// answer (open), or for everybody in the channel (share). In the Home tab, where
// there is no channel, an answer opens in a modal.
//
// What is asked aloud, by a mention, is answered as if it was shared: whoever presses a
// button of it gets an answer of their own.
//
// # Subscriptions
//
// A digest that a channel gets is a store.Subscription. It is made and changed by
// words (subscribe.go) or in a modal (subscribe_form.go), which shows a mistake
// below its field; readers name it by its number in the channel, its name, a topic or a part of one,
// buttons by its ID. Commands that change something do so at the time of the
// click, not of the question. They change what is kept by then, so that of what two people
// change at the same moment nothing is lost. Who may change what a channel gets is a Policy
// (policy.go), which keep, change, end and setHidden ask. Pauses and mutes may have an end (rest.go).
//
// What a person watches, and the stories that they follow (follow.go), are one
// subscription that comes to that person.
//
// # Sources
//
// What the bot reads is of all channels (sources.go). Readers add the feed at an
// address, or one that is found on a site (sources_change.go, sources_form.go);
// they may not make the bot read inside the network, so every source has the
// person who added it as its maker, by which the poller reads it with the reader
// for strangers. Of a source that the settings name only the host is shown. What
// cannot be taken back is asked for again first.
//
// # What readers see of faults
//
// What a reader got wrong is a sentence with the right form (misuse). Whatever
// else goes wrong is logged in full and told in a sentence without detail.
package command
