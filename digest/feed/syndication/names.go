package syndication

import "strings"

// namespaces are the prefixes by which elements are known here, by the name
// spaces' addresses in lower case without "/" or "#" at their end. Those of
// RSS and site maps have none.
var namespaces = map[string]string{
	"http://www.w3.org/2005/atom":                         "atom",
	"http://purl.org/atom/ns":                             "atom",
	"http://purl.org/rss/1.0":                             "",
	"http://purl.org/net/rss1.1":                          "",
	"http://my.netscape.com/rdf/simple/0.9":               "",
	"http://channel.netscape.com/rdf/simple/0.9":          "",
	"http://my.netscape.com/publish/formats/rss-0.91.dtd": "",
	"http://backend.userland.com/rss":                     "",
	"http://backend.userland.com/rss2":                    "",
	"http://backend.userland.com/rss091":                  "",
	"http://backend.userland.com/rss092":                  "",
	"http://blogs.law.harvard.edu/tech/rss":               "",
	"http://cyber.law.harvard.edu/rss":                    "",
	"http://cyber.law.harvard.edu/rss/rss.html":           "",
	"http://www.sitemaps.org/schemas/sitemap/0.9":         "",
	"http://www.google.com/schemas/sitemap/0.84":          "",
	"http://www.w3.org/1999/02/22-rdf-syntax-ns":          "rdf",
	"http://purl.org/rss/1.0/modules/content":             "content",
	"http://purl.org/rss/1.0/modules/syndication":         "sy",
	"http://purl.org/dc/elements/1.0":                     "dc",
	"http://purl.org/dc/elements/1.1":                     "dc",
	"http://purl.org/dc/terms":                            "dcterms",
	"http://search.yahoo.com/mrss":                        "media",
	"http://www.itunes.com/dtds/podcast-1.0.dtd":          "itunes",
	"http://www.google.com/schemas/sitemap-news/0.9":      "news",
	"http://www.w3.org/1999/xhtml":                        "xhtml",
	"http://rssnamespace.org/feedburner/ext/1.0":          "feedburner",
}

// maxPrefixes is how many prefixes one document may declare.
const maxPrefixes = 1000

// scope knows which name spaces a document has declared.
type scope struct {
	prefixes map[string]string // the known prefix by the written one
	atom     bool              // it is Atom: its elements need no prefix
}

// declare takes note of a prefix.
func (s *scope) declare(prefix, address string) {
	if known, ok := lookupNamespace(address); ok && len(s.prefixes) < maxPrefixes {
		s.prefixes[prefix] = known
	}
}

func lookupNamespace(address string) (string, bool) {
	known, ok := namespaces[strings.TrimRight(strings.ToLower(strings.TrimSpace(address)), "/#")]
	return known, ok
}

// canonical returns the name by which a written one is known here. inherited is
// the known prefix of elements without one.
func (s *scope) canonical(name, inherited string) string {
	prefix, rest, found := strings.Cut(name, ":")
	if !found {
		prefix, rest = inherited, name
	} else if known, ok := s.prefixes[prefix]; ok {
		prefix = known
	}
	if prefix == "" || prefix == "rss" || prefix == "atom" && (s.atom || !found) {
		return rest
	}
	return prefix + ":" + rest
}

// local returns a name without its prefix.
func local(name string) string { return name[strings.IndexByte(name, ':')+1:] }
