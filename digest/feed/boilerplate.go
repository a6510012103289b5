package feed

import (
	"regexp"
	"strings"
)

// maxBoilerplate is the length in bytes up to which a paragraph may be
// boilerplate: what is longer tells something.
const maxBoilerplate = 300

// boilerplate matches whole paragraphs that publishers put between or around
// those of an article. Each pattern asks for more than a first word, because
// sentences begin with any word.
var boilerplate = []*regexp.Regexp{
	// time stamps
	regexp.MustCompile(`(?i)^(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:?\s+(?:(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?\.?,? )?(?:\d{1,2}[:/. -]|\d{4}-|` + months + `).{0,80}$`),
	regexp.MustCompile(`(?i)^(?:published|updated|posted):? .{0,20}\bago$`),
	regexp.MustCompile(`^[\p{L} .]{0,40}\bPublished \d{1,2}:\d\d [AP]M .{0,30}$`),
	regexp.MustCompile(`(?i)^(?:by .{3,60} )?(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?` + months + `[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?:,? (?:at |[|/] )?\d{1,2}:\d\d.{0,12})?(?: [|/] .{0,60})?$`),
	regexp.MustCompile(`(?i)^\d{1,2}[./]\d{1,2}[./]\d{4}(?:,? \d{1,2}:\d\d)?$`),
	regexp.MustCompile(`(?i)^by [^.]{3,60} \d{1,2}/\d{1,2}/\d{2,4}\b.{0,20}$`),
	// who wrote it
	regexp.MustCompile(`^(?:By|BY|by):? ` + name + `(?:,? (?:` + name + `|and|&|de|van|von|der|bin|al)){1,8}(?:, [^.]{2,40})?$`),
	// pictures
	regexp.MustCompile(`(?i)^(?:photos?|images?|pictures?|credits?|video)(?: credits?| copyright| caption| source)?\s*[:©]`),
	regexp.MustCompile(`(?i)^(?:photo|image|picture) (?:by|copyright|courtesy of) .{2,80}$`),
	regexp.MustCompile(`(?i)^(?:(?:image|photo|slide) )?\d+ (?:of ?/?|/) ?\d+$`),
	regexp.MustCompile(`(?i)\((?:image|photo|picture|pic|ap photo|credit)s?(?: by| courtesy of|:|/)[^()]{1,100}\)$`),
	regexp.MustCompile(`(?i)^(?:this slideshow requires javascript|file photo|(?:hide |toggle )?caption|close|getty images|view gallery|enlarge(?: this)? image.{0,200})\.?$`),
	// pointers to other articles
	regexp.MustCompile(`(?i)^(?:related|read (?:more|also|next|this)|see (?:also|more)|more(?: on this| from [^.]{2,40})?|also(?: read)?|recommended|watch|don'?t miss|must read|editor'?s picks?|up next|trending)(?: (?:stories|articles|content|links|coverage|topics|news))?\s*(?::.*|\.\.\.|…)?$`),
	regexp.MustCompile(`(?i)^(?:you (?:may|might) (?:also )?(?:like|be interested in)|more stories|latest stories|most (?:read|popular|viewed))(?:\W.{0,20})?$`),
	regexp.MustCompile(`(?i)^(?:continue reading|(?:story|article) continues below|keep reading|(?:read|see|view) (?:the )?(?:full|whole|original) (?:story|article|post)|scroll down)\b.{0,60}$`),
	regexp.MustCompile(`(?i)^read more of this (?:story|article) (?:at|on) .{2,60}$`),
	regexp.MustCompile(`(?i)^(?:article url|comments url|points|# ?comments|comments|full changelog)\s*: ?\S+$`),
	regexp.MustCompile(`(?i)^(?:submitted by (?:/u/\S+|\S+ to \S+)|\d+ points? \| \d+ comments?|no content\.|arxiv:\S+ announce type: \S+|\[\[ this is a content summary only\b.*)$`),
	regexp.MustCompile(`(?i)^(?:tags|tagged(?: as| with)?|filed under|posted in|categories)\s*:`),
	regexp.MustCompile(`(?i)^[^.]{0,100}\bclick(?:ing)? here\b.{0,60}$`),
	regexp.MustCompile(`(?i)^the post .+ (?:appeared first|first appeared) on .+$`),
	// asking for something
	regexp.MustCompile(`[.!?”"] Follow (?:us|him|her|them|me|\p{Lu}\S*) (?:on|at) (?:Twitter|Facebook|Instagram|X|Mastodon|Bluesky|Threads|LinkedIn)\b`),
	regexp.MustCompile(`(?i)^(?:please )?(?:subscribe (?:to|here|now|today)|sign up (?:for|to|here)|follow (?:us|him|her|them|me|our)|follow (?:\S+ ){1,3}on (?:twitter|facebook|instagram|youtube|x|mastodon|bluesky|threads|linkedin)|like us on|download (?:the|our) .{0,30}\bapp|listen to our|(?:have|got) a (?:news |story )?tip|get the latest|tell us what you|let us know (?:in|what)|email us|join our|join us on)\b.{0,200}$`),
	regexp.MustCompile(`(?i)^(?:adverts?|advertisements?|breaking news|latest news|sponsored(?: content)?|promoted|ad feedback|skip to (?:main )?content|skip advertisement|share(?: this(?: article| story)?)?|print|comments?|leave a (?:comment|reply)|loading\W*|copy link|tweet|email|sign in|log in)$`),
	regexp.MustCompile(`(?i)^(?:this website uses|we use) cookies\b`),
	regexp.MustCompile(`(?i)^(?:subscribe|more ap \S.{0,60}): ?https?://\S+$`),
	regexp.MustCompile(`(?i)^follow (?:\S+ ){1,4}coverage\b.{0,100}$`),
	regexp.MustCompile(`(?i)^(?:related coverage from .*:$|ftc: we use income|thanks for reading [^.!]{2,80}!|learn more about your ad choices\.)`),
	regexp.MustCompile(`(?i)\b(?:is a reader-supported publication|on medium, where people are continuing the conversation)\b`),
	// rights
	regexp.MustCompile(`(?i)^this (?:article|story|post|piece|essay) (?:(?:was|is|has been|originally|first|also) ?)*(?:re)?(?:published|appeared)\b.{0,200}$`),
	regexp.MustCompile(`(?i)^(?:copyright (?:©|@|\(c\)|(?:19|20)\d\d)|© |\(c\) ?(?:19|20)\d\d)`),
	regexp.MustCompile(`(?i)\ball rights reserved\b`),
	regexp.MustCompile(`(?i)^source: .{2,60}$`),
	// what a program should have replaced: [gallery ids="1,2"], [button]Write to us[/button]
	regexp.MustCompile(`^\[[a-z][\w-]* [^\]=]*=[^\]]*\]`),
	regexp.MustCompile(`^\[[a-z][\w-]*\].*\[/[a-z][\w-]*\]$`),
	// nothing
	regexp.MustCompile(`(?i)^https?://\S+$`),
	regexp.MustCompile(`^(?:#[\p{L}\p{N}_]+ ?)+$`),
	regexp.MustCompile(`^[\p{P}\p{S}\s]*$`),
}

// name matches a word of a name.
const name = `\p{Lu}[\p{L}'’.-]*`

// months matches the beginning of an English month's name.
const months = `(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)`

// isBoilerplate tells whether a paragraph is none of the article's.
func isBoilerplate(p string) bool {
	if len(p) > maxBoilerplate {
		return false
	}
	for _, re := range boilerplate {
		if re.MatchString(p) {
			return true
		}
	}
	return false
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
