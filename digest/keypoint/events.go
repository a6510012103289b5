package keypoint

import (
	"strings"
	"sync"

	"newsbot/digest/text"
)

// Words for the same event, one event a line, irregular forms beside the others:
// two sources seldom choose the same word. A line may hold the deed and what came
// of it, since news tells one by the other. A step happens once to somebody: told
// first it is news, whatever else is known, told again it is not.
const (
	steps = `arrest detain custody
charge accuse indict arraign
convict guilty
sentence jail imprison
verdict judgment
resign quit
sack oust dismiss`
	events = `dead death kill slay slain murder homicide fatal manslaughter shot shoot shooting gunman
capture apprehend caught
win won beat victory defeat triumph dispatch overcome lost lose loss
buy bought acquire purchase acquisition takeover
injure wound hurt injury
hit struck strike
crash collide collision
attack assault raid
foil thwart repulse
rescue save
escape flee fled
protest demonstrate demonstration rally
election elect vote
nominate appoint nominee pick choice
offer bid proposal propose
announce unveil
release issue
launch introduce
break broke broken
damage fail sever cut
disrupt disruption outage
restore repair
patch fix update
flaw vulnerability loophole hole
overturn revoke reverse rescind
agreement deal contract pact
earthquake quake tremor
keep kept retain defend
rise rose risen climb
blaze fire
drunk drunken drink dui dwi intoxicated
driver motorist
ship vessel warship frigate boat
film movie
firefighter crew
police cop officer
supermarket store
ban forbid prohibit outlaw
mother mum mom`
)

// unitWords are units and how deep, high or far something is, by their several words, a line for each.
const unitWords = `km kilometre kilometer kilometers
kg kilogram kilo kilos
mph miles
kmh kph
mw megawatt
gw gigawatt
bn billion
mln million
depth deep
height high tall
length long`

// units are those that may be written behind a number without a blank.
var units = text.WordSet(`km kg m cm mm ft mph kmh kph mw gw kw bn mln tn`)

// dying brings the forms of "die" to words of their own: "die" is an article in
// German and so a stop word. Somebody dies once, by whatever word it is told.
var dying = strings.NewReplacer(" die ", died, " dies ", died, " died ", died, " died.", died, " died,", died, " passed away", died)

const died = " dead deceased "

// attributions name a source or a day; they tell of no event.
const attributions = `say said saying tell told report reported according yesterday today night morning week last`

// What a term of an event counts in the log-odds of a repeat beside what every
// term does: eventShared by regression (see repeatBias), the others by hand.
const (
	eventShared = 0.5
	stepShared  = 1.5
	stepNew     = -2.0
)

// meaning is what a term stands for where two sentences are compared.
type meaning struct {
	term   string  // the first of the line of an event, or the term itself; "" for those of attributions
	shared float64 // log-odds of a repeat where both sentences tell of it
	fresh  float64 // where the later one alone does
	number bool    // it may count something
	dates  bool    // it is a year or an ordinal
}

// meanings holds those of the terms of events and attributions.
var meanings = sync.OnceValue(func() map[string]meaning {
	m := map[string]meaning{}
	add := func(lines string, shared, fresh float64) {
		for line := range strings.Lines(lines) {
			terms := text.Query(line)
			for _, t := range terms {
				m[t] = meaning{term: terms[0], shared: shared, fresh: fresh}
			}
		}
	}
	add(events, eventShared, 0)
	add(steps, stepShared, stepNew)
	add("deceased", stepShared-eventShared, 0) // beside "dead"
	add(unitWords, 0, 0)
	for _, t := range text.Query(attributions) {
		m[t] = meaning{}
	}
	return m
})

// meaningOf returns what a term stands for.
func meaningOf(term string) meaning {
	if m, ok := meanings()[term]; ok {
		return m
	}
	m := meaning{term: term, number: isCount(term)}
	m.dates = !m.number && term != "" && term[0] >= '0' && term[0] <= '9'
	if m.number && strings.Contains(term, ",") { // it counts something: no age, date or time is as large
		m.fresh = stepNew
	}
	return m
}

// isCount reports whether a term is a number that may count something: no year, and
// nothing with letters ("81st").
func isCount(term string) bool {
	year := len(term) == 4 && (term[:2] == "19" || term[:2] == "20")
	return !year && strings.Trim(term, "0123456789.,") == ""
}
