package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/command"
)

// How long and of how many people it is remembered what Slack says of them, and
// how long one waits to learn it.
const (
	profileLife  = 10 * time.Minute
	channelsLife = time.Minute
	peopleBound  = 5000
	peopleWait   = time.Second
)

// People knows what Slack says of the people of the workspace, for a short while
// without asking again.
type People struct {
	api      *slack.Client
	log      *slog.Logger
	usual    *time.Location                         // of those whose zone is not known
	own      atomic.Pointer[slack.AuthTestResponse] // who the bot is, nil until Slack has told
	profiles *recent[string, profile]
	channels *recent[string, []string]
}

var _ command.People = (*People)(nil)

// profile is what the bot needs of a Slack profile.
type profile struct {
	zone       *time.Location
	locale     string // "en-US"; "" where it is not known
	admin      bool
	guest      bool   // in one or some channels alone, or in none that the bot sees
	team       string // the workspace, and
	enterprise string // the organization that it is of, "" for none
	err        error  // why Slack does not tell, nil where it does
}

func newPeople(p *Poster, usual *time.Location) *People {
	return &People{
		api: p.api, log: p.log, usual: usual,
		profiles: newRecent[string, profile](p.clock, profileLife, peopleBound),
		channels: newRecent[string, []string](p.clock, channelsLife, peopleBound),
	}
}

// self returns the bot's user ID, "" until Slack has told it.
func (p *People) self() string {
	if own := p.own.Load(); own != nil {
		return own.UserID
	}
	return ""
}

// introduce completes an asker with what the profile says.
func (p *People) introduce(ctx context.Context, a command.Asker) command.Asker {
	known := p.profile(ctx, a.User)
	a.Zone, a.Locale = known.zone, known.locale
	return a
}

// Admin implements command.People.
func (p *People) Admin(ctx context.Context, user string) (bool, error) {
	known := p.profile(ctx, user)
	return known.admin, known.err
}

// Outsider implements command.People. The workspaces of one organization share their
// people.
func (p *People) Outsider(ctx context.Context, user string) (bool, error) {
	known, own := p.profile(ctx, user), p.own.Load()
	switch {
	case known.err != nil:
		return false, known.err
	case own == nil:
		return false, errors.New("the workspace of the bot is not known yet")
	}
	ours := known.team == own.TeamID || own.EnterpriseID != "" && known.enterprise == own.EnterpriseID
	return known.guest || !ours, nil
}

// profile returns what is known of a person. That Slack refuses to tell is remembered
// too: asking again soon would not help.
func (p *People) profile(ctx context.Context, user string) profile {
	if known, ok := p.profiles.get(user); ok {
		return known
	}
	known := p.ask(ctx, user)
	if known.err != nil {
		p.log.Warn("profile of a person not known", "user", user, "error", known.err)
	}
	if v, _ := judge(known.err); v == accepted || v == refused {
		p.profiles.put(user, known)
	}
	return known
}

// ask asks Slack for a profile.
func (p *People) ask(ctx context.Context, user string) profile {
	ctx, cancel := context.WithTimeout(ctx, peopleWait)
	defer cancel()
	u, err := p.api.GetUserInfoContext(ctx, user)
	if err != nil {
		return profile{zone: p.usual, err: fmt.Errorf("read the profile of %s: %w", user, err)}
	}
	zone, err := time.LoadLocation(u.TZ)
	if err != nil || u.TZ == "" {
		zone = p.usual
	}
	return profile{
		zone: zone, locale: u.Locale, admin: u.IsAdmin || u.IsOwner || u.IsPrimaryOwner,
		guest: u.IsRestricted || u.IsUltraRestricted || u.IsStranger, team: u.TeamID, enterprise: u.Enterprise.EnterpriseID,
	}
}

// How many channels of a person are looked at.
const (
	channelsPage  = 1000
	channelsPages = 5
)

// Channels implements command.People. It asks for the channels of the person, and
// not for the people of a channel, of which there may be many more.
func (p *People) Channels(ctx context.Context, user string) ([]string, error) {
	if known, ok := p.channels.get(user); ok {
		return known, nil
	}
	ctx, cancel := context.WithTimeout(ctx, peopleWait)
	defer cancel()
	query := &slack.GetConversationsForUserParameters{
		UserID: user, Types: []string{"public_channel", "private_channel"}, Limit: channelsPage, ExcludeArchived: true}
	var found []string
	for range channelsPages {
		page, next, err := p.api.GetConversationsForUserContext(ctx, query)
		if err != nil {
			return nil, fmt.Errorf("read the channels of %s: %w", user, err)
		}
		for _, c := range page {
			found = append(found, c.ID, c.Name)
		}
		if query.Cursor = next; next == "" {
			break
		}
	}
	p.channels.put(user, found)
	return found, nil
}

// Inside implements command.People. It asks each time: who is told to invite the bot does so.
func (p *People) Inside(ctx context.Context, channel string) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, peopleWait)
	defer cancel()
	c, err := p.api.GetConversationInfoContext(ctx, &slack.GetConversationInfoInput{ChannelID: channel})
	switch {
	case slackCode(err) == "channel_not_found": // as of a private one that the bot is not in
		return false, nil
	case err != nil:
		return false, fmt.Errorf("read whether the bot is in %s: %w", channel, err)
	}
	return c.IsMember, nil
}
