package schedule

import (
	"errors"
	"fmt"
	"time"
)

// TimeOfDay is what the clock shows when a digest is due.
type TimeOfDay struct{ Hour, Minute int }

// ParseTimeOfDay reads a time of day such as "08:30".
func ParseTimeOfDay(s string) (TimeOfDay, error) {
	t, err := time.Parse("15:04", s)
	if err != nil {
		return TimeOfDay{}, errors.New("no time of day: write it as 08:30")
	}
	return TimeOfDay{t.Hour(), t.Minute()}, nil
}

// String writes it as ParseTimeOfDay reads it.
func (t TimeOfDay) String() string { return fmt.Sprintf("%02d:%02d", t.Hour, t.Minute) }
