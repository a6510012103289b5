package story

import (
	"slices"
	"strings"

	"newsbot/digest/text"
)

// pends reports whether a title tells what is to come, is not decided or still goes on, and nothing that is
// over: "Exit poll puts Lund ahead", "Search for climbers goes on", not "Search for climbers ends". It knows
// English alone.
func pends(title string) bool {
	words := spaced(title)
	if provisional.in(words) {
		return true
	}
	today := strings.Contains(words, " to ") && strings.HasSuffix(words, " today ")
	return (today || pending.in(words)) && !settles(strings.Fields(words))
}

// reacts reports whether a title tells what somebody said or felt of the news, and no news of its own.
func reacts(title string) bool {
	words := strings.Fields(spaced(title))
	return slices.ContainsFunc(words, reactions.Has) && !settles(words)
}

// settles reports whether words of a title tell how something ended.
func settles(words []string) bool {
	for i, w := range words {
		if settled.Has(w) && (i == 0 || !notYet.Has(words[i-1])) {
			return true
		}
	}
	return false
}

// phrases are runs of at most longestPhrase words.
type phrases map[string]bool

const longestPhrase = 4

func newPhrases(between ...string) phrases {
	p := make(phrases, len(between))
	for _, words := range between {
		p[strings.TrimSpace(words)] = true
	}
	return p
}

// in reports whether one stands among words, as spaced writes them.
func (p phrases) in(words string) bool {
	for words = words[1:]; words != ""; words = words[strings.IndexByte(words, ' ')+1:] {
		for end, n := 0, 0; n < longestPhrase && end < len(words); n++ {
			end += strings.IndexByte(words[end:], ' ')
			if p[words[:end]] {
				return true
			}
			end++
		}
	}
	return false
}

var (
	// provisional results may still turn out otherwise, whoever wins by them.
	provisional = newPhrases(
		" exit poll ", " exit polls ", " projected ", " projection ", " projections ", " partial count ", " partial results ", " early count ",
		" early results ", " early returns ", " half-time ", " halftime ",
	)
	// pending are words for what is to come, not decided or under way: of votes, courts, talks, searches and dangers, then of
	// whatever it is.
	pending = newPhrases(
		" neck and neck ", " too close to call ", " polls open ", " polls close ", " to the polls ", " polling day ", " counts votes ", " count votes ",
		" counting of votes ", " vote count ", " count begins ", " votes are counted ", " voters decide ", " decide on ", " decides on ",
		" ballots members ", " debates ", " face vote ", " faces vote ", " faces confidence vote ", " showdown ",
		" jury retires ", " jury out ", " jury considers ", " jury begins ", " deliberate ", " deliberates ", " on trial ", " trial opens ",
		" trial begins ", " trial starts ", " to be sentenced ",
		" in talks ", " advanced talks ", " resume talks ", " resumes talks ", " hold talks ", " holds talks ", " begin talks ", " open talks ",
		" talks again ", " talks resume ", " talks begin ", " talks start ", " talks open ", " talks continue ", " talks enter ", " talks drag ",
		" talks go on ", " last-ditch ", " gather in ", " gathers in ", " gather to ", " gathers to ", " meet to ", " meets to ",
		" search for ", " searches for ", " searched for ", " searching for ", " hunt for ", " search continues ", " search resumes ",
		" search goes on ", " comb ", " combs ", " scour ", " scours ", " race to ", " races to ", " trapped ", " still missing ", " still at large ",
		" still held ", " hostage ", " standoff ", " stand-off ", " battle ", " battles ", " battling ",
		" brace ", " braces ", " bracing ", " nears ", " approach ", " approaches ", " heads for ", " head for ", " heads towards ", " bears down ",
		" gathers strength ", " looms ", " looming ", " on alert ", " alert raised ", " alert for ", " critical condition ", " fights for life ",
		" expected to ", " set to ", " due to ", " poised to ", " poised for ", " likely ", " ready to ", " ready for ", " readies ", " prepare ",
		" prepares ", " hope to ", " hopes to ", " aim to ", " aims to ", " in bid to ", " on course ", " on track ", " within reach ", " in sight ",
		" on brink ", " on the brink ", " on the eve ", " countdown ", " holds its breath ", " await ", " awaits ", " awaiting ", " wait ", " waits ",
		" waiting ", " weigh ", " weighs ", " mull ", " mulls ", " consider ", " considers ", " threaten ", " threatens ", " under pressure ",
		" pressure grows ", " calls grow ", " face ", " faces ", " under way ", " underway ",
		" to vote ", " to decide ", " to rule ", " to consider ", " to debate ", " to discuss ", " to meet ", " to face ", " to play ", " to resume ",
		" to choose ", " to elect ", " to pick ", " to hear ", " to avert ", " to settle ", " tonight ", " tomorrow ",
	)
	// settled are words for how something ended, but behind one of notYet.
	settled = text.WordSet(`accept accepts acquitted adopted agree agrees agreed approve approves approved arrest arrests arrested beat beats
		beaten cancelled canceled charged cleared collapses collapsed convicted dead die died dies elected ended ends fail failed fails found
		freed guilty halted halts jailed kill killed kills off passed passes quashed quit quits reach reached reject rejected rejects released
		rescued resign resigned resigns sentenced sign signed signs survived suspended suspends toll win wins won`)
	notYet = text.WordSet("to may might could would will not")
	// reactions are words for what is said or felt of news.
	reactions = text.WordSet(`welcomes welcome hails hail praises praise condemns condemn criticises criticizes slams slam blames blame mourns
		mourn tributes tribute reacts react reaction reactions remembers remember thanks congratulates congratulate lessons lesson profile
		obituary anger outrage grief deplores applauds denounces decries fear fears`)
)
