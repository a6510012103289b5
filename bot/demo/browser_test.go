package demo

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"newsbot/digest"
	"newsbot/digest/feed"
)

// chromium returns the browser, and skips the test where there is none; on a
// machine that must have one it fails.
func chromium(t *testing.T) string {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	path, err := exec.LookPath("chromium")
	switch {
	case err == nil:
		return path
	case os.Getenv("CI") == "true":
		t.Fatal("chromium is not installed")
	}
	t.Skip("chromium is not installed")
	return ""
}

var analyzer = sync.OnceValues(digest.NewAnalyzer)

// start is when the demos of the tests begin: the Tuesday morning of the sample.
var start = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// config is of a Demo with articles.
func config(t *testing.T, articles []digest.Article) Config {
	t.Helper()
	z, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	return Config{News: articles, Start: start, Zone: time.UTC, Edition: "News digest", Analyzer: z, Web: feed.New(feed.Config{Public: true}), Log: slog.New(slog.NewTextHandler(t.Output(), nil))}
}

// open serves a Demo with articles and returns it with its address once the bot is connected.
func open(t *testing.T, articles []digest.Article) (*Demo, string) {
	t.Helper()
	return openWith(t, config(t, articles))
}

// openWith serves a Demo and returns it with its address once the bot is connected.
func openWith(t *testing.T, c Config) (*Demo, string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	c.Address = "http://localhost:" + port
	d, err := New(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- d.Serve(ctx, l) }()
	t.Cleanup(func() {
		stop()
		if err := <-served; err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
	until(t, "the bot is connected", func() bool { return d.workspace.Links() > 0 })
	return d, c.Address
}

// tab is a page in a browser. It fails its test at an error on the console, and
// at a request to another host.
type tab struct {
	*testing.T
	ctx     context.Context
	address string // of the demo
}

// visit opens the page of a demo in a tab of a width.
func visit(t *testing.T, address string, width int64) *tab {
	t.Helper()
	p := browse(t, address, width)
	p.await(`document.querySelector("#ready").textContent === "connected"`)
	return p
}

// shared is the browser in which every test has tabs of its own. It begins with the
// first of them and ends with the tests.
var shared struct {
	begin sync.Once
	ctx   context.Context // nil: it has not begun
	err   error
}

func TestMain(m *testing.M) {
	code := m.Run()
	if shared.ctx != nil {
		chromedp.Cancel(shared.ctx)
	}
	os.Exit(code)
}

// browser returns the context of the shared browser.
func browser(t *testing.T) context.Context {
	t.Helper()
	path := chromium(t)
	shared.begin.Do(func() {
		options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(path), chromedp.NoSandbox)
		allocator, _ := chromedp.NewExecAllocator(context.Background(), options...)
		shared.ctx, _ = chromedp.NewContext(allocator)
		shared.err = chromedp.Do(shared.ctx) // starts it
	})
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.ctx
}

// browse opens an address in a tab of a width that shares nothing with others.
func browse(t *testing.T, address string, width int64) *tab {
	t.Helper()
	ctx, stop := chromedp.NewContext(browser(t), chromedp.WithNewBrowserContext())
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(stop)
	p := &tab{t, ctx, address}
	p.do(chromedp.EmulateViewport(width, height))
	p.watch(address)
	p.do(chromedp.Navigate(address))
	return p
}

// height is that of a window.
const height = 900

// watch fails the test at what a page must not do.
func (p *tab) watch(address string) {
	p.Helper()
	home, err := url.Parse(address)
	if err != nil {
		p.Fatal(err)
	}
	if _, err := chromedp.Call(p.ctx, network.Enable, network.EnableParams{}); err != nil {
		p.Fatal(err)
	}
	err = chromedp.Listen(p.ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			p.Errorf("the page has an error: %v", e.ExceptionDetails)
		case *runtime.EventConsoleAPICalled:
			if e.Type == runtime.ConsoleAPICalledTypeError {
				p.Errorf("the console says: %s", e.Args[0].Value)
			}
		case *log.EventEntryAdded:
			refused := strings.Contains(e.Entry.Text, "status of 422") // a deed, which the page says to the person
			if e.Entry.Level == log.EntryLevelError && !refused {
				p.Errorf("the browser says: %s %s", e.Entry.Text, e.Entry.URL)
			}
		case *network.EventRequestWillBeSent:
			if u, err := url.Parse(e.Request.URL); err != nil || u.Host != home.Host && u.Scheme != "data" { // the browser draws its own controls so
				p.Errorf("the page asks for %s", e.Request.URL)
			}
		}
	})
	if err != nil {
		p.Fatal(err)
	}
}

func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.Fatal(err)
	}
}

// patience is how long the page may take for what is asked of it.
const patience = 20 * time.Second

// await waits until an expression is true.
func (p *tab) await(expression string) {
	p.Helper()
	for deadline := time.Now().Add(patience); !p.is(expression); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			p.Fatalf("not true: %s\nthe page says:\n%s", expression, p.text("body"))
		}
	}
}

// is tells whether an expression is true. On a page that is being left nothing is.
func (p *tab) is(expression string) bool {
	p.Helper()
	yes, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool]("Boolean("+expression+")"))
	var gone *cdproto.Error
	if errors.As(err, &gone) {
		return false
	}
	if err != nil {
		p.Fatalf("%s: %v", expression, err)
	}
	return yes
}

// text returns what an element says.
func (p *tab) text(selector string) string {
	p.Helper()
	text, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](fmt.Sprintf("document.querySelector(%q)?.innerText ?? ''", selector)))
	if err != nil {
		p.Fatal(err)
	}
	return text
}

// see waits until an element says something.
func (p *tab) see(selector, text string) {
	p.Helper()
	p.await(fmt.Sprintf("(document.querySelector(%q)?.innerText ?? '').includes(%q)", selector, text))
}

// click presses the last element of a selector that says something.
func (p *tab) click(selector, text string) {
	p.Helper()
	find := fmt.Sprintf("[...document.querySelectorAll(%q)].findLast((e) => e.innerText.includes(%q))", selector, text)
	p.await(find)
	p.is(find + ".click()")
}

// pick chooses an entry of the first menu of a selector.
func (p *tab) pick(selector string, entry int) {
	p.Helper()
	p.await(fmt.Sprintf("document.querySelector(%q)", selector))
	p.is(fmt.Sprintf(`(() => { const s = document.querySelector(%q); s.selectedIndex = %d; s.dispatchEvent(new Event("change", { bubbles: true })); })()`, selector, entry))
}

// press sends keys to what has the focus.
func (p *tab) press(keys string) {
	p.Helper()
	p.do(chromedp.KeyEvent(keys))
}

// say types a line into the message field and sends it.
func (p *tab) say(line string) {
	p.Helper()
	p.is(`document.querySelector("#text").focus()`)
	p.press(line)
	p.click("#compose button", "Send")
}

// article returns an article that was published so many hours before the start.
func article(hours float64, source, title, text string) digest.Article {
	a := digest.Article{
		URL: "https://news.example/" + url.PathEscape(source+title), Source: source, Title: title, Text: text,
		Published: start.Add(-time.Duration(hours * float64(time.Hour))),
	}
	a.Identify("")
	return a
}

// some are a day's articles and one of tomorrow.
func some() []digest.Article {
	return []digest.Article{
		article(3, "Harbour Post", "Ferry Albatros runs aground off Skarn", "The ferry Albatros ran aground off the island of Skarn on Monday with 112 people on board, the coast guard said.\nNobody was hurt. Captain Ines Calder said that fog had hidden the buoy."),
		article(2, "Tidewater Times", "Ferry with 112 aboard stuck off Skarn", "A ferry with 112 people on board is stuck off the island of Skarn, the coast guard said on Monday.\nThe Albatros is to be towed free at high tide, Captain Ines Calder said."),
		article(5, "Harbour Post", "Town of Ellin votes for a new library", "The council of Ellin voted on Monday for a new library that will cost 12 million euros.\nMayor Tomas Brandt said that work would begin in spring."),
		article(-10, "Tidewater Times", "Ferry Albatros afloat again, hull damaged", "Two tugs brought the Albatros into deep water at dawn on Tuesday and all passengers to Ellin by noon.\nDivers found a hole of two metres in the hull of the ferry, and the yard in Ellin will need six weeks for the repair."),
	}
}
