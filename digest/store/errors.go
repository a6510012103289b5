package store

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"syscall"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

// Error says what stands between the bot and Redis, and the way out. It holds
// no password.
type Error struct {
	Addr      string // where Redis is looked for
	Temporary bool   // it may be well in a moment
	Err       error  // what the client or Redis said

	problem, remedy string
	mistaken        bool // the URL is: what the client said tells nothing more
}

// Error returns a sentence for the person who runs the bot.
func (e *Error) Error() string {
	text := fmt.Sprintf("Redis at %s %s: %s", e.Addr, e.problem, e.remedy)
	if e.mistaken {
		return text
	}
	return text + " (" + digest.Cause(e.Err) + ")"
}

// Unwrap returns what the client or Redis said.
func (e *Error) Unwrap() error { return e.Err }

// explain turns an error of the client into an *Error. A missing value is not
// an error; what cancels a context stays what it is. A deadline is mostly one
// of the client, which waits for no server longer.
func (s *Store) explain(err error) error {
	var known *Error
	switch {
	case err == nil, missing(err):
		return nil
	case errors.As(err, &known), errors.Is(err, context.Canceled):
		return err
	}
	e := s.target.mistaken(err)
	mistaken := e != nil
	if !mistaken {
		e = diagnose(err)
	}
	e.Addr, e.Err, e.mistaken = s.target.String(), err, mistaken
	return e
}

// missing reports whether an error says that there is no value.
func missing(err error) bool { return errors.Is(err, redis.Nil) && !says(err, "all sentinels") }

// mistaken tells of an error that comes of it that a server is of another kind than the
// URL says, nil for any other. Whether a server that does not answer, or hangs up, has
// no TLS or wants it can only be guessed.
func (t target) mistaken(err error) *Error {
	_, unencrypted := errors.AsType[tls.RecordHeaderError](err)
	_, connected := errors.AsType[*net.OpError](err) // or refused; a handshake that takes too long is neither
	encrypted := t.first.TLSConfig != nil
	switch {
	case t.master != "" && errors.Is(err, redis.Nil):
		return &Error{problem: "knows no master of that name", remedy: "correct the name in REDIS_URL"}
	case t.master != "" && says(err, "nknown command 'sentinel'"):
		return &Error{problem: "is no Sentinel", remedy: "write REDIS_URL as redis://HOST:PORT without master_name, or name Sentinels there"}
	case says(err, "cluster support disabled"):
		return &Error{problem: "is no Cluster", remedy: "write REDIS_URL as redis://HOST:PORT, with one host and without cluster=true"}
	case !t.isCluster() && redis.HasErrorPrefix(err, "MOVED"):
		return &Error{problem: "is a server of a Cluster", remedy: "add ?cluster=true to REDIS_URL"}
	case says(err, "nknown command 'time'"):
		return &Error{problem: "is a Sentinel", remedy: "add ?master_name=NAME to REDIS_URL, with the name that it knows the server by"}
	case encrypted && (unencrypted || !connected && errors.Is(err, context.DeadlineExceeded)):
		return &Error{Temporary: true, problem: "does not answer over TLS", remedy: "write redis:// instead of rediss:// in REDIS_URL if it has no TLS, else see its log"}
	case !encrypted && t.first.Network == "tcp" && (errors.Is(err, io.EOF) || errors.Is(err, syscall.ECONNRESET)):
		return &Error{Temporary: true, problem: "hangs up", remedy: "write rediss:// instead of redis:// in REDIS_URL if it wants TLS, else see its log"}
	}
	return nil
}

func diagnose(err error) *Error {
	var answer redis.Error
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.As(err, &certificate):
		return &Error{problem: "shows a certificate that cannot be trusted", remedy: "name its host as the certificate does, and its authority in SSL_CERT_FILE"}
	case redis.IsAuthError(err), says(err, "AUTH <password> called without"), says(err, "AUTH called without"):
		return &Error{problem: "does not accept user and password", remedy: "correct them in REDIS_URL, where a password alone has a colon before it: redis://:PASSWORD@HOST"}
	case !errors.As(err, &answer):
		return &Error{Temporary: true, problem: "does not answer", remedy: "start it, or correct REDIS_URL"}
	case redis.IsReadOnlyError(err):
		return &Error{Temporary: true, problem: "is a replica, which takes nothing new", remedy: "wait, if its master has just failed, or name the master in REDIS_URL"}
	case redis.IsLoadingError(err), redis.IsClusterDownError(err), redis.IsTryAgainError(err),
		redis.IsMasterDownError(err), redis.IsMaxClientsError(err):
		return &Error{Temporary: true, problem: "is not ready", remedy: "wait, or see its log"}
	case redis.IsPermissionError(err), says(err, "user executing the script can't run"):
		return &Error{problem: "forbids a command", remedy: "give the user all keys under the prefix, the command categories read, write, scripting, transaction and connection, and the command TIME"}
	case redis.IsOOMError(err):
		return &Error{problem: "has no memory left", remedy: "raise its maxmemory; a shorter RETENTION is for the days that begin after it is set"}
	case says(err, "MISCONF"):
		return &Error{problem: "cannot save to its disk and takes no more articles", remedy: "see its log and the space on its disk"}
	case says(err, "DB index is out of range"):
		return &Error{problem: "has no database of that number", remedy: "correct the number at the end of REDIS_URL"}
	case says(err, "nknown command"), says(err, "nknown Redis command"):
		return &Error{problem: "is too old", remedy: "use Redis 7.0 or newer"}
	}
	return &Error{problem: "refused a command", remedy: "see its log"}
}

func says(err error, words string) bool { return strings.Contains(err.Error(), words) }

// errorsOf returns the first error of a pipeline's commands, other than missing values.
func errorsOf(cmds []redis.Cmder) error {
	for _, c := range cmds {
		if err := c.Err(); err != nil && !missing(err) {
			return err
		}
	}
	return nil
}
