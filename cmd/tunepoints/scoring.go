package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
	"newsbot/digest/parallel"
	"newsbot/digest/text"
)

// What half the square of a weight costs, in units of the feature's spread.
const (
	scoringPull = 0.01
	openingPull = 0.07
)

// uses are of how much use the first point is to a reader, by its grade: one that is faulty
// does harm.
var uses = [bestGrade + 1]float64{-2, 0, 2, 3, 4, 5}

// printScoring prints the scoring, with vectors of words the wording, and the opening fitted to the graded sentences of
// collections, with the articles' titles or without: what has grade 3 or more a reader wants
// told, what is faulty or worthless not.
func printScoring(names []string, in, vectorsFile string, untitled bool) error {
	vectors, err := readVectors(vectorsFile)
	if err != nil {
		return fmt.Errorf("read vectors: %w", err)
	}
	of, err := readGrades(in)
	if err != nil {
		return err
	}
	entities, err := entity.New()
	if err != nil {
		return err
	}
	var all []entry
	for _, name := range names {
		entries, err := readGraded(name, of)
		if err != nil {
			return fmt.Errorf("read collection: %w", err)
		}
		all = append(all, entries...)
	}
	drafts, graded := make([]*keypoint.Draft, len(all)), make([]grades, len(all))
	indexer := text.NewIndexer()
	parallel.Each(len(all), func(i int) {
		e := all[i]
		graded[i] = of[e.ID]
		if untitled {
			graded[i], e.Title = graded[i].untitled(len(e.Title)), ""
		}
		drafts[i] = newTask(e, entities, indexer).articles[0].draft
	})
	gradeOf := func(draft int, point text.Span) int { return graded[draft].of(point.Start) }
	scoring, wording := keypoint.FitScoring(drafts, scoringPull, vectors, func(draft int, point text.Span) (wanted, sure bool) {
		grade := gradeOf(draft, point)
		return grade > 2, grade != 2
	})
	fmt.Printf("scoring\n%v", scoring)
	if vectors != nil {
		fmt.Printf("wording\n%v", wording)
	}
	fmt.Printf("opening\n%v", keypoint.FitOpening(drafts, openingPull, func(draft int, point text.Span) float64 {
		return uses[gradeOf(draft, point)]
	}))
	return nil
}

// readVectors returns the vectors of words in lower case that "trainentities -vectors" wrote to a file, none if it is not named.
func readVectors(name string) (keypoint.Vectors, error) {
	if name == "" {
		return nil, nil
	}
	file, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	vectors := make(keypoint.Vectors)
	n := 0
	for line := range strings.Lines(string(file)) {
		n++
		fields := strings.Fields(line)
		if len(fields) < 2 || strings.ToLower(fields[0]) != fields[0] {
			continue
		}
		vector := make([]float32, len(fields)-1)
		for i, field := range fields[1:] {
			v, err := strconv.ParseFloat(field, 32)
			if err != nil {
				return nil, fmt.Errorf("%s, line %d: %w", name, n, err)
			}
			vector[i] = float32(v)
		}
		vectors[fields[0]] = vector
	}
	return vectors, nil
}
