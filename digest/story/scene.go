package story

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"newsbot/digest/entity"
	"newsbot/digest/table"
	"newsbot/digest/text"
)

// The table of lands, made by "tunestories lands": the slug of the ID of a place or a central bank and the code of its
// country, or of its state in the United States, one a line; behind that of a city a slash and the slug of the name that
// it is known by, and no code for a land whose name other places have.
//
//go:embed lands.txt.zst
var landTable []byte

// lands returns the codes by slug.
var lands = sync.OnceValue(func() map[string]string {
	return table.Read(landTable, func(code string) (string, error) { return code, nil })
})

// landAt returns the code of the land in which a place or a central bank is, given its slug, that of the city where it is one, and
// whether it is in the table; "" for what is not known.
func landAt(slug string) (land, city string, known bool) {
	code, known := lands()[slug]
	land, _, isCity := strings.Cut(code, "/")
	if isCity {
		city = code
	}
	return land, city, known
}

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

// sceneKinds returns the kind of event by term, a bit each.
var sceneKinds = kindsOf(sceneWords)

// kindsOf returns a function that returns the number of the line on which a term is, as a bit.
func kindsOf(lines string) func() map[string]uint {
	return sync.OnceValue(func() map[string]uint {
		kinds := map[string]uint{}
		for kind, line := range strings.Split(lines, "\n") {
			for _, term := range text.Query(line) {
				kinds[term] = 1 << kind
			}
		}
		return kinds
	})
}

// scene is what titles say has happened that happens at one place, and in which lands.
type scene struct {
	kinds uint     // bits
	lands []string // in order
}

// inTitle is the least salience of a name that a title holds.
const inTitle = 0.35

// sceneOf returns that of an item, given the terms of its title.
func sceneOf(it *Item, title []string) (s scene) {
	kinds := sceneKinds()
	for _, term := range title {
		s.kinds |= kinds[term]
	}
	if s.kinds == 0 {
		return s
	}
	for _, n := range it.Entities {
		if land := landOf(n.ID); land != "" && n.Salience >= inTitle { // a people may be that of the dead
			s.lands = union(s.lands, []string{land})
		}
	}
	return s
}

// landOf returns the code of the land that a name is in, given its ID, "" for what is no known place or central bank.
func landOf(id string) string {
	kind, slug, _ := strings.Cut(id, "/")
	if kind != string(entity.Place) && kind != string(entity.Organization) {
		return ""
	}
	land, _, _ := landAt(slug)
	return land
}

// plus returns what two stories tell that are one.
func (s scene) plus(other scene) scene {
	return scene{s.kinds | other.kinds, union(s.lands, other.lands)}
}

// differs reports whether two stories tell of like events in different lands: a fire in Ohio and one in Texas, or in Greece.
func (s *scene) differs(other *scene) bool {
	return s.kinds&other.kinds != 0 && abroad(s.lands, other.lands)
}

// abroad reports whether all lands of one list are others than those of another.
func abroad(lands, others []string) bool {
	for _, land := range lands {
		if slices.ContainsFunc(others, func(o string) bool { return within(land, o) || within(o, land) }) {
			return false
		}
	}
	return len(lands) > 0 && len(others) > 0
}

// within reports whether a land is another or in it: US-ohio in US.
func within(land, other string) bool { return land == other || strings.HasPrefix(land, other+"-") }
