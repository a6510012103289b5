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
	"newsbot/bot/schedule"
	"newsbot/digest/render"
)

// violations are what axe-core finds wrong, a line each: its rule and the
// elements, of those that it calls serious or critical. Messages that were checked
// as they are are left out. A run that checks nothing is a fault too.
const violations = `(async () => {
	const options = %s
	window.checked ??= new Set()
	const messages = [...document.querySelectorAll("#messages > .message")].map((m) => [m, JSON.stringify(options) + m.outerHTML])
	const known = messages.filter(([_, is]) => checked.has(is)).map(([m]) => m)
	const r = await axe.run({ exclude: known }, options)
	messages.forEach(([_, is]) => checked.add(is))
	return JSON.stringify(r.passes.length < (options.runOnly ? 1 : 10) ? ["nothing was checked"] : r.violations
		.filter((v) => v.impact === "serious" || v.impact === "critical")
		.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 150) + " " + n.failureSummary).join(" | ")))
})()`

// Options of axe-core: which rules it checks.
const (
	allRules    = `{}`
	colourRules = `{ runOnly: ["color-contrast", "link-in-text-block"] }` // the others look at no colour
)

// TestAccessible: axe-core finds no serious fault on any of the page's sides,
// light and dark.
func TestAccessible(t *testing.T) {
	script := axe(t)
	if script == "" {
		t.Skip("AXE_CORE names no axe.min.js")
	}
	for _, width := range []int64{390, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			_, address := openWith(t, sample(t))
			p := visit(t, address, width)
			p.do(chromedp.EvaluateAsDevTools[chromedp.Void](script))
			p.tour(p.checkBoth)
		})
	}
}

// TestSaved: a digest in a file is accessible too, asks for nothing and is not
// wider than a phone.
func TestSaved(t *testing.T) {
	script := axe(t)
	d, address := openWith(t, sample(t))
	sub := d.usual()
	sub.Channel = generalChannel // whose readers know nothing
	edition, err := d.editor.Compose(t.Context(), sub, schedule.Issue{From: start.AddDate(0, 0, -7), Due: start})
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
	p := browse(t, "file://"+name, 390)
	p.see("h1", "News digest · Tue Nov 24, 2026")
	p.see(".reply", "")
	p.await(`document.documentElement.scrollWidth <= innerWidth`)
	p.await(`document.querySelector("a").href.startsWith("` + address + `")`)
	if script == "" {
		t.Skip("AXE_CORE names no axe.min.js: accessibility is not checked")
	}
	p.do(chromedp.EvaluateAsDevTools[chromedp.Void](script))
	p.checkBoth("saved")
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

// checkBoth runs axe-core on what the page shows, light and dark.
func (p *tab) checkBoth(name string) {
	p.Helper()
	p.check(name, "light", allRules)
	p.check(name, "dark", colourRules)
}

// check runs rules of axe-core on what the page shows in a colour scheme.
func (p *tab) check(name, scheme, rules string) {
	p.Helper()
	p.look(scheme)
	report, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](fmt.Sprintf(violations, rules), chromedp.EvalAwaitPromise))
	if err != nil {
		p.Fatalf("%s, %s: %v", name, scheme, err)
	}
	var faults []string
	if err := json.Unmarshal([]byte(report), &faults); err != nil {
		p.Fatal(err)
	}
	for _, f := range faults {
		p.Errorf("%s, %s: %s", name, scheme, f)
	}
}
