package poll

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"syscall"
	"testing"
	"time"

	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

var (
	manyFeeds = flag.Int("feeds", 100, "how many feeds are read while processes are killed at random")
	manyTime  = flag.Duration("for", 12*time.Second, "for how long they get new items")
)

// TestKilled: two processes read many feeds and are killed at random. Every item
// is stored once, none is missed, no host is asked faster than its limit.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("the races are those of the other tests, and it is long")
	}
	t.Parallel()
	redis := storetest.StartRedis(t)
	opened := storetest.At(t, redis.URL(), store.Options{Wait: true})
	b := &bench{T: t, press: newPress(t), store: opened, orders: orders{
		Redis: redis.URL(), Least: min(*manyTime/8, 30*time.Second), Most: min(*manyTime/4, time.Minute),
		Pause: 100 * time.Millisecond, Hold: 3 * time.Second, Idle: 3 * time.Second}}
	for i := range *manyFeeds {
		b.press.paper(i*2/3, 2).teasers = true // every other host has two
	}
	if _, err := opened.AddFeeds(t.Context(), b.press.feeds()...); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	b.work(*manyTime)
	b.await(b.press.printed(), time.Minute+*manyTime/2)
	b.judge(time.Since(began))
}

// bench is where replicas are killed.
type bench struct {
	*testing.T
	press  *press
	store  *store.Store
	orders orders

	killed, stopped int
	memory          [2][]int // of each replica, over time
}

// work lets two replicas read for a time, while papers print and replicas die.
func (b *bench) work(d time.Duration) {
	team := [2]*process{startProcess(b, b.orders), startProcess(b, b.orders)}
	b.Cleanup(func() {
		for _, r := range team {
			r.kill()
		}
	})
	began, look := time.Now(), time.Now()
	death := began.Add(d / 6)
	for time.Since(began) < d {
		time.Sleep(20 * time.Millisecond)
		for range max(1, *manyFeeds/3000) { // 50 a second or more
			b.press.print(b.press.papers[rand.IntN(len(b.press.papers))])
		}
		if time.Now().After(death) {
			b.die(&team[rand.IntN(2)])
			death = time.Now().Add(d/8 + rand.N(d/8))
		}
		if time.Since(look) > d/40 {
			look = time.Now()
			for i, r := range team {
				b.memory[i] = append(b.memory[i], r.memory())
			}
		}
	}
}

// die ends a replica, mostly by killing it, and starts another one.
func (b *bench) die(r **process) {
	if rand.IntN(4) == 0 {
		(*r).end(syscall.SIGTERM)
		b.stopped++
	} else {
		(*r).kill()
		b.killed++
	}
	if log := (*r).log.String(); log != "" {
		b.Logf("a replica says:\n%.2000s", log)
	}
	*r = startProcess(b, b.orders)
}

// await waits until so many articles are stored and nothing is under way.
func (b *bench) await(articles int, limit time.Duration) {
	b.Helper()
	for deadline := time.Now().Add(limit); time.Now().Before(deadline); time.Sleep(200 * time.Millisecond) {
		waiting, err := b.store.Backlog(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		if waiting == 0 && len(b.stored()) >= articles {
			return
		}
	}
}

// stored returns how often each address is stored.
func (b *bench) stored() map[string]int {
	b.Helper()
	briefs, err := b.store.Window(b.Context(), time.Time{}, time.Time{})
	if err != nil {
		b.Fatal(err)
	}
	urls := make(map[string]int)
	for _, brief := range briefs {
		urls[brief.URL]++
	}
	return urls
}

// judge compares what is stored with what was printed, and tells how the hosts
// were asked.
func (b *bench) judge(took time.Duration) {
	stored, printed := b.stored(), b.press.printed()
	b.press.mu.Lock()
	defer b.press.mu.Unlock()
	missed, more := 0, 0
	for _, n := range b.press.papers {
		for k := range n.count {
			times := stored[n.article(k)]
			if times == 0 {
				missed++
			} else {
				more += times - 1
			}
		}
	}
	requests, most, nearest, same := 0, 0, time.Hour, 0
	for _, h := range b.press.hosts {
		requests, most, nearest = requests+h.requests, max(most, h.most), min(nearest, h.nearest)
	}
	for _, n := range b.press.papers {
		same += n.same
	}
	_, dead, err := b.store.DeadItems(b.Context(), 1)
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d feeds on %d hosts, %s: %d items printed, %d stored, %d missed, %d twice, %d given up; %d requests, %d of them not modified; "+
		"at most %d at a time to a host and %s apart; %d replicas killed, %d stopped; memory %s",
		len(b.press.papers), len(b.press.hosts), took.Round(time.Second), printed, len(stored), missed, more, dead,
		requests, same, most, nearest.Round(time.Millisecond), b.killed, b.stopped, b.memories())
	if missed > 0 || more > 0 || dead > 0 || len(stored) != printed {
		b.Errorf("%d items missed, %d stored twice, %d given up", missed, more, dead)
	}
	if most > 1 || nearest < b.orders.Pause {
		b.Errorf("a host was asked %d times at a time and after %s, want once and %s or more", most, nearest, b.orders.Pause)
	}
	if b.killed+b.stopped == 0 {
		b.Error("no replica was killed")
	}
}

// memories tells the memory of the replicas over time.
func (b *bench) memories() string {
	middle := func(mb []int) int {
		mb = slices.Sorted(slices.Values(mb))
		if len(mb) == 0 {
			return 0
		}
		return mb[len(mb)/2]
	}
	all := slices.Concat(b.memory[0], b.memory[1])
	if len(all) == 0 {
		return "unknown"
	}
	var first, last []int
	for _, mb := range b.memory {
		first, last = append(first, mb[:len(mb)/2]...), append(last, mb[len(mb)/2:]...)
	}
	return fmt.Sprintf("%d MB in the first half, %d MB in the second, %d MB at most", middle(first), middle(last), slices.Max(all))
}
