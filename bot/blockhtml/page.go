package blockhtml

import (
	_ "embed"
	"io"

	"newsbot/bot/block"
	"newsbot/digest/dom"
	"newsbot/digest/render"
)

var (
	// CSS is the style of what is drawn.
	//
	//go:embed blocks.css
	CSS string
	//go:embed page.css
	pageCSS string
)

// Page writes a message with the replies of its thread as a page that stands by
// itself: it holds its style, runs no script and loads nothing, which its content
// security policy also says to the browser.
func Page(w io.Writer, title string, messages []block.Message, o Options) error {
	var message *dom.Node
	thread := []*dom.Node{dom.El("h2", dom.At{"id", "more"}, dom.Text("More stories"))}
	for i, m := range messages {
		if i == 0 {
			o.Level = 1
			message = dom.Block("article", dom.At{"class", "blocks"}, o.message(m.Text, m.Blocks)...)
			continue
		}
		o.Level = 3
		thread = append(thread, dom.Block("article", dom.At{"class", "blocks reply"}, o.message(m.Text, m.Blocks)...))
	}
	var replies *dom.Node
	if len(thread) > 1 {
		replies = dom.Block("section", dom.At{"aria-labelledby", "more"}, thread...)
	}
	return render.WritePage(w, title, CSS+pageCSS, dom.Block("main", nil, message, replies))
}
