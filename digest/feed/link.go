package feed

import (
	"cmp"
	"net/url"
	"regexp"
	"strings"

	"newsbot/digest"
)

// resolve returns the absolute http or https URL that ref stands for on the
// page base, "" for none. base may be nil.
func resolve(base *url.URL, ref string) string {
	ref = mendLink(ref, base)
	u, err := url.Parse(ref)
	if err != nil || ref == "" {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	return digest.CleanURL(cmp.Or(foundAt(u), u.String()))
}

// foundAt returns the address to which a search engine's link leads, by which it counts
// who follows it, "" for any other link.
func foundAt(u *url.URL) string {
	host := digest.Host(u.String())
	if strings.HasPrefix(host, "google.") && u.Path == "/url" || host == "bing.com" && u.Path == "/news/apiclick.aspx" {
		return webAddress(cmp.Or(u.Query().Get("url"), u.Query().Get("q")))
	}
	return ""
}

var (
	lineEnd    = regexp.MustCompile(`\s*[\r\n]\s*`)
	feedScheme = regexp.MustCompile(`(?i)^feed:(?://)?`)
	oddScheme  = regexp.MustCompile(`(?i)^(https?)(?::/|//)([^/])`)
	twoSchemes = regexp.MustCompile(`(?i)^https?:(?://)?(https?://)`)
	inMarkup   = regexp.MustCompile(`https?://[^\s"'<>]+`)
)

// mendLink writes a link as it was meant: people leave its scheme out, or half of
// it, break it over lines, and put a tag in its place.
func mendLink(ref string, base *url.URL) string {
	ref = cleanLine(lineEnd.ReplaceAllString(strings.TrimSpace(ref), ""))
	if strings.HasPrefix(ref, "<") {
		ref = inMarkup.FindString(ref)
	}
	if strings.Contains(ref, `:\\`) {
		ref = strings.ReplaceAll(ref, `\`, "/")
	}
	if rest := feedScheme.ReplaceAllString(ref, ""); rest != ref {
		if ref = rest; !isURL(ref) {
			ref = "http://" + ref
		}
	}
	ref = twoSchemes.ReplaceAllString(ref, "$1")
	if !isURL(ref) {
		ref = oddScheme.ReplaceAllString(ref, "$1://$2")
	}
	if strings.HasPrefix(ref, "www.") || base != nil && base.Host != "" && strings.HasPrefix(ref, base.Host+"/") {
		ref = "//" + ref
		if base == nil {
			ref = "http:" + ref
		}
	}
	return escapePercents(ref)
}

// escapePercents escapes the percent signs in an address that escape nothing.
func escapePercents(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		b.WriteByte(s[i])
		if s[i] == '%' && (i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2])) {
			b.WriteString("25")
		}
	}
	return b.String()
}

func isHex(c byte) bool { return strings.IndexByte("0123456789abcdefABCDEF", c) >= 0 }

// webAddress returns s if it is an address of the web, else "".
func webAddress(s string) string {
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		return s
	}
	return ""
}
