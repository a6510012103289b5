package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"newsbot/digest"
)

// reading is what a reader makes of a digest.
type reading struct{ headlines, first, further tally }

func (r *reading) add(o reading) {
	r.headlines.add(o.headlines)
	r.first.add(o.first)
	r.further.add(o.further)
}

func (r reading) print(w io.Writer, name string) {
	fmt.Fprintf(w, "%-28s headlines %v\n%-28s first     %v\n%-28s further   %v\n", name, r.headlines, "", r.first, "", r.further)
}

// readAll puts a digest of each collection together and prints the grades of its
// headlines and points (those in the files of grades that in names), where wanted with
// these: of stories that several articles tell, then of those that one does.
func readAll(w io.Writer, names []string, in string, verbose bool) error {
	of, err := readGrades(in)
	if err != nil {
		return err
	}
	analyzer, err := digest.NewAnalyzer()
	if err != nil {
		return err
	}
	var several, one reading
	for _, name := range names {
		stories, err := build(name, analyzer, of)
		if err != nil {
			return fmt.Errorf("read collection: %w", err)
		}
		var byOne, bySeveral reading
		for _, s := range stories {
			if verbose {
				printStory(w, s, of)
			}
			if len(s.Articles) > 1 {
				bySeveral.add(readStory(s, of))
			} else {
				byOne.add(readStory(s, of))
			}
		}
		bySeveral.print(w, filepath.Base(name)+", of several")
		byOne.print(w, filepath.Base(name)+", of one")
		several.add(bySeveral)
		one.add(byOne)
	}
	several.print(w, "all of several")
	one.print(w, "all of one")
	return nil
}

// build returns the stories of a digest of those articles of a collection that have grades.
func build(name string, analyzer *digest.Analyzer, of map[string]grades) ([]digest.Story, error) {
	entries, err := readGraded(name, of)
	if err != nil {
		return nil, err
	}
	var briefs []digest.Brief
	for _, e := range entries {
		a := digest.Article{ID: e.ID, Title: e.Title, Text: e.Text, Source: e.Source, Published: e.Time}
		n, err := analyzer.Analyze(a)
		if err != nil {
			return nil, err
		}
		briefs = append(briefs, digest.NewBrief(a, n))
	}
	return digest.Build(briefs, digest.Options{NoNames: true}).Stories, nil
}

func readStory(s digest.Story, of map[string]grades) (r reading) {
	r.headlines[of[s.Articles[0].ID][titleAt]]++
	for i, p := range s.Points {
		grade := of[p.Article].of(p.Start)
		if i == 0 {
			r.first[grade]++
		} else {
			r.further[grade]++
		}
	}
	return r
}

// printStory prints a story as its reader has it, with grades, and the titles that are
// not its headline.
func printStory(w io.Writer, s digest.Story, of map[string]grades) {
	var b strings.Builder
	fmt.Fprintf(&b, "%d %s\n", of[s.Articles[0].ID][titleAt], s.Headline)
	for _, p := range s.Points {
		fmt.Fprintf(&b, "  %d %s [%s]\n", of[p.Article].of(p.Start), p.Text, p.Article)
	}
	for _, a := range s.Articles[1:] {
		fmt.Fprintf(&b, "    (%d %s)\n", of[a.ID][titleAt], a.Title)
	}
	fmt.Fprintln(w, b.String())
}
