package blockhtml

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"

	"newsbot/bot/block"
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

	pageTemplate = template.Must(template.New("page").Parse(pageHTML))
)

// Page writes a message with the replies of its thread as a page that stands by
// itself: it holds its style, runs no script and loads nothing, which its content
// security policy also says to the browser.
func Page(w io.Writer, title string, messages []block.Message, o Options) error {
	style := CSS + pageCSS
	view := struct {
		Policy, Title string
		Style         template.CSS
		Message       template.HTML
		Replies       []template.HTML
	}{Policy: policy(style), Title: title, Style: template.CSS(style)}
	for i, m := range messages {
		if i == 0 {
			o.Level = 1
			view.Message = Message(m.Text, m.Blocks, o)
			continue
		}
		o.Level = 3
		view.Replies = append(view.Replies, Message(m.Text, m.Blocks, o))
	}
	var b bytes.Buffer
	if err := pageTemplate.Execute(&b, view); err != nil {
		return fmt.Errorf("lay out page: %w", err)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	return nil
}

// policy allows the page's own style and nothing else.
func policy(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; img-src data:; base-uri 'none'; form-action 'none'"
}
