package command

import (
	"encoding/json"
	"strings"
	"time"

	"newsbot/bot/block"
)

// state is a command that a button holds, and where in its answer to begin.
type state struct {
	Words  string `json:"w"`           // what follows /news
	At     int64  `json:"t"`           // when they were asked, Unix seconds
	Zone   string `json:"z,omitempty"` // of the asker
	Locale string `json:"l,omitempty"` // of the asker
	First  int    `json:"n,omitempty"` // the first item to show
}

// shortLocale returns a locale that a button has room for, "" for another.
func shortLocale(s string) string {
	if len(s) > len("en-US") {
		return ""
	}
	return s
}

// maxWords is how many characters a command may have. Each takes two of a
// button's value at most.
const maxWords = (block.MaxButtonValue - 200) / 2

// maxFirst is the last item that a page may begin with.
const maxFirst = 1_000_000

// value returns the state as a button holds it.
func (s state) value() string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // which would take six characters for one
	enc.Encode(s)            // strings and numbers can be encoded
	return strings.TrimSuffix(b.String(), "\n")
}

// parseState reads a button's value.
func parseState(value string) (s state, ok bool) {
	err := json.Unmarshal([]byte(value), &s)
	year := time.Unix(s.At, 0).Year()
	return s, err == nil && year >= 1970 && year < 10_000 && 0 <= s.First && s.First <= maxFirst
}

// zone returns the zone of the state, else the one given.
func (s state) zone(otherwise *time.Location) *time.Location {
	if zone, err := time.LoadLocation(s.Zone); err == nil && s.Zone != "" {
		return zone
	}
	return otherwise
}
