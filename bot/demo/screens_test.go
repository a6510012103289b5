package demo

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	_ "image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"newsbot/digest"
	"newsbot/digest/feed"
)

var screens = flag.String("screens", "", "folder to which TestScreens writes what the page looks like")

var update = flag.Bool("update", false, "draw the picture in README.md anew")

// maxPicture is how many bytes the README's picture may have.
const maxPicture = 300_000

// TestPicture draws the picture with which README.md begins: the digest of the
// second day.
func TestPicture(t *testing.T) {
	if *update {
		_, address := openWith(t, sample(t))
		p := visit(t, address, 1120)
		p.look("light")
		p.await(`document.querySelectorAll("#messages > .message").length === 9`)
		p.do(chromedp.EmulateViewport(1120, 720))
		p.is(`document.querySelector("` + lastMessage + `").scrollIntoView()`)
		p.is(`document.activeElement.blur()`)
		p.save("screenshot.png")
	}
	picture, err := os.Stat("screenshot.png")
	if err != nil || picture.Size() > maxPicture {
		t.Errorf("screenshot.png: %v, want one of %d bytes at most; draw it with -update", err, maxPicture)
	}
}

// TestScreens shows every command at the widths of a phone and a desk, light and
// dark, for a person to look at.
func TestScreens(t *testing.T) {
	if *screens == "" {
		t.Skip("-screens names no folder")
	}
	for _, width := range []int64{375, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			t.Run(fmt.Sprint(width, scheme), func(t *testing.T) {
				_, address := openWith(t, sample(t))
				p := visit(t, address, width)
				p.look(scheme)
				p.tour(func(name string) {
					p.save(filepath.Join(*screens, fmt.Sprintf("%s-%d-%s.png", name, width, scheme)))
				})
			})
		}
	}
}

// look sets the colour scheme that the reader prefers.
func (p *tab) look(scheme string) {
	p.Helper()
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
	if err != nil {
		p.Fatal(err)
	}
}

// save writes what the window shows.
func (p *tab) save(name string) {
	p.Helper()
	picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.Fatal(err)
	}
	if _, _, err := image.DecodeConfig(bytes.NewReader(picture)); err != nil {
		p.Fatalf("%s is no picture: %v", name, err)
	}
	if err := os.WriteFile(name, picture, 0o644); err != nil {
		p.Fatal(err)
	}
}

// tour visits everything and calls show at each stop.
func (p *tab) tour(show func(name string)) {
	p.Helper()
	p.await(`document.querySelectorAll("#messages > .message").length === 9`)
	show("opened")
	p.click("nav button", "#general")
	show("intro")
	p.is(`document.querySelector("#text").focus()`)
	p.press("/ne")
	p.see(".completion", "/news trends")
	show("completion")
	p.is(`document.querySelector("#text").value = ""`)
	article := p.address + shelf + "harbour-courier.example/2026/11/23/esbjerg-gap-closed"
	for i, c := range []struct{ name, line, want string }{
		{"top", "/news", "Top stories"}, {"about", "/news about Esbjerg", "Esbjerg"}, {"search", "/news search storm since:7d", "articles for"},
		{"trends", "/news trends", "Compared with"}, {"summarize", "/news summarize " + article, "Engineers closed"}, {"story", "", "Named in it"},
		{"week", "/news last week", "stories"}, {"help", "/news help", "How to ask"}, {"words", "/news sea wall", "sea wall"}, {"misuse", "/news trends 9y", "not a length of time"},
		{"yesterday", "/news yesterday", "Top stories"}, {"choice", "/news about Emergency", "No name in the news"},
		{"sources", "/news sources", "4 sources"}, {"source-test", "/news sources test Meridian Wire", "It can be read"},
		{"source-remove", "/news sources remove Meridian Wire", "Remove “Meridian Wire”"},
		{"subscribe", "/news subscribe #news weekdays 08:30 Berlin ferries, storms -football top:5", "“News digest: ferries, storms” comes to"},
		{"accepted", "/news subscribe weekdays 08:30 Berlin ferries, storms -football top:5", "This channel gets"},
		{"subscriptions", "/news subscriptions", "Digests of this channel"}, {"preview", "/news preview", "Only you see this"},
		{"mute", "/news mute football 7d", "Muted for this channel for 7 days"}, {"unsubscribe", "/news unsubscribe", "Unsubscribed"}, {"help-search", "/news help search", "Examples"},
		{"watch", "/news watch Esbjerg, railway", "watches"},
	} {
		if c.line == "" {
			p.pick("#messages select", 1)
		} else {
			p.say(c.line)
		}
		p.await(fmt.Sprintf(`document.querySelectorAll("#messages > .message").length === %d`, i+1))
		p.see(lastMessage, c.want)
		show(c.name)
	}
	p.click("nav button", "#news")
	p.click(lastMessage+" .tool", "Reply in thread")
	p.see("#aside", "Thread")
	show("thread")
	p.click("#aside-close", "")
	p.click(lastMessage+" .tool", "JSON")
	show("json")
	p.click("#aside-close", "")
	p.click("#next", "Next")
	p.await(`document.querySelectorAll("#messages > .message").length === 11`)
	p.await(`!document.querySelector("#post").disabled`)
	show("tomorrow")
	p.click(`nav button[data-channel^="D"]`, "newsbot")
	p.see(lastMessage, "Your watches")
	show("direct")
	p.click("nav button", "Home")
	p.see("#messages .home", "The last 24 hours")
	show("home")
	p.click("#messages .home button", "Stop watching everything")
	p.see("#confirm[open]", "Are you sure?")
	show("confirm")
	p.click("#confirm button", "Cancel")
	p.is(`document.querySelector("#scroll").scrollTo(0, 1e6)`)
	show("home-end")
	p.click("#messages .home button", "All sources")
	p.see("#modal[open]", "4 sources")
	show("sources-window")
	p.click("#modal button", "Close")
	p.await(`!document.querySelector("#modal").open`)
	p.click("#messages .home button", "Trends")
	p.see("#modal[open]", "News")
	show("modal")
	p.click("#modal button", "Close")
	p.await(`!document.querySelector("#modal").open`)
	p.click("nav button", "#general")
	p.say("/news subscribe")
	p.await(`document.querySelector("#modal").open && document.querySelector("#modal .block-input")`)
	show("form")
	p.is(`document.querySelector("#modal [autofocus]").focus()`)
	p.press(kb.Escape)
	p.await(`!document.querySelector("#modal").open`)
}

// sample is of the demo with the sample news, as the command shows it.
func sample(t *testing.T) Config {
	t.Helper()
	r := feed.New(feed.Config{Now: func() time.Time { return start.AddDate(0, 0, 7) }})
	var articles []digest.Article
	for _, name := range []string{"../../cmd/newsbot/sample", "../../cmd/newsbot/demo"} {
		for item, err := range r.Read(t.Context(), name, nil) {
			if err != nil {
				t.Fatal(err)
			}
			articles = append(articles, item.Article)
		}
	}
	c := config(t, articles)
	c.MadeUp, c.Mornings = true, 9
	return c
}
