package story

import (
	"regexp"
	"strings"
)

// IsService reports whether a title is that of a page that tells no news, whatever the day brings, but serves its readers: a
// horoscope, a puzzle or its answers, a quiz, what once happened on this day, an advertisement, bargains, the weather, or a
// live page without a subject. It knows English alone.
func IsService(title, outlet string) bool {
	clean := CleanHeadline(title, outlet)
	return isService(title) || clean != title && isService(clean)
}

func isService(title string) bool {
	rubric, _, cut := strings.Cut(strings.Replace(title, " | ", ": ", 1), ": ")
	whole := dayless(title)
	return columns.MatchString(whole) || cut && columns.MatchString(dayless(rubric)) || subjectless.MatchString(whole) || bargains.MatchString(strings.TrimSpace(spaced(title)))
}

// dayless returns the folded words of a title or rubric without the day or number that they end with.
func dayless(title string) string { return strings.TrimSpace(withoutDay(spaced(title))) }

var (
	// columns match what is printed day by day under the same words, alone or before a colon: "Your daily horoscope", "Quick crossword"
	columns = regexp.MustCompile(`^(?:(?:the|your|our|today's|daily|weekly|monthly|weekend|week's|morning|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day's?|` +
		`quick|cryptic|concise|prize|giant|mini|easy|hard|big|news|sports?|football|picture|general knowledge|no) )*` +
		`(?:horoscopes?|crosswords?|sudoku|wordle|codeword|word ?search|brain ?teaser|quiz|daily puzzles?|puzzles|(?:today|this day) in history|on this day|` +
		`tv (?:listings|guide)|lottery (?:numbers|results)|advertisement|advertorial|sponsored(?: content| post)?|paid content|partner content)` +
		`(?: no| today| answers?| solutions?| clues?| hints?(?: and answers?)?| of the (?:day|week|month|year))*$`)
	// subjectless match titles of pages of the weather in a place of up to two words, and of live pages without a subject
	subjectless = regexp.MustCompile(`^(?:(?:\S+ ){0,3}weather(?: forecast| report| outlook)?(?: today| tonight| tomorrow| this week| this weekend)?|` +
		`(?:(?:latest|live|breaking|top|rolling|more|all the|today's|news) )*(?:news|updates?|headlines|coverage|stories|live|live blog))$`)
	// bargains match titles that say what is cheap
	bargains = regexp.MustCompile(`\bbest (?:\S+ ){0,4}deals(?: (?:on|for|of|from|under|to|you|today|right|this)\b|$)|` +
		`\b(?:black friday|cyber monday|prime day|boxing day|daily) deals\b|\bgift guide\b|` +
		`\b(?:promo|coupon|discount|voucher) codes?(?: (?:and|for|\d)|$)|^(?:the )?\d+ (?:\S+ )?best (?:\S+ ){0,3}gifts\b`)
)
