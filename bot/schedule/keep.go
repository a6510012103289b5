package schedule

import (
	"context"
	"reflect"

	"newsbot/digest/store"
)

// Keep sees to it that there is the subscription that the settings wish for, and
// that what was changed in the settings is changed in it. All else that people
// made of it stands, also that they ended it, until the settings are changed. A
// wish without a channel ends it.
func Keep(ctx context.Context, s *store.Store, wish store.Subscription) error {
	before, wished, err := s.Wished(ctx, wish.ID)
	if err != nil || wished && reflect.DeepEqual(before, wish) {
		return err
	}
	sub, there, err := s.Subscription(ctx, wish.ID)
	switch {
	case err != nil:
		return err
	case wish.Channel == "" && there:
		err = s.Unsubscribe(ctx, sub)
	case wish.Channel == "":
	case wished && there:
		err = change(ctx, s, sub, amend(sub, before, wish))
	case there:
		err = change(ctx, s, sub, wish)
	default:
		err = subscribe(ctx, s, wish)
	}
	if err != nil {
		return err
	}
	return s.SetWished(ctx, wish)
}

// amend changes a subscription as a wish for it has changed.
func amend(sub, before, wish store.Subscription) store.Subscription {
	if before.Channel != wish.Channel {
		sub.Channel = wish.Channel
	}
	if before.Name != wish.Name {
		sub.Name = wish.Name
	}
	if before.At != wish.At {
		sub.At, sub.Cron = wish.At, ""
	}
	if before.Zone != wish.Zone {
		sub.Zone = wish.Zone
	}
	return sub
}

// change keeps a subscription that was old before.
func change(ctx context.Context, s *store.Store, old, sub store.Subscription) error {
	if reflect.DeepEqual(old, sub) {
		return nil // what it missed is still due
	}
	if old.Channel != sub.Channel {
		if err := s.Unsubscribe(ctx, old); err != nil {
			return err
		}
	}
	return subscribe(ctx, s, sub)
}

// subscribe keeps a subscription whose first digest is the next, after its rest.
func subscribe(ctx context.Context, s *store.Store, sub store.Subscription) error {
	times, err := NewTimetable(sub)
	if err != nil {
		return err
	}
	now, err := s.Time(ctx)
	if err != nil {
		return err
	}
	return s.Subscribe(ctx, sub, times.Next(sub.Awake(now)))
}
