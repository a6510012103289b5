package store

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"strings"

	"github.com/redis/go-redis/v9"
)

// Error says what stands between the bot and Redis, and the way out. It holds
// no password.
type Error struct {
	Addr      string // where Redis is looked for
	Temporary bool   // it may be well in a moment
	Err       error  // what the client or Redis said

	problem, remedy string
}

// Error returns a sentence for the person who runs the bot.
func (e *Error) Error() string {
	return fmt.Sprintf("Redis at %s %s (%v): %s", e.Addr, e.problem, e.Err, e.remedy)
}

// Unwrap returns what the client or Redis said.
func (e *Error) Unwrap() error { return e.Err }

// explain turns an error of the client into an *Error. A missing value is not
// an error; what cancels a context stays what it is. A deadline is mostly one
// of the client, which waits for no server longer.
func (s *Store) explain(err error) error {
	var known *Error
	switch {
	case err == nil, errors.Is(err, redis.Nil):
		return nil
	case errors.As(err, &known), errors.Is(err, context.Canceled):
		return err
	}
	e := diagnose(err)
	e.Addr, e.Err = s.addr, err
	return e
}

func diagnose(err error) *Error {
	var answer redis.Error
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.As(err, &certificate):
		return &Error{problem: "shows a certificate that cannot be trusted", remedy: "name its host as the certificate does, and its authority in SSL_CERT_FILE"}
	case redis.IsAuthError(err), says(err, "AUTH <password> called without"), says(err, "AUTH called without"):
		return &Error{problem: "does not accept user and password", remedy: "correct them in its URL"}
	case !errors.As(err, &answer):
		return &Error{Temporary: true, problem: "does not answer", remedy: "start it, or correct its URL"}
	case redis.IsReadOnlyError(err):
		return &Error{Temporary: true, problem: "is a replica, which takes nothing new", remedy: "wait, if its master has just failed, or name the master in its URL"}
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
		return &Error{problem: "has no database of that number", remedy: "correct the number at the end of its URL"}
	case says(err, "nknown command"), says(err, "nknown Redis command"):
		return &Error{problem: "is too old", remedy: "use Redis 7.0 or newer"}
	}
	return &Error{problem: "refused a command", remedy: "see its log"}
}

func says(err error, words string) bool { return strings.Contains(err.Error(), words) }

// errorsOf returns the first error of a pipeline's commands, other than missing values.
func errorsOf(cmds []redis.Cmder) error {
	for _, c := range cmds {
		if err := c.Err(); err != nil && !errors.Is(err, redis.Nil) {
			return err
		}
	}
	return nil
}
