package digest

import (
	"slices"
	"time"

	"newsbot/digest/figure"
)

// withdrawals are what the articles of a story take back of the figures that others of them give.
type withdrawals struct {
	corrected map[string]time.Time // by outlet when it last published a correction
	replaced  []figure.Figure      // that were revised since
}

func newWithdrawals(articles []Brief) withdrawals {
	w := withdrawals{corrected: make(map[string]time.Time)}
	for _, a := range articles {
		if outlet := a.Outlet(); outlet != "" && a.isCorrection() && a.Time().After(w.corrected[outlet]) {
			w.corrected[outlet] = a.Time()
		}
		w.replaced = append(w.replaced, figure.Replaced(a.Title)...)
		for _, p := range a.Points {
			w.replaced = append(w.replaced, figure.Replaced(p.Text)...)
		}
	}
	return w
}

// has reports whether a figure of an article is taken back: another text says that it was revised, or the outlet of the
// article has published a correction since, which may be of another article.
func (w withdrawals) has(a Brief, f figure.Figure) bool {
	if slices.ContainsFunc(w.replaced, func(r figure.Figure) bool { return r.What == f.What && r.Value == f.Value }) {
		return true
	}
	at, found := w.corrected[a.Outlet()]
	return found && !a.isCorrection() && !a.Time().After(at)
}

// mark marks those claims of an article that are taken back, and returns them.
func (w withdrawals) mark(a Brief, all []claim) []claim {
	for i, c := range all {
		all[i].withdrawn = w.has(a, c.Figure)
	}
	return all
}

// saysWhatWas reports whether a text tells of a figure that it was revised, and not what it is now.
func (t teller) saysWhatWas(s string) bool {
	replaced := figure.Replaced(s)
	return len(replaced) > 0 && !slices.ContainsFunc(t.figures.Find(s), func(f figure.Figure) bool { return f.What == replaced[0].What })
}
