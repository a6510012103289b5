package digest

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"
)

// Cause returns in a few words why a connection failed or broke off, for the end of a
// sentence that says with what: without the addresses and the names of calls that
// packages of Go put before it. Of other errors it returns the text.
func Cause(err error) string {
	if untrusted, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		words, _, _ := strings.Cut(untrusted.Err.Error(), " (possibly because of")
		return strings.TrimPrefix(words, "x509: ")
	}
	if unknown, ok := errors.AsType[*net.DNSError](err); ok {
		return unknown.Err
	}
	if refusal, ok := errors.AsType[syscall.Errno](err); ok {
		return refusal.Error()
	}
	late, isNet := errors.AsType[net.Error](err)
	_, isTLS := errors.AsType[tls.RecordHeaderError](err)
	switch {
	case errors.Is(err, context.DeadlineExceeded), isNet && late.Timeout():
		return "no answer in time"
	case isTLS:
		return "the answer is not encrypted"
	case errors.Is(err, io.EOF):
		return "the connection was closed"
	}
	return err.Error()
}
