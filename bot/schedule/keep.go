package schedule

import (
	"context"
	"reflect"
	"time"

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
		err = change(ctx, s, sub, func(sub store.Subscription) store.Subscription { return amend(sub, before, wish) })
	case there:
		err = change(ctx, s, sub, func(store.Subscription) store.Subscription { return wish })
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

// change keeps what edit makes of a subscription.
func change(ctx context.Context, s *store.Store, old store.Subscription, edit func(store.Subscription) store.Subscription) error {
	sub := edit(old)
	switch {
	case reflect.DeepEqual(old, sub):
		return nil // what it missed is still due
	case old.Channel != sub.Channel:
		if err := s.Unsubscribe(ctx, old); err != nil {
			return err
		}
		return subscribe(ctx, s, sub)
	}
	_, err := s.Change(ctx, sub.ID, func(sub *store.Subscription) (time.Time, error) {
		*sub = edit(*sub)
		return next(ctx, s, *sub)
	})
	return err
}

// subscribe keeps a new subscription.
func subscribe(ctx context.Context, s *store.Store, sub store.Subscription) error {
	due, err := next(ctx, s, sub)
	if err != nil {
		return err
	}
	return s.Subscribe(ctx, sub, due)
}

// next returns when the next digest of a subscription is due, after its rest.
func next(ctx context.Context, s *store.Store, sub store.Subscription) (time.Time, error) {
	times, err := NewTimetable(sub)
	if err != nil {
		return time.Time{}, err
	}
	now, err := s.Time(ctx)
	return times.Next(sub.Awake(now)), err
}
