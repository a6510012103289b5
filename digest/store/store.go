package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest/text"
)

// Forever as Options.Retention keeps articles without end.
const Forever time.Duration = -1

// Options are the parts of a Store that have defaults.
type Options struct {
	// Retention is how long a day's articles are kept: from the end of the day,
	// or from the arrival of its first article, whichever is later. Zero means
	// 90 days. A day that has articles keeps the retention that it began with.
	Retention time.Duration

	// Prefix stands before every key; "newsbot:" if empty. It holds no brace.
	Prefix string

	// Wait makes Open wait for Redis, as a service should, until its context
	// ends. Without it Open returns an error after the first failure.
	Wait bool

	// Patience is how long one read or write is tried again while Redis is
	// away; zero means 30 seconds.
	Patience time.Duration

	// Distrust is how long the records of runs are not trusted after Redis was
	// away or was started, since it may have lost what was written last; zero
	// means five minutes.
	Distrust time.Duration

	Now    func() time.Time // time.Now if nil; the embedded Redis goes by it too
	Logger *slog.Logger     // discards if nil
	Hook   redis.Hook       // sees every command, where it is set; for tests
}

func (o Options) withDefaults() Options {
	o.Retention = cmp.Or(o.Retention, 90*day)
	o.Prefix = cmp.Or(o.Prefix, "newsbot:")
	o.Patience = cmp.Or(o.Patience, 30*time.Second)
	o.Distrust = cmp.Or(o.Distrust, 5*time.Minute)
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	return o
}

// Store keeps articles in Redis. It is safe for concurrent use.
type Store struct {
	redis   redis.UniversalClient
	target  target // where Redis is
	keys    keys
	options Options
	indexer *text.Indexer // of what is stored

	ownClock bool // the options name no other
	close    func() error
	away     atomic.Int64 // when Redis last did not answer, Unix ns
	said     atomic.Int64 // when that was last said
}

// Open connects to the Redis at a URL. The forms are
//
//	redis://[[USER]:PASSWORD@]HOST[:PORT][/DB]              one server
//	redis://…@HOST:PORT,HOST:PORT,…                         a Cluster, also redis://…@HOST?cluster=true
//	redis://…@HOST:PORT,HOST:PORT,…/DB?master_name=NAME     Sentinels; also redis-sentinel://…@HOST:PORT,…/NAME/DB
//	rediss://…, rediss-sentinel://…                         the same with TLS
//	unix://[[USER]:PASSWORD@]/PATH[?db=DB]                  a socket
//
// Sentinels that want a password take sentinel_username and sentinel_password
// as parameters; the other parameters are those of redis.ParseURL. An *Error
// tells what is wrong with Redis, and never holds a password; neither does the
// error for a URL that cannot be read.
func Open(ctx context.Context, url string, o Options) (*Store, error) {
	ownClock := o.Now == nil
	o = o.withDefaults()
	if !hashTagSafe(o.Prefix) {
		return nil, fmt.Errorf("prefix %q of the keys: a brace would undo their hash tags", o.Prefix)
	}
	target, err := parseURL(url)
	if err != nil {
		return nil, err
	}
	redis.SetLogger(clientLog{o.Logger})
	s := &Store{
		redis:   redis.NewUniversalClient(target.options()),
		target:  target,
		keys:    keys{o.Prefix},
		options: o, ownClock: ownClock,
		indexer: text.NewIndexer(),
	}
	if o.Hook != nil {
		s.redis.AddHook(o.Hook)
	}
	s.close = s.redis.Close
	if err := s.connect(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// clientLog takes what go-redis logs, for the whole process, to the level of
// debugging: whatever matters comes back as an error too.
type clientLog struct{ *slog.Logger }

// Printf logs a formatted line.
func (l clientLog) Printf(ctx context.Context, format string, v ...any) {
	l.DebugContext(ctx, "go-redis: "+fmt.Sprintf(format, v...))
}

// connect asks Redis for an answer, again and again where Options.Wait says so.
func (s *Store) connect(ctx context.Context) error {
	patience := time.Duration(0)
	if s.options.Wait {
		patience = forever
	}
	return s.retry(ctx, patience, s.greet)
}

// mostApart is by how much the clock of this machine and that of Redis may differ.
// What is further ahead forgets days that are not over, and what is further behind
// files articles in days that have expired.
const mostApart = 24 * time.Hour

// greet asks Redis for an answer, and whether it lives in the same time.
func (s *Store) greet(ctx context.Context) error {
	if err := s.Ping(ctx); err != nil || !s.ownClock {
		return err
	}
	ahead, err := s.ahead(ctx)
	if err != nil || ahead.Abs() <= mostApart {
		return err
	}
	return &Error{
		Addr: s.target.String(), Temporary: true, problem: "lives in another time than this machine",
		Err: fmt.Errorf("they are %.1f days apart", ahead.Abs().Hours()/24), remedy: "set both clocks, by NTP",
	}
}

// Ping asks Redis for an answer, once.
func (s *Store) Ping(ctx context.Context) error {
	return s.explain(s.redis.Ping(ctx).Err())
}

// Time returns the time by Redis, which all processes share.
func (s *Store) Time(ctx context.Context) (time.Time, error) {
	now, err := value(ctx, s, func(p redis.Pipeliner) *redis.TimeCmd { return p.Time(ctx) })
	if err != nil {
		return time.Time{}, fmt.Errorf("ask Redis for the time: %w", err)
	}
	return now, nil
}

// Close releases the connections. The Store is of no use afterwards.
func (s *Store) Close() error { return s.close() }
