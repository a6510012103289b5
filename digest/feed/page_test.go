package feed

import (
	"net/url"
	"strings"
	"testing"
)

func TestPublished(t *testing.T) {
	for _, c := range []struct{ path, page, want string }{
		{"/a", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"A","datePublished":"2026-11-23T08:00:00Z"}</script>`, "2026-11-23 08:00"},
		{"/a", `<script type="application/ld+json">{"@type":"MedicalWebPage","datePublished":"2026-11-23T08:00:00Z"}</script>`, "2026-11-23 08:00"},
		{"/a", `<script type="application/ld+json">{"description":"a "bare" quote","datePublished": "2026-11-23",}</script>`, "2026-11-23 00:00"},
		{"/a", `<span itemprop="datePublished">Fri 6:45 PM, Nov 20, 2026</span>`, "2026-11-20 18:45"},
		{"/a", `<p class="meta article-publish-date"><b>Posted:</b> November 19, 2026, 9:02 AM</p>`, "2026-11-19 09:02"},
		{"/a", `<p class="post-date">two days ago</p><p class="postdate">18.11.2026</p>`, "2026-11-18 00:00"},
		{"/a", `<p class="update-date">November 19, 2026</p><p class="issue-date">November 2026</p>`, ""},
		{"/2026/11/23/a", `<p class="post-date">November 19, 2026</p>`, "2026-11-23 00:00"},
		{"/news/2026/nov/3/a", "", "2026-11-03 00:00"},
		{"/a-20261103/", "", "2026-11-03 00:00"},
		{"/a-20261303/", "", ""},
		{"/a-120261103", "", ""},
	} {
		u := &url.URL{Scheme: "https", Host: "post.example", Path: c.path}
		a, _ := pageArticle(t.Context(), []byte("<html><head><title>A</title></head><body><article>"+c.page+"<p>The bridge opened.</p></article></body></html>"), u)
		got := ""
		if !a.Published.IsZero() {
			got = a.Published.Format("2006-01-02 15:04")
		}
		if got != c.want {
			t.Errorf("the page at %s with %s was published %q, want %q", c.path, c.page, got, c.want)
		}
	}
}

// TestParagraphs checks that paragraphs stay apart that are no <p>, and that classes
// tell what is none, unless they say so of the article itself.
func TestParagraphs(t *testing.T) {
	const one = "A storm broke the sea wall at Orm on Sunday night, and thousands of people had to leave their homes, the police said."
	const two = "The wall, which was built in 1953, gave way at three places shortly after midnight, when high waves hit the coast."
	const three = "The government is to send 400 soldiers to the town, and insurers put the damage at 90 million crowns at least."
	for _, body := range []string{
		"<div><div>" + one + "</div><div>" + two + "</div><div>" + three + "</div></div>",
		"<div>" + one + "<br><br>" + two + "<br><br>" + three + "</div>",
		"<div><p>" + one + "</p><div class='InlineImage-imageEmbedCaption'>People on the wall at Orm on Saturday, before it broke.</div><p>" + two + "</p><p>" + three + "</p></div>",
		"<div><p><cite class='source__cite'><span>Orm, Norway</span><span>CNN</span> —</cite>" + one + "</p><p>" + two + "</p><p>" + three + "</p></div>",
		"<div><p>" + one + "</p><div class='promo-box'>Our daily letter has all the news that you need.</div><p>" + two + "</p><p>" + three + "</p></div>",
		"<div><p>" + one + "<sup class='reference'><a href='#n1'>[1]</a></sup></p><p>" + two + "<sup class='noprint'>[citation needed]</sup></p><p>" + three + "</p><h2>References[edit]</h2><ol><li>The Orm Courier told of the storm in 2026.</li></ol><h3>Books</h3><p>The sea walls of Orm, a history (1999).</p></div>",
		"<div><p>" + one + "</p><h3>See also</h3><p>The great flood of Orm in 1953, which also broke it.</p><h2>Damage</h2><p>" + two + "</p><p>" + three + "</p></div>",
		"<div><p>" + one + "</p><div><h3>See also</h3><ul><li>The great flood of Orm in 1953, which also broke it.</li></ul></div><p>" + two + "</p><p>" + three + "</p></div>",
		"<div><p>" + one + "</p><p>" + two + "</p><p>" + three + "</p><div><h2>References</h2><span>[edit]</span></div><ol><li>The Orm Courier told of the storm in 2026.</li></ol></div>",
		"<div><p>" + one[:14] + "<span class='rollover-people'><a>the sea wall</a><span class='rollover-block'><a>Sea Wall of Orm</a><a>Walls of Norway</a> MORE</span></span>" + one[26:] + "</p><p>" + two + "</p><p>" + three + "</p></div>",
		"<div class='social-story'><p>" + one + "</p><p>" + two + "</p><p>" + three + "</p></div>",
	} {
		a, _ := pageArticle(t.Context(), []byte("<html><head><title>Storm</title></head><body><article>"+body+"</article></body></html>"), nil)
		if want := one + "\n" + two + "\n" + three; strings.Replace(a.Text, "Damage\n", "", 1) != want {
			t.Errorf("%s\ngives\n%s\nwant\n%s", body, a.Text, want)
		}
	}
}

// TestHeadline checks that what names the site or the kind of page is not taken for the
// title of the article.
func TestHeadline(t *testing.T) {
	const headline = `<script type="application/ld+json">{"@type":"Article","headline":"town in Norway"}</script>`
	for _, c := range []struct{ head, want string }{
		{"<title>Orm - Encyclopedia</title>" + headline, "Orm"},
		{"<title>Sea wall of Orm breaks</title><meta property='og:title' content='The Courier: latest news'>", "Sea wall of Orm breaks"},
		{"<title>Storm | The Courier</title><meta property='og:title' content='Storm breaks the wall at Orm'>" + headline, "Storm breaks the wall at Orm"},
		{"<title>The Courier</title>" + headline, "town in Norway"},
	} {
		page := "<html><head>" + c.head + "</head><body><article><h1>" + c.want + "</h1><p>The bridge opened.</p></article></body></html>"
		if a, _ := pageArticle(t.Context(), []byte(page), nil); a.Title != c.want {
			t.Errorf("%s gives the title %q, want %q", c.head, a.Title, c.want)
		}
	}
}

func TestWithoutByline(t *testing.T) {
	for _, c := range []struct{ text, author, want string }{
		{"By Ada Lind\nThe bridge opened.", "Ada Lind", "The bridge opened."},
		{"ADA LIND\nThe bridge opened.", "Ada Lind", "The bridge opened."},
		{"By Ada Lind in Sund\nThe bridge opened.", "Ada Lind", "By Ada Lind in Sund\nThe bridge opened."},
		{"By the river\nThe bridge opened.", "", "By the river\nThe bridge opened."},
		{"By Ada Lind", "Ada Lind", "By Ada Lind"},
	} {
		if got := withoutByline(c.text, c.author); got != c.want {
			t.Errorf("withoutByline(%q, %q) = %q, want %q", c.text, c.author, got, c.want)
		}
	}
}
