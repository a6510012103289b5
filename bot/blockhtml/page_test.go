package blockhtml

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/render"
)

// hostile is a digest of stories whose titles would do something.
func hostile() digest.Digest {
	d := digest.Digest{Edition: "<b>News</b>", To: time.Date(2026, 11, 24, 8, 30, 0, 0, time.UTC), Zone: time.UTC, Articles: 9, Sources: 3}
	for _, title := range []string{`</style><script>alert(1)</script>`, `"><img src=x onerror=alert(2)>`, "<!channel> *bold*"} {
		for range 3 { // more than the channel's message holds
			d.Stories = append(d.Stories, digest.Story{
				Headline: title, URL: "javascript:alert(3)", Sources: []string{title}, To: d.To,
				Points: []digest.StoryPoint{{KeyPoint: digest.KeyPoint{Text: title}, Source: title, URL: "https://news.example/?<b>"}},
			})
		}
	}
	return d
}

// TestPage: a page holds its style, and neither runs nor loads anything.
func TestPage(t *testing.T) {
	var b bytes.Buffer
	d := hostile()
	if err := Page(&b, d.Edition, block.Digest(d, block.Options{Page: true}), Options{Reader: render.NewReader(d.Zone, "")}); err != nil {
		t.Fatal(err)
	}
	if page := b.String(); strings.Contains(page, "thread") || !strings.Contains(page, "Below: 2 more stories") {
		t.Error("the page does not say that the other stories are below, or tells of a thread, which it has not")
	}
	root, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	hash := sha256.Sum256([]byte(CSS + pageCSS))
	articles, level := 0, 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "article":
			articles++
			checkInert(t, n)
		case "style":
			if n.FirstChild.Data != CSS+pageCSS {
				t.Error("the style is not that of the policy's hash")
			}
		case "script", "img", "iframe", "object", "embed", "base", "svg":
			t.Errorf("<%s> in the page", n.Data)
		case "h1", "h2", "h3":
			if next := int(n.Data[1] - '0'); next > level+1 {
				t.Errorf("<%s> after a heading of level %d", n.Data, level)
			} else {
				level = next
			}
		case "meta":
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Val, "default-src") && !strings.Contains(a.Val, "; style-src 'sha256-"+base64.StdEncoding.EncodeToString(hash[:])+"';") {
					t.Errorf("the policy is %q", a.Val)
				}
			}
		}
	}
	if want := len(d.Stories) - 7 + 1; articles != want {
		t.Errorf("the page has %d articles, want %d: the message and a reply for each story that is not in it", articles, want)
	}
}
