package main

import (
	"fmt"

	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
	"newsbot/digest/parallel"
	"newsbot/digest/text"
)

// spreadPull is what half the square of a scoring's weight costs, in units of the feature's
// spread.
const spreadPull = 0.03

// printScoring prints the scoring fitted to the graded sentences of collections, with the
// articles' titles or without: what has grade 3 or more a reader wants told, what is
// faulty or worthless not.
func printScoring(names []string, untitled bool) error {
	of, err := readGrades()
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
	fmt.Print(keypoint.FitScoring(drafts, spreadPull, func(draft int, point text.Span) (wanted, sure bool) {
		grade := graded[draft].of(point.Start)
		return grade > 2, grade != 2
	}))
	return nil
}
