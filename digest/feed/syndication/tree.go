package syndication

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html"

	"newsbot/digest/wait"
)

// Bounds of what is kept of a document at one time.
const (
	maxDepth      = 100     // elements inside each other; the text of deeper ones goes to the last
	maxNodes      = 20_000  // elements at one time of an item, and as many outside of items
	maxAttributes = 50      // of an element
	maxToken      = 4 << 20 // bytes of a tag or a text
)

// node is an element.
type node struct {
	name     string // see scope.canonical
	attrs    []html.Attribute
	base     *base // xml:base of this and the elements around it, nil for none
	lang     string
	space    string // the known prefix of elements in it without one
	children []*node
	chars    strings.Builder // the text right below it
	start    int             // of its content in the document
	content  []byte          // its content as it is written, if it holds elements
}

// builder builds elements out of a document, and items out of those.
type builder struct {
	scope
	ctx      context.Context
	data     []byte
	z        *html.Tokenizer
	at       int // offset of the current token
	entities map[string]string
	root     *node
	stack    []*node
	nodes    int // elements that are kept: of the open item, or else outside of items
	outside  int // those outside while an item is open
	grown    int // bytes that declared entities have put in
	strays   int // tags that were none
	items    []Item
	max      int
	more     bool
}

func newBuilder(ctx context.Context, data []byte, max int) *builder {
	data = mend(data)
	b := &builder{
		scope: scope{prefixes: map[string]string{}}, ctx: ctx, data: data,
		entities: declaredEntities(data), max: max,
	}
	b.readFrom(0)
	return b
}

// readFrom reads on at an offset.
func (b *builder) readFrom(at int) {
	b.at = at
	b.z = html.NewTokenizer(wait.NewReader(b.ctx, b.data[at:]))
	b.z.AllowCDATA(true)
	b.z.SetMaxBuf(maxToken)
}

// next reads one token and tells whether there are more to read. The tokenizer
// is that of HTML, which takes everything; what sets XML apart is done here.
func (b *builder) next() bool {
	kind := b.z.Next()
	raw := b.z.Raw()
	switch kind {
	case html.ErrorToken:
		return false
	case html.StartTagToken, html.SelfClosingTagToken:
		if end := strayEnd(raw); end > 0 && b.strays < maxStrays {
			b.strays++
			b.text(raw[:end])
			b.readFrom(b.at + end)
			return true
		}
		b.z.NextIsNotRawText() // as <title> and <script> have in HTML
		b.start(kind == html.SelfClosingTagToken, b.at+len(raw))
	case html.EndTagToken:
		name, _ := b.z.TagName()
		b.end(string(name))
	case html.TextToken:
		b.text(raw)
	}
	b.at += len(raw)
	return !b.more
}

// maxStrays is how many tags of a document are looked at that are none.
const maxStrays = 200

// strayEnd returns where the text ends that begins like a tag and is none, as in
// "a<b</title>": at the tag in it. It returns 0 for a tag.
func strayEnd(raw []byte) int {
	quote := byte(0)
	for i, c := range raw {
		switch {
		case c == quote:
			quote = 0
		case quote != 0:
		case (c == '"' || c == '\'') && raw[i-1] == '=':
			quote = c
		case c == '<' && i > 0:
			return i
		}
	}
	return 0
}

// top returns the innermost open element, nil for none.
func (b *builder) top() *node {
	if len(b.stack) == 0 {
		return nil
	}
	return b.stack[len(b.stack)-1]
}

func (b *builder) start(closed bool, content int) {
	n := b.newNode(content)
	for b.mustClose(n) {
		b.pop(b.at)
	}
	opens := isItem(n.name) && b.inItem() < 0
	if opens && len(b.items) >= b.max {
		b.more = true
		return
	}
	if len(b.stack) >= maxDepth || b.nodes > maxNodes && !opens {
		return
	}
	if b.isOutermost() {
		b.root = n
	}
	if opens {
		b.outside, b.nodes = b.nodes, 0
	}
	b.nodes++
	b.stack = append(b.stack, n)
	if closed || isVoid(n.name) {
		b.pop(content)
	}
}

// isOutermost tells whether the element at hand is the outermost one: the first,
// or the first of a feed where a server's warning stands before it.
func (b *builder) isOutermost() bool {
	return b.root == nil || len(b.stack) == 0 && !isFeed(b.root)
}

// newNode returns the element whose start tag was just read.
func (b *builder) newNode(content int) *node {
	n := &node{start: content}
	if parent := b.top(); parent != nil {
		n.base, n.lang, n.space = parent.base, parent.lang, parent.space
	}
	name, more := b.z.TagName()
	written := string(name)
	for more && len(n.attrs) < maxAttributes {
		var key, value []byte
		key, value, more = b.z.TagAttr()
		n.attrs = append(n.attrs, html.Attribute{Key: string(key), Val: string(value)})
		b.attribute(n, string(key), string(value))
	}
	if own := n.attr("xml:base"); own != "" {
		n.base = &base{around: n.base, own: own}
	}
	if b.isOutermost() {
		b.atom = local(written) == "feed" || local(written) == "entry"
	}
	if local(written) == "rss" {
		n.space = "" // by mistake some name that of a module
	}
	n.name = b.canonical(written, n.space)
	return n
}

// attribute heeds the attributes that mean the same everywhere.
func (b *builder) attribute(n *node, key, value string) {
	switch {
	case key == "xml:lang":
		n.lang = value
	case key == "xmlns":
		n.space, _ = lookupNamespace(value)
	case strings.HasPrefix(key, "xmlns:"):
		b.declare(key[len("xmlns:"):], value)
	}
}

// mustClose tells whether the innermost element was forgotten to be closed before n.
func (b *builder) mustClose(n *node) bool {
	at := b.inItem()
	if at < 0 || at == len(b.stack)-1 && !isItem(n.name) {
		return false
	}
	inside := b.stack[at+1:]
	switch {
	case isItem(n.name): // another item is no part of one
		return len(inside) == 0 || isPart(inside[0].name) && !inside[0].holdsXML()
	case len(inside) > 1:
		return false
	case isLine(inside[0].name), isEmpty(inside[0].name):
		return isPart(n.name)
	}
	return isBody(inside[0].name) && !inside[0].holdsXML() && (isPart(n.name) && !isTag(n.name) ||
		n.name == "link" && len(n.attrs) == 0 && b.stack[at].lacks("link") || n.name == "title" && b.stack[at].lacks("title"))
}

// manyParts is how many parts of an item are looked through for one of a name.
const manyParts = 100

// lacks tells whether an item has no part of a name so far.
func (n *node) lacks(name string) bool { return len(n.children) < manyParts && n.child(name) == nil }

// holdsXML tells the content of an Atom entry that may be a document of any kind.
func (n *node) holdsXML() bool { return strings.HasSuffix(strings.ToLower(n.attr("type")), "xml") }

// inItem returns where the open item is in the stack, -1 where none is open.
func (b *builder) inItem() int {
	return slices.IndexFunc(b.stack, func(n *node) bool { return isItem(n.name) })
}

// end closes the innermost element of a name and those inside it.
func (b *builder) end(written string) {
	name := ""
	for i := len(b.stack) - 1; i >= 0; i-- {
		if name == "" || b.stack[i].space != b.stack[i+1].space {
			name = b.canonical(written, b.stack[i].space)
		}
		if b.stack[i].name == name {
			for len(b.stack) > i {
				b.pop(b.at)
			}
			return
		}
	}
}

// pop closes the innermost element, whose content ends at an offset.
func (b *builder) pop(end int) {
	n := b.top()
	b.stack = b.stack[:len(b.stack)-1]
	if len(n.children) > 0 {
		n.content = b.data[n.start:end]
	}
	switch parent := b.top(); {
	case isItem(n.name) && b.inItem() < 0:
		b.nodes = b.outside
		b.items = append(b.items, n.item())
	case n.name == "url" && parent != nil && parent.name == "urlset":
		b.nodes = b.outside
		b.address(n)
	case parent != nil:
		parent.children = append(parent.children, n)
	}
}

// address takes in an address of a site map, if it is of news.
func (b *builder) address(n *node) {
	switch news := n.child("news:news"); {
	case news == nil:
	case len(b.items) >= b.max:
		b.more = true
	default:
		b.items = append(b.items, n.news(news))
	}
}

// broken returns why the document ends early, nil where it does not.
func (b *builder) broken() error {
	switch n := b.top(); {
	case b.z.Err() != nil && b.z.Err() != io.EOF && !errors.Is(b.z.Err(), html.ErrBufferExceeded):
		return b.z.Err() // of the context
	case errors.Is(b.z.Err(), html.ErrBufferExceeded):
		return errors.New("a tag or text in it has no end")
	case n != nil && !b.more:
		return fmt.Errorf("it ends inside <%s>", n.name)
	}
	return nil
}

// finish closes what is open at the end. An item that is cut off counts if its
// title is whole, without the part in which it is cut.
func (b *builder) finish() {
	if i := b.inItem(); i >= 0 {
		cut := b.stack[i]
		b.stack = b.stack[:i]
		if cut.text("title").Value != "" {
			b.items = append(b.items, cut.item())
		}
	}
	for len(b.stack) > 0 {
		b.pop(b.at)
	}
}

func (b *builder) text(raw []byte) {
	n := b.top()
	if n == nil {
		return
	}
	s, section := bytes.CutPrefix(raw, []byte(cdataStart))
	if !section {
		n.chars.WriteString(b.unescape(strings.ReplaceAll(string(raw), cdataEnd, "")))
		return
	}
	s = bytes.TrimSuffix(s, []byte(cdataEnd))
	for {
		inner, again := bytes.CutPrefix(bytes.TrimSpace(s), []byte(cdataStart))
		if !again {
			break
		}
		s = inner
	}
	n.chars.Write(s)
}

// Bounds in bytes of what declared entities may put in. One that holds another is
// left as it is, so that none grows.
const (
	maxEntity = 200     // one of them
	maxGrowth = 1 << 20 // all of a document's references to them
)

var (
	entityDeclaration = regexp.MustCompile(`<!ENTITY\s+([\w.-]+)\s+(?:"([^"<%]*)"|'([^'<%]*)')\s*>`)
	reference         = regexp.MustCompile(`&(#?\w[\w.-]*);`)
	halves            = regexp.MustCompile(`(?i)&#(?:(x)(d[89ab][0-9a-f]{2});&#x(d[c-f][0-9a-f]{2})|(5[5-7]\d{3});&#(5[67]\d{3}));`)
)

// declaredEntities returns what the names stand for that a document declares.
func declaredEntities(data []byte) map[string]string {
	start := bytes.Index(data, []byte("<!DOCTYPE"))
	if start < 0 {
		return nil
	}
	head := data[start:min(len(data), start+maxDeclarations)]
	if end := bytes.Index(head, []byte("]>")); end >= 0 {
		head = head[:end]
	}
	entities := map[string]string{}
	for _, m := range entityDeclaration.FindAllSubmatch(head, -1) {
		value := html.UnescapeString(string(m[2]) + string(m[3]))
		if len(value) <= maxEntity && !reference.MatchString(value) {
			entities[string(m[1])] = value
		}
	}
	return entities
}

// maxDeclarations is the length in bytes of the part of a document in which
// entities may be declared.
const maxDeclarations = 64 << 10

// unescape resolves the references to characters and entities in a text, also
// to those of HTML. Unlike in HTML, they end in a semicolon, so that addresses
// stay as they are.
func (b *builder) unescape(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	if strings.Contains(s, ";&#") {
		s = halves.ReplaceAllStringFunc(s, joined)
	}
	return reference.ReplaceAllStringFunc(s, func(r string) string {
		if value, ok := b.entities[r[1:len(r)-1]]; ok && b.grown < maxGrowth {
			b.grown += len(value)
			return value
		}
		return html.UnescapeString(r)
	})
}

// joined returns the character of two references to the halves of its code in
// UTF-16, as some programs write.
func joined(pair string) string {
	m := halves.FindStringSubmatch(pair)
	base, first, second := 10, m[4], m[5]
	if m[1] != "" {
		base, first, second = 16, m[2], m[3]
	}
	high, _ := strconv.ParseUint(first, base, 16)
	low, _ := strconv.ParseUint(second, base, 16)
	if r := utf16.DecodeRune(rune(high), rune(low)); r != utf8.RuneError {
		return string(r)
	}
	return pair
}

// isItem tells an item by its name.
func isItem(name string) bool { return name == "item" || name == "entry" || name == "atom:entry" }

// isLine tells the parts of an item that hold one line of text, no HTML with
// such tags.
func isLine(name string) bool {
	switch name {
	case "title", "link", "guid", "id", "pubdate", "category", "comments", "updated", "published", "dc:date", "dc:creator":
		return true
	}
	return false
}

// isPart tells what comes beside the lines of an item, never in them.
func isPart(name string) bool {
	return isLine(name) || isBody(name) || name == "author" || name == "enclosure"
}

// isBody tells the parts of an item that hold texts, also with tags in them.
func isBody(name string) bool {
	switch name {
	case "description", "content:encoded", "summary", "content":
		return true
	}
	return false
}

// isEmpty tells the parts of an item that say all in their attributes.
func isEmpty(name string) bool {
	switch name {
	case "enclosure", "media:content", "media:thumbnail", "itunes:image":
		return true
	}
	return false
}

// isTag tells the parts of an item whose names tags of HTML have, too.
func isTag(name string) bool { return name == "title" || name == "link" || name == "summary" }

// isVoid tells the elements of HTML that have no end tag and that turn up in
// texts.
func isVoid(name string) bool {
	switch local(name) {
	case "br", "img", "hr", "wbr":
		return true
	}
	return false
}
