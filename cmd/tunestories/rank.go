package main

import (
	"cmp"
	_ "embed"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"newsbot/digest"
)

// valuesTable has a line for each day and event of some weeks: the collection, the day, the event and
// its news value that day as an editor saw it, from 0 to 10, between tabs.
//
//go:embed weeks/values.tsv
var valuesTable string

// firsts is how many stories a digest tells first.
const firsts = 7

// fewEvents are too few to tell whether the right ones come first.
const fewEvents = 12

// values are the news values of a day's events.
type values map[string]float64

// readValues returns the values by collection and day: "november 2026-11-16".
func readValues() (map[string]values, error) {
	days := map[string]values{}
	for line := range strings.Lines(valuesTable) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("weeks/values.tsv: %q: want a collection, a day, an event and its value", line)
		}
		value, err := strconv.ParseFloat(f[3], 64)
		if err != nil {
			return nil, fmt.Errorf("weeks/values.tsv: %q: %w", line, err)
		}
		day := f[0] + " " + f[1]
		if days[day] == nil {
			days[day] = values{}
		}
		days[day][f[2]] = value
	}
	return days, nil
}

// first returns the events that a digest should tell first.
func (v values) first() []string {
	var events []string
	for e := range v {
		events = append(events, e)
	}
	slices.SortFunc(events, func(a, b string) int { return cmp.Or(cmp.Compare(v[b], v[a]), cmp.Compare(a, b)) })
	return events[:min(firsts, len(events))]
}

func (v values) of(events []string) (sum float64) {
	for _, e := range events {
		sum += v[e]
	}
	return sum
}

// rank prints how many of the events that should come first do in digests of each day, and what share of
// the best value the first have.
func rank(names []string) error {
	days, err := readValues()
	if err != nil {
		return err
	}
	analyzer, err := digest.NewAnalyzer()
	if err != nil {
		return err
	}
	for _, name := range names {
		articles, err := read(name)
		if err != nil {
			return fmt.Errorf("load corpus: %w", err)
		}
		told, err := firstOfDays(analyzer, articles)
		if err != nil {
			return err
		}
		collection := strings.TrimSuffix(filepath.Base(name), ".jsonl")
		right, all, value, best := 0, 0, 0.0, 0.0
		for _, day := range slices.Sorted(maps.Keys(told)) { // so that the sums come out the same
			events, v := told[day], days[collection+" "+day]
			if len(v) < fewEvents {
				continue
			}
			want := v.first()
			for _, e := range want {
				if slices.Contains(events, e) {
					right++
				}
			}
			all, value, best = all+len(want), value+v.of(events), best+v.of(want)
		}
		if all > 0 {
			fmt.Printf("%-20s %d of %d come first, with %.3f of the best value\n", collection, right, all, value/best)
		}
	}
	return nil
}

// firstOfDays returns the events that a digest of each day tells first.
func firstOfDays(analyzer *digest.Analyzer, articles []article) (map[string][]string, error) {
	briefs, event := map[string][]digest.Brief{}, map[string]string{}
	for _, a := range articles {
		full := digest.Article{ID: a.ID, Source: a.Source, Title: a.Title, Text: a.Text, Published: a.Time}
		n, err := analyzer.Analyze(full)
		if err != nil {
			return nil, err
		}
		day := a.Time.UTC().Format(time.DateOnly)
		briefs[day], event[a.ID] = append(briefs[day], digest.NewBrief(full, n)), a.Cluster
	}
	first := map[string][]string{}
	for day, b := range briefs {
		end, err := time.Parse(time.DateOnly, day)
		if err != nil {
			return nil, err
		}
		stories := digest.Build(b, digest.Options{Now: end.AddDate(0, 0, 1), NoNames: true}).Stories
		for _, s := range stories[:min(firsts, len(stories))] {
			if e := mostly(s, event); !slices.Contains(first[day], e) {
				first[day] = append(first[day], e)
			}
		}
	}
	return first, nil
}

// mostly returns the event that most articles of a story tell.
func mostly(s digest.Story, event map[string]string) (most string) {
	count := map[string]int{}
	for _, a := range s.Articles {
		e := event[a.ID]
		if count[e]++; most == "" || count[e] > count[most] {
			most = e
		}
	}
	return most
}
