package block

import (
	"cmp"
	"fmt"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"newsbot/digest"
	"newsbot/digest/render"
)

// What the parts of a reply may take, texts and addresses together.
const (
	detailRoom = 5_000 // key points
	sourceRoom = 2_000 // sources
	listRoom   = 7_000 // headlines of the reply that lists the rest
)

// replies is the thread: a reply for each story, then one that lists those for
// which there was no reply left.
func replies(d digest.Digest, o Options, stories []digest.Story) []Message {
	n := min(o.Replies, len(stories))
	var out []Message
	for _, s := range stories[:n] {
		out = append(out, reply(s, standing{by: o.reader(d), menu: o.menu(s)}))
	}
	if n < len(stories) {
		out = append(out, rest(stories[n:], o.reader(d)))
	}
	return out
}

// reply shows all that is known of a story.
func reply(s digest.Story, st standing) Message {
	return Message{Text: Escape(headline(s)), Blocks: storyDetails(s, st, detailRoom, sourceRoom)}
}

// sourceLinks names every source of a story once, each linked to the first of
// its articles, as far as they fit into room. Where the source of an article is not known
// its title is named.
func sourceLinks(s digest.Story, room int, by render.Reader) []slack.RichTextSectionElement {
	const separator = " · "
	var out []slack.RichTextSectionElement
	seen := make(map[string]bool)
	left := 0
	for _, a := range s.Articles {
		name := cmp.Or(sourceName(a.Source, a.URL), clip(render.Title(a), maxSource))
		if seen[name] {
			continue
		}
		seen[name] = true
		name += render.Lock(a)
		length := utf8.RuneCountInString(name) + len(link(a.URL)) + len(separator)
		if length > room {
			left++
			continue
		}
		room -= length
		if len(out) > 0 {
			out = append(out, span(separator, nil))
		}
		out = append(out, linked(name, a.URL, nil))
	}
	if out != nil {
		out = append([]slack.RichTextSectionElement{span("Sources  ", bold)}, out...)
	}
	if left > 0 {
		out = append(out, span(fmt.Sprintf(" and %s more", by.Number(left)), nil))
	}
	return out
}

// rest lists stories by their headlines, as far as they fit, and counts the
// others.
func rest(stories []digest.Story, by render.Reader) Message {
	title := by.Plural(len(stories), "more story", "more stories")
	var items []slack.RichTextElement
	room, shown := listRoom, 0
	for _, s := range stories {
		if room -= utf8.RuneCountInString(headline(s)) + len(link(s.URL)); room < 0 {
			break
		}
		items = append(items, section(linked(headline(s), s.URL, nil)))
		shown++
	}
	parts := []slack.RichTextElement{section(span(title, bold)), bullets(items)}
	if left := len(stories) - shown; left > 0 {
		parts = append(parts, section(span("and "+by.Number(left)+" more", nil)))
	}
	return Message{Text: title, Blocks: []slack.Block{rich(parts...)}}
}
