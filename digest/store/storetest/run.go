// Package storetest is the conformance test of digest/store, with what it takes
// to run it: Redis servers of every kind, opened stores and made-up articles.
package storetest

import (
	"context"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"newsbot/digest"
	"newsbot/digest/store"
)

// Open returns an empty store with the given options, whose Prefix it may set.
type Open func(t *testing.T, o store.Options) *store.Store

// Run tests that the stores that open returns do what package store says,
// whatever Redis is behind them.
func Run(t *testing.T, open Open) {
	for _, c := range []struct {
		name string
		test func(*testing.T, Open)
	}{
		{"SameTwice", testSameTwice},
		{"RoundTrip", testRoundTrip},
		{"Hostile", testHostile},
		{"Invalid", testInvalid},
		{"Changed", testChanged},
		{"Yields", testYields},
		{"ForeignDate", testForeignDate},
		{"Revise", testRevise},
		{"ChangedDate", testChangedDate},
		{"Undated", testUndated},
		{"Ahead", testAhead},
		{"Analysis", testAnalysisChanged},
		{"Bulk", testBulk},
		{"PutPanics", testPutPanics},
		{"ExportImport", testExportImport},
		{"Window", testWindow},
		{"EntriesOf", testEntriesOf},
		{"Latecomers", testLatecomers},
		{"SearchRank", testSearchRank},
		{"SearchFilters", testSearchFilters},
		{"SearchPages", testSearchPages},
		{"SearchTexts", testSearchTexts},
		{"Sources", testSources},
		{"ManySources", testManySources},
		{"Entities", testEntities},
		{"MarkTrends", testMarkTrends},
		{"EntityNamed", testEntityNamed},
		{"EntityNamedAlone", testEntityNamedAlone},
		{"Stories", testStories},
		{"StoriesMany", testStoriesMany},
		{"Lease", testLease},
		{"LeaseShared", testLeaseShared},
		{"Told", testTold},
		{"ToldTogether", testToldTogether},
		{"Hidden", testHidden},
		{"Subscriptions", testSubscriptions},
		{"Wished", testWished},
		{"Due", testDue},
		{"Change", testChange},
		{"ChangeMeanwhile", testChangeMeanwhile},
		{"DuePersonal", testDuePersonal},
		{"DueAgain", testDueAgain},
		{"Run", testRun},
		{"RunDies", testRunDies},
		{"Turns", testTurns},
		{"TurnsMadeUp", testTurnsMadeUp},
		{"TurnsOrder", testTurnsOrder},
		{"TurnsGone", testTurnsGone},
		{"Feeds", testFeeds},
		{"SeedFeeds", testSeedFeeds},
		{"Visits", testVisits},
		{"VisitMeanwhile", testVisitMeanwhile},
		{"Queue", testQueue},
		{"QueueSome", testQueueSome},
		{"QueueMarked", testQueueMarked},
		{"QueueNumbered", testQueueNumbered},
		{"QueueOnTheHour", testQueueOnTheHour},
		{"QueueDaily", testQueueDaily},
		{"BusyHost", testBusyHost},
		{"Rest", testRest},
		{"Abandoned", testAbandoned},
		{"ManyAbandoned", testManyAbandoned},
		{"PausedAfterMove", testPausedAfterMove},
		{"Raw", testRaw},
		{"Failing", testFailing},
		{"ConcurrentWriters", testConcurrentWriters},
		{"WholeOrNothing", testWholeOrNothing},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open) })
	}
}

// same compares what was stored with what comes back: times as instants, weights
// to four decimals, and a list without elements as none.
var same = cmp.Options{cmpopts.EquateEmpty(), cmpopts.EquateApproxTime(0), cmpopts.EquateApprox(0, 0.00006)}

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got, same); d != "" {
		t.Errorf("%s: (-want +got)\n%s", what, d)
	}
}

// What putting one entry comes to.
var (
	added     = store.Counts{Added: 1}
	changed   = store.Counts{Changed: 1}
	unchanged = store.Counts{Unchanged: 1}
)

func putAll(t *testing.T, s *store.Store, entries ...store.Entry) store.Counts {
	t.Helper()
	counts, err := s.PutAll(t.Context(), slices.Values(entries))
	check(t, err)
	return counts
}

func window(t testing.TB, s *store.Store, from, to time.Time) []digest.Brief {
	t.Helper()
	briefs, err := s.Window(t.Context(), from, to)
	check(t, err)
	return briefs
}

func all(t testing.TB, s *store.Store) []store.Entry {
	t.Helper()
	var entries []store.Entry
	for e, err := range s.Entries(t.Context(), time.Time{}, time.Time{}) {
		check(t, err)
		entries = append(entries, e)
	}
	return entries
}

// yesterday is the midnight before the last one; tests place articles around it,
// so that none is ahead and none has expired.
func yesterday() time.Time { return time.Now().UTC().Truncate(24*time.Hour).AddDate(0, 0, -1) }

// Snapshot is all that a store answers: two stores with equal ones are the same
// to every reader.
type Snapshot struct {
	Entries  []store.Entry
	Briefs   []digest.Brief
	Entities []digest.DayEntities
	Found    map[string][]string // term -> IDs of the articles that hold it, best first
	Mentions map[string][]string // entity -> IDs of the articles that name it
	Named    map[string][]digest.EntityCount
}

// TakeSnapshot asks a store for everything.
func TakeSnapshot(t testing.TB, s *store.Store) Snapshot {
	t.Helper()
	ctx := t.Context()
	snap := Snapshot{Found: map[string][]string{}, Mentions: map[string][]string{}, Named: map[string][]digest.EntityCount{}}
	snap.Entries, snap.Briefs = all(t, s), window(t, s, time.Time{}, time.Time{})
	var err error
	snap.Entities, err = s.Entities(ctx, time.Time{}, time.Time{})
	check(t, err)
	for _, b := range snap.Briefs {
		for _, term := range b.Terms[:min(3, len(b.Terms))] {
			snap.ask(ctx, t, s, term.Word)
		}
		for _, n := range b.Entities[:min(3, len(b.Entities))] {
			snap.name(ctx, t, s, n)
		}
	}
	return snap
}

func (snap *Snapshot) ask(ctx context.Context, t testing.TB, s *store.Store, term string) {
	t.Helper()
	if _, ok := snap.Found[term]; ok {
		return
	}
	hits, _, err := s.Search(ctx, store.Query{Terms: []string{term}, Limit: 1 << 30})
	check(t, err)
	for _, h := range hits {
		snap.Found[term] = append(snap.Found[term], h.ID)
	}
}

func (snap *Snapshot) name(ctx context.Context, t testing.TB, s *store.Store, n digest.Name) {
	t.Helper()
	if _, ok := snap.Mentions[n.ID]; ok {
		return
	}
	named, err := s.Mentioned(ctx, []string{n.ID}, time.Time{}, time.Time{}, math.MaxInt)
	check(t, err)
	for _, b := range named.Articles {
		snap.Mentions[n.ID] = append(snap.Mentions[n.ID], b.ID)
	}
	snap.Named[n.Name], err = s.EntityNamed(ctx, n.Name, time.Time{}, time.Time{})
	check(t, err)
}
