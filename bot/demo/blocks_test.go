package demo

import (
	"context"
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/bot/command"
)

// puppet is an Answerer that shows every kind of block, and tells what is used.
type puppet struct {
	t      *testing.T
	clicks chan command.Click
}

func (p puppet) blocks(name string) slack.Blocks {
	raw, err := os.ReadFile("../blockhtml/testdata/" + name + ".json")
	if err != nil {
		p.t.Error(err)
	}
	var blocks slack.Blocks
	if err := json.Unmarshal(raw, &blocks); err != nil {
		p.t.Errorf("%s: %v", name, err)
	}
	return blocks
}

func (p puppet) Command(context.Context, command.Request) command.Reply {
	return command.Reply{Public: true, Message: block.Message{Text: "all blocks", Blocks: p.blocks("message").BlockSet}}
}

func (p puppet) Click(_ context.Context, c command.Click) command.Reply {
	p.clicks <- c
	if c.Action != "open" {
		return command.Reply{}
	}
	text := func(s string) *slack.TextBlockObject { return slack.NewTextBlockObject("plain_text", s, false, false) }
	return command.Reply{Modal: &slack.ModalViewRequest{
		CallbackID: "form", Title: text("A form"), Submit: text("Save"), Close: text("Cancel"), Blocks: p.blocks("modal")}}
}

// click returns the next use of an element.
func (p puppet) click() command.Click {
	p.t.Helper()
	select {
	case c := <-p.clicks:
		return c
	case <-time.After(patience):
		p.t.Fatal("nothing was used")
		return command.Click{}
	}
}

func (p puppet) Home(context.Context, command.Asker) []slack.Block { return nil }

// TestBlocks draws what Block Kit has, and uses each of its elements.
func TestBlocks(t *testing.T) {
	d, address := open(t, nil)
	puppet := puppet{t, make(chan command.Click, 9)}
	d.app.Open(puppet, d.store)
	p := visit(t, address, 1280)
	p.say("/news")
	p.see(lastMessage, "Everything at once")
	for selector, text := range map[string]string{
		"strong": "bold", "em": "slanted", "s": "gone", "code": "code <b>", "pre": "two\nlines", "blockquote": "a quotation & more",
		"time": "2026", ".mention": "@Ann", `a[href="https://news.example/?a=1&b=2"]`: "a | link", ".fields": "second field",
		".block-context": "🎉", "ul": "first",
	} {
		p.await(`[...document.querySelectorAll("` + lastMessage + ` .blocks ` + quoted(selector) + `")].some((e) => e.innerText.includes(` + inJS(text) + `))`)
	}
	if p.is(`document.querySelector("#messages .unknown")`) {
		t.Errorf("not drawn: %s", p.text("#messages .unknown"))
	}

	used := func(action, value string) {
		t.Helper()
		if c := puppet.click(); c.Action != action || c.Value != value {
			t.Errorf("used %s %q, want %s %q", c.Action, c.Value, action, value)
		}
	}
	p.click(`.button.danger`, "Delete")
	p.see("#confirm", "Really?")
	p.click("#confirm .button", "No")
	p.click(`.button.danger`, "Delete")
	p.click("#confirm .button", "Yes")
	used("delete", "17")
	p.click(`.overflow > .button`, "⋯")
	p.press(kb.ArrowDown + kb.Enter)
	used("more", "b")
	p.pick("select[data-action-id=pick]", 2)
	used("pick", "y")

	p.click(`#messages .button`, "Open")
	used("open", "1")
	p.see("#modal[open]", "A form")
	p.click("#modal .button", "Save")
	p.see("#modal .wrong", "Please fill this in.")
	p.is(`document.querySelector('[data-action="name"]').value = "Morning"`)
	p.click("#modal .button", "Save")
	c := puppet.click()
	want := map[string]string{"name": "Morning", "channel": newsChannel, "at": "08:30", "days": "mon,tue", "size": "short"}
	for id, value := range want {
		if c.Inputs[id] != value {
			t.Errorf("the modal was sent with %s = %q, want %q", id, c.Inputs[id], value)
		}
	}
	p.await(`!document.querySelector("#modal").open`)
}

func inJS(s string) string {
	raw, _ := json.Marshal(s) // text can be encoded
	return string(raw)
}

// quoted is a selector inside quotes of JavaScript.
func quoted(selector string) string {
	q := inJS(selector)
	return q[1 : len(q)-1]
}
