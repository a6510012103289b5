package blockhtml

import (
	_ "embed"
	"html/template"
	"io"

	"newsbot/bot/block"
	"newsbot/digest/render"
)

// CSS is the style of what is drawn.
//
//go:embed blocks.css
var CSS string

var (
	//go:embed page.css
	pageCSS string
	//go:embed page.html
	pageHTML string

	pageTemplate = render.Pages(pageHTML)
)

// Page writes a message with the replies of its thread as a page that stands by
// itself: it holds its style, runs no script and loads nothing, which its content
// security policy also says to the browser.
func Page(w io.Writer, title string, messages []block.Message, o Options) error {
	view := struct {
		render.PageHead
		Message template.HTML
		Replies []template.HTML
	}{PageHead: render.NewPageHead(title, CSS+pageCSS)}
	for i, m := range messages {
		if i == 0 {
			o.Level = 1
			view.Message = Message(m.Text, m.Blocks, o)
			continue
		}
		o.Level = 3
		view.Replies = append(view.Replies, Message(m.Text, m.Blocks, o))
	}
	return render.WritePage(w, pageTemplate, "page", view)
}
