package render

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"newsbot/digest"
	"newsbot/digest/entity"
)

// checkPage fails for markup that runs, loads or leaves the page otherwise
// than by a plain link, and for what a screen reader would stumble over.
func checkPage(t *testing.T, root *html.Node) {
	ids, level := make(map[string]bool), 0
	var inner []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script", "img", "iframe", "object", "embed", "form", "input", "video", "audio", "base", "svg":
			t.Errorf("<%s> in the page", n.Data)
		case "style":
			if got := n.FirstChild.Data; got != pageCSS {
				t.Errorf("the style is %q, not that of the policy's hash", got)
			}
		case "h1", "h2", "h3":
			if next := int(n.Data[1] - '0'); next > level+1 {
				t.Errorf("<%s> after a heading of level %d", n.Data, level)
			} else {
				level = next
			}
		}
		for _, a := range n.Attr {
			switch {
			case strings.HasPrefix(a.Val, "default-src") && a.Val != policy(pageCSS):
				t.Errorf("the policy is %q, want %q", a.Val, policy(pageCSS))
			case strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" || a.Key == "srcdoc":
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("id %q is there twice", a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				inner = append(inner, a.Val[1:])
			case a.Key == "href" && n.Data == "a":
				checkLink(t, n, a.Val)
			}
		}
	}
	for _, id := range inner {
		if !ids[id] {
			t.Errorf("no element has the id %q", id)
		}
	}
}

func checkLink(t *testing.T, a *html.Node, address string) {
	t.Helper()
	if Link(address) != address {
		t.Errorf("link to %q", address)
	}
	for _, attr := range a.Attr {
		if attr.Key == "rel" && attr.Val == "noopener noreferrer nofollow" {
			return
		}
	}
	t.Errorf("link to %q without rel", address)
}

// TestContrast holds the colours of text against WCAG 2.1, level AA.
func TestContrast(t *testing.T) {
	blocks := strings.SplitN(pageCSS, "@media (prefers-color-scheme: dark)", 2)
	for i, block := range blocks {
		paper, tag := color(t, block, "paper"), color(t, block, "tag")
		for _, name := range []string{"ink", "soft", "link", "mark"} {
			ink := color(t, block, name)
			if r := contrast(ink, paper); r < 4.5 {
				t.Errorf("scheme %d: --%s on paper has contrast %.2f", i, name, r)
			}
			if r := contrast(ink, tag); r < 4.5 && name != "mark" {
				t.Errorf("scheme %d: --%s on tags has contrast %.2f", i, name, r)
			}
		}
	}
}

// TestCounts checks what those hear of a name and a source who do not see the page.
func TestCounts(t *testing.T) {
	for n, want := range map[int]string{1: "Orm named in 1 article", 2: "Orm named in 2 articles"} {
		s := digest.Story{Entities: []digest.EntityCount{{Name: "Orm", Type: entity.Place, Count: n}}}
		var page strings.Builder
		if err := StoryHTML(&page, s, nil, time.Time{}); err != nil {
			t.Fatal(err)
		}
		doc, err := html.Parse(strings.NewReader(page.String()))
		if err != nil {
			t.Fatal(err)
		}
		var heard strings.Builder
		for d := range doc.Descendants() {
			if d.Type == html.TextNode {
				heard.WriteString(d.Data)
			}
		}
		if !strings.Contains(heard.String(), want+"\n") {
			t.Errorf("the page is heard as %q, want %q in it", heard.String(), want)
		}
	}
}

var hexColor = regexp.MustCompile(`--(\w+): #([0-9a-f]{6})`)

func color(t *testing.T, css, name string) string {
	t.Helper()
	for _, m := range hexColor.FindAllStringSubmatch(css, -1) {
		if m[1] == name {
			return m[2]
		}
	}
	t.Fatalf("no colour --%s", name)
	return ""
}

// contrast is the ratio of WCAG 2.1, 1.4.3.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(rgb string) float64 {
	var sum float64
	for i, weight := range []float64{.2126, .7152, .0722} {
		n, _ := strconv.ParseUint(rgb[2*i:2*i+2], 16, 8)
		c := float64(n) / 255
		if c <= .04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
