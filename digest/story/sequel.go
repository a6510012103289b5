package story

import "strings"

// isSequel reports whether a title is that of an article that tells how an event went on of which its outlet has told before: it takes the
// place of an earlier one, or has words of what comes days after a disaster, as "Harwick ferry toll rises to nine".
func isSequel(title string) bool {
	return amends(title) || anyOf(aftermath, spaced(title), strings.Contains)
}

var aftermath = []string{
	" toll ", " a day after ", " days after ", " hours after ", " more bodies ", " survivor ", " survivors ", " still missing ", " search for ",
	" rescuers ", " wreckage ", " investigators ", " cause of ", " mourn ", " mourns ", " mourners ", " mourning ", " funeral ", " funerals ", " vigil ",
}
