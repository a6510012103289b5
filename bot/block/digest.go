package block

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"newsbot/digest"
	"newsbot/digest/render"
)

// Options says how a digest is laid out.
type Options struct {
	Top       int       // most stories in the channel's message; 7 where it is 0
	Replies   int       // most replies with a story each; 40 where it is 0
	Headlines bool      // the thread is one reply, with the headlines of all stories that are not in the channel's message
	Now       time.Time // when it is posted; the digest's end where it is zero
	Locale    string    // of its readers, "de-DE"; "" where it is not known
	Notice    bool      // it tells of a few stories at once: without what went into it, and without names
	Page      bool      // its messages stand on one page, which is no channel with a thread

	Menu func(digest.Story) []Button        // what readers can do about a story, as read it in full; nil: nothing
	Foot func(rest []digest.Story) []Button // under the channel's message, in which the rest of the stories are not; nil: nothing
}

// menu returns the menu of a story, as far as a menu takes it.
func (o Options) menu(s digest.Story) []Button {
	if o.Menu == nil {
		return nil
	}
	return choosable(o.Menu(s), MaxOverflow)
}

// foot returns the buttons under the channel's message.
func (o Options) foot(rest []digest.Story) []Button {
	if o.Foot == nil {
		return nil
	}
	return o.Foot(rest)
}

func (o Options) withDefaults(d digest.Digest) Options {
	if o.Now.IsZero() {
		o.Now = d.To
	}
	if o.Top <= 0 {
		o.Top = 7
	}
	switch {
	case o.Headlines:
		o.Replies = 0
	case o.Replies <= 0:
		o.Replies = 40
	}
	return o
}

// Digest lays a digest out: first the message for the channel, then the
// replies for its thread, in the order in which to post them. The channel's
// message holds the top stories, as many of them as fit; every other story has
// a reply of its own up to Options.Replies, and one more reply lists the rest; with
// Options.Headlines that lists all of them.
func Digest(d digest.Digest, o Options) []Message {
	o = o.withDefaults(d)
	if len(d.Stories) == 0 {
		return []Message{empty(d, o)}
	}
	parent, top := fitting(d, o)
	return append([]Message{parent}, replies(d, o, d.Stories[top:])...)
}

// Told returns for each message of a digest, as long as they tell points of stories,
// which stories those are.
func Told(d digest.Digest, o Options) [][]digest.Story {
	o = o.withDefaults(d)
	if len(d.Stories) == 0 {
		return nil
	}
	_, top := fitting(d, o)
	replies := d.Stories[top:min(top+o.Replies, len(d.Stories))]
	return slices.Insert(slices.Collect(slices.Chunk(replies, 1)), 0, d.Stories[:top])
}

// fitting returns the channel's message with as many top stories as fit into
// it, and how many those are.
func fitting(d digest.Digest, o Options) (parent Message, top int) {
	top = min(o.Top, len(d.Stories))
	parent = channelMessage(d, o, top)
	for ; top > 1 && Check(parent.Blocks) != nil; top-- {
		parent = channelMessage(d, o, top-1)
	}
	return parent, top
}

// empty is the whole digest of a window in which nothing happened.
func empty(d digest.Digest, o Options) Message {
	text := title(d, o) + ": no news this time"
	if out := o.reader(d).Scope(d); out != "" {
		text += " (" + out + ")"
	}
	text += "."
	return Message{
		Text:   Escape(text),
		Blocks: []slack.Block{rich(section(span(text, nil)))},
	}
}

// channelMessage is the message with the first top stories.
func channelMessage(d digest.Digest, o Options, top int) Message {
	blocks := []slack.Block{
		slack.NewHeaderBlock(plainText(title(d, o))),
		smallPrint(summary(d, o)),
	}
	for i, s := range d.Stories[:top] {
		blocks = append(blocks, storyBlocks(s, standing{by: o.reader(d), menu: o.menu(s), id: i, links: o.Menu == nil})...)
	}
	if more := o.inThread(d, top); more != "" {
		blocks = append(blocks, smallPrint(more))
	}
	if names := entities(d.Entities, o.reader(d)); names != nil && !o.Notice {
		blocks = append(blocks, slack.NewDividerBlock(), names)
	}
	if foreign := o.reader(d).Foreign(d.Foreign, "article", "articles"); foreign != "" && !o.Notice {
		blocks = append(blocks, smallPrint(foreign))
	}
	if foot := o.foot(d.Stories[top:]); len(foot) > 0 {
		blocks = append(blocks, Row{Buttons: foot}.block(top))
	}
	return Message{Text: fallback(d, o, top), Blocks: blocks}
}

// title is the digest's header: its edition and its local date, or dates. Where it is
// too long the edition is cut, not the date.
func title(d digest.Digest, o Options) string {
	date := dates(d, o)
	if date == "" {
		return clip(render.Edition(d.Edition), MaxHeader)
	}
	date = " · " + date
	return clip(render.Edition(d.Edition), MaxHeader-len([]rune(date))) + date
}

// dates says of which day or days a digest is, of that on which it is posted where it does not tell.
func dates(d digest.Digest, o Options) string {
	if d.Day().IsZero() {
		return o.reader(d).Date(o.Now)
	}
	return o.reader(d).Days(d.First(), d.Day())
}

// since says when the window of a long digest begins, "" where its title tells the days.
func since(d digest.Digest, o Options) string {
	if d.IsLong() && d.First().Equal(d.Day()) {
		return "since " + o.reader(d).MomentFrom(d.From, d.To)
	}
	return ""
}

// summary says what went into the digest and when it was put together:
// "312 articles → 41 stories · 12 sources · Mon 08:30 Europe/Berlin", with what since
// and Scope say; of a notice only how many stories there are, and when.
func summary(d digest.Digest, o Options) string {
	by := o.reader(d)
	parts := []string{by.Counts(d.Articles, len(d.Stories), d.Sources), since(d, o), by.Scope(d)}
	if o.Notice {
		parts = []string{by.Plural(len(d.Stories), "story", "stories")}
	}
	if !o.Now.IsZero() {
		parts = append(parts, clock(o.Now, day(d, o), by))
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// clock writes t with its zone, and with its date where that is not the
// digest's day.
func clock(t, day time.Time, by render.Reader) string {
	t, day = render.Local(t, by.Zone), render.Local(day, by.Zone)
	written := t.Format("Mon ") + by.Clock(t)
	if t.Format(time.DateOnly) != day.Format(time.DateOnly) {
		written = by.Moment(t)
	}
	name := t.Location().String()
	if t.Location() == time.Local {
		name = t.Format("MST")
	}
	return written + " " + name
}

// fallback is the text of notifications and screen readers.
func fallback(d digest.Digest, o Options, top int) string {
	var b strings.Builder
	b.WriteString(title(d, o))
	for i, s := range d.Stories[:top] {
		fmt.Fprintf(&b, "\n%d. %s", i+1, headline(s))
	}
	if more := o.inThread(d, top); more != "" {
		b.WriteString("\n" + more)
	}
	return Escape(b.String())
}

// inThread says how many stories are not in the channel's message, "" for none.
func (o Options) inThread(d digest.Digest, top int) string {
	if len(d.Stories) == top {
		return ""
	}
	where := "In the thread: "
	if o.Page {
		where = "Below: "
	}
	return where + o.reader(d).Plural(len(d.Stories)-top, "more story", "more stories")
}

// reader is how those read who get the digest.
func (o Options) reader(d digest.Digest) render.Reader { return render.NewReader(d.Zone, o.Locale) }

// day is a time on the local day that the digest is of, that on which it is
// posted where the digest does not tell.
func day(d digest.Digest, o Options) time.Time {
	if t := d.Day(); !t.IsZero() {
		return t
	}
	return o.Now
}
