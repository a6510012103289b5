package story

import (
	"regexp"
	"slices"
	"strings"

	"newsbot/digest/text"
)

// tabulates reports whether a title, as it is and spaced, is that of a table or list of a league, of games or of elections in many places,
// which has something in common with every match and club: "Tarn League standings", "Orrin Games medal table", "Sunday's results". What
// somebody does in a table is news: "Halvik tops medal table".
func tabulates(title, words string) bool {
	return anyOf(tableWords, words, strings.Contains) && tables.MatchString(title) && !slices.ContainsFunc(strings.Fields(words), tableVerbs.Has)
}

// tableWords are words of which each title of a table has one, faster to find.
var tableWords = []string{" standings ", " table ", " tables ", " results ", " scores ", " fixtures ", " scoreboard ", " line-ups ", " lineups ", " count ", " tally "}

// tables match names for tables behind names of what they are of, and before the day or round after which they are.
var tables = regexp.MustCompile(`^(?:[\p{Lu}\d]\S* (?:(?:of|and|the) ){0,2}){0,6}` +
	`(?:(?i:(?:(?:full|final|latest|current|live|updated|overall|men's|women's|youth|school|college|conference) )*` +
	`(?:standings|scoreboard|fixtures|line-?ups|(?:league|group|points|medals?) (?:tables?|count|tally)|` +
	`(?:results|scores|tables?|fixtures) and (?:results|scores|tables?|fixtures|standings)|` +
	`(?:league|premiership|cup|championships?|division|football|soccer|rugby|hockey|cricket|basketball|baseball|\pL+day's):? (?:results|scores|tables?)|` +
	`(?:(?:local|regional|state|municipal|council|mayoral) )+elections:? results))|\p{Lu}\S* table)` +
	`(?:(?: after|[,:|–-]| [|–-])(?: (?:[\p{Lu}\d]\S*|day|week|round)){1,4})?$`)

// tableVerbs are words of titles, which may all have capitals, that tell what somebody does in a table, or of one match.
var tableVerbs = text.WordSet(`top tops lead leads climb climbs rise rises slip slips slide slides drop drops fall falls move moves go goes stay stays remain remains
	dominate dominates head heads extend extends atop up in on from to at by with over leave leaves set sets turn turns buy buys sell sells make makes
	win wins v vs`)
