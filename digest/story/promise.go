package story

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"newsbot/digest/text"
)

// promises reports whether a title asks or teases, or announces advice, an opinion, a
// review, a list, a round-up or what IsService knows, instead of telling what happened. But for questions it knows
// English alone.
func promises(title string) bool {
	if strings.ContainsAny(title, "?？¿") {
		return true
	}
	words := spaced(title)
	rubric, _, cut := cutRubric(title)
	return teases(words) || isService(title) || gathers(title, words) || anyOf(beginnings, words, strings.HasPrefix) ||
		anyOf(endings, words, strings.HasSuffix) || isList(strings.Fields(words)) || cut && namesGenre(strings.Fields(spaced(rubric)))
}

// cutRubric returns what stands before and behind the first colon or bar of a title, and whether there is one.
func cutRubric(title string) (rubric, rest string, cut bool) {
	return strings.Cut(strings.Replace(title, " | ", ": ", 1), ": ")
}

// teases reports whether a title, spaced, has words that hold back what happened, or that a page has
// which tells it minute by minute.
func teases(words string) bool { return anyOf(teasers, words, strings.Contains) }

// explains reports whether a title promises what is known of an event that has just happened, as no advice or round-up does.
func explains(title string) bool { return anyOf(explanations, spaced(title), strings.Contains) }

var explanations = []string{" what we know ", " what is known ", " what you need to know "}

// spaced returns the folded words of a title, each between blanks.
func spaced(title string) string {
	var b strings.Builder
	b.Grow(len(title) + 2)
	b.WriteByte(' ')
	for word := range strings.FieldsFuncSeq(text.Fold(title), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '-'
	}) {
		b.WriteString(word)
		b.WriteByte(' ')
	}
	return b.String()
}

func anyOf(phrases []string, words string, has func(s, phrase string) bool) bool {
	for _, p := range phrases {
		if has(words, p) {
			return true
		}
	}
	return false
}

// teasers are what titles say that hold back what happened, or tell what to buy, to do
// or to think.
var teasers = []string{
	" need to know ", " you should know ", " what we know ", " what to know ", " things to know ", " what to expect ", " won't believe ",
	" this is why ", " the reason why ", " here's ", " here is ", " here are ", " find out ", " what happens next ", " everything you ",
	" explained ", " explainer ", " as it happened ", " live blog ", " morning briefing ", " evening briefing ", " view on ", " how to ",
	" guide to ", " tips to ", " tips for ", " top 5 ", " top 10 ", " best of ", " best way to ", " best ways to ", " best places to ",
	" best deals ", " daily deals ", " friday deals ", " monday deals ", " gift guide ", " coupon ", " coupons ", " promo code ", " sale at ",
	" horoscope ", " horoscopes ", " in pictures ", " recap ", " spoiler ", " spoilers ",
}

// beginnings and endings are the first and last words of such titles.
var (
	beginnings = []string{" why ", " what ", " what's ", " how ", " there's ", " there is ", " let's ", " live at ", " live from ", " watch ", " listen ", " we ", " i ", " my ", " your "}
	endings    = []string{" photos ", " gallery ", " quiz ", " podcast ", " newsletter ", " roundup ", " round-up "}
)

// genres are words for what is no news.
var genres = text.WordSet(`advertisement advertorial analysis column comment commentary editorial essay faq gallery guide letters newsletter op-ed opinion photos
	podcast quiz recap review reviews round-up roundup satire sponsored`)

// CutPreview returns what stands behind the rubric of a title, as CleanHeadline has it, which says that its article is of what is
// to come, and whether it has one: "Preview: Sund v Halvik", "Cup final preview: Rovers without Lund".
func CutPreview(title string) (rest string, found bool) {
	rubric, rest, _ := cutRubric(title)
	words := strings.Fields(spaced(rubric))
	found = rest != "" && len(words) > 0 && (words[0] == "preview" || words[len(words)-1] == "preview")
	return rest, found
}

// namesGenre reports whether the words before a colon begin or end with a genre.
func namesGenre(words []string) bool {
	return len(words) > 0 && (genres.Has(words[0]) || genres.Has(words[len(words)-1]))
}

// listed are what lists count, counts their numbers, beside those in digits.
var (
	listed = text.WordSet("tips ways things reasons questions facts lessons signs takeaways moments secrets tricks steps ideas gifts recipes myths mistakes best worst")
	counts = text.WordSet("two three four five six seven eight nine ten best worst")
)

// isList reports whether a title of these words begins with how many things of a kind it
// lists: "15 Tips to Sleep Well".
func isList(words []string) bool {
	if len(words) > 0 && (words[0] == "the" || words[0] == "top") {
		words = words[1:]
	}
	if len(words) < 2 || !counts.Has(words[0]) && strings.Trim(words[0], "0123456789") != "" {
		return false
	}
	for _, w := range words[1:min(len(words), 4)] {
		if listed.Has(w) {
			return true
		}
	}
	return false
}

// gatherings are words of titles of pages that tell of many events; rubrics end with gatheringEnds
// before a list of them.
var (
	gatherings = []string{
		" good morning ", " good evening ", " morning briefing ", " evening briefing ", " daily briefing ", " morning newsletter ",
		" evening newsletter ", " news in brief ", " week in review ", " news digest ", " daily digest ", " weekly digest ", " today's headlines ",
		" things to start your day ", " things to know this morning ", " things you need to know this morning ", " things to know today ",
	}
	weeksIn = []string{" the week in ", " this week in "} // begin such titles
	// newsletter matches the number of a newsletter or what one is called by the time of day, things what a list of a day's news is called
	newsletter = regexp.MustCompile(`^(?:No\. ?\d+|(?:Morning|Lunchtime|Midday|Evening) (?:\p{Lu}\pL+|mail|brief|bid|update|rundown|wire|note)|Weekend (?i:mail|brief|reads|reading))(?:: | \| )`)
	things     = regexp.MustCompile(`^\S+ things for (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today)$`)
	// ofDay matches what stands before the list of a newsletter: "Five for Friday: ", "The Ledger, Tuesday: "
	ofDay         = regexp.MustCompile(`^(?:(?i:three|four|five|six|seven|eight|nine|ten|\d+) for|The \p{Lu}[\pL ]{2,30},) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day: `)
	gatheringEnds = []string{" this week ", " roundup ", " round-up ", " briefing ", " newsletter ", " digest ", " weekly "}
	// the last words of such titles of three words and fewer
	briefs = []string{" briefs ", " roundup ", " round-up ", " headlines "}
	// what is done with briefs and the like, which then are the end of a sentence
	briefVerbs = text.WordSet(`approves ban bans banned buy buys dominate dominates drop drops file files filed grab grabs hit hits made make makes
		pull pulls recalls reject rejects sell sells steal steals`)
)

// fewListed is how many things are a list in which each is of another event.
const fewListed = 4

// gathers reports whether a title, as it is and spaced, is that of a round-up or a table, which is of no story: "Good morning: a
// port on fire and a pill for dengue", "Open source this week: a board, a court and a law", "Tarn League standings".
func gathers(title, words string) bool {
	if isBriefs(words) || tabulates(title, words) || newsletter.MatchString(title) || things.MatchString(strings.TrimSpace(words)) || anyOf(weeksIn, words, strings.HasPrefix) || strings.HasSuffix(withoutDay(words), " news diary ") || anyOf(gatherings, words, strings.HasPrefix) || anyOf(gatherings, words, strings.HasSuffix) {
		return true
	}
	rubric, rest, cut := strings.Cut(title, ": ")
	if !cut {
		return false
	}
	list := strings.Contains(rest, ", ") || strings.Contains(rest, "; ")
	rubric = spaced(rubric)
	return anyOf(gatherings, rubric, strings.HasSuffix) || list && anyOf(gatheringEnds, rubric, strings.HasSuffix) ||
		strings.Count(rest, ", ") >= fewListed-1 && ofDay.MatchString(title)
}

// isBriefs reports whether a title, spaced, is no more than a name for briefs: "Halden sport briefs", not
// "Storm makes headlines".
func isBriefs(words string) bool {
	const longest = 3
	return anyOf(briefs, words, strings.HasSuffix) && strings.Count(words, " ") <= longest+1 && !slices.ContainsFunc(strings.Fields(words), briefVerbs.Has)
}

// withoutDay returns the words of a title without the day that they end with.
func withoutDay(words string) string {
	for {
		rest := strings.TrimRight(words, " ")
		at := strings.LastIndexByte(rest, ' ') + 1
		if last := rest[at:]; last == "" || last != "for" && !stampWords.Has(last) && strings.Trim(last, "0123456789") != "" {
			return words
		}
		words = rest[:at]
	}
}
