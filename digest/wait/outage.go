package wait

import (
	"log/slog"

	"newsbot/digest/rescue"
)

// Outage is told of something that is tried again and again: once that it fails, and
// once that it works again. The zero Outage is ready for use. It is not safe for
// concurrent use.
type Outage struct{ lasts bool }

// Tell logs what came of a try where that differs from the one before: that it fails,
// with the error and where it panicked, or that it works again.
func (o *Outage) Tell(log *slog.Logger, err error, fails, works string) {
	switch {
	case err != nil && !o.lasts:
		log.Error(fails, rescue.Attrs(err)...)
	case err == nil && o.lasts:
		log.Info(works)
	}
	o.lasts = err != nil
}
