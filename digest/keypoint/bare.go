package keypoint

import (
	"slices"
	"strings"

	"newsbot/digest/text"
)

// findBare notes for each candidate the noun that it takes for told, unless the
// headline tells it.
func (c *chooser) findBare(headline string) {
	c.bare = make([]string, len(c.candidates))
	for i, x := range c.candidates {
		if noun := bareNoun(x.Text); noun != "" && !says(headline, noun) {
			c.bare[i] = noun
		}
	}
}

// isBare reports whether candidate i takes something for told that those chosen do not
// tell.
func (c *chooser) isBare(i int, chosen []int) bool {
	return c.bare[i] != "" && !slices.ContainsFunc(chosen, func(j int) bool { return says(c.candidates[j].Text, c.bare[i]) })
}

// longestBare is how many words are looked through for the verb behind "The".
const longestBare = 6

// bareNoun returns the noun with which a point begins if only "The" says which one is
// meant: "company" of "The company said". Else it returns "".
func bareNoun(point string) string {
	words := strings.SplitN(point, " ", longestBare+1)
	if words[0] != "The" {
		return ""
	}
	noun := ""
	for i, word := range words[1:min(len(words), longestBare)] {
		low := text.Fold(strings.TrimRight(word, ",;"))
		switch {
		case low == "" || !isLower(word) || tells[low]:
			return ""
		case low == "also" || strings.HasSuffix(low, "ly"):
			continue
		case i > 0 && (isTold(low) || strings.HasSuffix(low, "s") && !strings.HasSuffix(noun, "s") && words[min(i+2, len(words)-1)] != "of"):
			return noun
		case len(low) < len(word):
			return low
		}
		noun = low
	}
	return ""
}

// isTold reports whether a folded word is a verb of news.
func isTold(w string) bool {
	return auxiliaries[w] || reporting[w] || verbs[w] || plainVerbs[w] || strings.HasSuffix(w, "ed")
}

// tells are words behind a noun that tell which one is meant.
var tells = text.WordSet(`of by from who whose which between against that to in on at for with about into off since near
	among under over when where around behind across after before during outside inside along and or than`)

// says reports whether a text has a word that begins as a noun does.
func says(s, noun string) bool {
	stem := noun[:max(len(noun)*3/4, min(4, len(noun)))]
	return strings.Contains(" "+text.Fold(s), " "+stem)
}
