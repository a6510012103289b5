package feed

import (
	"regexp"
	"slices"
	"strings"

	"newsbot/digest"
)

// signed matches who wrote an opinion behind the word for it: "Opinion / Ada Lind", "Column by Ada
// Lind".
var signed = regexp.MustCompile(`^(.{3,30}?)(?: ?[/|:·–—-] ?(?:by )?| by )` + name + `(?: ` + name + `){1,3}$`)

// disclaimer matches what outlets put behind an opinion, in small letters: whose it is.
var disclaimer = regexp.MustCompile(`^(?:the |all )?(?:views|opinions) (?:expressed|here|in this)\b.{0,60}\b(?:own|author|writer|columnist|alone)|` +
	`^[^.,]{3,40},? is an? (?:[\w-]+ ){0,4}columnist\b|^the writer is an? |^[^.,]{3,40} writes (?:on|about) .{3,60} every (?:day|month|other|week|\w+day)|^(?:[^.]{0,60}\. )?this (?:is an? (?:opinion|guest) (?:piece|article|column|essay|post)|(?:column|op-ed|commentary) )`)

// opinionLines is how many paragraphs at the head of a text may say that it is an opinion.
const opinionLines = 2

// tellsOpinion reports whether a text says itself that it is somebody's opinion: by a line above
// it, or by its last paragraph.
func tellsOpinion(text string) bool {
	lines := strings.FieldsFunc(text, isLineEnd)
	if len(lines) < 2 {
		return false
	}
	head, last := lines[:min(opinionLines, len(lines)-1)], strings.ToLower(strings.TrimSpace(lines[len(lines)-1]))
	return slices.ContainsFunc(head, isKicker) || len(last) <= maxBoilerplate && disclaimer.MatchString(last)
}

// isKicker tells a line above a text that calls it an opinion, with or without who wrote it. "Comment"
// alone is more often what a reader may write.
func isKicker(line string) bool {
	line = strings.TrimSpace(line)
	if m := signed.FindStringSubmatch(line); m != nil {
		return digest.IsOpinionSection(m[1])
	}
	return !strings.EqualFold(line, "comment") && digest.IsOpinionSection(line)
}
