package feed

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/publicsuffix"

	"newsbot/digest"
)

// outlets names the outlets that many read, a domain and a name on each line, in the
// order of their bytes. What holds the news of many, as YouTube and Reddit do, is none.
//
//go:embed outlets.tsv
var outlets string

// outletOf returns the name of the outlet at an address, "" for none. One that is
// known has the same name however its pages, feeds and subdomains spell it. Of others
// it is in the first of some titles of the site, or else the host.
func outletOf(address string, titles ...string) string {
	host := digest.Host(address)
	if name := knownOutlet(host); name != "" {
		return name
	}
	for _, t := range titles {
		if name := nameAt(host, t); name != "" {
			return name
		}
	}
	return host
}

// knownOutlet returns the name of the outlet that has a host or the domain around
// it, "" where none is known.
func knownOutlet(host string) string {
	for domain := host; strings.Contains(domain, "."); {
		if name := outletWith(domain); name != "" {
			return name
		}
		_, domain, _ = strings.Cut(domain, ".")
		if suffix, _ := publicsuffix.PublicSuffix(domain); suffix == domain {
			break
		}
	}
	return ""
}

// collector is the host of Google's collection of news, whose links stay on it and whose
// items name their outlets truly.
const collector = "news.google.com"

// nameGivenAt returns the name that the site at an address gives to an outlet: with the
// site, where it may pass for that of an outlet that is known, and not as the one there.
func nameGivenAt(address, name string) string {
	if host := digest.Host(address); host == collector || !borrowedAt(host, name) {
		return name
	}
	return withSite(name, digest.Site(address))
}

// borrowedAt reports whether a name at a host that is of no known outlet looks like that
// of one, or begins with it: "Reuters News". The host itself may be called as it is.
func borrowedAt(host, name string) bool {
	if knownOutlet(host) != "" || strings.EqualFold(host, name) {
		return false
	}
	words := look(name)
	return beginsLikeOutlet(words) || len(words) > 0 && words[0] == "the" && beginsLikeOutlet(words[1:]) ||
		outletNames()["the"+strings.Join(words, "")]
}

// beginsLikeOutlet reports whether the first of some words are the name of an outlet
// that is known.
func beginsLikeOutlet(words []string) bool {
	begun := ""
	return slices.ContainsFunc(words, func(w string) bool {
		begun += w
		return outletNames()[begun]
	})
}

// outletNames are the names of the outlets that are known, as they look.
var outletNames = sync.OnceValue(func() map[string]bool {
	names := make(map[string]bool)
	for line := range strings.Lines(outlets) {
		_, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		names[strings.Join(look(name), "")] = true
	}
	return names
})

// outletWith returns the name on the line of a domain, "" where there is none.
func outletWith(domain string) string {
	for from, to := 0, len(outlets); from < to; {
		at := from + strings.LastIndexByte(outlets[from:(from+to)/2], '\n') + 1
		line, _, _ := strings.Cut(outlets[at:], "\n")
		key, name, _ := strings.Cut(line, "\t")
		switch c := strings.Compare(domain, key); {
		case c == 0:
			return name
		case c < 0:
			to = at
		default:
			from = at + len(line) + 1
		}
	}
	return ""
}

// sameOutlet reports whether two addresses are of one owner, or of one outlet that is
// known: that of feeds may have a domain of its own.
func sameOutlet(a, b string) bool {
	name := knownOutlet(digest.Host(a))
	return digest.SameSite(a, b) || name != "" && name == knownOutlet(digest.Host(b))
}
