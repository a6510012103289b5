package render_test

import (
	"slices"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/render"
)

func TestPoint(t *testing.T) {
	for text, want := range map[string]string{
		"The council closed the quay on Monday.":         "The council closed the quay on Monday.",
		"The council was accused of closing the quay":    "The council was accused of closing the quay…",
		"The council closed the quay in 2019":            "The council closed the quay in 2019…",
		`The mayor called it "the end of the old quay."`: `The mayor called it "the end of the old quay."`,
		"Fixed in: 3.2.1":                                "Fixed in: 3.2.1",
		"Affected versions: before 4.9.2":                "Affected versions: before 4.9.2",
		"Sund police said: The quay was closed in 2019":  "Sund police said: The quay was closed in 2019…",
		"CVE-2026-44170 Brekke gateway path traversal":   "CVE-2026-44170 Brekke gateway path traversal",
		"市議会は月曜日に岸壁を閉鎖した":                                "市議会は月曜日に岸壁を閉鎖した",
		"": "",
	} {
		if got := render.Point(digest.KeyPoint{Text: text}); got != want {
			t.Errorf("Point(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestHeadline(t *testing.T) {
	for _, tt := range []struct{ url, headline, want string }{
		{"https://a.example/world/dams", "Norland needs no dams", "Norland needs no dams"},
		{"https://a.example/opinion/dams", "Norland needs no dams", "Opinion: Norland needs no dams"},
		{"https://a.example/opinion/dams", "", "Opinion: Dams"},
		{"https://a.example/opinion/dams", "Editorial: no dams", "Editorial: no dams"},
	} {
		s := digest.Story{Headline: tt.headline, Articles: []digest.Brief{{URL: tt.url, Title: "Dams"}}}
		if got := render.Headline(s); got != tt.want {
			t.Errorf("headline %q of %s is %q, want %q", tt.headline, tt.url, got, tt.want)
		}
	}
}

// TestTypes checks that outputs show entities of every type, each once.
func TestTypes(t *testing.T) {
	all, shown := entity.Types(), render.Types()
	slices.Sort(all)
	slices.Sort(shown)
	if !slices.Equal(all, shown) {
		t.Errorf("Types() has %q, want those of entity.Types, %q", shown, all)
	}
}

func TestEdition(t *testing.T) {
	for _, tt := range []struct {
		name   string
		topics []string
		want   string
	}{
		{"", nil, "News digest"},
		{"", []string{"sea wall", "ferries"}, "News digest: sea wall, ferries"},
		{"News digest", []string{"a", "b", "c", "d"}, "News digest: a, b, c, …"},
		{"Harbour\nnews", []string{"ferries"}, "Harbour news"},
		{"", []string{"\u202eferries"}, "News digest: ferries"},
		{"Tees Morning: ferries", []string{"ferries"}, "Tees Morning: ferries"},
	} {
		if got := render.Edition(tt.name, tt.topics...); got != tt.want {
			t.Errorf("Edition(%q, %q) = %q, want %q", tt.name, tt.topics, got, tt.want)
		}
	}
}

// TestScopeOfTopics: topics that stand in the name of a digest are not said again.
func TestScopeOfTopics(t *testing.T) {
	for edition, want := range map[string]string{
		"": "only: ferries", "Tees Morning": "only: ferries", "Tees Morning: ferries": "", "News digest: ferries, every day at 08:30": "",
	} {
		if got := render.NewReader(time.UTC, "").Scope(digest.Digest{Edition: edition, Topics: []string{"ferries"}}); got != want {
			t.Errorf("%q: %q, want %q", edition, got, want)
		}
	}
}
