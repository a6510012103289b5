package demo

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"newsbot/bot/blockhtml"
	"newsbot/digest/render"
)

// violations are what axe-core finds wrong, a line each: its rule and the
// elements, of those that it calls serious or critical. A run that checks
// nothing is a fault too.
const violations = `axe.run().then((r) => JSON.stringify(r.passes.length < 10 ? ["nothing was checked"] : r.violations
	.filter((v) => v.impact === "serious" || v.impact === "critical")
	.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 150) + " " + n.failureSummary).join(" | "))))`

// TestAccessible: axe-core finds no serious fault on any of the page's sides,
// light and dark.
func TestAccessible(t *testing.T) {
	script := axe(t)
	if script == "" {
		t.Skip("AXE_CORE names no axe.min.js")
	}
	for _, width := range []int64{390, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			t.Run(fmt.Sprint(width, scheme), func(t *testing.T) {
				t.Parallel()
				_, address := openWith(t, sample(t))
				p := visit(t, address, width)
				p.look(scheme)
				p.do(chromedp.EvaluateAsDevTools[chromedp.Void](script))
				p.tour(p.check)
			})
		}
	}
}

// TestSaved: a digest in a file is accessible too, asks for nothing and is not
// wider than a phone.
func TestSaved(t *testing.T) {
	script := axe(t)
	d, address := openWith(t, sample(t))
	until(t, "the news has arrived", func() bool { return d.workspace.Links() > 0 })
	sub := d.usual()
	sub.Channel = generalChannel // whose readers know nothing
	edition, err := d.editor.Compose(t.Context(), sub, start.AddDate(0, 0, -7), start, false)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "digest.html")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := blockhtml.Page(file, "News", edition.Messages, blockhtml.Options{Reader: render.NewReader(time.UTC, "")}); err != nil {
		t.Fatal(err)
	}
	for _, scheme := range []string{"light", "dark"} {
		p := browse(t, "file://"+name, 390)
		p.look(scheme)
		p.see("h1", "News digest · Tue Nov 24, 2026")
		p.see(".reply", "")
		p.await(`document.documentElement.scrollWidth <= innerWidth`)
		p.await(`document.querySelector("a").href.startsWith("` + address + `")`)
		if script == "" {
			t.Log("AXE_CORE names no axe.min.js: accessibility is not checked")
			continue
		}
		p.do(chromedp.EvaluateAsDevTools[chromedp.Void](script))
		p.check(scheme)
	}
}

// axe returns the script of axe-core, none where $AXE_CORE does not name its
// axe.min.js, which .ci/run gets from npm.
func axe(t *testing.T) string {
	name := os.Getenv("AXE_CORE")
	if name == "" {
		return ""
	}
	script, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("read axe-core: %v", err)
	}
	return string(script)
}

// check runs axe-core on what the page shows.
func (p *tab) check(name string) {
	p.Helper()
	report, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](violations, chromedp.EvalAwaitPromise))
	if err != nil {
		p.Fatalf("%s: %v", name, err)
	}
	var faults []string
	if err := json.Unmarshal([]byte(report), &faults); err != nil {
		p.Fatal(err)
	}
	for _, f := range faults {
		p.Errorf("%s: %s", name, f)
	}
}
