package digest

import (
	"cmp"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
)

// maxURL is the length in bytes beyond which an address counts as none; those
// of articles stay far below it.
const maxURL = 4096

// maxFolds is the number of layers of variants in an address beyond which it
// counts as none; a real one has two.
const maxFolds = 8

// CleanURL returns raw as it is shown and linked: without tracking parameters,
// user name, password and fragment, otherwise as given. It returns "" for
// anything but an http or https URL.
func CleanURL(raw string) string {
	u, ok := parseURL(raw)
	if !ok {
		return ""
	}
	u.User = nil
	u.RawQuery = strings.ReplaceAll(strings.Join(parameters(u.RawQuery), "&"), " ", "%20")
	u.ForceQuery = false
	if !isRoute(u) {
		u.Fragment, u.RawFragment = "", ""
	}
	return u.String()
}

// CanonicalURL returns the form in which the variants of one address fold into
// one, and whether raw is an http or https URL at all. It ignores the scheme,
// the letter case and spelling (IDN) of the host, default ports, user names,
// the prefixes "www.", "m.", "mobile." and "amp.", AMP paths, parameters and
// caches, tracking parameters, the order of the others, a trailing slash, and
// fragments other than "#!" routes.
//
// The form identifies and is not meant to be fetched: that is what CleanURL is for.
func CanonicalURL(raw string) (string, bool) {
	u, ok := parseURL(raw)
	if !ok {
		return "", false
	}
	folded := fold(u)
	for range maxFolds { // what is taken off may uncover more: /story/amp/index.html
		if u, ok = parseURL(folded); !ok {
			return "", false
		}
		again := fold(u)
		if again == folded {
			return folded, true
		}
		folded = again
	}
	return "", false
}

// NormalURL returns an address in the one spelling that all its spellings have (RFC
// 3986, 6.2.2 and 6.2.3), and whether raw is an http or https URL at all: the host in
// lower case, without the port that its scheme has anyway; "/" for an empty path; no dot
// segments; escapes in capitals, and only where they say something.
func NormalURL(raw string) (*url.URL, bool) {
	u, ok := parseURL(raw)
	if !ok {
		return nil, false
	}
	u.Host = strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(u.Host), webPort[u.Scheme]), ":")
	u.RawPath = cmp.Or(foldPercent(u.EscapedPath()), "/")
	u.Path, _ = url.PathUnescape(u.RawPath) // foldPercent leaves no escape that cannot be read
	u.RawQuery = foldPercent(u.RawQuery)
	return new(url.URL).ResolveReference(u), true
}

// webPort is the port that a scheme has anyway, as it stands behind a host.
var webPort = map[string]string{"http": ":80", "https": ":443"}

// WithScheme returns the address that a person writes, who may leave https:// out.
func WithScheme(word string) string {
	if !strings.Contains(word, "://") && strings.Contains(word, ".") {
		return "https://" + word
	}
	return word
}

// HostPort returns the host whose server an address asks, in lower case, with the
// port where that is not one of the web's own, so that http and https are of one
// server: "example.com", "example.com:8080". It returns "" for anything but an http
// or https URL.
func HostPort(raw string) string {
	u, ok := parseURL(raw)
	if !ok {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	if port := ownPort(u); port != "" {
		return net.JoinHostPort(host, port)
	}
	return host
}

// Host returns the host of an address as a source is called by it: in small letters and
// without "www.", "" for none.
func Host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// ownPort returns the port of an address, "" where it is one of the web's.
func ownPort(u *url.URL) string {
	if port := u.Port(); port != "80" && port != "443" {
		return port
	}
	return ""
}

// Site returns whose an address is: the domain that somebody has registered, such as
// "example.co.uk", or host and port where there is none. It returns "" for anything
// but an http or https URL.
func Site(raw string) string {
	u, ok := parseURL(raw)
	if !ok {
		return ""
	}
	host := foldHost(u)
	name := (&url.URL{Host: host}).Hostname()
	if _, err := netip.ParseAddr(name); err == nil {
		return host
	}
	if site, err := publicsuffix.EffectiveTLDPlusOne(name); err == nil {
		return site
	}
	return host
}

// SameSite reports whether two addresses are of one owner.
func SameSite(a, b string) bool {
	site := Site(a)
	return site != "" && site == Site(b)
}

// parseURL parses an absolute http or https URL with a host.
func parseURL(raw string) (*url.URL, bool) {
	raw = strings.Trim(raw, " \t\r\n")
	if len(raw) > maxURL {
		return nil, false
	}
	u, err := url.Parse(raw)
	if err != nil || u.Hostname() == "" || u.Opaque != "" {
		return nil, false
	}
	return u, u.Scheme == "http" || u.Scheme == "https"
}

// fold takes one round of everything off that CanonicalURL ignores.
func fold(u *url.URL) string {
	if inner, ok := unwrapAMP(u); ok {
		u = inner
	}
	folded := url.URL{Scheme: "https", Host: foldHost(u)}
	s := folded.String() + foldPath(u)
	params := parameters(u.RawQuery)
	for i, p := range params {
		params[i] = foldPercent(p)
	}
	slices.Sort(params)
	if params = slices.Compact(params); len(params) > 0 {
		s += "?" + strings.Join(params, "&")
	}
	if isRoute(u) {
		s += "#" + foldPercent(u.EscapedFragment())
	}
	return s
}

// isRoute tells whether the fragment is a "#!" route, which names a page.
func isRoute(u *url.URL) bool { return strings.HasPrefix(u.Fragment, "!") }

// unwrapAMP returns the address that an AMP cache's address stands for:
// google.com/amp/s/HOST/PATH and NAME.cdn.ampproject.org/c/s/HOST/PATH.
func unwrapAMP(u *url.URL) (*url.URL, bool) {
	host := strings.ToLower(u.Hostname())
	var rest string
	switch {
	case host == "cdn.ampproject.org", strings.HasSuffix(host, ".cdn.ampproject.org"):
		_, rest, _ = strings.Cut(strings.TrimPrefix(u.EscapedPath(), "/"), "/") // c, v, a ...
	case strings.Contains("."+host, ".google.") && strings.HasPrefix(u.EscapedPath(), "/amp/"):
		rest = strings.TrimPrefix(u.EscapedPath(), "/amp/")
	}
	rest = strings.TrimPrefix(rest, "s/")
	if rest == "" {
		return nil, false
	}
	inner, ok := parseURL("https://" + rest)
	if ok {
		inner.RawQuery = u.RawQuery
	}
	return inner, ok
}

// foldHost returns host, and port where it is not the default, without
// prefixes that name a variant of a site. A prefix stays where no registrable
// name would be left: "m.com", "amp.co.uk".
func foldHost(u *url.URL) string {
	host := strings.TrimRight(strings.ToLower(u.Hostname()), ".")
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	}
	labels := strings.Split(host, ".")
	labels = slices.DeleteFunc(labels, func(l string) bool { return l == "" })
	for i := 0; i < len(labels) && i < 3; {
		without := slices.Delete(slices.Clone(labels), i, i+1)
		if isVariantLabel(labels[i], i) && isRegistrable(without) {
			labels = without
			continue
		}
		i++
	}
	host = strings.Join(labels, ".")
	if strings.Contains(host, ":") {
		host = "[" + host + "]" // IPv6
	}
	if port := ownPort(u); port != "" {
		host += ":" + port
	}
	return host
}

// isVariantLabel tells whether a label of a host names a variant of a site.
// "m" may stand inside, as in en.m.wikipedia.org.
func isVariantLabel(label string, at int) bool {
	switch label {
	case "m":
		return true
	case "www", "mobile", "amp":
		return at == 0
	}
	return false
}

// isRegistrable tells whether somebody can own the name: it is more than a
// public suffix such as "com" or "co.uk".
func isRegistrable(labels []string) bool {
	name := strings.Join(labels, ".")
	suffix, _ := publicsuffix.PublicSuffix(name)
	return name != suffix && strings.Contains(name, ".")
}

// foldPath returns the path without AMP parts, dot segments, empty segments,
// an index page and a trailing slash.
func foldPath(u *url.URL) string {
	segments := []string{}
	for s := range strings.SplitSeq(foldPercent(u.EscapedPath()), "/") {
		switch s {
		case "", ".":
		case "..":
			segments = segments[:max(0, len(segments)-1)]
		default:
			segments = append(segments, s)
		}
	}
	if len(segments) > 1 {
		segments = slices.DeleteFunc(segments, func(s string) bool { return s == "amp" })
	}
	if len(segments) == 0 {
		return ""
	}
	last := &segments[len(segments)-1]
	switch {
	case *last == "index.html", *last == "index.htm":
		segments = segments[:len(segments)-1]
	case strings.HasSuffix(*last, ".amp.html"):
		*last = strings.TrimSuffix(*last, ".amp.html") + ".html"
	case len(*last) > len(".amp"):
		*last = strings.TrimSuffix(*last, ".amp")
	}
	if len(segments) == 0 {
		return ""
	}
	return "/" + strings.Join(segments, "/")
}

// foldPercent spells every byte of s in one way: letters, digits and "-._~"
// as they are, escapes in capitals, and what must be escaped escaped.
func foldPercent(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c, escaped := s[i], false
		if c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			c, escaped = unhex(s[i+1])<<4|unhex(s[i+2]), true
			i += 2
		}
		if isUnreserved(c) || !escaped && strings.IndexByte("/!$&'()*+,;=:@?", c) >= 0 {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}

// isUnreserved tells whether an escape of c means the same as c (RFC 3986, 2.3).
func isUnreserved(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || strings.IndexByte("-._~", c) >= 0
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}

func unhex(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}
