package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

// Feed is an address that is read again and again.
type Feed struct {
	ID      string // made of the address that it was added with; it stays when the feed moves
	Address string // http or https; may hold a user name and a password, which Public leaves out
	Source  string // outlet of its articles; "" leaves it to the feed
	Maker   string // ID of the user who added it; "": the settings or the command line
	Added   time.Time
	Vouched string // host and port (digest.HostPort) that the command line named, which may lie in a private network

	State FeedState
	Why   string // it is not read

	Health FeedHealth
	Items  int // that were taken in within feedDays days
	Full   int // of them with their full text
}

// FeedState tells whether a feed is read.
type FeedState string

// The states of a feed.
const (
	FeedActive FeedState = "active"
	FeedPaused FeedState = "paused" // somebody wants it so
	FeedGone   FeedState = "gone"   // its server says that there is none any more
)

// FeedHealth is what the readings of a feed tell of it.
type FeedHealth struct {
	Title, Site        string // as the feed names itself and its page; until then as who added it did
	ETag, LastModified string // of what was read last

	Checked   time.Time // when it was read last
	Succeeded time.Time // when that last brought what the feed holds; not set before the first reading is whole
	Changed   time.Time // when that last brought something new
	Capped    time.Time // when it last held more than is taken of one feed in a day

	Failure  string    // why the last reading went wrong, or broke off; "" if it went well
	Failures int       // in a row
	Failing  time.Time // since when

	Interval time.Duration // until the next reading
}

// Fail notes that the reading at Checked went wrong or broke off, and why.
func (h *FeedHealth) Fail(why string) {
	if h.Failures == 0 {
		h.Failing = h.Checked
	}
	h.Failures++
	h.Failure = why
}

// Succeed notes that the reading at Checked went well.
func (h *FeedHealth) Succeed() {
	h.Succeeded, h.Failure, h.Failures, h.Failing = h.Checked, "", 0, time.Time{}
}

// CappedOn reports whether it held more than is taken of one feed on the UTC day of a time.
func (h FeedHealth) CappedOn(t time.Time) bool { return dayOf(h.Capped) == dayOf(t) }

// Own gives articles the outlet that the feed was added with, if there is one: it is
// then that outlet's own feed, wherever it links to.
func (f Feed) Own(articles []digest.Article) []digest.Article {
	if f.Source == "" {
		return articles
	}
	for i := range articles {
		a := &articles[i]
		a.Source, a.Via = f.Source, ""
		a.Identify(a.Ref)
	}
	return articles
}

// feedDays is the number of days, the present one included, over which items are
// counted.
const feedDays = 7

// PerDay returns how many items a day the feed has brought.
func (f Feed) PerDay(now time.Time) float64 {
	days := min(max(now.Sub(f.Added).Hours()/24, 1), feedDays)
	return float64(f.Items) / days
}

// Public returns the address as it may be shown.
func (f Feed) Public() string { return digest.Redact(f.Address) }

// Name returns what people call the feed: its outlet, else its title, else its
// host.
func (f Feed) Name() string { return cmp.Or(f.Source, f.Health.Title, f.Host()) }

// Well reports whether a feed is read and the last reading went well, to its end.
func (f Feed) Well() bool { return f.State == FeedActive && f.Health.Failures == 0 }

// Unread reports whether a feed is to be read and was not yet.
func (f Feed) Unread() bool { return f.State == FeedActive && f.Health.Checked.IsZero() }

// Standing says in a word how a feed is: its state, or that it fails.
func (f Feed) Standing() string {
	if f.State == FeedActive && !f.Well() {
		return "failing"
	}
	return string(f.State)
}

// MayBeInside reports whether the feed may be read from a private network: whoever
// runs the program named the host and port that it is at now, in the settings, of
// whose feeds those are, or on the command line. It ends when the feed moves to
// another host and when the settings do not name it any more.
func (f Feed) MayBeInside(settings []string) bool {
	at := digest.HostPort(f.Address)
	return at != "" && f.Maker == "" && (at == f.Vouched || slices.Contains(settings, at))
}

// Host returns the host whose server is asked for the feed.
func (f Feed) Host() string { return HostOf(f.Address) }

// HostOf returns the host of an address in the spelling under which its server
// is spared.
func HostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// errFeedAddress says that an address cannot be one of a feed.
var errFeedAddress = errors.New("a feed's address begins with https:// or http://; give it as a browser shows it")

// FeedID returns the ID of a feed that is added with an address: the same for all
// spellings of it (digest.NormalURL), for http and https, and with and without a user
// name.
func FeedID(address string) (string, error) {
	u, ok := digest.NormalURL(address)
	if !ok {
		return "", errFeedAddress
	}
	return feedID(u, u.EscapedPath()), nil
}

// formerFeedIDs returns the IDs that former versions made of an address of which there
// is a FeedID: they took it as it was spelt, and the first of them took no path for
// another one than a slash.
func formerFeedIDs(address string) []string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return nil
	}
	return []string{feedID(u, cmp.Or(u.EscapedPath(), "/")), feedID(u, u.EscapedPath())}
}

func feedID(u *url.URL, path string) string {
	sum := sha256.Sum256([]byte(strings.ToLower(u.Host) + path + "?" + u.RawQuery))
	return hex.EncodeToString(sum[:8])
}

// AddFeeds adds those feeds that are not there yet under their address, to be
// read at once, and returns them.
func (s *Store) AddFeeds(ctx context.Context, feeds ...Feed) ([]Feed, error) {
	added, err := s.missing(ctx, feeds)
	if err != nil {
		return nil, err
	}
	for some := range slices.Chunk(added, 500) {
		if err := s.addFeeds(ctx, some); err != nil {
			return nil, fmt.Errorf("add feeds: %w", err)
		}
	}
	return added, nil
}

// missing returns those feeds that are not there yet under their address, as they are to
// be added.
func (s *Store) missing(ctx context.Context, feeds []Feed) (missing []Feed, err error) {
	old, err := s.Feeds(ctx)
	if err != nil {
		return nil, err
	}
	there := make(map[string]bool)
	for _, f := range old {
		for _, id := range f.ids() {
			there[id] = true
		}
	}
	for _, f := range feeds {
		f.Address = strings.TrimSpace(f.Address)
		if f.ID, err = FeedID(f.Address); err != nil {
			return nil, err
		}
		if !there[f.ID] {
			there[f.ID] = true
			f.State, f.Added = FeedActive, s.options.Now().UTC()
			missing = append(missing, f)
		}
	}
	return missing, nil
}

func (s *Store) addFeeds(ctx context.Context, feeds []Feed) error {
	return s.atomically(ctx, func(p redis.Pipeliner) {
		for _, f := range feeds {
			p.HSet(ctx, s.keys.feeds(), f.ID, encodeFeed(f))
			if f.Health != (FeedHealth{}) {
				p.HSetNX(ctx, s.keys.feedHealth(), f.ID, encodeHealth(f.Health))
			}
			s.callFeed(ctx, p, f)
		}
	})
}

// callFeed has a feed read as soon as its host may be visited.
func (s *Store) callFeed(ctx context.Context, p redis.Pipeliner, f Feed) {
	const now = 0 // is past on every clock
	p.ZAdd(ctx, s.keys.feedsAt(f.Host()), redis.Z{Score: now, Member: f.ID})
	p.ZAdd(ctx, s.keys.hosts(), redis.Z{Score: now, Member: f.Host()})
}

// SeedFeeds adds the feeds of the settings: each address once, so that one that
// was removed does not come back.
func (s *Store) SeedFeeds(ctx context.Context, addresses []string) (added []Feed, err error) {
	fresh, err := s.unseeded(ctx, addresses)
	if err != nil || len(fresh) == 0 {
		return nil, err
	}
	if added, err = s.AddFeeds(ctx, fresh...); err != nil {
		return nil, err
	}
	var ids []any
	for _, f := range fresh {
		ids = append(ids, f.ID)
	}
	err = s.pipelined(ctx, func(p redis.Pipeliner) { p.SAdd(ctx, s.keys.seeded(), ids...) })
	if err != nil {
		return nil, fmt.Errorf("add the feeds of the settings: %w", err)
	}
	return added, nil
}

// UnseededFeeds returns the feeds of the settings that SeedFeeds would add now.
func (s *Store) UnseededFeeds(ctx context.Context, addresses []string) ([]Feed, error) {
	fresh, err := s.unseeded(ctx, addresses)
	if err != nil || len(fresh) == 0 {
		return nil, err
	}
	return s.missing(ctx, fresh)
}

// unseeded returns the feeds of the settings that SeedFeeds has not looked after yet.
func (s *Store) unseeded(ctx context.Context, addresses []string) (fresh []Feed, err error) {
	seeded := make([]*redis.BoolSliceCmd, len(addresses))
	feeds := make([]Feed, len(addresses))
	for i, a := range addresses {
		if feeds[i].ID, err = FeedID(a); err != nil {
			return nil, err
		}
		feeds[i].Address = a
	}
	err = s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, f := range feeds {
			ids := []any{f.ID}
			for _, id := range formerFeedIDs(f.Address) {
				ids = append(ids, id)
			}
			seeded[i] = p.SMIsMember(ctx, s.keys.seeded(), ids...)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("look which feeds of the settings are added: %w", err)
	}
	for i, f := range feeds {
		if !slices.Contains(seeded[i].Val(), true) {
			fresh = append(fresh, f)
		}
	}
	return fresh, nil
}

// Feeds returns all feeds, in the order of their addresses.
func (s *Store) Feeds(ctx context.Context) ([]Feed, error) {
	var records, health, resting *redis.MapStringStringCmd
	items, full := make([]*redis.MapStringStringCmd, feedDays), make([]*redis.MapStringStringCmd, feedDays)
	today := s.options.Now()
	err := s.snapshot(ctx, func(p redis.Pipeliner) {
		records, health, resting = p.HGetAll(ctx, s.keys.feeds()), p.HGetAll(ctx, s.keys.feedHealth()), p.HGetAll(ctx, s.keys.resting())
		for i := range feedDays {
			d := dayOf(today.AddDate(0, 0, -i))
			items[i], full[i] = p.HGetAll(ctx, s.keys.itemCounts(d)), p.HGetAll(ctx, s.keys.fullCounts(d))
		}
	})
	if err != nil {
		return nil, fmt.Errorf("read the feeds: %w", err)
	}
	var feeds []Feed
	for id, record := range records.Val() {
		f, err := decodeFeed(id, record, health.Val()[id])
		if s.skips(ctx, err) {
			continue
		} else if err != nil {
			return nil, err
		}
		f.rest(resting.Val()[id])
		f.Items, f.Full = sum(items, id), sum(full, id)
		feeds = append(feeds, f)
	}
	slices.SortFunc(feeds, func(a, b Feed) int {
		return cmp.Or(strings.Compare(a.Address, b.Address), strings.Compare(a.ID, b.ID))
	})
	return feeds, nil
}

// FeedAt returns the feed that was added with an address or has moved to it; ok is
// false if there is none.
func (s *Store) FeedAt(ctx context.Context, address string) (f Feed, ok bool, err error) {
	id, err := FeedID(address)
	if err != nil {
		return f, false, err
	}
	feeds, err := s.Feeds(ctx)
	if err != nil {
		return f, false, err
	}
	i := slices.IndexFunc(feeds, func(f Feed) bool { return slices.Contains(f.ids(), id) })
	if i < 0 {
		return f, false, nil
	}
	return feeds[i], true, nil
}

// ids returns the ID of a feed and the one that it would have under its present
// address.
func (f Feed) ids() []string {
	if id, err := FeedID(f.Address); err == nil && id != f.ID {
		return []string{f.ID, id}
	}
	return []string{f.ID}
}

// sum adds up the counts of a feed.
func sum(counts []*redis.MapStringStringCmd, id string) (n int) {
	for _, c := range counts {
		day, _ := strconv.Atoi(c.Val()[id]) // "" where there is none
		n += day
	}
	return n
}

// rest takes in how a feed rests: its state and why, "" if it is read.
func (f *Feed) rest(how string) {
	f.State = FeedActive
	if how != "" {
		state, why, _ := strings.Cut(how, " ")
		f.State, f.Why = FeedState(state), why
	}
}

// PausedByHand is why a feed rests that somebody paused.
const PausedByHand = "paused by hand"

// PauseFeed lets a feed rest until it is resumed.
func (s *Store) PauseFeed(ctx context.Context, f Feed, why string) error {
	if err := s.restFeed(ctx, f, string(FeedPaused)+" "+why); err != nil {
		return fmt.Errorf("pause feed %s: %w", f.Public(), err)
	}
	return nil
}

// ResumeFeed has a feed read again, at once.
func (s *Store) ResumeFeed(ctx context.Context, f Feed) error {
	if err := s.restFeed(ctx, f, ""); err != nil {
		return fmt.Errorf("resume feed %s: %w", f.Public(), err)
	}
	return nil
}

// errFeedRemoved is why nothing can be done about a feed.
var errFeedRemoved = errors.New("it was removed meanwhile")

var feedRestScript = script("now", "feed", "feed_rest")

// restFeed lets a feed rest or has it read again, at the host that it is at by now,
// so that it is in the list of no other.
func (s *Store) restFeed(ctx context.Context, f Feed, how string) error {
	for {
		record, err := value(ctx, s, func(p redis.Pipeliner) *redis.StringCmd { return p.HGet(ctx, s.keys.feeds(), f.ID) })
		switch {
		case err != nil:
			return err
		case record == "":
			return errFeedRemoved
		}
		now, err := decodeFeed(f.ID, record, "")
		if err != nil {
			return err
		}
		keys := []string{s.keys.feeds(), s.keys.resting(), s.keys.feedsAt(now.Host()), s.keys.hosts()}
		done, err := ask(ctx, s, (*redis.Cmd).Bool, feedRestScript, keys, f.ID, record, now.Host(), how)
		if err != nil || done {
			return err
		}
	}
}

// RemoveFeed forgets a feed. Its articles stay.
func (s *Store) RemoveFeed(ctx context.Context, f Feed) error {
	err := s.atomically(ctx, func(p redis.Pipeliner) {
		for _, key := range []string{s.keys.feeds(), s.keys.feedHealth(), s.keys.resting(), s.keys.failingTold()} {
			p.HDel(ctx, key, f.ID)
		}
		p.ZRem(ctx, s.keys.feedsAt(f.Host()), f.ID)
		p.Del(ctx, s.keys.itemsSeen(f.ID))
	})
	if err != nil {
		return fmt.Errorf("remove feed %s: %w", f.Public(), err)
	}
	return nil
}

// TellFailing returns those feeds that have failed for so long and of which nobody
// was told since they began to.
func (s *Store) TellFailing(ctx context.Context, long time.Duration) ([]Feed, error) {
	feeds, err := s.Feeds(ctx)
	if err != nil {
		return nil, err
	}
	told, err := value(ctx, s, func(p redis.Pipeliner) *redis.MapStringStringCmd { return p.HGetAll(ctx, s.keys.failingTold()) })
	if err != nil {
		return nil, fmt.Errorf("read of which failing feeds people were told: %w", err)
	}
	now := s.options.Now()
	return slices.DeleteFunc(feeds, func(f Feed) bool {
		return f.State != FeedActive || f.Health.Failures == 0 || now.Sub(f.Health.Failing) < long || told[f.ID] == f.failingSince()
	}), nil
}

// failingSince is since when a feed fails, in the form that is kept.
func (f Feed) failingSince() string { return f.Health.Failing.UTC().Format(time.RFC3339) }

// ToldFailing notes that people were told of feeds that fail.
func (s *Store) ToldFailing(ctx context.Context, feeds []Feed) error {
	var values []any
	for _, f := range feeds {
		values = append(values, f.ID, f.failingSince())
	}
	err := s.pipelined(ctx, func(p redis.Pipeliner) { p.HSet(ctx, s.keys.failingTold(), values...) })
	if err != nil {
		return fmt.Errorf("note of which failing feeds people were told: %w", err)
	}
	return nil
}
