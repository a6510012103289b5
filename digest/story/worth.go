package story

import (
	"math"
	"strings"
	"sync"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// matters are the terms of what weighs much or little in the news, whoever tells it.
type matters struct{ grave, light, public map[string]bool }

// theMatters returns the matters; they are the same for all.
var theMatters = sync.OnceValue(func() matters {
	return matters{termSet(graveWords), termSet(lightWords), termSet(publicWords)}
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
	outbreak virus disease cholera legionnaires measles flu infection infected hospital patient vaccine contaminated recall salmonella
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

// publicWords are those of who governs, judges and defends a country, and of what they decide.
const publicWords = `government minister ministry president parliament premier chancellor lawmaker legislator senate congress cabinet
	coalition opposition election poll vote voter referendum bank rate inflation tariff trade export import treaty summit law bill decree
	constitution court ruling regulator state federal national governor budget tax economy border economic nuclear oil gas army
	merger takeover bankruptcy insolvency antitrust fine fined shortage union layoffs default`

// worth is how much what items tell weighs in the news by what they are about, with S the
// share of places, organizations and groups in the salience of their names less that of persons,
// and g, l and p the weight of their salient terms that are of grave matters, of light ones
// and of public affairs,
//
//	S + ln(1+g) - 3/4 ln(1+l) + 1/2 ln(1+p)
//
// It knows English terms alone.
func worth(items []Item) float64 {
	var grave, light, public float64
	m := theMatters()
	for _, it := range items {
		for _, t := range it.Terms {
			switch {
			case m.grave[t.Word]:
				grave += t.Weight
			case m.light[t.Word]:
				light += t.Weight
			case m.public[t.Word]:
				public += t.Weight
			}
		}
	}
	n := float64(len(items))
	return impersonal(items) + math.Log1p(grave/n) - math.Log1p(light/n)*3/4 + math.Log1p(public/n)/2
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
