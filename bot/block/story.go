package block

import (
	"cmp"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"newsbot/digest"
	"newsbot/digest/render"
)

// How long the parts of a story are at most, in code points. They are for the
// reader; Slack would take more.
const (
	maxHeadline = 200
	maxPoint    = 500

	maxIntroductions = 300
	maxSource        = 40
	maxPoints        = 3 // key points in the channel's message
	maxSources       = 4 // sources in the channel's message
)

// differRoom is the most that the numbers on which a story's sources differ may
// take.
const differRoom = 1_500

// storyRoom is the most that the key points of a story may take, texts and
// addresses together, so that any one story fits into the channel's message.
const storyRoom = 4_000

// linkRoom is the most that the links to the sources of a story may take in the channel's
// message.
const linkRoom = 600

// storyBlocks shows a story in the channel: its linked headline with its key
// points, then a line with its sources, linked where nothing else leads to them, and when
// it was last reported.
func storyBlocks(s digest.Story, st standing) []slack.Block {
	parts := []slack.RichTextElement{heading(s)}
	if items := points(s.Points, maxPoints, storyRoom); len(items) > 0 {
		parts = append(parts, bullets(items))
	}
	parts = append(parts, differences(s.Disagreements)...)
	names := sourceNames(s.Sources)
	if links := sourceLinks(s, linkRoom, st.by); st.links && links != nil {
		parts, names = append(parts, section(links...)), ""
	}
	return append([]slack.Block{rich(parts...)}, st.blocks(s, names)...)
}

// standing is how the line below a story is laid out.
type standing struct {
	by    render.Reader
	menu  []Button // what can be done about the story; may be nil
	id    int      // of the menu, unique in the message
	links bool     // its sources are linked
}

// blocks says how a story is new to its readers, who tells it, and when it was
// last reported, as far as that is known: in small print or, since a menu cannot
// stand there, in a section with the menu beside it.
func (st standing) blocks(s digest.Story, sources string) []slack.Block {
	var known []string
	for _, part := range []string{render.Mark(s), sources} {
		if part != "" {
			known = append(known, part)
		}
	}
	when := reported(s.To, st.by)
	if len(st.menu) > 0 {
		return []slack.Block{st.section(strings.Join(known, " · "), when)}
	}
	var line []slack.MixedElement
	for _, part := range known {
		line = append(line, plainText(part))
	}
	if when != nil {
		line = append(line, when)
	}
	if len(line) == 0 {
		return nil
	}
	return []slack.Block{slack.NewContextBlock("", line...)}
}

func (st standing) section(known string, when *slack.TextBlockObject) slack.Block {
	var fields []*slack.TextBlockObject
	if when != nil {
		fields = append(fields, when)
	}
	menu := overflow(st.menu, st.id)
	return slack.NewSectionBlock(label(cmp.Or(known, unnamed), MaxField), fields, slack.NewAccessory(menu))
}

// unnamed stands where Slack takes no line without a text, and no source is known.
const unnamed = "From a source without a name"

// differences shows numbers that sources give differently, side by side, each
// with a link to its source, as far as they fit into differRoom.
func differences(list []digest.Disagreement) []slack.RichTextElement {
	var out []slack.RichTextElement
	room := differRoom
	for _, d := range list {
		line := []slack.RichTextSectionElement{span(render.Differ(d)+": ", nil)}
		each := room / (2 * max(1, len(d.Figures)))
		for i, f := range d.Figures {
			number := clip(f.Number(), maxSource)
			marks, needed := figureMarks(f, each)
			if room -= len(number) + needed; room < 0 {
				return out
			}
			if i > 0 {
				line = append(line, span(" · ", nil))
			}
			line = append(append(line, span(number+" ", nil)), marks...)
		}
		out = append(out, section(line...))
	}
	return out
}

// figureMarks are the marks of the sources that give a figure, and how many bytes they take: of those
// behind the first as many as fit into room.
func figureMarks(f digest.Figure, room int) (marks []slack.RichTextSectionElement, needed int) {
	for i, p := range f.Points() {
		mark := sourceMark(p)
		if mark == "" || i > 0 && needed+len(mark)+len(link(p.URL))+1 > room {
			continue
		}
		if len(marks) > 0 {
			marks = append(marks, span(" ", nil))
		}
		marks = append(marks, linked(mark, p.URL, nil))
		needed += len(mark) + len(link(p.URL)) + 1
	}
	return marks, needed
}

// heading is a story's headline, linked to the article that it is from, with a
// lock if only subscribers can read that.
func heading(s digest.Story) slack.RichTextElement {
	parts := []slack.RichTextSectionElement{linked(headline(s), s.URL, bold)}
	if len(s.Articles) > 0 && s.Articles[0].Paywalled {
		parts = append(parts, span(render.Lock(s.Articles[0]), nil))
	}
	return section(parts...)
}

func headline(s digest.Story) string {
	return clip(render.Headline(s), maxHeadline)
}

// points lists the first max points as far as they fit into room.
func points(list []digest.StoryPoint, max, room int) []slack.RichTextElement {
	var items []slack.RichTextElement
	for _, p := range list {
		text, who, mark := clip(render.Point(p.KeyPoint), maxPoint), introductions(p.KeyPoint), sourceMark(p)
		if text == "" {
			continue
		}
		room -= utf8.RuneCountInString(text+who+mark) + len(link(p.URL)) + 1
		if len(items) == max || room < 0 {
			break
		}
		parts := []slack.RichTextSectionElement{span(text+" ", nil)}
		if who != "" {
			parts = append(parts, span(who, italic), span(" ", nil))
		}
		if mark != "" {
			parts = append(parts, linked(mark, p.URL, nil))
		}
		items = append(items, section(parts...))
	}
	return items
}

// introductions tells who those are whom a point names by a surname alone.
func introductions(p digest.KeyPoint) string { return clip(render.Introductions(p), maxIntroductions) }

// sourceMark names the source of a point behind it, "(Harbour Post)"; "" where it is not
// known.
func sourceMark(p digest.StoryPoint) string {
	if name := sourceName(p.Source, p.URL); name != "" {
		return "(" + name + ")"
	}
	return ""
}

// sourceName names a source by which a reader knows it: its name, else the
// host of its address, else "".
func sourceName(name, address string) string {
	return cmp.Or(clip(name, maxSource), clip(digest.Host(link(address)), maxSource))
}

// sourceNames lists sources: "Harbour Post · Tidewater Times · 3 more".
func sourceNames(names []string) string {
	var shown []string
	for _, name := range names {
		if name = clip(name, maxSource); name != "" {
			shown = append(shown, name)
		}
	}
	if more := len(shown) - maxSources; more > 1 {
		shown = append(shown[:maxSources], fmt.Sprintf("%d more", more))
	}
	return strings.Join(shown, " · ")
}

// reported says when a story was last reported, nil where that is not known.
// Slack writes it in each reader's zone, as "Today at 6:30 AM": "2 h ago" would
// be wrong for whoever reads the message later.
func reported(t time.Time, by render.Reader) *slack.TextBlockObject {
	if y := t.Year(); t.IsZero() || y < 1970 || y > 9999 {
		return nil
	}
	text := fmt.Sprintf("<!date^%d^{date_short_pretty} at {time}|%s>",
		t.Unix(), by.Full(t)+render.Local(t, by.Zone).Format(" MST"))
	return slack.NewTextBlockObject(slack.MarkdownType, text, false, false)
}
