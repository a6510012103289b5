package main

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// bestGrade is that of a sentence or title that tells all the news of its event plainly;
// grades/README.md says what the others mean.
const bestGrade = 5

// grades are those of the sentences of an article by where these begin, in bytes of its
// title, a line feed and its text; the title's is at titleAt.
type grades map[int]int

const titleAt = -1

// gradeFiles have a line for each sentence of some articles: the article's ID, a dot and
// where it begins ("T" for the title), a tab and the grade.
//
//go:embed grades/*.tsv
var gradeFiles embed.FS

// readGrades returns the grades in files, given by their names between commas, or in all
// where none is named, by the article's ID.
func readGrades(in string) (map[string]grades, error) {
	of := make(map[string]grades)
	var names []string
	for name := range strings.SplitSeq(cmp.Or(in, "*"), ",") {
		some, err := fs.Glob(gradeFiles, "grades/"+name+".tsv")
		if err != nil || len(some) == 0 {
			return nil, cmp.Or(err, fmt.Errorf("grades/%s.tsv: no such file", name))
		}
		names = append(names, some...)
	}
	for _, name := range names {
		table, err := gradeFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		n := 0
		for line := range strings.Lines(string(table)) {
			n++
			if err := addGrade(of, strings.TrimSuffix(line, "\n")); err != nil {
				return nil, fmt.Errorf("%s, line %d: %w", name, n, err)
			}
		}
	}
	return of, nil
}

func addGrade(of map[string]grades, line string) error {
	sentence, grade, _ := strings.Cut(line, "\t")
	dot := max(0, strings.LastIndexByte(sentence, '.'))
	id, place := sentence[:dot], sentence[min(dot+1, len(sentence)):]
	at, placeErr := titleAt, error(nil)
	if place != "T" {
		at, placeErr = strconv.Atoi(place)
	}
	number, err := strconv.Atoi(grade)
	if err := cmp.Or(placeErr, err); err != nil {
		return err
	}
	if id == "" || number < 0 || number > bestGrade {
		return fmt.Errorf("want an article's ID, a dot, a place, a tab and a grade up to %d: %q", bestGrade, line)
	}
	if of[id] == nil {
		of[id] = make(grades)
	}
	if _, twice := of[id][at]; twice {
		return fmt.Errorf("%s is graded already", sentence)
	}
	of[id][at] = number
	return nil
}

// readGraded returns those articles of a collection that have grades.
func readGraded(name string, of map[string]grades) ([]entry, error) {
	entries, err := read(name)
	return slices.DeleteFunc(entries, func(e entry) bool { return of[e.ID] == nil }), err
}

// untitled returns the grades of an article that has lost a title of so many bytes.
func (g grades) untitled(length int) grades {
	out := make(grades)
	for at, grade := range g {
		if at != titleAt {
			out[at-length] = grade
		}
	}
	return out
}

// of returns the grade of the sentence in which a point begins.
func (g grades) of(start int) int {
	sentence := titleAt
	for at := range g {
		if at <= start {
			sentence = max(sentence, at)
		}
	}
	return g[sentence]
}

// tally counts what has each grade.
type tally [bestGrade + 1]int

// add adds the counts of another tally.
func (t *tally) add(u tally) {
	for grade, n := range u {
		t[grade] += n
	}
}

func (t tally) String() string {
	n, sum := 0, 0
	for grade, times := range t {
		n, sum = n+times, sum+grade*times
	}
	percent := func(times int) float64 { return 100 * float64(times) / float64(max(n, 1)) }
	return fmt.Sprintf("%4d  mean %.2f  faulty %4.1f%%  worthless %4.1f%%  main news %4.1f%%",
		n, float64(sum)/float64(max(n, 1)), percent(t[0]), percent(t[1]), percent(t[4]+t[5]))
}
