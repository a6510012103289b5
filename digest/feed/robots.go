package feed

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"golang.org/x/sync/semaphore"

	"newsbot/digest/wait"
)

// ErrRobots is why a page is not read that its site keeps programs from.
var ErrRobots = errors.New("may not be read by programs, says its site's robots.txt")

// errRobotsAway is why a page is not read whose site does not say whether it may be.
var errRobotsAway = errors.New("is not read while its site's robots.txt cannot be")

const (
	maxRobots     = 500 << 10 // bytes that are read of robots.txt (RFC 9309, 2.5)
	maxRules      = 5000
	maxSites      = 10_000
	maxPaths      = 32 << 20       // bytes of the rules of all sites together
	robotsAge     = 24 * time.Hour // after which it is fetched again
	robotsRetry   = time.Hour      // where it could not be fetched
	maxCrawlDelay = 30 * time.Second
)

// robots keeps what sites ask of programs, and when each may be asked next.
type robots struct {
	mu    sync.Mutex
	sites map[string]*site // by scheme and host
	paths int              // bytes of the rules that were read since there were none
}

// site is one scheme and host.
type site struct {
	held  *semaphore.Weighted // of one who looks at the rest, or fetches the rules
	until time.Time           // when they are to be fetched again
	rules rules
	next  time.Time // when a page may be asked for
}

// at returns the site that an address is on.
func (r *robots) at(u *url.URL) *site {
	key := strings.ToLower(u.Scheme + "://" + u.Host)
	r.mu.Lock()
	defer r.mu.Unlock()
	if s, ok := r.sites[key]; ok {
		return s
	}
	if len(r.sites) >= maxSites || r.paths > maxPaths {
		clear(r.sites)
		r.paths = 0
	}
	s := &site{held: semaphore.NewWeighted(1)}
	r.sites[key] = s
	return s
}

// count takes note of rules that are kept.
func (r *robots) count(read rules) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, p := range read.paths {
		r.paths += len(p.path) + 32 // with what holds it
	}
}

// await returns when the page at u may be asked for, or why not.
func (r *Reader) await(ctx context.Context, u *url.URL) error {
	turn, err := r.turn(ctx, u)
	if err != nil {
		return err
	}
	return wait.For(ctx, turn)
}

// turn returns how long the page at u has to wait for its turn, which is its own.
func (r *Reader) turn(ctx context.Context, u *url.URL) (time.Duration, error) {
	s := r.robots.at(u)
	if err := s.held.Acquire(ctx, 1); err != nil {
		return 0, err
	}
	defer s.held.Release(1)
	now := r.config.Now()
	if now.After(s.until) {
		if err := s.fetch(ctx, r, u); err != nil {
			return 0, err
		}
	}
	if err := s.rules.check(u); err != nil {
		return 0, err
	}
	turn := max(0, s.next.Sub(now))
	s.next = now.Add(turn + max(r.config.Limits.Delay, s.rules.delay))
	return turn, nil
}

// fetch gets the rules of a site. One without any allows everything; one that
// cannot say allows nothing for now (RFC 9309, 2.3.1). Where ctx ends meanwhile, or they
// may not be asked for now, the next one asks again.
func (s *site) fetch(ctx context.Context, r *Reader, u *url.URL) error {
	address := url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	d, err := r.download(ctx, request{address: address.String(), guarded: true, accept: "text/plain, */*;q=0.5"})
	var status *StatusError
	switch {
	case err == nil:
		s.rules, s.until = parseRobots(d.data), r.config.Now().Add(robotsAge)
		r.robots.count(s.rules)
	case errors.As(err, &status) && status.Code < 500 && status.Code != http.StatusTooManyRequests:
		s.rules, s.until = rules{}, r.config.Now().Add(robotsAge)
	case errors.Is(err, errUnpermitted):
		return err
	case ctx.Err() != nil:
		return ctx.Err()
	default:
		s.rules, s.until = rules{closed: fmt.Errorf("%w: that %w", errRobotsAway, err)}, r.config.Now().Add(robotsRetry)
	}
	return nil
}

// rules are what a site asks of us.
type rules struct {
	closed error // why nothing is allowed; nil: some is
	paths  []rule
	delay  time.Duration // between two requests
}

type rule struct {
	allow bool
	path  string // a pattern: the longest that matches decides
}

// check returns why the page at u may not be read, nil where it may.
func (r rules) check(u *url.URL) error {
	if r.closed != nil || r.allow(u) {
		return r.closed
	}
	return ErrRobots
}

// allow tells whether rules that could be read allow the page at u.
func (r rules) allow(u *url.URL) bool {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	best := rule{allow: true}
	for _, p := range r.paths {
		if (len(p.path) > len(best.path) || len(p.path) == len(best.path) && p.allow) && matches(p.path, path) {
			best = p
		}
	}
	return best.allow
}

// parseRobots reads the rules for us, else those for everybody (RFC 9309).
func parseRobots(data []byte) rules {
	var ours, all rules
	addressed := make(map[*rules]bool) // those that the open group is for
	found, inRules := false, false
	lines := bufio.NewScanner(bytes.NewReader(data[:min(len(data), maxRobots)]))
	lines.Buffer(nil, maxRobots+1)
	for lines.Scan() {
		text, _, _ := strings.Cut(strings.TrimPrefix(lines.Text(), "\uFEFF"), "#")
		key, value, _ := strings.Cut(text, ":")
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if key == "user-agent" {
			if inRules {
				clear(addressed)
				inRules = false
			}
			switch strings.ToLower(value) {
			case agentName:
				addressed[&ours], found = true, true
			case "*":
				addressed[&all] = true
			}
			continue
		}
		inRules = inRules || key == "allow" || key == "disallow" || key == "crawl-delay"
		for r := range addressed {
			r.add(key, value)
		}
	}
	if found {
		return ours
	}
	return all
}

// add takes one line in.
func (r *rules) add(key, value string) {
	switch key {
	case "allow", "disallow":
		if value != "" && len(r.paths) < maxRules {
			r.paths = append(r.paths, rule{key == "allow", ascii(value)})
		}
	case "crawl-delay":
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 {
			r.delay = min(time.Duration(min(s, 3600)*float64(time.Second)), maxCrawlDelay)
		}
	}
}

// matches tells whether a path begins as a pattern says, in which * is anything
// and $ at the end is the end (RFC 9309, 2.2.3).
func matches(pattern, path string) bool {
	pattern, end := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	last := len(parts) - 1
	rest, ok := strings.CutPrefix(path, parts[0])
	for _, part := range parts[1:max(last, 1)] {
		if ok {
			_, rest, ok = strings.Cut(rest, part)
		}
	}
	switch {
	case !ok:
		return false
	case last == 0:
		return !end || rest == ""
	case end:
		return strings.HasSuffix(rest, parts[last])
	}
	return strings.Contains(rest, parts[last])
}

// ascii returns a path with all bytes beyond ASCII escaped, as in an address
// (RFC 9309, 2.2.2). They may be no UTF-8.
func ascii(path string) string {
	var b strings.Builder
	for i := range len(path) {
		if c := path[i]; c < utf8.RuneSelf {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
