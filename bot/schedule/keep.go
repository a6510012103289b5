package schedule

import (
	"context"
	"reflect"
	"time"

	"newsbot/digest/store"
)

// Keep sees to it that a subscription is as given and not paused. One that is so
// already goes on as it was: what it missed is still due.
func Keep(ctx context.Context, s *store.Store, sub store.Subscription) error {
	times, err := NewTimetable(sub)
	if err != nil {
		return err
	}
	old, ok, err := s.Subscription(ctx, sub.ID)
	switch {
	case err != nil:
		return err
	case ok && reflect.DeepEqual(old, sub):
		return nil
	case ok && old.Channel != sub.Channel:
		if err := s.Unsubscribe(ctx, old); err != nil {
			return err
		}
	}
	return s.Subscribe(ctx, sub, times.Next(time.Now()))
}

// Drop ends the subscription of an ID, if there is one.
func Drop(ctx context.Context, s *store.Store, id string) error {
	old, ok, err := s.Subscription(ctx, id)
	if err != nil || !ok {
		return err
	}
	return s.Unsubscribe(ctx, old)
}
