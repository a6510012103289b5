package entity

import (
	"slices"

	"newsbot/digest/text"
)

// Planets and moons have names of persons, companies and goods. In a text that speaks of the sky
// they are places.
var (
	planets = text.WordSet(`Mercury Venus Mars Jupiter Saturn Uranus Neptune Pluto Ceres Io Europa Ganymede Callisto Titan Enceladus
		Triton Charon Phobos Deimos`)
	skyWords = text.WordSet(`asteroid astronomer astronomers crater flyby lander moon moons orbit orbiter orbiting orbits planet planets
		probe rover spacecraft telescope`)
)

// leastSky is how many words of the sky a text has at least that speaks of it.
const leastSky = 3

// isPlanet reports whether the word before a name says that it is one: "the planet, Tavira b".
func (p *pieces) isPlanet(n *name) bool {
	before := p.before(n.Sentence, n.first, 1)
	if before == "," {
		before = p.before(n.Sentence, n.first, 2)
	}
	switch before {
	case "planet", "exoplanet", "moon", "asteroid":
		return true
	}
	return false
}

// isOfSky reports whether a text names a planet or moon, and speaks of the sky.
func (p *pieces) isOfSky() bool {
	if !slices.ContainsFunc(p.texts, func(w string) bool { return isCapitalised(w) && planets.Has(w) }) {
		return false
	}
	n := 0
	for _, w := range p.texts {
		if skyWords.Has(w) {
			n++
		}
	}
	return n >= leastSky
}

// placePlanets makes places of the planets and moons that a text of the sky names.
func placePlanets(names []name) {
	for i := range names {
		if n := &names[i]; planets.Has(n.form) {
			n.kind, n.listed, n.role = Place, Place, ""
		}
	}
}

// isSign reports whether pieces are a sign of the zodiac before what the stars tell those born in it: "Taurus: Call your
// mother."
func (p *pieces) isSign(sentence, first, last int) bool {
	return last-first == 1 && signs.Has(p.texts[first]) && p.after(sentence, last, 0) == ":" && opens(p.before(sentence, first, 1))
}

var signs = text.WordSet(`Aries Taurus Gemini Cancer Leo Virgo Libra Scorpio Sagittarius Capricorn Aquarius Pisces`)
