// Package load shows how the bot bears many people who ask at a time. It holds
// tests only.
//
// A store of made-up articles in a real Redis, the App over signed HTTP requests
// with the real answers, and the fake Slack run on one machine. Commands come at a
// rate that does not wait for answers, and each is timed from its request to its
// acknowledgement and to its answer at the response_url. The figures are printed:
//
//	go test ./bot/load -v                                                the short form
//	go test ./bot/load -v -timeout 30m -articles 100000 -rate 50 -for 60s    the long form
//
// The long form fails where an acknowledgement or an answer takes longer than it
// may (limits); the short one fails for wrong answers alone.
package load
