package store

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/redis/go-redis/v9"
)

// Checkup is what a Redis tells of itself. A field that it does not tell is zero.
type Checkup struct {
	Version     string
	Replica     bool // it takes no writes; never said of a server of a Cluster, whose clients write to others
	Clustered   bool // it is of a Cluster, though the URL names a single server
	Persistence Persistence
	Memory      int64         // bytes in use
	MaxMemory   int64         // bytes that it may use; 0: no limit
	Policy      string        // what it does when those are used up: noeviction, or which keys it drops
	Ahead       time.Duration // by which the clock of this machine is ahead of that of Redis
}

// Persistence tells how a Redis keeps its data on disk.
type Persistence struct {
	Known    bool
	Log      bool   // it appends every write to a file
	LogError bool   // and the last time that failed
	Saved    string // how the last snapshot went: "ok"
}

// Checkup asks Redis how it is; of a Cluster, one of its servers.
func (s *Store) Checkup(ctx context.Context) (Checkup, error) {
	ahead, err := s.ahead(ctx)
	if err != nil {
		return Checkup{}, err
	}
	c := Checkup{Ahead: ahead}
	info, err := s.redis.Info(ctx).Result()
	if redis.HasErrorPrefix(err, "ERR") || redis.HasErrorPrefix(err, "NOPERM") {
		return c, nil // it does not tell
	}
	if err := s.explain(err); err != nil {
		return Checkup{}, fmt.Errorf("ask Redis how it is: %w", err)
	}
	c.read(info)
	c.Clustered = c.Clustered && !s.target.isCluster()
	return c, nil
}

// FullFrom is the share of the memory that it may use from which on a Redis is nearly
// full.
const FullFrom = 0.9

// Used returns the share of its memory that a Redis uses, 0 if it has no limit.
func (c Checkup) Used() float64 {
	if c.MaxMemory == 0 {
		return 0
	}
	return float64(c.Memory) / float64(c.MaxMemory)
}

// MemoryUsed returns the share of its memory that Redis uses, of a Cluster that of the
// server that is the fullest; 0 if it has no limit or does not tell.
func (s *Store) MemoryUsed(ctx context.Context) (share float64, err error) {
	var fullest sync.Mutex
	look := func(ctx context.Context, server *redis.Client) error {
		info, err := server.Info(ctx, "memory").Result()
		if _, refused := errors.AsType[redis.Error](err); err != nil && !refused {
			return err
		}
		var c Checkup
		c.read(info)
		fullest.Lock()
		defer fullest.Unlock()
		share = max(share, c.Used())
		return nil
	}
	switch client := s.redis.(type) {
	case *redis.ClusterClient:
		err = client.ForEachMaster(ctx, look)
	case *redis.Client:
		err = look(ctx, client)
	}
	if err := s.explain(err); err != nil {
		return 0, fmt.Errorf("ask Redis how full it is: %w", err)
	}
	return share, nil
}

// ahead returns by how much the clock of this machine is ahead of that of Redis.
func (s *Store) ahead(ctx context.Context) (time.Duration, error) {
	began := s.options.Now()
	at, err := s.redis.Time(ctx).Result()
	if err := s.explain(err); err != nil {
		return 0, fmt.Errorf("ask Redis for the time: %w", err)
	}
	half := s.options.Now().Sub(began) / 2
	return began.Add(half).Sub(at), nil
}

// read takes in the answer to INFO.
func (c *Checkup) read(info string) {
	fields := make(map[string]string)
	for line := range strings.Lines(info) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		fields[name] = value
	}
	number := func(name string) int64 {
		n, _ := strconv.ParseInt(fields[name], 10, 64)
		return n
	}
	log, known := fields["aof_enabled"]
	c.Version, c.Policy = fields["redis_version"], fields["maxmemory_policy"]
	c.Clustered = fields["cluster_enabled"] == "1"
	c.Replica = fields["role"] == "slave" && !c.Clustered
	c.Memory, c.MaxMemory = number("used_memory"), number("maxmemory")
	c.Persistence = Persistence{
		Known: known, Log: log == "1", LogError: fields["aof_last_write_status"] == "err", Saved: fields["rdb_last_bgsave_status"],
	}
}
