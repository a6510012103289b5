package feed

import "testing"

func TestTellsOpinion(t *testing.T) {
	for text, want := range map[string]bool{
		"Opinion\nThe dam must go.":                                                   true,
		"OPINION | By Ada Lind\nThe dam must go.":                                     true,
		"By Ada Lind\nEditorial\nThe dam must go.":                                    true,
		"Letters to the editor\n\nSir, the dam must go.":                              true,
		"Comment by Ada Lind\nThe dam must go.":                                       true,
		"The dam must go.\nThe views expressed here are the author's own.":            true,
		"The dam must go.\nAda Lind is a Lorne-based columnist for the Courier.":      true,
		"The dam must go.\nAda Lind builds dams. This is an opinion piece.":           true,
		"The dam must go.\nThe writer is a former keeper of the dam.":                 true,
		"The dam must go.\nAda Lind writes on rivers every other Tuesday.":            true,
		"The dam held.\nThe writer of the letter was fined.":                          false,
		"The dam held.\nThe keeper writes about it in a book that comes out in May.":  false,
		"Comment\nThe dam held.":                                                      false,
		"Opinion":                                                                     false,
		"Opinion polls want the dam gone.\nSix in ten do.":                            false,
		"Opinion is divided\nThe dam held.":                                           false,
		"Opinion on dams by Orm Council\nThe dam held.":                               false,
		"The dam held.\nThe minister declined to comment.":                            false,
		"The dam held.\nThe views of the towns will be heard on Monday.":              false,
		"The dam held.\nMr Lind, a columnist for the Courier, was held for a day.":    false,
		"Column by column, the bridge was built.\nIt holds.":                          false,
		"Police said that Ada Lind is a columnist in the trial.\nShe is to be heard.": false,
	} {
		if got := tellsOpinion(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
