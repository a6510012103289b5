package crash

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"newsbot/bot/schedule"
	"newsbot/digest/store/storetest"
)

var runs = flag.Int("runs", 40, "how many digests are posted while processes are killed at random")

// skews are how wrong the clocks of replicas are.
var skews = []time.Duration{0, -10 * time.Minute, 10 * time.Minute}

// TestEveryStep kills a replica at its first step, another at its second, and so
// on until one comes through, each time with a digest of its own; another replica
// ends what the dead one began.
func TestEveryStep(t *testing.T) {
	if testing.Short() {
		t.Skip("the races are those of bot/schedule's tests, and it is long")
	}
	t.Parallel()
	redis := storetest.StartRedis(t)
	const together = 8
	var through atomic.Bool
	for first := 1; !through.Load() && !t.Failed(); first += together {
		t.Run(fmt.Sprint("from ", first), func(t *testing.T) {
			for i := range together {
				step := first + i
				t.Run(fmt.Sprint("step ", step), func(t *testing.T) {
					t.Parallel()
					if !killAt(newBench(t, redis.URL(), fmt.Sprintf("step%d:", step)), step) {
						through.Store(true)
					}
				})
			}
		})
	}
}

// killAt lets a replica die at a step and another one go on, and reports whether
// the first one died.
func killAt(b *bench, step int) (died bool) {
	b.t.Helper()
	began := time.Now()
	channel := b.subscribe()
	victim := b.start(step, 0)
	if died = victim.dies(b); !died {
		victim.stop()
	}
	heir := b.start(0, skews[step%len(skews)])
	b.await([]string{channel}, time.Minute)
	time.Sleep(2 * pace.Channel) // for what should not come
	heir.stop()
	if b.t.Failed() {
		b.t.Logf("the one that went on says:\n%s", heir.log.String())
	}
	b.judge([]string{channel}, began)
	return died
}

// dies waits until the process has died, which it tells, or says that its run has
// ended.
func (r *process) dies(b *bench) bool {
	b.t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); {
		select {
		case <-r.done:
			return true
		case <-time.After(5 * time.Millisecond):
		}
		if b.reported(schedule.Posted) {
			return false
		}
	}
	b.t.Fatal("a replica neither dies nor posts")
	return false
}

// TestRandom kills replicas at random while Slack loses answers.
func TestRandom(t *testing.T) {
	t.Parallel()
	for _, replicas := range []int{2, 3} {
		t.Run(fmt.Sprintf("%d replicas", replicas), func(t *testing.T) {
			t.Parallel()
			b := newBench(t, storetest.StartRedis(t).URL(), "crash:")
			b.killAtRandom(replicas, *runs/2, func() {})
		})
	}
}

// TestCluster does the same with a Redis Cluster of three nodes, which die too
// and come back. They write what they have acknowledged at once: where they sync once a
// second and the disk is slow, Redis puts writing off, and a node that dies forgets it.
func TestCluster(t *testing.T) {
	if testing.Short() {
		t.Skip("the races are those of the other tests, and it is long")
	}
	t.Parallel()
	nodes := storetest.StartCluster(t, "--appendonly", "yes", "--appendfsync", "always")
	b := newBench(t, "redis://"+nodes[0].Addr()+","+nodes[1].Addr()+","+nodes[2].Addr(), "crash:")
	deaths := 0
	b.killAtRandom(2, *runs/2, func() {
		if rand.IntN(8) > 0 && deaths > 0 {
			return
		}
		deaths++
		node := nodes[rand.IntN(len(nodes))]
		node.Kill()
		time.Sleep(time.Duration(rand.IntN(1500)) * time.Millisecond)
		node.Start(t)
	})
	t.Logf("%d times a node of the Cluster was killed", deaths)
}

// TestFailover does the same with a Redis that dies and whose replica takes over,
// as Sentinel sees to. On a busy machine Sentinel may find a Redis dead that only
// waits its turn: what that one takes until it hears of it is lost.
func TestFailover(t *testing.T) {
	if testing.Short() {
		t.Skip("the races are those of the other tests, and it is long")
	}
	t.Parallel()
	master := storetest.StartRedis(t)
	storetest.StartRedis(t, "--replicaof", "127.0.0.1", strconv.Itoa(master.Port))
	sentinel := storetest.StartSentinel(t, "news", master)
	storetest.AwaitReplica(t, sentinel, "news")
	b := newBench(t, "redis://"+sentinel.Addr()+"?master_name=news", "crash:")
	b.forgets()
	turns := 0
	b.killAtRandom(2, *runs/2, func() {
		if turns++; turns == 3 {
			master.Kill()
		}
		b.renew()
	})
}

// TestLostSecond does the same with a Redis that loses what it wrote last, again
// and again. It may lose a digest that was put together, so that the thread goes
// on with one that another process has put together.
func TestLostSecond(t *testing.T) {
	if testing.Short() {
		t.Skip("the races are those of the other tests, and it is long")
	}
	t.Parallel()
	redis := storetest.StartRedis(t, "--appendonly", "yes")
	b := newBench(t, redis.URL(), "crash:")
	b.forgets()
	turns := 0
	b.killAtRandom(2, *runs/2, func() {
		if turns++; turns%8 == 0 {
			redis.Kill()
			redis.Forget(t, rand.Int64N(4000))
			redis.Start(t)
			b.renew()
		}
	})
	t.Logf("%d times Redis lost its last writes", turns/8)
}

// killAtRandom posts digests with replicas that are killed, restarted or stand
// still one after the other; meanwhile is called before each such time.
func (b *bench) killAtRandom(replicas, runs int, meanwhile func()) {
	b.t.Helper()
	began := time.Now()
	b.storms.Store(true)
	team := make([]*process, replicas)
	for i := range team {
		team[i] = b.start(0, skews[i])
	}
	var channels []string
	limit := 2*time.Minute + time.Duration(runs)*time.Second
	for (len(channels) < runs || b.missing(channels) > 0) && time.Since(began) < limit {
		for range min(rand.IntN(5), runs-len(channels)) {
			channels = append(channels, b.subscribe())
		}
		time.Sleep(time.Duration(50+rand.IntN(250)) * time.Millisecond)
		meanwhile()
		i := rand.IntN(replicas)
		switch rand.IntN(6) {
		case 0:
			team[i].freeze()
			continue
		case 1:
			team[i].stop()
		default:
			team[i].kill()
		}
		team[i] = b.start(0, skews[i])
	}
	b.await(channels, 90*time.Second)
	time.Sleep(hold + 100*time.Millisecond) // for what should not come
	for _, r := range team {
		r.stop()
	}
	b.judge(channels, began)
}
