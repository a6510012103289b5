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
// wish without a channel ends it. Late is for how long that could not be done: what
// became due in the meantime by other times than before is due.
func Keep(ctx context.Context, s *store.Store, wish store.Subscription, late time.Duration) error {
	before, wished, err := s.Wished(ctx, wish.ID)
	if err != nil || wished && reflect.DeepEqual(before, wish) {
		return err
	}
	r := register{s, late}
	sub, there, err := s.Subscription(ctx, wish.ID)
	switch {
	case err != nil:
		return err
	case wish.Channel == "" && there:
		err = s.Unsubscribe(ctx, sub)
	case wish.Channel == "":
	case wished && there:
		err = change(ctx, r, sub, func(sub store.Subscription) store.Subscription { return amend(sub, before, wish) })
	case there:
		err = change(ctx, r, sub, func(store.Subscription) store.Subscription { return wish })
	default:
		err = Subscribe(ctx, r, wish)
	}
	if err != nil {
		return err
	}
	return s.SetWished(ctx, wish)
}

// register keeps subscriptions late: for it the time is so much earlier.
type register struct {
	*store.Store
	late time.Duration
}

func (r register) Time(ctx context.Context) (time.Time, error) {
	now, err := r.Store.Time(ctx)
	return now.Add(-r.late), err
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
func change(ctx context.Context, r register, old store.Subscription, edit func(store.Subscription) store.Subscription) error {
	sub := edit(old)
	switch {
	case reflect.DeepEqual(old, sub):
		return nil
	case old.Channel != sub.Channel:
		if err := r.Unsubscribe(ctx, old); err != nil {
			return err
		}
		return Subscribe(ctx, r, sub)
	}
	_, err := Change(ctx, r, sub.ID, func(sub *store.Subscription) error {
		*sub = edit(*sub)
		return nil
	})
	return err
}

// Register keeps subscriptions, as *store.Store does.
type Register interface {
	Time(ctx context.Context) (time.Time, error)
	Subscribe(ctx context.Context, sub store.Subscription, due time.Time) error
	Change(ctx context.Context, id string, edit func(*store.Subscription) (due time.Time, err error)) (store.Subscription, error)
}

// Subscribe keeps a new subscription. Its first digest is the next after now, or after the
// time until which it rests.
func Subscribe(ctx context.Context, r Register, sub store.Subscription) error {
	now, err := r.Time(ctx)
	if err != nil {
		return err
	}
	due, err := next(sub, now)
	if err != nil {
		return err
	}
	return r.Subscribe(ctx, sub, due)
}

// Change keeps what edit makes of the subscription of an ID, as store.Change does. Its next
// digest is the next, as of a new one; one that is due stays due where only what is in it
// is changed.
func Change(ctx context.Context, r Register, id string, edit func(*store.Subscription) error) (store.Subscription, error) {
	now, err := r.Time(ctx)
	if err != nil {
		return store.Subscription{}, err
	}
	return r.Change(ctx, id, func(sub *store.Subscription) (due time.Time, err error) {
		old := *sub
		if err := edit(sub); err != nil {
			return due, err
		}
		if SameTimes(old, *sub) && old.Paused == sub.Paused && old.Awake(now).Equal(sub.Awake(now)) {
			return due, nil
		}
		return next(*sub, now)
	})
}

// next returns when a subscription's digest is due after now and its rest.
func next(sub store.Subscription, now time.Time) (time.Time, error) {
	times, err := NewTimetable(sub)
	if err != nil {
		return time.Time{}, err
	}
	return times.Next(sub.Awake(now)), nil
}
