package feed

import (
	"regexp"
	"slices"
	"strings"
)

// maxBoilerplate is the length in bytes up to which a paragraph may be
// boilerplate: what is longer tells something.
const maxBoilerplate = 300

// boilerplate matches whole paragraphs, in small letters, that publishers put between
// or around those of an article. Each pattern asks for more than a first word, because
// sentences begin with any word.
var boilerplate = []*regexp.Regexp{
	// time stamps
	regexp.MustCompile(`^(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:?\s+(?:(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?\.?,? )?(?:\d{1,2}[:/. -]|\d{4}-|` + months + `).{0,80}$`),
	regexp.MustCompile(`^(?:(?:published|updated|posted):? .{0,20}|\d+ (?:minutes?|hours?|days?) )\bago$`),
	regexp.MustCompile(`published \d{1,2}:\d\d [ap]m [a-z]{2,4} .{0,20}$`),
	regexp.MustCompile(`^(?:by .{3,60} )?(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?` + months + `[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?:,? (?:at |[|/] )?\d{1,2}:\d\d.{0,12})?(?: [|/] .{0,60})?$`),
	regexp.MustCompile(`^\d{1,2}[./]\d{1,2}[./]\d{4}(?:,? \d{1,2}:\d\d)?$`),
	regexp.MustCompile(`^by [^.]{3,60} \d{1,2}/\d{1,2}/\d{2,4}\b.{0,20}$`),
	// pictures
	regexp.MustCompile(`^(?:photos?|images?|pictures?|credits?|video)(?: credits?| copyright| caption| source)?\s*[:©]`),
	regexp.MustCompile(`^(?:photo|image|picture) (?:by|copyright|courtesy of) .{2,80}$`),
	regexp.MustCompile(`^(?:(?:image|photo|slide) )?\d+ (?:of ?/?|/) ?\d+$`),
	regexp.MustCompile(`^item \d+ of \d+ `),
	regexp.MustCompile(`\((?:image|photo|picture|pic|ap photo|credit)s?(?: by| courtesy of|:|/)[^()]{1,100}\)$`),
	// pointers to other articles
	regexp.MustCompile(`^(?:related|read (?:more|also|next|this)|see (?:also|more)|more(?: on this| from [^.]{2,40})?|also(?: read)?|recommended|watch|don'?t miss|must read|editor'?s picks?|up next|trending)(?: (?:stories|articles|content|links|coverage|topics|news))?\s*(?::.*|\.\.\.|…)?$`),
	regexp.MustCompile(`^(?:you (?:may|might) (?:also )?(?:like|be interested in)|more stories|latest stories|most (?:read|popular|viewed))(?:\W.{0,20})?$`),
	regexp.MustCompile(`^(?:continue reading|(?:story|article) continues below|keep reading|(?:read|see|view) (?:the )?(?:full|whole|original) (?:story|article|post)|scroll down)\b.{0,60}$`),
	regexp.MustCompile(`^(?:article url|comments url|points|# ?comments|comments|full changelog)\s*: ?\S+$`),
	regexp.MustCompile(`^(?:submitted by \S+ to \S+|\d+ points? \| \d+ comments?|arxiv:\S+ announce type: \S+)$`),
	regexp.MustCompile(`^the post .+ (?:appeared first|first appeared) on .+$`),
	// asking for something
	regexp.MustCompile(`^(?:please )?(?:subscribe (?:to|here|now|today)|sign up (?:for|to|here)|follow (?:us|him|her|them|me|our)|follow (?:\S+ ){1,3}on (?:twitter|facebook|instagram|youtube|x|mastodon|bluesky|threads|linkedin)|like us on|download (?:the|our) .{0,30}\bapp|listen to our|(?:have|got) a (?:confidential |news |story )?tip|get the latest|tell us what you|let us know (?:in|what)|email us|join our|join us on)\b.{0,200}$`),
	regexp.MustCompile(`^(?:subscribe|more ap \S.{0,60}): ?https?://\S+$`),
	regexp.MustCompile(`^follow (?:\S+ ){1,4}coverage\b.{0,100}$`),
	regexp.MustCompile(`^(?:write to|e-?mail|contact|reach)\b.{2,60}\bat \S+@\S+$`),
	regexp.MustCompile(`^(?:if you buy|when you (?:buy|purchase)|we)\b.{0,120}\bmay (?:earn|receive|make) an? (?:small |affiliate )*commission\b`),
	// what a page says of itself
	regexp.MustCompile(`^(?:listen )?\d+[ -]min(?:ute)?s?(?: read)?$`),
	regexp.MustCompile(`^list (?:of \d+ items|\d+ of \d+)$`),
	regexp.MustCompile(`^this (?:is a )?(?:breaking|developing)(?: news)? (?:news|story)\b.{0,40}\b(?:updated?|updates|develop\w*|more)\b`),
	regexp.MustCompile(`^(?:correction|clarification): .*\b(?:version|article|story|headline)\b`),
	regexp.MustCompile(`^this (?:article|story|report|headline|post) (?:has been|was) (?:updated|corrected|amended)\b`),
	// rights
	regexp.MustCompile(`^this (?:article|story|post|piece|essay) (?:(?:was|is|has been|originally|first|also) ?)*(?:re)?(?:published|appeared)\b.{0,200}$`),
	regexp.MustCompile(`^(?:copyright (?:©|@|\(c\)|(?:19|20)\d\d)|© |\(c\) ?(?:19|20)\d\d)`),
	regexp.MustCompile(`^source: .{2,60}$`),
	// what a program should have replaced: [gallery ids="1,2"], [button]Write to us[/button]
	regexp.MustCompile(`^\[[a-z][\w-]* [^\]=]*=[^\]]*\]`),
	regexp.MustCompile(`^\[[a-z][\w-]*\].*\[/[a-z][\w-]*\]$`),
	// nothing
	regexp.MustCompile(`^https?://\S+$`),
	regexp.MustCompile(`^(?:#[\p{L}\p{N}_]+ ?)+$`),
	regexp.MustCompile(`^[\p{P}\p{S}\s]*$`),
}

// byline matches a paragraph that only names who wrote an article.
var byline = regexp.MustCompile(`^(?:By|BY|by):? ` + name + `(?:,? (?:` + name + `|and|&|de|van|von|der|bin|al)){1,8}(?:, [^.]{2,40})?$`)

// name matches a word of a name.
const name = `\p{Lu}[\p{L}'’.-]*`

// months matches the beginning of an English month's name.
const months = `(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)`

// labels are whole paragraphs, in small letters and without a full stop at their end,
// that are none of an article's.
var labels = asSet(`advert, adverts, advertisement, advertisements, advertisement skip advertisement, skip advertisement, ad feedback, sponsored,
	sponsored content, promoted, breaking news, latest news, article continues after ad, story continues, after newsletter promotion,
	skip to content, skip to main content, skip to end of carousel, end of carousel, end of list, share, share this, share this article,
	share this story, share full article, gift this article, save, print, tweet, email, copy link, comment, comments, view comments,
	leave a comment, leave a reply, loading, sign in, log in, get in touch, tap here to follow, listen to this article, summarized by ai,
	topics, more on this story, explore more on these topics, reuse this content, this slideshow requires javascript, file photo, caption,
	hide caption, toggle caption, close, getty images, reuters, afp, ap, epa, pa media, view gallery, no content`)

// heads begin paragraphs, in small letters, that are none of an article's.
var heads = []string{
	"this website uses cookies", "we use cookies", "please enable javascript", "to view this video", "this video can not be played",
	"this video cannot be played", "this content is not available in your", "we are having trouble retrieving the article",
	"thank you for your patience while we verify", "you can receive breaking news on a", "already a subscriber?", "privacy notice: ",
	"our standards: ", "issued on: ", "a version of this article appears in print", "the views expressed in this", "views expressed in this",
	"the opinions expressed in this", "opinions expressed by", "related coverage from ", "read more of this story at ",
	"tags: ", "tagged: ", "tagged as: ", "tagged with: ", "filed under: ", "posted in: ", "categories: ", "submitted by /u/",
	"image caption, ", "image source, ", "image copyright, ", "media caption, ", "enlarge image", "enlarge this image",
	"advertisement · scroll to continue", "listen to this article · ", "get our flagship newsletter", "thanks for reading ", "learn more about your ad choices", "ftc: we use income", "[[ this is a content summary only",
}

// asides are what a paragraph says somewhere, in small letters, that is none of an
// article's.
var asides = []string{
	"click here", "clicking here", "all rights reserved", "is solely responsible for all content", "is a reader-supported publication",
	"on medium, where people are continuing the conversation", " can be reached at ", " can be contacted at ",
	". follow him on ", ". follow her on ", ". follow them on ", ". follow us on ", ". follow us at ", ". follow me on ",
}

// asSet returns the set of what s lists between commas.
func asSet(s string) map[string]bool {
	set := map[string]bool{}
	for p := range strings.SplitSeq(s, ",") {
		set[strings.TrimSpace(p)] = true
	}
	return set
}

// isBoilerplate tells whether a paragraph is none of the article's.
func isBoilerplate(p string) bool {
	if len(p) > maxBoilerplate {
		return false
	}
	lower := strings.ToLower(p)
	return labels[strings.TrimRight(lower, ".…: ")] ||
		slices.ContainsFunc(heads, func(s string) bool { return strings.HasPrefix(lower, s) }) ||
		slices.ContainsFunc(asides, func(s string) bool { return strings.Contains(lower, s) }) ||
		slices.ContainsFunc(boilerplate, func(re *regexp.Regexp) bool { return re.MatchString(lower) }) ||
		byline.MatchString(p)
}

// withoutBoilerplate returns the paragraphs of a text that are not boilerplate.
func withoutBoilerplate(text string) string {
	var kept []string
	for p := range strings.SplitSeq(text, "\n") {
		if !isBoilerplate(p) {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "\n")
}

// isPointer tells whether a paragraph of which linked bytes are inside links
// only points to other articles: a headline, no sentence. At most an outlet's name
// follows on a link at its head.
func isPointer(p string, linked int, atHead bool) bool {
	least := 9
	if atHead {
		least = 6
	}
	return len(p) <= maxBoilerplate/2 && linked*10 >= len(p)*least && !endsSentence(p)
}

// further matches links to the rest of a text, in the languages of Europe's west.
var further = regexp.MustCompile(`(?i)^\W*(?:(?:continue|keep) reading\b.*|read (?:more|on|the rest)|(?:(?:read|see|view) )?(?:the )?(?:full|whole|original) (?:story|article|post)|more` +
	`|mehr|weiterlesen|lire (?:la suite|plus)|(?:leer|ver) más|seguir leyendo|leia mais|ler mais|leggi tutto|continua a leggere|lees (?:meer|verder)|läs mer|les mer|læs mere)\W*$`)
