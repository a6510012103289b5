// Package crash proves that every channel gets its digest once, by killing the
// bot. It holds tests only.
//
// The test binary runs itself again as replicas of the bot: processes with a
// Scheduler and a Poster, but an Editor that makes its digests up. They share a
// Redis and a fake Slack that loses answers and slows them down. SIGKILL ends them
//
//   - at each step of a run: before and after every command to Redis and every
//     request to Slack, one after the other (TestEveryStep),
//   - at random times (TestRandom),
//   - and nodes of a Redis Cluster while runs are under way (TestCluster).
//
// Then every digest must stand in its channel, each message exactly once, and
// every thread in its order. The figures are printed:
//
//	go test ./bot/crash -v                            the short form
//	go test ./bot/crash -v -timeout 30m -runs 1000    the long form
package crash
