// Package demo is newsbot without Slack: the bot, an embedded Redis and the
// strict fake Slack of package slackfake in one process, and a page that shows
// that Slack in a browser.
//
// New makes a Demo, Serve runs it. The bot is the real one: it is connected over
// the Web API and Socket Mode, and does not know that the workspace is a fake.
//
//	demo.go       puts together what follows, and begins and ends it
//	workspace.go  the Slack: its people, its channels and what the bot may do there
//	clock.go      a clock that can be moved forward and stopped
//	time.go       what comes as its time passes
//	news.go       articles that arrive when the clock has come to their time
//	articles.go   their addresses, where the web has none
//	article.go    the page at such an address
//	feeds.go      the feeds of such articles, which are the sources of the demo
//	sources.go    reads what is a source: those, and what people add
//	edition.go    the digests of #news: of the last mornings, and when somebody asks
//	state.go      what a person sees, as JSON
//	draw.go       what messages and views show, as HTML
//	deed.go       what a person does
//	completion.go the commands that the composer offers, as /news help lists them
//	page.go       where the page asks, and hears that something changed
//	guard.go      who may ask at all
//	page/         the page: HTML, CSS and JavaScript without a build step
//
// Redis goes by the clock that can be moved, and so does the schedule.Scheduler that
// posts what is due. A move stops at each time at which something is, until that
// is posted; the pauses between messages that Slack wants then pass on the clock
// of the workspace alone.
//
// # Safety
//
// Both servers listen on the loopback interface and check the Host header, so
// that no other site reaches them by a name that leads to it. What changes
// something must come from the page itself; the fake Slack answers no browser at
// all, and its tokens are made anew by each process. Foreign text comes as text, or
// drawn by packages blockhtml and dom, and nothing else becomes HTML: the
// Content-Security-Policy of the page allows no inline script or style and no other
// host, and one place alone that makes HTML of a string (page/dom.js).
package demo
