package block

import (
	"cmp"

	"github.com/slack-go/slack"

	"newsbot/digest"
	"newsbot/digest/render"
)

// Hit is an article that was found, with the sentence that shows why.
type Hit struct {
	digest.Brief
	Snippet   string
	Corrected bool // its outlet has corrected it by another that was found
}

// Hits lists articles, the first of them at least.
func Hits(title, note string, hits []Hit, by render.Reader, foot Foot) Message {
	var s sheet
	s.head(title, note)
	shown := 0
	for shown < len(hits) && s.add(hitBlocks(hits[shown], by)...) {
		shown++
	}
	return s.message(foot(shown))
}

// hitBlocks shows an article: its linked title, a sentence of it, its source,
// when it was published, and whether it is corrected.
func hitBlocks(h Hit, by render.Reader) []slack.Block {
	parts := []slack.RichTextElement{section(linked(articleTitle(h.Brief), h.URL, bold))}
	if text := clip(h.Snippet, maxPoint); text != "" {
		parts = append(parts, bullets([]slack.RichTextElement{section(span(text, nil))}))
	}
	line := []slack.MixedElement{plainText(cmp.Or(sourceName(h.Source, h.URL), unnamed))}
	if when := reported(h.Time(), by); when != nil {
		line = append(line, when)
	}
	if h.Corrected {
		line = append(line, plainText(render.CorrectedSince))
	}
	return []slack.Block{rich(parts...), slack.NewContextBlock("", line...)}
}

func articleTitle(a digest.Brief) string {
	return clip(render.Title(a), maxHeadline) + render.Lock(a)
}
