package digest

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"newsbot/digest/text"
)

// opinionFolders are those of addresses in which outlets keep what is somebody's opinion.
var opinionFolders = text.WordSet("opinion opinions commentisfree editorial editorials columnists comment")

// isOpinion reports whether the article says that it is no news but somebody's opinion, or its
// address does.
func (b Brief) isOpinion() bool {
	if b.Opinion {
		return true
	}
	u, err := url.Parse(b.URL)
	if err != nil {
		return false
	}
	folders := strings.Split(strings.ToLower(u.Path), "/")
	return slices.ContainsFunc(folders[:len(folders)-1], func(f string) bool { return opinionFolders.Has(f) })
}

// opinionSections are how outlets call the parts of theirs that hold opinions, beside opinionFolders.
var opinionSections = text.WordSet("op-ed op-eds commentary viewpoint viewpoints column columns letters")

// IsOpinionSection reports whether what an article is filed under by its outlet, as it is called, is
// for somebody's opinion: "Opinion", "News / Editorials", "Letters to the editor".
func IsOpinionSection(name string) bool {
	for part := range strings.FieldsFuncSeq(text.Fold(name), func(r rune) bool { return strings.ContainsRune("/>|", r) }) {
		part = strings.TrimSuffix(strings.TrimSpace(part), " to the editor")
		if opinionFolders.Has(part) || opinionSections.Has(part) {
			return true
		}
	}
	return false
}

// opinionWords are what titles call an opinion, in a few words before or behind the rest.
var opinionWords = text.WordSet("opinion opinions editorial comment commentary column op-ed viewpoint letter letters")

// saysOpinion reports whether a title says itself that it is of an opinion: "Opinion | …",
// "Editorial: …", "… - Guardian comment".
func saysOpinion(title string) bool {
	parts := strings.FieldsFunc(dashes.Replace(title), func(r rune) bool { return r == '|' || r == ':' })
	return len(parts) > 1 && (namesOpinion(parts[0]) || namesOpinion(parts[len(parts)-1]))
}

// dashes makes bars of the dashes between the parts of a title.
var dashes = strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|")

// namesOpinion reports whether a part of a title is a few words of which the last is for an
// opinion: "Post comment", not "Opinion poll", "no comment" or "Lind letter".
func namesOpinion(part string) bool {
	words := strings.Fields(text.Fold(part))
	n := len(words)
	if n == 0 || n > 3 || !opinionWords.Has(words[n-1]) {
		return false
	}
	return n == 1 || words[n-1] != "letter" && words[n-2] != "no"
}

// speaks reports whether an article is somebody's opinion, or an interview.
func (b Brief) speaks() bool {
	return b.isOpinion() || saysOpinion(b.Title) || strings.Contains(strings.ToLower(b.Title), "interview") && interview.MatchString(b.Title)
}

// interview finds that a title calls itself one: "Interview: …", "…: an interview with …", "Ada Lind
// interview: ‘…’", not that it tells what somebody said in one.
var interview = regexp.MustCompile(`(?i)(?:^|[|:] | [–—-] )(?:(?:an?|the|our|exclusive) )*interview(?:$|[:|]| with | [|–—-] )|\binterview: ['"‘“]`)

// reported returns the articles of a story that report: all but opinions and interviews, unless
// no other has points.
func reported(articles []Brief) []Brief {
	reports := slices.DeleteFunc(slices.Clone(articles), Brief.speaks)
	if !slices.ContainsFunc(reports, func(b Brief) bool { return len(b.Points) > 0 }) {
		return articles
	}
	return reports
}

// UnmarkedOpinion reports whether the story is headed by somebody's opinion without the headline
// saying so.
func (s Story) UnmarkedOpinion() bool {
	return len(s.Articles) > 0 && s.Articles[0].isOpinion() && !saysOpinion(s.Headline)
}
