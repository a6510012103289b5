package feed

import (
	"errors"
	"regexp"

	"newsbot/digest"
)

// errWall is a page that stands before an article and is none.
var errWall = errors.New("is no article, but a page that asks to log in, to accept cookies, to turn on JavaScript or to prove to be no robot, or lets nobody in; open it in a browser, and save the article from there")

// longestWall is the length in bytes of the longest text of a wall.
const longestWall = 800

// isWall tells a page that stands before an article: it has no date and no author, its
// text is short, and its title is that of such a page, or its text speaks of nothing else.
// A short article that only mentions these things has a title of its own.
func isWall(a digest.Article) bool {
	if !a.Published.IsZero() || a.Author != "" || len(a.Text) > longestWall {
		return false
	}
	return wallTitle.MatchString(a.Title) || a.Title == "" && wallText.MatchString(a.Text)
}

// wallTitle matches the whole title of a wall, maybe with the outlet's name behind it.
var wallTitle = regexp.MustCompile(`(?i)^(?:please )?(?:log[ -]?in|sign[ -]?in|log in or (?:sign up|register)|sign in to continue|create (?:an|your) account|` +
	`before you continue|your privacy choices|cookie (?:consent|settings|preferences)|we value your privacy|` +
	`just a moment|one moment,? please|attention required!?|checking your browser|security check|verify(?:ing)? (?:that )?you are (?:a )?human|` +
	`(?:are you|you are not) a robot|human verification|captcha|enable javascript(?: and cookies)?|javascript (?:is )?(?:required|disabled)|` +
	`access (?:to this page has been )?denied|403 forbidden|anmelden|einloggen|se connecter|connexion|iniciar sesi[oó]n|accedi)` +
	`[.!?… ]*(?:\s[|–—-]\s.{1,60})?$`)

// wallText matches what a wall without a title asks for at its head.
var wallText = regexp.MustCompile(`(?i)^(?:please |you need to |to continue,? (?:please )?)*(?:enable|turn on|activate) (?:java ?script|cookies)\b`)
