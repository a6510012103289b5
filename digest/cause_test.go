package digest

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"syscall"
	"testing"
)

func TestCause(t *testing.T) {
	server := httptest.NewTLSServer(http.NotFoundHandler())
	defer server.Close()
	_, untrusted := http.Get(server.URL)
	plain := httptest.NewServer(http.NotFoundHandler())
	defer plain.Close()
	_, unencrypted := tls.Dial("tcp", plain.Listener.Addr().String(), nil)
	for _, c := range []struct {
		err  error
		want string
	}{
		{untrusted, "certificate signed by unknown authority"},
		{unencrypted, "the answer is not encrypted"},
		{&net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}, "connection refused"},
		{fmt.Errorf("post: %w", &net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", Name: "a.example", IsNotFound: true}}), "no such host"},
		{&net.OpError{Op: "read", Err: os.ErrDeadlineExceeded}, "no answer in time"},
		{fmt.Errorf("ask: %w", context.DeadlineExceeded), "no answer in time"},
		{io.EOF, "the connection was closed"},
		{io.ErrUnexpectedEOF, io.ErrUnexpectedEOF.Error()},
		{errors.New("ERR no"), "ERR no"},
	} {
		if got := Cause(c.err); got != c.want {
			t.Errorf("%v: got %q, want %q", c.err, got, c.want)
		}
	}
}
