// Package feed reads articles: it turns a URL, a file, a folder or a stream
// into values of digest.Article. It is where the texts of strangers come in.
//
// # Tour
//
// Read [Reader.Read] first: it yields articles one by one as an iterator, and
// an [InputError] for each input, line or item that cannot be read. [Line] is
// the form in which articles are written down and read again.
//
// An input goes through these steps, each in a file of its own:
//
//	input.go     opens it: a file, the files of a folder, a stream; undoes gzip
//	address.go   or fetches it: http and https (web.go, fetch.go), from public
//	             servers (guard.go), unpacked (unpack.go), or says why not (status.go)
//	kind.go      tells its kind: a file's by its ending, all others' by content
//	charset.go   turns it into UTF-8
//	plain.go     text: the first line is the title
//	page.go      HTML: metadata.go and jsonld.go find title, date, author and so
//	             on, extract.go the text, blocks.go and boilerplate.go its paragraphs
//	markup.go    RSS, Atom, RDF and site maps of news by the package
//	             syndication; items.go their articles, parts.go those that share
//	             an address; opml.go lists of feeds
//	json.go      JSON Feed; an article or an array of articles
//	jsonl.go     an article a line (line.go)
//	outlet.go    names outlets, the known ones as outlets.tsv does; source.go finds
//	             the names of others in titles and takes names off titles
//	clean.go     cleans titles, texts and names; link.go mends links; date.go reads
//	             dates, with the names of datewords.go
//
// [Reader.Poll] (poll.go) reads a feed again: only if it has changed, and with
// what its server and it say about where it is and when to come back.
// [Reader.Page] (complete.go) fetches the page of an article of which a feed has
// only the beginning, as robots.txt allows (robots.go), and [Page.Complete] reads
// it. Both ask before each request where [Reader.Permitting] says so.
// [Reader.Discover] (discover.go) finds the feeds of a site.
//
// # What is kept and what is cleaned
//
// Title and text of JSON lines are kept byte for byte, because the offsets of
// an analysis refer to them; only each control character becomes a space, and a
// text ends at 1 MB. All else is cleaned: HTML becomes paragraphs, one a line,
// without captions, share bars and the like; entities are decoded, also doubly
// encoded ones; control characters, overrides of the writing direction and heaps
// of combining marks go; titles end at 500 code points and texts at 1 MB. A date
// before 1990 or more than a day ahead of now counts as unknown; of JSON articles an
// item says so (Item.Doubt).
//
// # Pages
//
// go-readability finds the text of most pages. It is given the tree as it is, and what
// it returns is written out by our own rules, which leave out time stamps, credits,
// pointers to other articles, requests to subscribe, and references with the numbers
// that lead to them. Where it finds little, the articleBody of the page's JSON-LD or
// else the long blocks of the page are taken. Of what a page says that its title is, two
// must agree: one by itself may name the site or the kind of page. A page that holds no
// article but points to a feed stands for that feed. A page may name its own canonical
// address only on its own site, so that no site can replace the articles of another. Nor
// can a feed: where it links to another site, as aggregators do, and feeds that an
// unknown host serves, Article.Via and the name of the source say whose word it is,
// until [Page.Complete] has read the page, which then speaks for itself. Where a site
// calls itself as an outlet does that is known by other domains, or by a name that looks
// so or begins so (lookalike.go), the site stands behind the name, but where whoever runs
// the program has chosen the feed (Reader.Trusting).
//
// # Bounds
//
// All input is hostile. A document may have 32 MB after decompression, what a
// server sends 10 MB, and a line 16 MB; a feed gives 10,000 items; what stands before the place where a
// feed or compressed file breaks off is read. Trees of HTML are limited in size,
// depth, formatting elements and parsing time (tree.go), those of XML in depth,
// elements, attributes and name spaces; an HTML document beyond that is read as a
// row of text. Files of JSON lines of any size pass through in constant memory.
//
// Fetching takes at most 30 seconds and five redirects. Whoever runs the program
// may name any address. Where that leads, by a redirect, a link or a list of feeds,
// must be on the same host and port, or public, or in Config.Allow; so must be all
// that a stranger names. The check is made on the
// resolved IP address when the connection is opened. What unpacks to more than
// a hundred times its size is refused. A proxy that the environment names is used only
// for what needs no check, since it would open the connections itself; for the rest
// there is Config.Proxy, and then it is the proxy that checks what a name leads to. A
// client given in Config is used as it is.
package feed
