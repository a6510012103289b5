package bot

import (
	"context"
	"time"
)

// signTime is after how long a person who waits for an answer gets a sign that it comes.
const signTime = 2500 * time.Millisecond

// waits reports whether the person of an errand sees nothing while it is answered: in
// a modal or the Home tab there is something to look at.
func (e errand) waits() bool {
	return e.kind != isHome && e.view == "" && !e.at.Home && e.at.ResponseURL+e.at.Channel != ""
}

// sign tells the person of an errand, in private, that the answer comes, unless stop is
// called before long. Stop returns when the sign is out of the way of the answer.
func (a *App) sign(ctx context.Context, e errand) (stop func()) {
	if !e.waits() {
		return func() {}
	}
	e.at.Direct = false
	done := make(chan struct{})
	timer := time.AfterFunc(signTime, func() {
		defer close(done)
		defer a.survive()
		a.say(ctx, e, saysWait)
	})
	return func() {
		if !timer.Stop() {
			<-done
		}
	}
}
