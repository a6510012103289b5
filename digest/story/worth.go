package story

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// matters are the terms of what weighs much or little in the news, whoever tells it.
type matters struct{ grave, light, state, public map[string]bool }

// theMatters returns the matters; they are the same for all.
var theMatters = sync.OnceValue(func() matters {
	return matters{termSet(graveWords), termSet(lightWords), termSet(stateWords), termSet(publicWords)}
})

// termSet returns the terms of words.
func termSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, term := range text.Query(words) {
		set[term] = true
	}
	return set
}

// graveWords are those of death and harm, disasters, outbreaks, war and broken security.
const graveWords = `dead death die dying kill killed killer fatal toll injury injured hurt wounded missing trapped drown drowned victim
	casualty survivor corpse murder stabbed shot shooting gunman hostage kidnapped abducted massacre famine starvation
	earthquake quake aftershock flood storm cyclone typhoon hurricane tornado wildfire bushfire fire blaze explosion blast crash collapse
	capsize sank sink derail eruption volcano landslide avalanche drought evacuate evacuation rescue rescuer tsunami outage blackout
	spill leak heatwave shelter displaced refugee homeless
	outbreak virus disease cholera legionnaires measles flu infection infected hospital patient vaccine contaminated salmonella
	listeria poison poisoning epidemic pandemic quarantine
	war attack strike troops soldier military missile drone ceasefire rebel bomb bombing terror terrorist militant invasion coup
	protest riot clash sanctions navy ammunition
	hack hacker breach stolen flaw vulnerability exploit malware ransomware password leaked backdoor attacker`

// lightWords are those of sport, the arts and entertainment, and what is written to be enjoyed.
const lightWords = `match win beat cup league goal striker coach club season tournament innings wicket rugby football cricket tennis golf
	champion championship olympic player playoff stadium fans halftime semifinal midfielder goalkeeper
	film movie book novel album song singer tour festival review star actor actress band prize exhibition concert theatre stage
	celebrity fashion recipe wine chef restaurant gallery podcast sequel
	tips guide quiz preview column opinion letters diary photos feature weekend christmas puzzle crossword horoscope lottery pet
	tale obituary
	fossil telescope probe satellite species`

// stateWords are those of who is at the head of a country, and how they come there and go, of its highest court, its
// central bank and its dealings with others.
const stateWords = `government minister ministry president parliament premier chancellor prime king queen monarch pope senate congress
	cabinet coalition opposition election referendum constitution supreme federal central
	resign impeach army nuclear treaty summit truce foreign diplomat ambassador embassy`

// publicWords are the others of public affairs: of laws, courts and authorities, and of the economy.
const publicWords = `lawmaker legislator poll vote voter bank rate inflation tariff trade export import law bill decree
	court ruling regulator state national governor budget tax economy border economic oil gas
	merger takeover bankruptcy insolvency antitrust fine fined shortage union layoffs default`

// worth is how much what items tell weighs in the news by what they are about, with S the
// share of places, organizations and groups in the salience of their names less that of persons,
// L how far an item is about a known place or a nation, and g, l, s and p the weight of their salient terms that are
// of grave matters, of light ones, of a state and of other public affairs, where the title of an article on a state that says who
// died is a grave term too,
//
//	(S + L)/2 + 5/4 ln(1+g) - 3/4 ln(1+l) + ln(1+s) + 1/2 ln(1+p)
//
// It knows English terms alone.
func worth(items []Item) float64 {
	var grave, light, state, public float64
	m := theMatters()
	for _, it := range items {
		ofState := false
		for _, t := range it.Terms {
			switch {
			case m.grave[t.Word]:
				grave += t.Weight
			case m.light[t.Word]:
				light += t.Weight
			case m.state[t.Word]:
				state, ofState = state+t.Weight, true
			case m.public[t.Word]:
				public += t.Weight
			}
		}
		if ofState && died.MatchString(it.Title) && slices.ContainsFunc(it.Entities, isNamedPerson) { // no bill that dies
			grave++
		}
	}
	n := float64(len(items))
	return (impersonal(items)+renown(items))/2 +
		math.Log1p(grave/n)*5/4 - math.Log1p(light/n)*3/4 + math.Log1p(state/n) + math.Log1p(public/n)/2
}

// isNamedPerson reports whether a name is that of a person in a title.
func isNamedPerson(n Name) bool {
	return n.Salience >= inTitle && strings.HasPrefix(n.ID, string(entity.Person)+"/")
}

// died finds what no term tells: "die" is a German article.
var died = regexp.MustCompile(`(?i)\b(?:dies|died|dying)\b`)

// renown is the greatest salience of a nation, or of a known place or central bank, in items: what happens in a town of
// which few know is news there.
func renown(items []Item) (most float64) {
	for _, it := range items {
		for _, n := range it.Entities {
			if landOf(n.ID) != "" || strings.HasPrefix(n.ID, string(entity.Group)+"/") {
				most = max(most, n.Salience)
			}
		}
	}
	return most
}

// impersonal is the share of places, organizations and groups in the salience of the names of items less
// that of persons.
func impersonal(items []Item) float64 {
	sum, all := 0.0, 0.0
	for _, it := range items {
		for _, n := range it.Entities {
			kind, _, _ := strings.Cut(n.ID, "/")
			switch entity.Type(kind) {
			case entity.Person:
				sum -= n.Salience
			case entity.Place, entity.Organization, entity.Group:
				sum += n.Salience
			}
			all += n.Salience
		}
	}
	if all == 0 {
		return 0
	}
	return sum / all
}
