package storetest

import (
	"net"
	"testing"
)

// TestTakenPort expects a server to notice that another one has its port, which would answer in its place.
func TestTakenPort(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(t, err)
	defer l.Close()
	r := &Redis{Port: l.Addr().(*net.TCPAddr).Port, dir: t.TempDir(), args: first}
	t.Cleanup(r.Kill)
	if r.start(t) {
		t.Errorf("started on %s, which is taken", r.Addr())
	}
}
