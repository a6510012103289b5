package store_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/alicebob/miniredis/v2"

	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

const secret = "s3cret-pass"

// failing opens a store where it cannot be opened and returns why.
func failing(t *testing.T, url string) *store.Error {
	t.Helper()
	s, err := store.Open(t.Context(), url, store.Options{})
	if err == nil {
		s.Close()
		t.Fatalf("opened %s", url)
	}
	var e *store.Error
	if !errors.As(err, &e) {
		t.Fatalf("error %q is no store.Error", err)
	}
	if strings.Contains(err.Error(), "s3cret") {
		t.Errorf("the error holds the password: %v", err)
	}
	return e
}

func TestPassword(t *testing.T) {
	r := storetest.StartRedis(t, "--requirepass", secret)
	with := func(login string) string { return "redis://" + login + r.Addr() }
	storetest.At(t, with(":"+secret+"@"), store.Options{})
	for _, login := range []string{"", ":s3cret-but-wrong@", "s3cret-user:" + secret + "@"} {
		if e := failing(t, with(login)); e.Temporary || !strings.Contains(e.Error(), "does not accept user and password") || !strings.Contains(e.Error(), "redis://:PASSWORD@HOST") {
			t.Errorf("login %q: %v", login, e)
		}
	}
}

// TestAnotherTime: a machine whose clock is days away from that of Redis would lose
// articles, its own or those of others; it says so, and waits where it is to.
func TestAnotherTime(t *testing.T) {
	for _, apart := range []time.Duration{-200 * day, 200 * day, 2 * time.Hour} {
		m := miniredis.RunT(t)
		m.SetTime(time.Now().Add(apart))
		s, err := store.Open(t.Context(), "redis://"+m.Addr(), store.Options{})
		if apart == 2*time.Hour {
			if err != nil {
				t.Errorf("%s apart: %v", apart, err)
			} else {
				s.Close()
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), "200.0 days apart") {
			t.Errorf("%s apart: got %v, want how many days", apart, err)
		}
		time.AfterFunc(200*time.Millisecond, func() { m.SetTime(time.Now()) })
		storetest.At(t, "redis://"+m.Addr(), store.Options{Wait: true})
	}
}

// TestRights: a user of Redis needs no more rights than the error names that a user
// with fewer is told.
func TestRights(t *testing.T) {
	r := storetest.StartRedis(t)
	c := client(t, r)
	const categories = "+@read +@write +@scripting +@transaction +@connection"
	for _, u := range []struct{ name, rights, want string }{
		{"reader", "+@read +@connection", "forbids a command"},
		{"timeless", categories, "forbids a command"},
		{"worker", categories + " +time", ""},
	} {
		args := []any{"acl", "setuser", u.name, "on", ">" + secret, "~newsbot:*"}
		for right := range strings.FieldsSeq(u.rights) {
			args = append(args, right)
		}
		if err := c.Do(t.Context(), args...).Err(); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(t.Context(), "redis://"+u.name+":"+secret+"@"+r.Addr(), store.Options{})
		if err == nil {
			err = work(t, s)
			s.Close()
		}
		switch {
		case u.want == "" && err != nil:
			t.Errorf("%s: %v", u.name, err)
		case u.want != "" && (err == nil || !strings.Contains(err.Error(), u.want) || !strings.Contains(err.Error(), "the command TIME")):
			t.Errorf("%s: got %v, want that it %s", u.name, err, u.want)
		}
	}
}

// work does a little of everything with a store.
func work(t *testing.T, s *store.Store) error {
	ctx := t.Context()
	_, putErr := s.PutAll(ctx, slices.Values(sample()[:5]))
	_, windowErr := s.Window(ctx, time.Time{}, time.Time{})
	_, addErr := s.AddFeeds(ctx, store.Feed{Address: "https://example.org/feed"})
	_, hostsErr := s.DueHosts(ctx, 1)
	_, visitErr := s.Visit(ctx, "example.org", time.Minute)
	_, itemsErr := s.NextItems(ctx, "worker", 1, time.Millisecond)
	subErr := s.Subscribe(ctx, store.Subscription{ID: "S1", Channel: "C1"}, time.Now())
	_, _, dueErr := s.TakeDue(ctx, false, 1, time.Minute)
	_, _, runErr := s.TakeRun(ctx, store.RunID{Channel: "C1", Subscription: "S1", Slot: "now"}, time.Minute)
	_, _, turnErr := s.TakeTurn(ctx, &store.Turn{Budget: "T1", Channel: "C1", Ticket: "a"}, store.Pace{Channel: time.Second})
	_, feedsErr := s.Feeds(ctx)
	_, checkErr := s.Checkup(ctx)
	return errors.Join(putErr, windowErr, addErr, hostsErr, visitErr, itemsErr, subErr, dueErr, runErr, turnErr, feedsErr, checkErr)
}

func TestDown(t *testing.T) {
	addr := deadAddr(t)
	for _, url := range []string{"redis://:" + secret + "@" + addr, "redis://" + addr + "," + deadAddr(t), "redis-sentinel://:" + secret + "@" + addr + "/main"} {
		e := failing(t, url)
		if !e.Temporary || !strings.Contains(e.Error(), addr) {
			t.Errorf("%s: %v", url, e)
		}
	}
}

// TestSilent: something takes connections and says nothing, such as a Redis
// without TLS that is asked for TLS.
func TestSilent(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, scheme := range []string{"redis", "rediss"} {
		url := scheme + "://" + l.Addr().String() + "?dial_timeout=200ms&read_timeout=200ms&max_retries=-1"
		if e := failing(t, url); !e.Temporary || !strings.Contains(e.Error(), "does not answer") {
			t.Errorf("%s: %v", url, e)
		}
	}
}

// TestMistaken: whoever names a server as of another kind than it is reads what to write.
func TestMistaken(t *testing.T) {
	t.Parallel()
	cert, key := certificate(t, t.TempDir())
	encrypted := strconv.Itoa(storetest.FreePort(t))
	plain := storetest.StartRedis(t, "--tls-port", encrypted, "--tls-cert-file", cert, "--tls-key-file", key, "--tls-ca-cert-file", cert)
	sentinel := storetest.StartSentinel(t, "main", plain)
	for _, c := range []struct{ url, is, write string }{
		{"redis://:" + secret + "@" + plain.Addr() + "/0?master_name=main", "is no Sentinel", "write REDIS_URL as redis://HOST:PORT without master_name"},
		{"redis-sentinel://" + plain.Addr() + "/main", "is no Sentinel", "without master_name"},
		{"redis://" + sentinel.Addr(), "is a Sentinel", "add ?master_name=NAME to REDIS_URL"},
		{"redis-sentinel://" + sentinel.Addr() + "/mian", "knows no master of that name", "correct the name in REDIS_URL"},
		{"redis://" + plain.Addr() + "?cluster=true", "is no Cluster", "without cluster=true"},
		{"redis://" + plain.Addr() + "," + plain.Addr(), "is no Cluster", "write REDIS_URL as redis://HOST:PORT, with one host"},
		{"rediss://:" + secret + "@" + plain.Addr() + "?dial_timeout=200ms", "does not answer over TLS", "write redis:// instead of rediss:// in REDIS_URL"},
		{"redis://:" + secret + "@127.0.0.1:" + encrypted, "hangs up", "write rediss:// instead of redis:// in REDIS_URL"},
	} {
		e := failing(t, c.url)
		if text := e.Error(); !strings.Contains(text, c.is) || !strings.Contains(text, c.write) {
			t.Errorf("%s: got %q, want that it %s: %s", c.url, text, c.is, c.write)
		}
	}
}

// TestOneOfCluster: who names one server of a Cluster reads that it is one, of doctor and
// of what is done with it.
func TestOneOfCluster(t *testing.T) {
	t.Parallel()
	nodes := storetest.StartCluster(t)
	s := storetest.At(t, nodes[0].URL(), store.Options{})
	if c, err := s.Checkup(t.Context()); err != nil || !c.Clustered {
		t.Errorf("%+v, %v; want one of a Cluster", c, err)
	}
	_, err := s.PutAll(t.Context(), slices.Values(sample()))
	if err == nil || !strings.Contains(err.Error(), "is a server of a Cluster: add ?cluster=true to REDIS_URL") {
		t.Errorf("written to: %v", err)
	}
	c, err := storetest.At(t, nodes[0].URL()+"?cluster=true", store.Options{}).Checkup(t.Context())
	if err != nil || c.Clustered {
		t.Errorf("as a Cluster: %+v, %v", c, err)
	}
}

// deadAddr returns an address at which nothing listens.
func deadAddr(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// TestWait: a service comes up before Redis does, or is stopped while it waits.
func TestWait(t *testing.T) {
	r := storetest.StartRedis(t)
	r.Kill()
	var log bytes.Buffer
	started := make(chan struct{})
	time.AfterFunc(300*time.Millisecond, func() { defer close(started); r.Start(t) })
	storetest.At(t, r.URL(), store.Options{Wait: true, Logger: slog.New(slog.NewTextHandler(&log, nil))})
	<-started
	if !strings.Contains(log.String(), r.Addr()) {
		t.Errorf("the log does not tell of the wait: %s", &log)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	if _, err := store.Open(ctx, "redis://"+deadAddr(t), store.Options{Wait: true}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error at the end of the context is %v", err)
	}
}

func TestUnixSocket(t *testing.T) {
	dir, err := os.MkdirTemp("", "sock") // t.TempDir is too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	path := filepath.Join(dir, "r.sock")
	storetest.StartRedis(t, "--unixsocket", path)
	s := storetest.At(t, "unix://"+path+"?db=1", store.Options{Wait: true}) // the socket opens after the port
	if _, err := s.PutAll(t.Context(), slices.Values(sample()[:1])); err != nil {
		t.Error(err)
	}
}

func TestTLS(t *testing.T) {
	dir := t.TempDir()
	cert, key := certificate(t, dir)
	port := storetest.FreePort(t)
	storetest.StartRedis(t, "--tls-port", strconv.Itoa(port), "--tls-cert-file", cert, "--tls-key-file", key, "--tls-ca-cert-file", cert, "--tls-auth-clients", "no")
	if e := failing(t, fmt.Sprintf("rediss://localhost:%d", port)); e.Temporary || !strings.Contains(e.Error(), "cannot be trusted") {
		t.Errorf("with an unknown certificate: %v", e)
	}
	s := storetest.At(t, fmt.Sprintf("rediss://localhost:%d?skip_verify=true", port), store.Options{})
	if err := s.Ping(t.Context()); err != nil {
		t.Error(err)
	}
}

// certificate makes a self-signed certificate for localhost.
func certificate(t *testing.T, dir string) (cert, key string) {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	tmpl := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "localhost"}, DNSNames: []string{"localhost"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
	}
	c, err := x509.CreateCertificate(rand.Reader, tmpl, tmpl, k.Public(), k)
	if err != nil {
		t.Fatal(err)
	}
	pk, err := x509.MarshalPKCS8PrivateKey(k)
	if err != nil {
		t.Fatal(err)
	}
	cert, key = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	for path, block := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: c}, key: {Type: "PRIVATE KEY", Bytes: pk}} {
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return cert, key
}

// TestSentinel: the store finds the server through a Sentinel, and its
// successor once it is gone.
func TestSentinel(t *testing.T) {
	t.Parallel()
	master := storetest.StartRedis(t)
	replica := storetest.StartRedis(t, "--replicaof", "127.0.0.1 "+strconv.Itoa(master.Port))
	sentinel := storetest.StartSentinel(t, "main", master)
	s := storetest.At(t, "redis-sentinel://"+sentinel.Addr()+"/main", store.Options{})
	entries := sample()[:40]
	put := func(e store.Entry) {
		t.Helper()
		if n, err := s.PutAll(t.Context(), slices.Values([]store.Entry{e})); err != nil || n.Unchanged > 0 {
			t.Fatalf("put: %+v, %v", n, err)
		}
	}
	for _, e := range entries[:20] {
		put(e)
	}
	client(t, master).Wait(t.Context(), 1, 5*time.Second)
	storetest.AwaitReplica(t, sentinel, "main")
	master.Kill()
	for _, e := range entries[20:] {
		put(e)
	}
	if n := len(keysOf(t, client(t, replica), "newsbot:at:")); n != 40 {
		t.Errorf("the new master has %d articles, want 40", n)
	}
}
