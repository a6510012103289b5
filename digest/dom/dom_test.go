package dom

import (
	"errors"
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	x, y := func() *Node { return Text("x") }, func() *Node { return El("i", nil, Text("y")) }
	for _, c := range []struct {
		node *Node
		want string
	}{
		{Text(`<b> & "q"`), "&lt;b&gt; &amp; &#34;q&#34;"},
		{El("p", At{"class", "", "title", `"><script>`}, nil, x(), y(), nil), `<p title="&#34;&gt;&lt;script&gt;">x<i>y</i></p>`},
		{El("title", nil, Text("</title><b>")), "<title>&lt;/title&gt;&lt;b&gt;</title>"},
		{El("style", nil, Text("a > b { content: '&' }")), "<style>a > b { content: '&' }</style>"},
		{El("pre", nil, Text("\nx")), "<pre>\n\nx</pre>"}, // of which a browser drops the first
		{El("details", At{"open", Flag("open", true), "hidden", Flag("hidden", false)}), `<details open="open"></details>`},
		{Line("p", nil, nil, x(), nil, y()), "<p>x <i>y</i></p>"},
		{Block("div", nil, nil, x(), nil, y()), "<div>\nx\n<i>y</i>\n</div>"},
		{Block("div", nil, nil), "<div></div>"},
	} {
		var b strings.Builder
		if err := Write(&b, c.node); err != nil || b.String() != c.want {
			t.Errorf("got %s (%v), want %s", b.String(), err, c.want)
		}
	}
}

func TestPage(t *testing.T) {
	var b strings.Builder
	head := []*Node{El("link", At{"rel", "icon", "href", "data:,"})}
	if err := Page(&b, "A & B", head, El("p", nil, Text("x"))); err != nil {
		t.Fatal(err)
	}
	const want = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>A &amp; B</title>
<link rel="icon" href="data:,"/>
</head>
<body>
<p>x</p>
</body>
</html>
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// broken takes nothing.
type broken struct{}

var errBroken = errors.New("broken")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteError(t *testing.T) {
	if err := Page(broken{}, "x", nil); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
}
