package digest

import (
	"maps"
	"strings"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// Articles call an organization by its initials alone that others name in full. Of many articles the initials are the
// organization's whose name alone has them.

// fewestInitials is how many initials are hardly those of two names by chance.
const fewestInitials = 3

// Abbreviated returns whom counted initials mean that no list knows, by their ID: the organization that is named in full, not
// far less often, where no other name has them.
func Abbreviated(counted []EntityCount) map[string]EntityCount {
	short := map[string][]EntityCount{} // by the letters
	for _, e := range counted {
		if letters := initialsIn(e); letters != "" {
			short[letters] = append(short[letters], e)
		}
	}
	if len(short) == 0 {
		return nil
	}
	called := map[string]EntityCount{}
	for letters, full := range spelledOut(short, counted) {
		for _, e := range short[letters] {
			if full.Type == entity.Organization && bearerLead*full.Count >= e.Count && len(entity.KnownAs(strings.ToUpper(letters))) == 0 {
				called[e.ID] = full
			}
		}
	}
	return called
}

// spelledOut returns the only one of counted entities that has some initials for those of its name, by the initials.
func spelledOut(short map[string][]EntityCount, counted []EntityCount) map[string]EntityCount {
	full, several := map[string]EntityCount{}, map[string]bool{}
	for _, e := range counted {
		for _, letters := range initialsOf(e.ID) {
			if short[letters] == nil {
				continue
			}
			one, met := full[letters]
			several[letters] = several[letters] || met && !SameEntity(one.ID, e.ID)
			if !met || e.Count > one.Count {
				full[letters] = e
			}
		}
	}
	maps.DeleteFunc(full, func(letters string, _ EntityCount) bool { return several[letters] })
	return full
}

// CalledBy returns the words by which articles may call an entity when they do not name it in full: the surname of a
// person, the initials of an organization.
func CalledBy(id string) []string {
	if surname := Surname(id); surname != "" {
		return []string{surname}
	}
	return initialsOf(id)
}

// initialsIn returns the letters of an entity that may be the initials of an organization, or "". What is counted for days
// has no name but in its ID.
func initialsIn(e EntityCount) string {
	slug := CalledIn(e.ID)
	if e.Type != entity.Organization && !e.Type.IsThing() || len(slug) < fewestInitials || strings.Contains(slug, " ") ||
		e.Name != "" && e.Name != strings.ToUpper(slug) {
		return ""
	}
	return slug
}

// initialsOf returns the first letters of the words that the ID of an entity is made of: of all, and of those that
// are written with a capital.
func initialsOf(id string) []string {
	var all, capitals strings.Builder
	for word := range strings.FieldsSeq(CalledIn(id)) {
		all.WriteByte(word[0])
		if !smallWords.Has(word) {
			capitals.WriteByte(word[0])
		}
	}
	if capitals.Len() < fewestInitials {
		return nil
	}
	if all.Len() == capitals.Len() {
		return []string{all.String()}
	}
	return []string{all.String(), capitals.String()}
}

// smallWords have no capital in the middle of a name.
var smallWords = text.WordSet("and for in of on the to")
