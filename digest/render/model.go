package render

import "newsbot/digest/entity"

// NoModel says of a text in a language, by its BCP 47 code, that few names are found
// in it, since there is a model of English alone; "" for English and where the
// language cannot be told.
func NoModel(language string) string {
	if language == "" || language == entity.Language {
		return ""
	}
	return "There is no model for names in the language of this text (" + Shorten(language, 20) + "): only those that are the same in every language are shown."
}
