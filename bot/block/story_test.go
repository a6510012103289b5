package block

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/render"
)

// The channel and the thread say how a story is new, and show numbers that
// sources give differently with their sources.
func TestStoryThatGoesOn(t *testing.T) {
	figure := func(source, text string, start, end int) digest.Figure {
		return digest.Figure{StoryPoint: digest.StoryPoint{KeyPoint: digest.KeyPoint{Text: text}, Source: source, URL: "https://" + strings.ToLower(source) + ".example/1"}, Start: start, End: end}
	}
	four := figure("Wire", "Four dock workers were killed.", 0, 4)
	four.Others = []digest.StoryPoint{figure("Post", "Drones killed four.", 14, 18).StoryPoint}
	s := digest.Story{
		Headline: "Drones hit port of Halvik", Sources: []string{"Wire", "Courier"}, Day: 3, Again: true,
		Disagreements: []digest.Disagreement{{What: "killed", Figures: []digest.Figure{
			four,
			figure("Courier", "The strike killed at least nine.", 18, 31),
		}}},
	}
	for name, blocks := range map[string]any{
		"channel": storyBlocks(s, standing{by: render.Reader{Zone: time.UTC}}),
		"thread":  storyDetails(s, standing{by: render.Reader{Zone: time.UTC}}, detailRoom, sourceRoom),
	} {
		data, err := json.Marshal(blocks)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{
			"day 3: what changed", "Sources differ on the number killed: ", `"Four "`, `"(Wire)"`, "https://wire.example/1", `"(Post)"`, "https://post.example/1",
			`"at least nine "`, `"(Courier)"`, "https://courier.example/1",
		} {
			if !strings.Contains(string(data), want) {
				t.Errorf("%s: no %s in %s", name, want, data)
			}
		}
	}
}

// However many sources give a number, it stands beside the others.
func TestManyGiveANumber(t *testing.T) {
	given := func(source, number string) digest.Figure {
		return digest.Figure{End: len(number), StoryPoint: digest.StoryPoint{
			KeyPoint: digest.KeyPoint{Text: number}, Source: source, URL: "https://" + source + ".example/" + strings.Repeat("a", 200)}}
	}
	twelve, nine := given("first", "twelve"), given("last", "nine")
	for n := range 30 {
		twelve.Others = append(twelve.Others, given(fmt.Sprint("s", n), "Twelve").StoryPoint)
	}
	data, err := json.Marshal(differences([]digest.Disagreement{{What: "killed", Figures: []digest.Figure{twelve, nine}}}))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"twelve "`, `"(first)"`, `"nine "`, `"(last)"`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no %s in %s", want, data)
		}
	}
}

// Nothing is said of a source that is not known; the articles of a story are told apart by
// their titles.
func TestStoryWithoutSources(t *testing.T) {
	p := digest.StoryPoint{KeyPoint: digest.KeyPoint{Text: "Four dock workers were killed."}}
	s := digest.Story{
		Headline: "Drones hit port", Articles: []digest.Brief{{Title: "Drones hit port"}, {Title: "Port of Halvik burns"}}, Points: []digest.StoryPoint{p},
		Disagreements: []digest.Disagreement{{What: "killed", Figures: []digest.Figure{{StoryPoint: p, End: 4}, {StoryPoint: p, End: 4}}}},
	}
	by := standing{by: render.Reader{Zone: time.UTC}}
	blocks := slices.Concat(storyBlocks(s, by), storyDetails(s, by, detailRoom, sourceRoom), hitBlocks(Hit{Brief: s.Articles[0]}, by.by))
	if err := Check(blocks); err != nil {
		t.Error(err)
	}
	data, err := json.Marshal(blocks)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(data); strings.Contains(got, "source)") || strings.Contains(got, "()") || !strings.Contains(got, "Port of Halvik burns") {
		t.Error(got)
	}
}

// Any number of disagreements, with addresses of any length, leaves a story
// that fits.
func TestStoryManyDifferences(t *testing.T) {
	s := digest.Story{Headline: "Flood"}
	for i := range 30 {
		d := digest.Disagreement{What: "killed"}
		for j := range 30 {
			p := digest.StoryPoint{KeyPoint: digest.KeyPoint{Text: strings.Repeat("9", 200)}, Source: fmt.Sprint("Source ", i, j), URL: "https://x.example/" + strings.Repeat("y", 1500)}
			d.Figures = append(d.Figures, digest.Figure{StoryPoint: p, End: 200})
		}
		s.Disagreements = append(s.Disagreements, d)
	}
	if err := Check(storyBlocks(s, standing{by: render.Reader{Zone: time.UTC}})); err != nil {
		t.Error(err)
	}
}

// TestLock shows at the headline and at the source that an article is for
// subscribers.
func TestLock(t *testing.T) {
	s := digest.Story{Headline: "Ferries sail again", Articles: []digest.Brief{{Title: "Ferries", Source: "Harbour Post", URL: "https://a.example/1", Paywalled: true}}}
	for what, got := range map[string]any{"headline": heading(s), "sources": sourceLinks(s, sourceRoom, render.Reader{}), "hit": articleTitle(s.Articles[0])} {
		if b, err := json.Marshal(got); err != nil || !strings.Contains(string(b), "🔒") {
			t.Errorf("%s: %s %v, want a lock", what, b, err)
		}
	}
}

// A source whose address is too long leaves room for those behind it.
func TestSourceWithLongAddress(t *testing.T) {
	s := digest.Story{Articles: []digest.Brief{
		{Source: "Wire", URL: "https://wire.example/1"},
		{Source: "Courier", URL: "https://courier.example/" + strings.Repeat("a", sourceRoom)},
		{Source: "Post", URL: "https://post.example/1"},
	}}
	got := fallbackText(one(rich(section(sourceLinks(s, sourceRoom, render.Reader{})...))))
	if want := "Sources Wire · Post and 1 more"; got != want {
		t.Errorf("sources are %q, want %q", got, want)
	}
}
