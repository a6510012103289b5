package storetest

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
)

// Redis is a redis-server process of a test.
type Redis struct {
	Port int
	dir  string
	args []string
	cmd  *exec.Cmd
}

// first is what every server is told before its own arguments.
var first = []string{"--bind", "127.0.0.1", "--save", "", "--logfile", "redis.log"}

// StartRedis starts a redis-server on a free port, with the given arguments in
// the form of its configuration ("--appendonly", "yes"). It ends with the test.
// Without the program the test is skipped, or fails where CI is set.
func StartRedis(t testing.TB, args ...string) *Redis {
	t.Helper()
	r := &Redis{dir: t.TempDir(), args: append(slices.Clip(first), args...)}
	t.Cleanup(r.Kill)
	for range 5 {
		r.Port = FreePort(t)
		if r.start(t) {
			return r
		}
	}
	t.Fatal("other processes take each free port first")
	return nil
}

// Addr returns host and port.
func (r *Redis) Addr() string { return "127.0.0.1:" + strconv.Itoa(r.Port) }

// URL returns what store.Open takes.
func (r *Redis) URL() string { return "redis://" + r.Addr() }

// Start runs the server, again with the same data after Kill.
func (r *Redis) Start(t testing.TB) {
	t.Helper()
	if !r.start(t) {
		t.Fatalf("another process has taken %s", r.Addr())
	}
}

// start runs the server, and reports false if another process has taken its port meanwhile.
func (r *Redis) start(t testing.TB) bool {
	t.Helper()
	log := filepath.Join(r.dir, "redis.log")
	check(t, os.RemoveAll(log))
	r.cmd = exec.Command(program(t, "redis-server"), append(r.args, "--port", strconv.Itoa(r.Port), "--dir", r.dir)...)
	r.cmd.Dir = r.dir
	if err := r.cmd.Start(); err != nil {
		t.Fatalf("start redis-server: %v", err)
	}
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		written, _ := os.ReadFile(log)
		if bytes.Contains(written, []byte("Failed listening")) {
			r.Kill()
			return false
		}
		if bytes.Contains(written, []byte("Ready to accept")) || bytes.Contains(written, []byte("Sentinel ID is")) {
			if c, err := net.Dial("tcp", r.Addr()); err == nil {
				c.Close()
				return true
			}
		}
	}
	written, _ := os.ReadFile(log)
	t.Fatalf("redis-server does not listen on %s; its log:\n%s", r.Addr(), bytes.TrimSpace(written))
	return false
}

// Kill ends the server at once, by SIGKILL.
func (r *Redis) Kill() {
	if r.cmd != nil {
		r.cmd.Process.Kill()
		r.cmd.Wait()
		r.cmd = nil
	}
}

// Forget cuts bytes off the end of the append-only file of a server that was
// killed, as a power cut does that comes before they are on the disk.
func (r *Redis) Forget(t testing.TB, bytes int64) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(r.dir, "appendonlydir", "*.incr.aof"))
	if err != nil || len(files) != 1 {
		t.Fatalf("append-only files: %q, %v", files, err)
	}
	info, err := os.Stat(files[0])
	check(t, err)
	check(t, os.Truncate(files[0], max(info.Size()-bytes, 0)))
}

// StartSentinel starts a Sentinel that alone decides over the master it knows by
// the name.
func StartSentinel(t testing.TB, name string, master *Redis) *Redis {
	t.Helper()
	r := &Redis{Port: FreePort(t), dir: t.TempDir()}
	conf := filepath.Join(r.dir, "sentinel.conf")
	check(t, os.WriteFile(conf, fmt.Appendf(nil, `bind 127.0.0.1
logfile redis.log
sentinel monitor %[1]s 127.0.0.1 %[2]d 1
sentinel down-after-milliseconds %[1]s 500
sentinel failover-timeout %[1]s 5000
`, name, master.Port), 0o600))
	r.args = []string{conf, "--sentinel"}
	r.Start(t)
	t.Cleanup(r.Kill)
	c := redis.NewSentinelClient(&redis.Options{Addr: r.Addr()})
	defer c.Close()
	// A Sentinel that a busy machine lets wait for two seconds takes its clock for
	// wrong, does nothing for thirty, and then finds the replica too old for ever.
	check(t, c.Process(t.Context(), redis.NewStatusCmd(t.Context(), "sentinel", "debug", "tilt-trigger", "600000")))
	return r
}

// AwaitReplica returns when a Sentinel knows a replica of the master.
func AwaitReplica(t testing.TB, sentinel *Redis, name string) {
	t.Helper()
	c := redis.NewSentinelClient(&redis.Options{Addr: sentinel.Addr()})
	defer c.Close()
	for deadline := time.Now().Add(15 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if replicas := c.Replicas(t.Context(), name).Val(); len(replicas) > 0 && replicas[0]["master-link-status"] == "ok" {
			return
		}
	}
	t.Fatal("the Sentinel finds no replica")
}

// StartCluster starts a Redis Cluster of three masters, with the given arguments,
// and returns them.
func StartCluster(t testing.TB, args ...string) []*Redis {
	t.Helper()
	nodes := make([]*Redis, 3)
	for i := range nodes {
		nodes[i] = StartRedis(t, append([]string{"--cluster-enabled", "yes", "--cluster-node-timeout", "3000"}, args...)...)
	}
	form(t, nodes)
	return nodes
}

// form makes a Cluster of nodes that know nothing of each other.
func form(t testing.TB, nodes []*Redis) {
	t.Helper()
	const slots = 16384
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	clients := make([]*redis.Client, len(nodes))
	for i, n := range nodes {
		clients[i] = redis.NewClient(&redis.Options{Addr: n.Addr(), ContextTimeoutEnabled: true})
		defer clients[i].Close()
		first, last := slots*i/len(nodes), slots*(i+1)/len(nodes)-1
		check(t, clients[i].ClusterAddSlotsRange(ctx, first, last).Err())
		check(t, clients[i].Do(ctx, "cluster", "set-config-epoch", i+1).Err())
	}
	for _, c := range clients[1:] {
		check(t, c.ClusterMeet(ctx, "127.0.0.1", strconv.Itoa(nodes[0].Port)).Err())
	}
	for _, c := range clients {
		for !whole(ctx, c, len(nodes)) {
			if ctx.Err() != nil {
				t.Fatalf("the Cluster did not come about: %s", c.ClusterInfo(context.Background()).Val())
			}
			time.Sleep(20 * time.Millisecond)
		}
	}
}

// whole reports whether a node sees the whole Cluster.
func whole(ctx context.Context, c *redis.Client, nodes int) bool {
	info := c.ClusterInfo(ctx).Val()
	return bytes.Contains([]byte(info), []byte("cluster_state:ok")) &&
		bytes.Contains([]byte(info), fmt.Appendf(nil, "cluster_known_nodes:%d\r", nodes))
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// program returns the path of a program that tests need.
func program(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	switch {
	case err == nil:
		return path
	case os.Getenv("CI") != "":
		t.Fatalf("%s is not installed", name)
	default:
		t.Skipf("%s is not installed", name)
	}
	return ""
}

// FreePort returns a port on which nothing listens, nor on the one 10,000 above,
// where the nodes of a Cluster talk to each other.
func FreePort(t testing.TB) int {
	t.Helper()
	for range 100 {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		check(t, err)
		port := l.Addr().(*net.TCPAddr).Port
		l.Close()
		if port > 50_000 {
			continue
		}
		if bus, err := net.Listen("tcp", "127.0.0.1:"+strconv.Itoa(port+10_000)); err == nil {
			bus.Close()
			return port
		}
	}
	t.Fatal("no free port")
	return 0
}
