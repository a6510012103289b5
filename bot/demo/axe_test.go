package demo

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/chromedp/chromedp"
)

// violations are what axe-core finds wrong, a line each: its rule and the
// elements, of those that it calls serious or critical. A run that checks
// nothing is a fault too.
const violations = `axe.run().then((r) => JSON.stringify(r.passes.length < 10 ? ["nothing was checked"] : r.violations
	.filter((v) => v.impact === "serious" || v.impact === "critical")
	.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 150) + " " + n.failureSummary).join(" | "))))`

// TestAccessible: axe-core finds no serious fault on any of the page's sides,
// light and dark. $AXE_CORE names its axe.min.js, which .ci/run gets from npm.
func TestAccessible(t *testing.T) {
	name := os.Getenv("AXE_CORE")
	if name == "" {
		t.Skip("AXE_CORE names no axe.min.js")
	}
	script, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("read axe-core: %v", err)
	}
	for _, width := range []int64{390, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			t.Run(fmt.Sprint(width, scheme), func(t *testing.T) {
				_, address := open(t, sample(t))
				p := visit(t, address, width)
				p.look(scheme)
				p.do(chromedp.EvaluateAsDevTools[chromedp.Void](string(script)))
				p.tour(p.check)
			})
		}
	}
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
