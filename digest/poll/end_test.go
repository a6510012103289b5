package poll

import (
	"testing"
	"time"
)

// A process that ends leaves no host held, at whatever moment of its work it ends:
// another reads on at once.
func TestEndsHoldingNothing(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	var papers []*paper
	for host := range 40 {
		one := n.press.paper(host, 2)
		one.teasers = true
		papers = append(papers, one)
	}
	n.add(papers...)
	p := n.poller(nil)
	for run := range 8 {
		ctx, stop := contextOf(t)
		time.AfterFunc(time.Duration(1+5*run)*time.Millisecond, stop)
		p.Run(ctx)
		for _, one := range papers {
			n.awaitFree(one.address)
			n.press.print(one)
		}
	}
}

// awaitFree fails the test where the host of an address is held for longer than
// it is left alone after a request.
func (n *newsroom) awaitFree(address string) {
	n.Helper()
	for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		lease, _, err := n.store.LeaseHost(n.Context(), address, time.Minute)
		switch {
		case err != nil:
			n.Fatal(err)
		case lease != nil:
			if err := lease.Release(n.Context()); err != nil {
				n.Fatal(err)
			}
			return
		case time.Now().After(deadline):
			n.Fatalf("the host of %s is still held", address)
		}
	}
}
