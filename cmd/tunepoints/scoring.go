package main

import (
	"fmt"

	"newsbot/cmd/trainentities/vectors"
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
	var ofWords keypoint.Vectors
	if vectorsFile != "" {
		var err error
		if _, ofWords, err = vectors.Read(vectorsFile); err != nil {
			return err
		}
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
	scoring, wording := keypoint.FitScoring(drafts, scoringPull, ofWords, func(draft int, point text.Span) (wanted, sure bool) {
		grade := gradeOf(draft, point)
		return grade > 2, grade != 2
	})
	fmt.Printf("scoring\n%v", scoring)
	if ofWords != nil {
		fmt.Printf("wording\n%v", wording)
	}
	fmt.Printf("opening\n%v", keypoint.FitOpening(drafts, openingPull, func(draft int, point text.Span) float64 {
		return uses[gradeOf(draft, point)]
	}))
	return nil
}
