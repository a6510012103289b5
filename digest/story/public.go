package story

import (
	"strings"

	"newsbot/digest/text"
)

// publicWords are those of who governs, judges and defends a country, and of what they decide.
var publicWords = text.WordSet(`government governments minister ministers ministry president presidents parliament premier pm
	chancellor lawmakers mps legislators senate congress cabinet coalition opposition election elections poll polls vote votes voters
	referendum bank rate rates inflation sanctions tariff tariffs trade export exports import imports treaty summit law laws bill decree
	constitution eu un nato army troops military navy court courts ruling regulator regulators state federal national secretary
	governor budget tax taxes economy ceasefire border economic nuclear oil gas`)

// enoughPublic is how many such words of a title tell that it is of public affairs.
const enoughPublic = 2

// ofPublicAffairs is how far the titles of items speak of public affairs, 0 to 1. It knows
// English alone.
func ofPublicAffairs(items []Item) float64 {
	sum := 0.0
	for _, it := range items {
		n := 0.0
		for word := range strings.FieldsSeq(spaced(CleanHeadline(it.Title, it.Source))) {
			if publicWords.Has(strings.Trim(strings.TrimSuffix(word, "'s"), "'")) {
				n++
			}
		}
		sum += min(n/enoughPublic, 1)
	}
	return sum / float64(len(items))
}
