package store

import (
	"slices"
	"testing"
)

func TestFeedsNamed(t *testing.T) {
	feeds := []Feed{
		{ID: "01", Address: "https://ann:secret@a.example/rss", Source: "Coast Wire"},
		{ID: "02", Address: "https://a.example/sport/rss", Health: FeedHealth{Title: "Coast Wire Sport"}},
		{ID: "03", Address: "https://b.example/rss"},
		{ID: "04", Address: "https://c.example/rss", Source: "Harbour"},
		{ID: "05", Address: "https://www.c.example/rss", Source: "Island"},
	}
	for word, want := range map[string][]string{
		"02": {"02"}, "coast wire": {"01"}, "Coast": {"01", "02"}, "https://a.example/rss": {"01"}, "b.example": {"03"},
		"A.EXAMPLE": {"01", "02"}, "sport": {"02"}, "secret": nil, "x": {"01", "02", "03", "04", "05"}, "nothing": nil,
		"c.example": {"04"}, "C.example": {"04"}, "www.c.example": {"05"}, ".c.example": {"05"}, "": {"01", "02", "03", "04", "05"},
	} {
		var got []string
		for _, f := range FeedsNamed(feeds, word, Feed.Public) {
			got = append(got, f.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q names %v, want %v", word, got, want)
		}
	}
}
