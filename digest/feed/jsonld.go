package feed

import (
	"cmp"
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"newsbot/digest"
)

// linked is what a page says about its article in JSON-LD with the vocabulary
// of schema.org.
type linked struct {
	headline, body, author, publisher, published, url, language string

	paywalled, opinion bool
}

// linkedDate matches a date of publication in JSON-LD that need not be valid.
var linkedDate = regexp.MustCompile(`"datePublished"\s*:\s*"([^"]{8,40})"`)

// linkedArticle returns the JSON-LD of the article on a page; the first one
// where there are more. Its date may be that of the page.
func linkedArticle(doc *html.Node) linked {
	var found linked
	dated := ""
	elements(doc, func(n *html.Node) bool {
		if n.DataAtom != atom.Script || !strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") || n.FirstChild == nil {
			return true
		}
		if m := linkedDate.FindStringSubmatch(n.FirstChild.Data); m != nil && dated == "" {
			dated = m[1]
		}
		article := findArticle(parseLinked(n.FirstChild.Data), 0)
		if article == nil {
			return true
		}
		found = newLinked(article)
		return false
	})
	found.published = cmp.Or(found.published, dated)
	return found
}

// maxLinked is the length in bytes of the longest piece of JSON-LD that is
// decoded.
const maxLinked = 2 << 20

// parseLinked reads JSON as pages write it: with comments around it and raw
// line ends inside its strings.
func parseLinked(s string) any {
	if s = strings.TrimSpace(s); len(s) > maxLinked {
		return nil
	}
	for _, wrap := range []string{"<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/"} {
		s = strings.TrimPrefix(s, wrap)
	}
	for _, wrap := range []string{"-->", "//]]>", "]]>", "/*]]>*/", ";"} {
		s = strings.TrimSuffix(strings.TrimSpace(s), wrap)
	}
	s = escapeControls(s)
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		return nil
	}
	return v
}

// escapeControls escapes the line ends inside strings, and drops other control
// characters.
func escapeControls(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	quoted := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && quoted && i+1 < len(s) && s[i+1] >= ' ':
			b.WriteString(s[i : i+2])
			i++
		case c == '\n' && quoted:
			b.WriteString(`\n`)
		case c < ' ':
			b.WriteByte(' ')
		default:
			quoted = quoted != (c == '"')
			b.WriteByte(c)
		}
	}
	return b.String()
}

// findArticle returns the first object of an article's type in v.
func findArticle(v any, depth int) map[string]any {
	if depth > 5 {
		return nil
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if a := findArticle(e, depth+1); a != nil {
				return a
			}
		}
	case map[string]any:
		if isArticleType(v["@type"]) {
			return v
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if a := findArticle(v[key], depth+1); a != nil {
				return a
			}
		}
	}
	return nil
}

func isArticleType(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "BlogPosting") ||
			strings.HasSuffix(v, "Report") || strings.HasSuffix(v, "Review")
	case []any:
		for _, e := range v {
			if s, ok := e.(string); ok && isArticleType(s) {
				return true
			}
		}
	}
	return false
}

func newLinked(a map[string]any) linked {
	text := func(key string) string { s, _ := a[key].(string); return s }
	l := linked{
		headline: text("headline"), body: text("articleBody"), author: nameIn(a["author"]),
		publisher: nameIn(a["publisher"]), published: text("datePublished"), url: text("url"),
		language: text("inLanguage"), paywalled: isFalse(a["isAccessibleForFree"]),
		opinion: isOpinion(a),
	}
	if page, ok := a["mainEntityOfPage"].(map[string]any); ok && l.url == "" {
		l.url, _ = page["@id"].(string)
	}
	if l.headline == "" {
		l.headline = text("name")
	}
	return l
}

// isOpinion tells whether an article says that it is one by its type or its section.
func isOpinion(a map[string]any) bool {
	return slices.Contains(strings.Split(nameIn(a["@type"]), ", "), "OpinionNewsArticle") ||
		slices.ContainsFunc(strings.Split(nameIn(a["articleSection"]), ", "), digest.IsOpinionSection)
}

// isFalse tells whether a value of JSON-LD says no, as publishers write it.
func isFalse(v any) bool {
	switch v := v.(type) {
	case bool:
		return !v
	case string:
		return strings.EqualFold(strings.TrimPrefix(strings.TrimPrefix(v, "https://schema.org/"), "http://schema.org/"), "false")
	}
	return false
}
