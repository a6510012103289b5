package command

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"newsbot/digest/store"
)

// Policy says who may change what a channel gets, its digests and its mutes, and
// the sources, which are of all channels. Guests and people of other workspaces may
// where it lists them. The zero Policy lets everybody change what a channel gets.
type Policy struct {
	who   string   // everyone, members, admins, or "" where users are listed
	users []string // IDs
}

// Those who may, as the setting names them.
const (
	everyone = "everyone"
	members  = "members" // of the channel
	admins   = "admins"  // of the workspace, and its owners
)

// ParsePolicy reads a Policy: everyone, members, admins, or the IDs of people with
// commas between them.
func ParsePolicy(s string) (p Policy, ok bool) {
	switch s = strings.TrimSpace(s); s {
	case everyone, members, admins:
		return Policy{who: s}, true
	}
	p.users, ok = ParseUsers(s)
	return p, ok
}

// ParseUsers reads the IDs of people with commas between them.
func ParseUsers(s string) (ids []string, ok bool) {
	for id := range strings.SplitSeq(s, ",") {
		if id = strings.TrimSpace(id); !IsUserID(id) {
			return nil, false
		}
		ids = append(ids, id)
	}
	return ids, true
}

// People knows the people of the workspace.
type People interface {
	// Admin reports whether a person administers the workspace.
	Admin(ctx context.Context, user string) (bool, error)
	// Outsider reports whether a person is a guest of the workspace or of another one.
	Outsider(ctx context.Context, user string) (bool, error)
	// Channels returns the channels, as IDs and as names, that a person is in.
	Channels(ctx context.Context, user string) ([]string, error)
	// Inside reports whether the bot is in a channel, which has an ID.
	Inside(ctx context.Context, channel string) (bool, error)
}

// isPersonal reports whether what comes to a channel comes to one person alone: in a
// direct message, or as notices to a user.
func isPersonal(channel string) bool { return isDirect(channel) || IsUserID(channel) }

// sees reports whether the asker may see a digest, however they come to know its ID.
// One that comes to a person alone nobody else may see or change, under every Policy.
func (q query) sees(sub store.Subscription) bool {
	return !isPersonal(sub.Channel) || sub.Maker == q.asker.User || sub.Channel == q.asker.User || sub.Channel == q.asker.Channel
}

// permit returns why the asker may not change what a channel gets, nil where they
// may. Everybody may change what comes to them alone.
func (r *Responder) permit(ctx context.Context, q query, channel string) error {
	if isDirect(channel) && channel == q.asker.Channel {
		return nil
	}
	switch p := r.Policy; {
	case len(p.users) > 0:
		if !slices.Contains(p.users, q.asker.User) {
			return &misuseError{sentence: "Only some people may change what channels get. Ask one of them:", ask: p.users}
		}
	case p.who == admins:
		return r.permitIf(ctx, func() (bool, error) { return r.People.Admin(ctx, q.asker.User) },
			"Only administrators of the workspace may change what channels get. Ask one of them.")
	case p.who == everyone:
		return r.permitInsider(ctx, q, "what a channel gets")
	case p.who == members:
		if err := r.permitInsider(ctx, q, "what a channel gets"); err != nil {
			return err
		}
		return r.permitIf(ctx, func() (bool, error) { return r.isIn(ctx, q.asker.User, channel) },
			"Only members of a channel may change what it gets. Join the channel first, or ask there.")
	}
	return nil
}

// permitDigest returns why the asker may not change a digest, nil where they may. One
// that comes to them alone they may change wherever they are: the Home tab is in no
// channel.
func (r *Responder) permitDigest(ctx context.Context, q query, sub store.Subscription) error {
	switch {
	case !q.sees(sub):
		return errNoDigest
	case isPersonal(sub.Channel):
		return nil
	}
	return r.permit(ctx, q, sub.Channel)
}

// permitSources returns why the asker may not change what the bot reads, nil where
// they may. Where members may change what their channel gets, everybody may. It is read
// for all channels, of which guests and people of other workspaces see some alone.
func (r *Responder) permitSources(ctx context.Context, q query) error {
	if p := r.Policy; len(p.users) > 0 || p.who == admins {
		return r.permit(ctx, q, "")
	}
	return r.permitInsider(ctx, q, "what I read")
}

// permitInsider refuses guests and people of other workspaces to change something.
func (r *Responder) permitInsider(ctx context.Context, q query, what string) error {
	return r.permitIf(ctx, func() (bool, error) {
		outsider, err := r.People.Outsider(ctx, q.asker.User)
		return !outsider, err
	}, "Guests and people of other workspaces may not change "+what+". Ask somebody of this workspace.")
}

// permitIf refuses with a sentence what may not be, or what cannot be told.
func (r *Responder) permitIf(ctx context.Context, may func() (bool, error), refusal string) error {
	ok, err := may()
	switch {
	case err != nil:
		r.Log.ErrorContext(ctx, "not known who may change what channels get", "err", err)
		return misuse("Slack does not tell me just now whether you may change that. Please try again in a minute, or ask whoever runs the bot.")
	case !ok:
		return misuse("%s", refusal)
	}
	return nil
}

// isIn reports whether a person is in a channel.
func (r *Responder) isIn(ctx context.Context, user, channel string) (bool, error) {
	in, err := r.People.Channels(ctx, user)
	if err != nil {
		return false, fmt.Errorf("channels of %s: %w", user, err)
	}
	return slices.Contains(in, strings.TrimPrefix(channel, "#")), nil
}
