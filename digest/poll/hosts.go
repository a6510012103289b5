package poll

import (
	"context"
	"errors"
	"net/url"
	"time"

	"newsbot/digest/feed"
	"newsbot/digest/store"
	"newsbot/digest/wait"
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

// leaseHost waits a little while for the turn to ask the host of an address; nil
// says that it did not come, or will not while the host is left alone for so long.
func (p *Poller) leaseHost(ctx context.Context, address string) (lease *store.Lease, alone time.Duration, err error) {
	longer, end := wait.Outlive(ctx)
	defer end()
	err = p.await(ctx, func() (bool, error) {
		lease, alone, err = p.Store.LeaseHost(longer, address, p.Hold)
		return lease != nil || alone > waitHost, err
	})
	return lease, alone, err
}

// longestPause is for how long at most a whole host is left alone because of what
// it said about one feed.
const longestPause = time.Hour

// pauseAfter returns for how long a host is left alone after a reading that ended with
// an error or nil: what a server asks for is for the host that was asked last.
func (h *hosts) pauseAfter(host string, err error) time.Duration {
	if host != h.last {
		return h.Pause
	}
	return max(h.Pause, min(retryAfter(err), longestPause))
}

// retryAfter returns how long the server that refused a request wants to be left
// alone, 0 where it does not say.
func retryAfter(err error) time.Duration {
	if status, ok := errors.AsType[*feed.StatusError](err); ok {
		return status.RetryAfter
	}
	return 0
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
