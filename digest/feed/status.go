package feed

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"

	"newsbot/digest"
)

// ErrGone is what a server says of an address that will never come back: a
// StatusError with the code 410.
var ErrGone = errors.New("is gone for good")

// StatusError is the answer of a server that does not give what was asked for.
type StatusError struct {
	Code       int           // the HTTP status
	RetryAfter time.Duration // how long the server asks to wait, at most a week; 0 where it does not say
}

// Error says in plain words what the server answered.
func (e *StatusError) Error() string {
	what := strings.ToLower(http.StatusText(e.Code))
	switch {
	case e.Code == 410:
		what = "there is nothing at this address any more; look for another one"
	case e.Code == 404:
		what = "there is nothing at this address; check it"
	case e.Code == 401 || e.Code == 403:
		what = "the server does not let newsbot read this"
	case e.Code == 429:
		what = "the server asks for fewer requests; try again later"
	case e.Code >= 500:
		what = "the server has a problem; try again later"
	case what == "":
		what = "which means nothing; check the address"
	}
	return fmt.Sprintf("answers with status %d: %s", e.Code, what)
}

// Is makes the status 410 an ErrGone.
func (e *StatusError) Is(target error) bool { return target == ErrGone && e.Code == http.StatusGone }

const maxRetryAfter = 7 * 24 * time.Hour

// retryAfter reads how long a server asks to wait: seconds or a date.
func retryAfter(h http.Header, now time.Time) time.Duration {
	s := strings.TrimSpace(h.Get("Retry-After"))
	if seconds, err := strconv.ParseUint(s, 10, 31); err == nil {
		return min(time.Duration(seconds)*time.Second, maxRetryAfter)
	}
	at, err := http.ParseTime(s)
	if err != nil {
		return 0
	}
	return min(max(0, at.Sub(now)), maxRetryAfter)
}

// plainFetchError says in plain words why no answer came. It drops the address
// that net/http puts into its errors, because it may hold a password.
func plainFetchError(err error) error {
	var urlErr *url.Error
	if errors.As(err, &urlErr) {
		err = urlErr.Err
	}
	var dns *net.DNSError
	var timeout net.Error
	switch {
	case errors.Is(err, errRobotsAway), errors.Is(err, errUnpermitted), errors.Is(err, errBomb), errors.Is(err, ErrRobots):
		return err
	case errors.Is(err, errPrivate):
		return errPrivate
	case errors.Is(err, errPort):
		return errPort
	case errors.As(err, &dns) && dns.IsNotFound:
		return plainly(err, "its host %q is not known; check the address", shortReason(dns.Name))
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return plainly(err, "does not answer in time; try again later")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return plainly(err, "breaks off before its end; try again later")
	case errors.Is(err, syscall.ECONNREFUSED):
		return plainly(err, "refuses the connection; check the address, or try again later")
	}
	if _, untrusted := errors.AsType[*tls.CertificateVerificationError](err); untrusted {
		return plainly(err, "shows a certificate that cannot be trusted (%s); check the address, or the clock of this machine", shortReason(digest.Cause(err)))
	}
	return plainly(err, "cannot be fetched (%s)", shortReason(digest.Cause(err)))
}

// maxReason is how many code points of what net/http says are kept: a server may
// make it say anything, of any length.
const maxReason = 200

var quotedAddress = regexp.MustCompile(`\w+://[^\s"]+`)

// shortReason returns what net/http says on a line of a bounded length, in which no
// address shows a secret.
func shortReason(s string) string {
	s = s[:min(len(s), 4*maxReason)]
	return truncate(cleanLine(quotedAddress.ReplaceAllStringFunc(s, digest.Redact)), maxReason)
}
