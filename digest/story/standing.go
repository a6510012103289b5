package story

import "time"

// Standing is how a title stands to the others of its story.
type Standing struct {
	Latest    bool // it is of the last day that the story has gone on for, where that is longer
	Secondary bool // it does not tell how things stand, where another does
	Preview   bool // it says what was to come, and a later one what came
}

// Standings returns those of the titles of a story.
func Standings(titles []Title) []Standing {
	all := make([]Standing, len(titles))
	if len(titles) < 2 {
		return all
	}
	told := make([]telling, len(titles))
	for i, t := range titles {
		clean := CleanHeadline(t.Text, t.Source)
		_, all[i].Preview = CutPreview(clean)
		told[i] = telling{t.Published, !t.Opinion && !promises(clean), all[i].Preview || pends(clean), reacts(clean)}
	}
	markLatest(all, told)
	markSecondary(all, told)
	return all
}

// telling is what a title tells by itself.
type telling struct {
	at       time.Time
	news     bool // it is no opinion, and promises nothing
	coming   bool // it pends
	reacting bool
}

// markLatest marks the titles of the last day. What is no news does not make a story longer.
func markLatest(all []Standing, told []telling) {
	var first, last time.Time
	for _, t := range told {
		if t.news && (first.IsZero() || t.at.Before(first)) {
			first = t.at
		}
		if t.news && t.at.After(last) {
			last = t.at
		}
	}
	begin := last.Add(-24 * time.Hour)
	for i, t := range told {
		all[i].Latest = t.news && first.Before(begin) && t.at.After(begin)
	}
}

// markSecondary marks what was to come or still went on before a later title that has news and pends no more ("Jury
// retires in trial of banker", the day before "Banker found guilty"), and what was said of the news.
func markSecondary(all []Standing, told []telling) {
	var last time.Time // of those that tell how things stand
	known := false     // how things stand
	for _, t := range told {
		if !t.news || t.reacting {
			continue
		}
		known = true
		if t.at.After(last) && !t.coming {
			last = t.at
		}
	}
	for i, t := range told {
		all[i].Secondary = t.coming && t.at.Before(last) || known && t.reacting
		all[i].Preview = all[i].Preview && all[i].Secondary
	}
}
