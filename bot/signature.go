package bot

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// signatureLife is how old a signed request may be, or how far ahead.
const signatureLife = 5 * time.Minute

// genuine reports whether a request with that body comes from Slack, now and
// for the first time: its signature is the HMAC-SHA256 of version, timestamp
// and body under the signing secret (Slack, "Verifying requests from Slack").
func (a *App) genuine(r *http.Request, body []byte) bool {
	timestamp := r.Header.Get("X-Slack-Request-Timestamp")
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	digits, versioned := strings.CutPrefix(r.Header.Get("X-Slack-Signature"), "v0=")
	signature, err2 := hex.DecodeString(digits)
	if err != nil || err2 != nil || !versioned || len(signature) != sha256.Size || a.config.Secret == "" {
		return false // nothing that Slack sends
	}
	h := hmac.New(sha256.New, []byte(a.config.Secret))
	fmt.Fprintf(h, "v0:%s:%s", timestamp, body)
	signed := hmac.Equal(signature, h.Sum(nil))
	fresh := a.clock.Now().Sub(time.Unix(seconds, 0)).Abs() <= signatureLife
	switch {
	case signed && fresh && a.signed.put(string(signature), struct{}{}):
		a.trust.restore()
		return true
	case fresh && !signed && a.trust.lose():
		a.log.Warn("a request is not signed with SLACK_SIGNING_SECRET: if people in Slack get no answer, copy the secret anew from the app's page Basic Information; else it came from somebody else")
	case signed && !fresh && a.trust.lose():
		a.log.Warn("a request of Slack is refused because of its time: set this machine's clock by NTP", "sent", time.Unix(seconds, 0).UTC())
	}
	return false
}

// manyRefused is how many requests in a row are refused before that is told, where
// others were genuine before: anybody can send some.
const manyRefused = 10

// trust tells when it is to be said that requests are refused: once, until one is
// genuine again. It is safe for concurrent use.
type trust struct {
	earned  atomic.Bool  // a request was genuine
	refused atomic.Int64 // requests since
}

func (t *trust) restore() {
	t.earned.Store(true)
	t.refused.Store(0)
}

// lose notes a request that is refused, and reports whether that is to be said.
func (t *trust) lose() bool {
	n := t.refused.Add(1)
	if t.earned.Load() {
		return n == manyRefused
	}
	return n == 1
}
