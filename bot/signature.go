package bot

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"strconv"
	"strings"
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
	if err != nil || a.clock.Now().Sub(time.Unix(seconds, 0)).Abs() > signatureLife {
		return false
	}
	digits, versioned := strings.CutPrefix(r.Header.Get("X-Slack-Signature"), "v0=")
	signature, err := hex.DecodeString(digits)
	if err != nil || !versioned || a.config.Secret == "" {
		return false
	}
	h := hmac.New(sha256.New, []byte(a.config.Secret))
	fmt.Fprintf(h, "v0:%s:%s", timestamp, body)
	return hmac.Equal(signature, h.Sum(nil)) && a.signed.put(string(signature), struct{}{})
}
