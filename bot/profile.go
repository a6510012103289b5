package bot

import (
	"context"
	"log/slog"
	"time"

	"github.com/slack-go/slack"
)

// How long and for how many people a time zone is remembered, and how long one
// waits to learn it.
const (
	profileLife  = time.Hour
	profileBound = 5000
	profileWait  = time.Second
)

// profiles knows the time zones of people from their Slack profiles.
type profiles struct {
	api   *slack.Client
	log   *slog.Logger
	usual *time.Location // of those whose zone is not known
	zones *recent[string, *time.Location]
}

func newProfiles(p *Poster, usual *time.Location) *profiles {
	return &profiles{p.api, p.log, usual, newRecent[string, *time.Location](p.clock, profileLife, profileBound)}
}

// zone returns the time zone of a person.
func (p *profiles) zone(ctx context.Context, user string) *time.Location {
	if z, ok := p.zones.get(user); ok {
		return z
	}
	ctx, cancel := context.WithTimeout(ctx, profileWait)
	defer cancel()
	profile, err := p.api.GetUserInfoContext(ctx, user)
	if err != nil {
		p.log.Warn("time zone of a person not known", "user", user, "error", err)
		if v, _ := judge(err); v == refused {
			p.zones.put(user, p.usual) // asking again soon would not help
		}
		return p.usual
	}
	z, err := time.LoadLocation(profile.TZ)
	if err != nil || profile.TZ == "" {
		z = p.usual
	}
	p.zones.put(user, z)
	return z
}
