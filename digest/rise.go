package digest

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"newsbot/digest/entity"
)

// What counts as rising.
const (
	riseLeast = 3    // articles about it in the window
	riseSure  = 6.63 // score above which chance is less likely than 1 in 100 (chi-squared, 1 degree of freedom)
)

// What a window is compared with: so many windows before it, at least so long together.
const (
	riseWindows = 4
	riseTime    = 7 * utcDay
	utcDay      = 24 * time.Hour
)

// ComparedFrom returns the beginning of the days before a window with which it is compared.
func ComparedFrom(from, to time.Time) time.Time {
	return from.UTC().Truncate(utcDay).Add(-max(riseWindows*to.Sub(from), riseTime))
}

// Rise is how often something is in the news in a window, and before.
type Rise struct {
	ID             string
	Now, Before    int // articles that name it
	Total, Earlier int // all articles
}

// score is the log-likelihood ratio G² of the two shares being one (Dunning,
// "Accurate Methods for the Statistics of Surprise and Coincidence", 1993), and
// negative where the share falls. Unlike a ratio of shares it does not favour
// what is rare.
func (r Rise) score() float64 {
	share := float64(r.Now+r.Before) / float64(r.Total+r.Earlier)
	g := 2 * (surprise(r.Now, share*float64(r.Total)) + surprise(r.Total-r.Now, (1-share)*float64(r.Total)) +
		surprise(r.Before, share*float64(r.Earlier)) + surprise(r.Earlier-r.Before, (1-share)*float64(r.Earlier)))
	if float64(r.Now) < share*float64(r.Total) {
		return -g
	}
	return g
}

// surprise is what a count adds to the ratio where another one is expected.
func surprise(n int, expected float64) float64 {
	if n <= 0 || expected <= 0 {
		return 0
	}
	return float64(n) * math.Log(float64(n)/expected)
}

// isSure reports whether it is in the news more than before, and not by chance.
func (r Rise) isSure() bool { return r.Now >= riseLeast && r.Earlier > 0 && r.score() >= riseSure }

// Trend is how something is in the news compared with the days before.
type Trend string

// The trends of what is as ever, or cannot be compared, of what is in the news more than
// before, and of what was not in them.
const (
	Steady Trend = ""
	Rising Trend = "rising"
	New    Trend = "new"
)

func (r Rise) trend() Trend {
	switch {
	case !r.isSure():
		return Steady
	case r.Before == 0:
		return New
	}
	return Rising
}

// Times is by how much the share has grown, with half an article added to what
// was before, so that it is finite.
func (r Rise) Times() float64 {
	return float64(r.Now) / float64(r.Total) / ((float64(r.Before) + 0.5) / float64(r.Earlier))
}

// Rises counts how often things are in the news from a day on, and before.
type Rises struct {
	from           time.Time
	same           func(a, b string) bool // whether two IDs, alike behind "/", are of one thing
	rises          map[string][]*Rise     // by what is behind "/" in their IDs
	called         map[string]EntityCount // who is called by a name that is the key
	total, earlier int
}

// NewRises returns one that counts nothing yet. Same tells whether two IDs, alike behind
// "/", are of one thing.
func NewRises(from time.Time, same func(a, b string) bool) *Rises {
	return &Rises{from: from, same: same, rises: map[string][]*Rise{}}
}

// DayEntities is what the articles of one UTC day name.
type DayEntities struct {
	Day      time.Time      // its midnight
	Articles int            // of the day
	Counts   map[string]int // entity ID -> number of articles that name it
}

// ComparedFrom returns the beginning of the days before its window with which a digest is
// compared: a week of news is enough to tell what is new.
func (d Digest) ComparedFrom() time.Time { return d.firstDay().Add(-riseTime) }

// firstDay returns the midnight with which the first UTC day of the window begins.
func (d Digest) firstDay() time.Time { return d.From.UTC().Truncate(utcDay) }

// MarkTrends sets the trends of the digest's entities, given what the days of its window
// name, and those before.
func (d Digest) MarkTrends(days []DayEntities) {
	rises := EntityRises(endingAs(d.Entities, days), d.firstDay())
	for i := range d.Entities {
		d.Entities[i].Trend = rises.whole(*rises.of(d.Entities[i].ID)).trend()
	}
}

// endingAs returns days with only what ends in the last word of one of some entities: all
// that can be the same, or have the same surname, and little of what a day names.
func endingAs(entities []EntityCount, days []DayEntities) []DayEntities {
	ends := map[string]bool{}
	for _, e := range entities {
		ends[lastWord(e.ID)] = true
	}
	out := slices.Clone(days)
	for i, d := range days {
		out[i].Counts = map[string]int{}
		for id, n := range d.Counts {
			if ends[lastWord(id)] {
				out[i].Counts[id] = n
			}
		}
	}
	return out
}

// lastWord returns the last word of the name that an ID is made of.
func lastWord(id string) string { return id[strings.LastIndexAny(id, "/-")+1:] }

// EntityRises counts the entities of days from a day on, and before. A surname alone is the
// person's whom articles call by it, named in full on any of the days.
func EntityRises(days []DayEntities, from time.Time) *Rises {
	all := SumDays(days)
	rises := NewRises(from, Sameness(all))
	rises.called = Bearers(all)
	slices.SortStableFunc(all, func(a, b EntityCount) int { return b.Count - a.Count })
	for _, e := range all { // the ID of most articles comes first, which the others count for
		rises.of(e.ID)
	}
	for _, d := range days {
		rises.AddArticles(d.Day, d.Articles)
		for id, n := range d.Counts {
			rises.Add(id, d.Day, n)
		}
	}
	return rises
}

// SumDays returns how many articles of all days name each entity, by ID.
func SumDays(days []DayEntities) (all []EntityCount) {
	total := map[string]int{}
	for _, d := range days {
		for id, n := range d.Counts {
			total[id] += n
		}
	}
	for _, id := range slices.Sorted(maps.Keys(total)) {
		kind, _, _ := strings.Cut(id, "/")
		all = append(all, EntityCount{ID: id, Type: entity.Type(kind), Count: total[id]})
	}
	return all
}

// AddArticles adds all articles of a day.
func (r *Rises) AddArticles(day time.Time, n int) {
	if day.Before(r.from) {
		r.earlier += n
	} else {
		r.total += n
	}
}

// Add adds articles of a day about the thing with an ID.
func (r *Rises) Add(id string, day time.Time, n int) {
	rise := r.of(id)
	if day.Before(r.from) {
		rise.Before += n
	} else {
		rise.Now += n
	}
}

// of returns the rise of the thing with an ID.
func (r *Rises) of(id string) *Rise {
	if person, ok := r.called[id]; ok {
		id = person.ID
	}
	name := id[strings.Index(id, "/")+1:]
	for _, rise := range r.rises[name] {
		if r.same(rise.ID, id) {
			return rise
		}
	}
	rise := &Rise{ID: id}
	r.rises[name] = append(r.rises[name], rise)
	return rise
}

// whole returns a rise with how many articles there are in all.
func (r *Rises) whole(rise Rise) Rise {
	rise.Total, rise.Earlier = r.total, r.earlier
	return rise
}

// Comparable reports whether so many earlier articles are enough to tell what has risen in
// a window with so many: at least as many, of the far longer time that they are of.
func Comparable(earlier, total int) bool { return earlier > 0 && earlier >= total }

// Ranked returns what has risen for sure, the most first; where too little came before to
// compare with, what there is most of, compared with nothing.
func (r *Rises) Ranked() []Rise {
	var out []Rise
	compared := Comparable(r.earlier, r.total)
	for _, rises := range r.rises {
		for _, rise := range rises {
			one := r.whole(*rise)
			if !compared {
				one.Before, one.Earlier = 0, 0
			}
			if one.isSure() || !compared && one.Now >= riseLeast {
				out = append(out, one)
			}
		}
	}
	slices.SortFunc(out, func(a, b Rise) int {
		return cmp.Or(cmp.Compare(b.score(), a.score()), b.Now-a.Now, cmp.Compare(a.ID, b.ID))
	})
	return out
}
