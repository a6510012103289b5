package wait

import (
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"
)

func TestOutage(t *testing.T) {
	var log strings.Builder
	logger := slog.New(slog.NewTextHandler(&log, nil))
	var o Outage
	down := errors.New("down")
	for _, err := range []error{nil, down, down, errors.New("another reason"), nil, nil, down} {
		o.Tell(logger, err, "fails", "works")
	}
	var told []string
	for line := range strings.Lines(log.String()) {
		_, message, _ := strings.Cut(strings.TrimSpace(line), "level=")
		told = append(told, message)
	}
	if want := []string{"ERROR msg=fails error=down", "INFO msg=works", "ERROR msg=fails error=down"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}
