package render

import "newsbot/digest"

// NoModel says of a text in a language, by its BCP 47 code, that few names are found
// in it, since there is a model of English alone; "" for English and where the
// language cannot be told.
func NoModel(language string) string {
	if !digest.IsForeign(language) {
		return ""
	}
	return "There is no model for names in the language of this text (" + Shorten(language, 20) + "): only those that are the same in every language are shown."
}

// ForeignOf says how many articles hold the name of a dossier that are not in it, since few names are found in them; "" if none do.
func (r Reader) ForeignOf(d digest.Dossier) string {
	return r.Foreign(d.Foreign, "more article that holds this name", "more articles that hold this name")
}

// Foreign says of so many articles, or of what else they are called, that few names are found in
// them; "" of none.
func (r Reader) Foreign(n int, one, many string) string {
	if n == 0 {
		return ""
	}
	return r.Plural(n, one+" is", many+" are") + " in another language than English: few names are found there"
}
