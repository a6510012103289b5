package poll

import (
	"context"
	"errors"
	"net/url"
	"time"

	"newsbot/digest/store"
)

// hosts are those that are asked in one reading, each held before it is: the first one,
// and those to which redirects and links lead from there.
type hosts struct {
	*Poller
	leases map[string]*store.Lease // by host; nil for one that the caller holds
	last   string                  // the host that was asked last
}

// putOff is how long at least a feed waits that leads to a host which is busy.
const putOff = 10 * time.Second

// busyError says that a host cannot be asked now.
type busyError struct {
	alone time.Duration // for how long it is left alone; 0: others are at it
}

// Error says what is in the way.
func (e *busyError) Error() string {
	if e.alone > 0 {
		return "its host is left alone for " + e.alone.Round(time.Second).String()
	}
	return "its host is asked by others, or its feed has its share of the workers"
}

// permit is take for a reader of feeds.
func (h *hosts) permit(ctx context.Context, u *url.URL) error { return h.take(ctx, u.String()) }

// take waits a little while for the turn to ask the host of an address. The error is a
// *busyError where that did not come.
func (h *hosts) take(ctx context.Context, address string) error {
	host := store.HostOf(address)
	if _, held := h.leases[host]; !held {
		lease, alone, err := h.leaseHost(ctx, address)
		switch {
		case err != nil:
			return err
		case lease == nil:
			return &busyError{alone}
		}
		h.leases[host] = lease
	}
	h.last = host
	return nil
}

// pauseAfter returns for how long a host is left alone after a reading that ended with
// an error or nil: what a server asks for is for the host that was asked last.
func (h *hosts) pauseAfter(host string, err error) time.Duration {
	if host != h.last {
		return h.Pause
	}
	return h.Poller.pauseAfter(err)
}

// release lets go of all hosts but the one that the caller holds, after a reading that
// ended with an error or nil.
func (h *hosts) release(ctx context.Context, ended error) (err error) {
	for host, lease := range h.leases {
		if lease != nil {
			err = errors.Join(err, lease.ReleaseAfter(ctx, h.pauseAfter(host, ended)))
		}
	}
	return err
}
