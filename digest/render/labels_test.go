package render_test

import (
	"testing"

	"newsbot/digest"
	"newsbot/digest/render"
)

func TestPoint(t *testing.T) {
	for text, want := range map[string]string{
		"The council closed the quay on Monday.":         "The council closed the quay on Monday.",
		"The council was accused of closing the quay":    "The council was accused of closing the quay…",
		"The council closed the quay in 2019":            "The council closed the quay in 2019…",
		`The mayor called it "the end of the old quay."`: `The mayor called it "the end of the old quay."`,
		"市議会は月曜日に岸壁を閉鎖した":                                "市議会は月曜日に岸壁を閉鎖した",
		"": "",
	} {
		if got := render.Point(digest.KeyPoint{Text: text}); got != want {
			t.Errorf("Point(%q) = %q, want %q", text, got, want)
		}
	}
}
