package block

import (
	"github.com/slack-go/slack"

	"newsbot/digest"
	"newsbot/digest/render"
)

// What the parts of an answer about one story may take.
const (
	storyPointRoom  = 3_500
	storySourceRoom = 1_500
)

// Stories lists stories in the form of a digest, the first of them at least.
func Stories(title, note string, stories []digest.Story, by render.Reader, foot Foot) Message {
	var s sheet
	s.head(title, note)
	shown := 0
	for shown < len(stories) && s.add(storyBlocks(stories[shown], standing{by: by})...) {
		shown++
	}
	return s.message(foot(shown))
}

// Story tells all that is known of one story, above rows.
func Story(story digest.Story, by render.Reader, rows ...Row) Message {
	var s sheet
	s.add(storyDetails(story, standing{by: by}, storyPointRoom, storySourceRoom)...)
	return s.message(rows)
}

// storyDetails shows a story with every point and every source, as far as they
// fit into their rooms.
func storyDetails(s digest.Story, st standing, pointRoom, sourceRoom int) []slack.Block {
	told := s.Details
	if len(told) == 0 {
		told = s.Points
	}
	parts := []slack.RichTextElement{heading(s)}
	if items := points(told, len(told), pointRoom); len(items) > 0 {
		parts = append(parts, bullets(items))
	}
	parts = append(parts, differences(s.Disagreements)...)
	if names := sourceLinks(s, sourceRoom, st.by); names != nil {
		parts = append(parts, section(names...))
	}
	return append([]slack.Block{rich(parts...)}, st.blocks(s, "")...)
}
