package story

import "strings"

// isSequel reports whether a title is that of an article that tells how an event went on of which its outlet has told before: it takes the
// place of an earlier one, or has words of what comes days after a disaster, as "Harwick ferry toll rises to nine".
func isSequel(title string) bool {
	words := spaced(title)
	return amends(title) || anyOf(aftermath, words, strings.Contains) || strings.Contains(words, " toll ") && anyOf(tollGoes, words, strings.Contains)
}

var aftermath = []string{
	" a day after ", " days after ", " hours after ", " more bodies ", " survivor ", " survivors ", " still missing ",
	" rescuers ", " wreckage ", " investigators ", " cause of ", " mourn ", " mourns ", " mourners ", " mourning ", " funeral ", " funerals ", " vigil ",
}

// tollGoes are words for what becomes of a toll that is none of a bridge.
var tollGoes = []string{" death ", " rises ", " climbs ", " grows ", " jumps ", " reaches ", " passes ", " tops ", " hits ", " nears ", " up to ", " now ", " stands at ", " put at "}
