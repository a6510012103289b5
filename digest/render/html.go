package render

import (
	"io"
	"strconv"

	"newsbot/digest"
)

// How much of a digest a page shows; JSON has all of it.
const (
	pageStories = 200 // in all
	pageSources = 30  // articles of a story
	storyNames  = 6   // entities of a story
)

// HTML writes the digest as one page that stands by itself: it holds its
// style, runs no script and loads nothing, which its content security policy
// also says to the browser.
func HTML(w io.Writer, d digest.Digest, o HTMLOptions) error {
	return writePage(w, "digest.html", newPageView(d, o))
}

// pageView is what the template of a digest's page reads; all its texts are
// inert and all its addresses come from Link.
type pageView struct {
	headView
	Edition, Date, Context, Window string
	Stories, Also                  []storyView
	None, More                     string
	Names                          []nameView
}

type storyView struct {
	Anchor                            string
	Number                            int
	Headline, URL, Meta, Mark, Voices string
	pointsView
	Tags    []tagView
	Count   string
	Sources []sourceView
	More    string
}

func newPageView(d digest.Digest, o HTMLOptions) pageView {
	date := Date(d.Day(), d.Zone)
	v := pageView{
		headView: newHeadView(dotted(Edition(d), date)),
		Edition:  Edition(d), Date: date,
		Context: dotted(counts(d), LeftOut(d)), Window: Window(d), None: noStories(d),
	}
	for i, s := range d.Stories[:min(pageStories, len(d.Stories))] {
		story := newStoryView(i+1, s, d, o)
		if i < topStories {
			v.Stories = append(v.Stories, story)
		} else {
			story.Mark = briefMark(s)
			v.Also = append(v.Also, story)
		}
	}
	v.More = more(len(d.Stories)-pageStories, "story", "stories")
	v.Names = names(d.Entities)
	return v
}

func newStoryView(n int, s digest.Story, d digest.Digest, o HTMLOptions) storyView {
	v := storyView{
		Anchor: "story-" + strconv.Itoa(n), Number: n,
		Headline: Headline(s), URL: Link(s.URL),
		Meta: meta(s, o.Now, d.Zone), Mark: Mark(s), Voices: Inert(voices(s)),
		pointsView: newPointsView(s, s.Points),
		Tags:       tags(s.Entities[:min(storyNames, len(s.Entities))], storyNames),
		More:       more(len(s.Articles)-pageSources, "article", "articles"),
	}
	if len(s.Articles) < 2 {
		return v // its headline leads there already
	}
	v.Count = "All " + Number(len(s.Articles)) + " articles"
	for _, a := range s.Articles[:min(pageSources, len(s.Articles))] {
		v.Sources = append(v.Sources, newSourceView(a, d, o))
	}
	return v
}

func newSourceView(a digest.Brief, d digest.Digest, o HTMLOptions) sourceView {
	return newTimedView(a, a.Published, When(a.Published, o.Now, d.Zone))
}

func more(n int, one, many string) string {
	if n <= 0 {
		return ""
	}
	return "and " + Plural(n, "more "+one, "more "+many)
}
