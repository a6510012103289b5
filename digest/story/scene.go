package story

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"newsbot/digest/text"
)

// The table of lands, made by "tunestories lands": the slug of the ID of a place or a central bank and the code of its
// country, or of its state in the United States, one a line.
//
//go:embed lands.txt
var landTable string

// lands returns the codes by slug.
var lands = sync.OnceValue(func() map[string]string {
	of := make(map[string]string, strings.Count(landTable, "\n"))
	for line := range strings.Lines(landTable) {
		slug, code, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		of[slug] = code
	}
	return of
})

// sceneWords are words for what happens at one place, a kind of event a line; not storms, floods and wars, which cross borders,
// nor ships.
const sceneWords = `earthquake quake tremor
	fire blaze wildfire bushfire
	shooting shot gunman shooter
	crash derail derailment
	tornado twister
	election vote poll
	landslide avalanche mudslide
	stampede crush
	collapse
	outbreak cholera measles
	eruption volcano
	rate`

// sceneKinds returns the kind of event by term.
var sceneKinds = sync.OnceValue(func() map[string]int {
	kinds := map[string]int{}
	for kind, line := range strings.Split(sceneWords, "\n") {
		for _, term := range text.Query(line) {
			kinds[term] = kind
		}
	}
	return kinds
})

// scene is what titles say has happened that happens at one place, and in which lands.
type scene struct {
	kinds []int
	lands []string
}

// inTitle is the least salience of a name that a title holds.
const inTitle = 0.35

// sceneOf returns that of an item, given its title as it is told.
func sceneOf(it *Item, title string) (s scene) {
	kinds := sceneKinds()
	for _, term := range text.Query(title) {
		if kind, known := kinds[term]; known {
			s.kinds = append(s.kinds, kind)
		}
	}
	if s.kinds == nil {
		return scene{}
	}
	for _, n := range it.Entities {
		kind, slug, _ := strings.Cut(n.ID, "/")
		if land := lands()[slug]; land != "" && n.Salience >= inTitle && (kind == "place" || kind == "organization") { // a people may be that of the dead
			s.lands = append(s.lands, land)
		}
	}
	return s
}

// plus returns what two stories tell that are one.
func (s scene) plus(other scene) scene {
	return scene{with(s.kinds, other.kinds), with(s.lands, other.lands)}
}

// with returns what a and b hold, each once.
func with[T comparable](a, b []T) []T {
	a = slices.Clip(a)
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}

// differs reports whether two stories tell of like events in different lands: a fire in Ohio and one in Texas, or in Greece.
func (s scene) differs(other scene) bool {
	return len(s.lands) > 0 && len(other.lands) > 0 &&
		slices.ContainsFunc(s.kinds, func(kind int) bool { return slices.Contains(other.kinds, kind) }) &&
		!slices.ContainsFunc(s.lands, func(land string) bool {
			return slices.ContainsFunc(other.lands, func(o string) bool { return within(land, o) || within(o, land) })
		})
}

// within reports whether a land is another or in it: US-ohio in US.
func within(land, other string) bool { return land == other || strings.HasPrefix(land, other+"-") }
