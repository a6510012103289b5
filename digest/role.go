package digest

import (
	"regexp"
	"slices"
	"strings"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// role returns who a person is, by the latest of the texts that says it: what they are of what,
// as in "chief executive of Halden Robotics", else the title that stands before the name most
// often. A text that is as late or later may tell that they have left that.
func role(articles []Brief, texts []Analyzed, entityID string) string {
	post, left := "", leaving{}
	for _, a := range texts {
		p := newPortrait(a, entityID)
		if !left.told {
			left = p.leaving()
		}
		if post = p.post(); post != "" {
			break
		}
	}
	if post == "" {
		post = usualTitle(articles, entityID)
	}
	if left.ends(post) {
		return "former " + post
	}
	return post
}

// usualTitle returns the title that stands most often before the entity's name.
func usualTitle(articles []Brief, entityID string) string {
	count := map[string]int{}
	best := ""
	for _, a := range articles {
		for _, n := range a.Entities {
			if !SameEntity(n.ID, entityID) || n.Role == "" {
				continue
			}
			count[n.Role]++
			if count[n.Role] > count[best] {
				best = n.Role
			}
		}
	}
	return best
}

// portrait is a text as far as it tells who a person is.
type portrait struct {
	doc    string // title + "\n" + text
	title  int    // where the title ends
	person []text.Span
	owners []owner
}

// owner is where an organization or a place is named, in which the person may have a post.
type owner struct {
	text.Span
	place bool
}

func newPortrait(a Analyzed, entityID string) portrait {
	p := portrait{doc: a.Article.Title + "\n" + a.Article.Text, title: len(a.Article.Title), person: mentions(a.Analysis, entityID)}
	for _, e := range a.Analysis.Entities {
		if e.Type == entity.Organization || e.Type == entity.Place {
			for _, m := range e.Mentions {
				p.owners = append(p.owners, owner{m.Span, e.Type == entity.Place})
			}
		}
	}
	return p
}

// farthest is how many bytes from a name it stands of what the person is something.
const farthest = 100

// post returns what the text says that the person is of what, "" where it does not.
func (p portrait) post() string {
	for _, m := range p.person {
		for _, o := range p.owners {
			switch {
			case 0 <= m.Start-o.End && m.Start-o.End <= farthest:
				if post := p.postBefore(m, o); post != "" {
					return post
				}
			case 0 <= o.Start-m.End && o.Start-m.End <= farthest:
				if post := p.postBehind(m, o); post != "" {
					return post
				}
			}
		}
	}
	return ""
}

// What stands between a name and that of an organization, or behind the latter.
var (
	ownedBefore = regexp.MustCompile(`^(['’]s?)? ((?:[\pL-]+ ){1,3})$`)                                                   // X's chief executive NAME
	ownedBehind = regexp.MustCompile(`^['’]s? ((?:[\pL-]+ ?)+)(?:[,.;:\n]|$)`)                                            // NAME, X's chief executive,
	postBehind  = regexp.MustCompile(`^(?:,|` + leaves + ` as) ((?:[\pL-]+ )+)(?:of|at|for) (?:the )?(?:[\pL-]+ ){0,2}$`) // NAME, the chief executive of X
	postBefore  = regexp.MustCompile(`((?:[\pL-]+ )+)(?:of|at|for) (?:the )?$`)                                           // The chief executive of X, NAME,
)

func (p portrait) postBefore(m text.Span, o owner) string {
	between, name := p.doc[o.End:m.Start], o.In(p.doc)
	if owned := ownedBefore.FindStringSubmatch(between); owned != nil {
		post := postIn(owned[2])
		switch {
		case post == "" || post != strings.TrimSpace(owned[2]):
			return ""
		case owned[1] != "":
			return post + " of " + name
		case !o.place && !strings.HasSuffix(strings.ToLower(p.doc[max(0, o.Start-len("at ")):o.Start]), "at "):
			return name + " " + post
		}
		return ""
	}
	before := p.doc[max(0, o.Start-farthest):o.Start]
	if of := postBefore.FindStringSubmatchIndex(before); of != nil && between == ", " && strings.HasPrefix(p.doc[m.End:], ",") {
		return postOf(before[of[2]:of[3]], before[of[3]:]+name)
	}
	return ""
}

func (p portrait) postBehind(m text.Span, o owner) string {
	between, name := p.doc[m.End:o.Start], o.In(p.doc)
	if of := postBehind.FindStringSubmatchIndex(between); of != nil {
		return postOf(between[of[2]:of[3]], between[of[3]:]+name)
	}
	if between != ", " { // else a long text without stops would be read to its end for each name
		return ""
	}
	if owned := ownedBehind.FindStringSubmatch(p.doc[o.End:]); owned != nil {
		return postOf(owned[1], "of "+name)
	}
	return ""
}

// postOf returns the post that words end with, and of what it is, "" where they end with none.
func postOf(words, of string) string {
	if post := postIn(words); post != "" {
		return post + " " + of
	}
	return ""
}

// postIn returns the post that words end with, "deputy chief executive", or "".
func postIn(words string) string {
	all := strings.Fields(words)
	first := len(all)
	for first > 0 && !notOfPost.Has(strings.ToLower(all[first-1])) {
		first--
	}
	if first == len(all) || len(all)-first > longestPost || !posts.Has(strings.ToLower(all[len(all)-1])) {
		return ""
	}
	return strings.Join(all[first:], " ")
}

// longestPost is how many words a post has at most: "former deputy chief executive".
const longestPost = 4

var (
	posts = text.WordSet(`executive chief chair chairman chairwoman president director minister secretary governor mayor leader head manager
		coach captain founder co-founder spokesman spokeswoman spokesperson editor boss officer commissioner ambassador chancellor premier
		professor judge analyst economist lawyer commander bishop archbishop rector dean senator adviser advisor treasurer speaker envoy
		prosecutor curator conductor researcher lecturer ceo owner`)
	notOfPost = text.WordSet(`a an the this that its his her their and or but nor of at in on to for from by with as who which said says
		told asked added is was were are be been has had have not when while where`)
)

// leaving is what a text tells of a person who has left a post.
type leaving struct {
	told bool
	what string // the post, "" where it is not said
}

// leaves is what stands behind the name of who has left, leavesNow in a title.
const (
	leaves    = `(?:, [^,.\n]{1,80},)?(?:,? who)?(?: has| had)? (?:resigned|stepped down|stood down|quit|retired|was (?:dismissed|fired|sacked|ousted|removed))`
	leavesNow = ` (?:resigns|steps down|stands down|quits|retires|is (?:dismissed|fired|sacked|ousted))`
	leavingOf = `(?: (?:as|from) (?:the |its |his |her )?([\pL -]+)| (?:after|amid|following|in|late|on|over|when)\b|[,.;\n]|$)`
)

var (
	hasLeft  = regexp.MustCompile(`^` + leaves + leavingOf)
	isLeft   = regexp.MustCompile(`^(?:` + leaves + `|` + leavesNow + `)` + leavingOf)
	notYet   = regexp.MustCompile(`(?i)\b(?:until|effective|next|if|unless|at the end of|(?:in|since) (?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december)|years? ago|last (?:year|month))\b`)
	itsPost  = regexp.MustCompile(`\b(?:post|job|position|office|role)\b`)
	shortFor = strings.NewReplacer("ceo", "chief executive")
)

// leaving returns what the text tells of the person having left.
func (p portrait) leaving() leaving {
	for _, m := range p.person {
		behind, told := p.doc[m.End:], hasLeft
		if m.End <= p.title {
			behind, told = p.doc[m.End:p.title], isLeft
		}
		sentence, _, _ := strings.Cut(behind, ". ")
		sentence, _, _ = strings.Cut(sentence, "\n")
		if found := told.FindStringSubmatch(sentence); found != nil && !notYet.MatchString(sentence) {
			return leaving{true, found[1]}
		}
	}
	return leaving{}
}

// ends reports whether who has left so has left a post that they had.
func (l leaving) ends(post string) bool {
	post, what := shortFor.Replace(text.Fold(post)), shortFor.Replace(text.Fold(l.what))
	if !l.told || post == "" || strings.Contains(post, "former") {
		return false
	}
	words := strings.Fields(post)
	return what == "" || itsPost.MatchString(what) || slices.ContainsFunc(strings.Fields(what), func(w string) bool { return len(w) > 3 && slices.Contains(words, w) })
}
