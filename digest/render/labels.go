package render

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"newsbot/digest"
	"newsbot/digest/entity"
)

// Types returns the types of entities in the order in which every output
// shows them.
func Types() []entity.Type {
	return []entity.Type{
		entity.Person, entity.Organization, entity.Place, entity.Event,
		entity.Group, entity.Product, entity.Work, entity.Other,
	}
}

// TypeLabel returns the heading for entities of a type, "People" for persons.
func TypeLabel(t entity.Type) string {
	switch t {
	case entity.Person:
		return "People"
	case entity.Organization:
		return "Organizations"
	case entity.Place:
		return "Places"
	case entity.Event:
		return "Events"
	case entity.Group:
		return "Groups"
	case entity.Product:
		return "Products"
	case entity.Work:
		return "Works"
	default:
		return "Other"
	}
}

// TypeGroup is the entities of one type, in the order in which they came.
type TypeGroup struct {
	Type     entity.Type
	Label    string
	Entities []digest.EntityCount
}

// ByType sorts entities into one group a type, in the order of Types, and
// leaves out the types that none has. A type that is not one of ours is Other.
func ByType(entities []digest.EntityCount) []TypeGroup {
	of := make(map[entity.Type][]digest.EntityCount)
	for _, e := range entities {
		t := e.Type
		if TypeLabel(t) == "Other" {
			t = entity.Other
		}
		of[t] = append(of[t], e)
	}
	var groups []TypeGroup
	for _, t := range Types() {
		if len(of[t]) > 0 {
			groups = append(groups, TypeGroup{t, TypeLabel(t), of[t]})
		}
	}
	return groups
}

// number is [Reader.Number] for somebody of whom nothing is known, as at a terminal.
func number(n int) string { return Reader{}.Number(n) }

// Plural is [Reader.Plural] for somebody of whom nothing is known.
func Plural(n int, one, many string) string { return Reader{}.Plural(n, one, many) }

// dated is [Reader.Dated] for somebody of whom the zone alone is known.
func dated(t, now time.Time, zone *time.Location) string { return Reader{Zone: zone}.Dated(t, now) }

// date is [Reader.Date] for somebody of whom the zone alone is known.
func date(t time.Time, zone *time.Location) string { return Reader{Zone: zone}.Date(t) }

// contextLine sums a digest up in one line:
// "312 articles → 41 stories · 12 sources · Tue 24 Nov 2026", the day or days that it is of, with what Scope
// says where it says something.
func contextLine(d digest.Digest) string {
	return dotted(Reader{}.Counts(d.Articles, len(d.Stories), d.Sources), Reader{Zone: d.Zone}.Days(d.First(), d.Day()), Reader{}.Scope(d))
}

// Scope says what a digest is of alone and what it leaves out, so that nobody looks for it
// in vain: "only: Chile, copper · left out: 19 with nothing new, 1 hidden · muted: football".
// It is "" where that is nothing, and does not repeat topics after which the digest is named.
func (r Reader) Scope(d digest.Digest) string {
	topics := d.Topics
	if strings.Contains(d.Edition, beside(topics)) {
		topics = nil
	}
	return dotted(r.named("only: ", topics), r.leftOut(d), r.named("muted: ", d.Muted), r.unwanted(d))
}

// unwanted says why there is nothing to tell although there are articles; "" where that is not so.
func (r Reader) unwanted(d digest.Digest) string {
	if d.Read == 0 || d.Articles > 0 || d.Hidden > 0 {
		return ""
	}
	if d.Pages == d.Read {
		return "of " + r.Plural(d.Read, "article", "articles") + " none tells news"
	}
	return "of " + r.Plural(d.Read, "article", "articles") + " none is wanted"
}

// leftOut counts what a digest leaves out.
func (r Reader) leftOut(d digest.Digest) string {
	var out []string
	if d.Known > 0 {
		out = append(out, r.Number(d.Known)+" with nothing new")
	}
	if d.Hidden > 0 {
		out = append(out, r.Number(d.Hidden)+" hidden")
	}
	if d.Pages > 0 && d.Pages < d.Read {
		out = append(out, r.Plural(d.Pages, "page", "pages")+" without news")
	}
	if len(out) == 0 {
		return ""
	}
	return "left out: " + strings.Join(out, ", ")
}

// named names topics or mutes behind a label, the first few of them; "" where there are none.
func (r Reader) named(label string, list []string) string {
	if len(list) == 0 {
		return ""
	}
	names := label + Inert(strings.Join(list[:min(namedTopics, len(list))], ", "))
	if more := len(list) - namedTopics; more > 0 {
		names += " and " + r.Number(more) + " more"
	}
	return names
}

// noStories says that a digest has none.
func noStories(d digest.Digest) string {
	switch {
	case d.Known > 0:
		return "Nothing new in this window."
	case d.From.IsZero():
		return "No stories."
	}
	return "No stories in this window."
}

// What stands in for the name of a digest that has none, and how many topics, or mutes, are
// named.
const (
	usualEdition = "News digest"
	namedTopics  = 3
)

// Edition returns the name of a digest, inert. One that has none of its own is called
// after the topics that it is about, where there are such.
func Edition(name string, topics ...string) string {
	if name = Inert(name); name != "" && name != usualEdition {
		return name
	}
	return EditionAbout(name, topics...)
}

// EditionAbout returns the name of a digest with the topics that it is about beside it, inert.
func EditionAbout(name string, topics ...string) string {
	return cmp.Or(Inert(name), usualEdition) + beside(topics)
}

// beside writes topics behind the name of a digest.
func beside(topics []string) string {
	if len(topics) == 0 {
		return ""
	}
	about := ": " + Inert(strings.Join(topics[:min(namedTopics, len(topics))], ", "))
	if len(topics) > namedTopics {
		about += ", …"
	}
	return about
}

// TrendMark returns the mark behind the count of an entity, "" where there is none: "↑" of
// one that is in the news more than in the days before, "new" of one that was not in them.
func TrendMark(t digest.Trend) string {
	switch t {
	case digest.Rising:
		return "↑"
	case digest.New:
		return "new"
	}
	return ""
}

// Headline returns the story's headline, inert, or what stands in for one. Of an opinion it
// says that it is one.
func Headline(s digest.Story) string {
	headline := s.Headline
	if Inert(headline) == "" && len(s.Articles) > 0 {
		headline = Title(s.Articles[0])
	}
	if s.UnmarkedOpinion() {
		headline = "Opinion: " + headline
	}
	return orUntitled(headline)
}

// Title returns the article's title, inert, or what stands in for one: the words
// that its first key point begins with.
func Title(a digest.Brief) string {
	if Inert(a.Title) == "" && len(a.Points) > 0 {
		return orUntitled(Shorten(a.Points[0].Text, maxStandIn))
	}
	return orUntitled(a.Title)
}

func orUntitled(title string) string {
	if t := Shorten(title, maxHeadline); t != "" {
		return t
	}
	return "Untitled"
}

// dotted joins those of the parts that say something.
func dotted(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// How many characters of a headline are shown, and of a key point in place of one.
const (
	maxHeadline = 200
	maxStandIn  = 80
)

// Local returns t in a zone, and t where one of them is not known.
func Local(t time.Time, zone *time.Location) time.Time {
	if zone == nil || t.IsZero() {
		return t
	}
	return t.In(zone)
}

// aLine matches what is a line of an advisory, by a label or a code at its head: "Fixed in: 3.2.1".
var aLine = regexp.MustCompile(`^(?:(?i:(?:affected|vulnerable|patched|fixed|corrected|severity|security impact)[\w ]* ?: )|(?:CVE|GHSA)-|CVSS )`)

// Point returns a key point as a reader sees it: with an ellipsis where it leaves out the
// end of its sentence.
func Point(p digest.KeyPoint) string {
	s := Inert(p.Text)
	last, _ := utf8.DecodeLastRuneInString(s)
	if aLine.MatchString(s) {
		return s
	}
	if unicode.Is(unicode.Latin, last) || unicode.IsDigit(last) { // other scripts may end a sentence with a letter
		return s + "…"
	}
	return s
}

// Introductions tells in brackets, behind a point, who those are whom it names by a surname
// alone: "(Cui Heng, a lecturer)". It is "" where there are none.
func Introductions(p digest.KeyPoint) string {
	if len(p.Introductions) == 0 {
		return ""
	}
	return "(" + strings.Join(each(p.Introductions, func(x digest.Introduction) string { return Inert(x.Text) }), "; ") + ")"
}
