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
	rubric, rest, cut := cutRubric(title)
	whole := dayless(title)
	return columns.MatchString(whole) || subjectless.MatchString(whole) || vouchers.MatchString(whole) ||
		bargains.MatchString(dayless(rubric)) || bargains.MatchString(dayless(rest)) ||
		cut && columns.MatchString(dayless(rubric)) && !subjects.MatchString(strings.TrimSpace(spaced(rubric)))
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
	// subjects match columns that before a colon, without a day or number, may be what the news is of: "Wordle: maker sues"
	subjects = regexp.MustCompile(`^(?:crosswords?|sudoku|wordle|puzzles|tv (?:listings|guide)|lottery (?:numbers|results)|(?:paid|partner|sponsored) content|sponsored post|advertisement)$`)
	// subjectless match titles of pages of the weather, foretold for a place of up to two words, and of live pages without a subject
	subjectless = regexp.MustCompile(`^(?:(?:(?:\S+ ){0,2}weather (?:forecast|report|outlook)|(?:(?:the|your|our|today's|daily|local|weekend) )*weather)` +
		`(?: today| tonight| tomorrow| this week| this weekend)?|` +
		`(?:(?:latest|live|breaking|top|rolling|more|all the|today's|news) )*(?:news|updates?|headlines|coverage|stories|live|live blog))$`)
	// bargains match titles, and what is before or behind the colon of one, that say what is cheap, and not what happened to bargains
	bargains = regexp.MustCompile(`^(?:(?:the|these|our|all|\d+|amazon|amazon's|walmart|walmart's|early|live|more|top|best) )*` +
		`(?:best (?:\S+ ){0,4}deals|(?:black friday|cyber monday|prime day|boxing day|daily) deals)` +
		`(?: live| today| right now| this week(?:end)?| of the (?:day|week)| (?:on|from) \S+| under| (?:to (?:buy|shop|get)|you) .*)*$|` +
		`^(?:(?:the|our|your|ultimate|last-minute|holiday|christmas|(?:valentine|mother|father)'s day|\d+) )*gift guide(?: for .*)?$|` +
		`^(?:the )?\d+ (?:\S+ )?best (?:\S+ ){0,3}gifts(?: (?:for|under|to (?:buy|give)|you) .*)?$`)
	// vouchers match titles of pages of codes that make something cheaper
	vouchers = regexp.MustCompile(`^(?:\S+ ){1,3}(?:promo|coupon|discount|voucher) codes? (?:.* )?(?:off|save|coupons|vouchers|discounts)\b`)
)
