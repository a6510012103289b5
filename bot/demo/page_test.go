package demo

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"newsbot/digest"
)

const lastMessage = "#messages > .message:last-child"

// TestPage is a person's first minutes: every deed has its answer on the page,
// without an error on the console or a request to another host.
func TestPage(t *testing.T) {
	d, address := open(t, some())
	p := visit(t, address, 1280)
	p.see("#intro", "/news about NAME")

	p.say("/news")
	p.see(lastMessage, "Ferry Albatros runs aground off Skarn")
	p.see(lastMessage, "Only visible to you")
	p.say("/news about Ines Calder")
	p.see(lastMessage, "person")
	p.click(lastMessage+" button", "All 2 articles")
	p.see(lastMessage, "2 articles for")
	p.click(lastMessage+" button", "Share to channel")
	p.see(lastMessage, "Shared by @Ann")

	p.click(lastMessage+" .tool", "Reply in thread")
	p.see("#aside", "Thread")
	p.is(`document.querySelector("#reply").focus()`)
	p.press("Thank you")
	p.click("#aside-compose button", "Send")
	p.see("#aside-scroll .message:last-child", "Thank you")
	p.see(lastMessage+" .replies", "1 reply")
	p.press(kb.Escape)
	p.await(`document.querySelector("#aside").hidden`)

	p.click(lastMessage+" .tool", "JSON")
	p.see("#aside-scroll", `"type": "header"`)
	p.click("#aside-close", "")

	p.click(`nav button[data-channel^="D"]`, "newsbot")
	p.say("about Ellin")
	p.see(lastMessage, "Ellin")
	p.click("nav button", "newsbot Home")
	p.see("#messages .home", "The last 24 hours")
	p.click("#messages .home button", "Trends")
	p.see("#modal[open]", "News")
	p.click("#modal button", "Close")
	p.await(`!document.querySelector("#modal").open`)

	p.click("nav button", "#general") // which has no digest yet
	p.say("/news subscribe")
	p.await(`document.querySelector("#modal").open && document.querySelector("#modal .block-input")`)
	p.click("#modal .button.primary", "")
	p.await(`!document.querySelector("#modal").open`)
	p.see(lastMessage, "newsbot")
	if _, open := d.workspace.Modal(people[0].ID); open {
		t.Error("the page has closed a modal that stands")
	}
}

// TestModalBegins: a modal that is opened anew holds nothing of one before.
func TestModalBegins(t *testing.T) {
	_, address := open(t, some())
	p := visit(t, address, 1280)
	const name = `document.querySelector("#modal[open] [data-action=name]")`
	p.say("/news subscribe")
	p.await(name)
	p.is(name + `.value = "Draft"`)
	p.press(kb.Escape)
	p.await(`!document.querySelector("#modal").open`)
	p.say("/news subscribe")
	p.await(name)
	p.await(name + `.value === ""`)
}

// TestKeyboard: the field completes commands, and Enter sends them.
func TestKeyboard(t *testing.T) {
	_, address := open(t, some())
	p := visit(t, address, 1280)
	p.press(kb.Tab)
	p.await(`document.activeElement.id === "skip"`) // the way past the navigation
	p.is(`document.activeElement.click()`)
	p.await(`document.activeElement.id === "text"`)
	p.press("/news tr")
	p.see("#text-list", "/news trends")
	p.press(kb.ArrowDown)
	p.await(`document.querySelector("#text").getAttribute("aria-activedescendant") === "text-0"`)
	p.press(kb.Tab)
	p.await(`document.querySelector("#text").value === "/news trends " && document.querySelector("#text-list").hidden`)
	p.press("7d" + kb.Enter)
	p.see(lastMessage, "newsbot")
	p.await(`document.querySelector("#live").textContent.includes("newsbot")`)
	p.is(`document.querySelector("#text").focus()`)
	p.press("/nosuch" + kb.Enter)
	p.see("#toast:popover-open", "/nosuch is no command")
	p.await(`document.querySelector("#text").value.includes("/nosuch")`)

	p.is(`document.querySelector("#post").focus()`)
	p.press(kb.Enter)
	p.see(lastMessage, "Ferry Albatros")
	p.await(`!document.querySelector("#post").disabled`)
	p.is(`document.querySelector("` + lastMessage + ` [data-tool=reply]").focus()`)
	p.press(kb.Enter)
	p.await(`document.activeElement.id === "aside-close"`)
	p.press(kb.Escape)
	p.await(`document.activeElement.dataset.tool === "reply"`)
}

// TestDigests: the next morning's digest tells what is new, and so does that of
// somebody who subscribed in the modal.
func TestDigests(t *testing.T) {
	_, address := open(t, some())
	p := visit(t, address, 1280)
	p.click("#post", "Post")
	p.see(lastMessage, "Ferry Albatros runs aground off Skarn")
	p.await(`!document.querySelector("#post").disabled`)
	p.say("/news subscribe")
	p.await(`document.querySelector("#modal[open] [data-action=time]")`)
	p.is(`document.querySelector("#modal [data-action=time]").value = "08:35"`)
	p.is(`document.querySelector("#modal [data-action=topics]").value = "nothing of the kind"`)
	p.is(`document.querySelector("#modal [data-action=name]").value = "Rarities"`)
	p.click("#modal .button.primary", "")
	p.see(lastMessage, "This channel gets “Rarities”")
	p.click("#next", "Next")
	p.see(lastMessage, "deep water at dawn")
	p.await(`!document.querySelector("#post").disabled`)
	if text := p.text(lastMessage); strings.Contains(text, "new library") {
		t.Errorf("the second digest tells again what the first told:\n%s", text)
	}
	p.click("#clock", "")
	p.is(`document.querySelector("#to").value = "2026-11-25T09:00"`)
	p.click("#move button", "Move")
	p.see(lastMessage, "Rarities · Wed Nov 25, 2026")
	p.see("#time", "9:00")
}

// TestWatch: what somebody watches comes to them alone.
func TestWatch(t *testing.T) {
	_, address := open(t, some())
	p := visit(t, address, 1280)
	p.say("/news watch Albatros")
	p.see(lastMessage, "Your watches")
	p.click("#next", "Next")
	p.see(`nav button[data-channel^="D"] .count`, "new")
	p.click(`nav button[data-channel^="D"]`, "")
	p.see(lastMessage, "Ferry Albatros")
}

// TestCopy: the Block Kit Builder gets the blocks as the bot has posted them.
func TestCopy(t *testing.T) {
	d, address := open(t, some())
	p := visit(t, address, 1280)
	p.is(`Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => (window.copied = text) } })`)
	p.click("#post", "Post")
	p.click(lastMessage+" .tool", "JSON")
	p.click("#copy", "Copy")
	p.see("#toast:popover-open", "Copied")
	raw, err := chromedp.Run(p.ctx, chromedp.Evaluate[string]("window.copied"))
	if err != nil {
		t.Fatal(err)
	}
	var copied, posted struct{ Blocks any }
	if err := json.Unmarshal([]byte(raw), &copied); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(d.workspace.Messages(newsChannel)[0].Blocks, &posted.Blocks); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(copied, posted) {
		t.Errorf("copied\n%s\nposted\n%v", raw, posted.Blocks)
	}
	p.await(`JSON.stringify(JSON.parse(decodeURIComponent(document.querySelector("#aside-scroll a").hash.slice(1)))) === JSON.stringify(JSON.parse(window.copied))`)
}

// TestArticle: a made-up article has a page, to which its headline leads.
func TestArticle(t *testing.T) {
	_, address := openWith(t, sample(t))
	p := visit(t, address, 390)
	p.await(`document.querySelector("` + lastMessage + ` a").href.startsWith(location.origin + "/articles/")`)
	p.is(`location.assign(document.querySelector("` + lastMessage + ` a").href)`)
	p.see("h1", "Esbjerg")
	p.see("article", "Storm Hedda")
	p.await(`getComputedStyle(document.body).maxWidth !== "none"`) // the style is loaded
}

// TestHostile: what foreign texts hold is shown and does nothing.
func TestHostile(t *testing.T) {
	titles := []string{
		`<img src=x onerror=alert(1)> "><script>alert(2)</script>`,
		`<!channel> <https://evil.example|our bank> *bold* :tada:`,
		`</textarea></template><svg onload=alert(3)> javascript:alert(4)`,
	}
	var articles []digest.Article
	for i, title := range titles {
		a := article(float64(i+1), title, title, title+" Mayor Tomas Brandt of Ellin said so on Monday in the town hall of Ellin. The council agreed with him.")
		a.URL = []string{"javascript:alert(5)", "https://news.example/?a=<b>", "data:text/html,<script>alert(6)</script>"}[i]
		articles = append(articles, a)
	}
	_, address := open(t, articles)
	p := visit(t, address, 390)
	p.is(`window.alert = () => console.error("a text has run")`)
	p.say("/news")
	p.see(lastMessage, "<img src=x onerror=alert(1)>")
	p.say("/news " + titles[0])
	p.await(`document.querySelectorAll("#messages > .message").length === 2`)
	p.say(titles[1])
	p.see(lastMessage, "<!channel>")
	p.click("#post", "Post")
	p.await(`document.querySelectorAll("#messages > .message").length === 4 && !document.querySelector("#post").disabled`)
	for _, wrong := range []string{"#messages img", "#messages script", "#messages svg", `a[href^="javascript:"]`, `a[href^="data:"]`} {
		if p.is("document.querySelector('" + strings.ReplaceAll(wrong, "'", `\'`) + "')") {
			t.Errorf("the page has a %s", wrong)
		}
	}
	if p.is(`[...document.querySelectorAll("a[target]")].some((a) => !a.rel.includes("noopener"))`) {
		t.Error("a link lets its page reach this one")
	}
}
