package entity

import (
	"slices"
	"strings"
	"unicode"

	"newsbot/digest/text"
)

// Naming returns a function that reports whether a text names an entity: by the name
// given, by another one known of it, or by a short form of it.
func Naming(t Type, name string) func(string) bool {
	var forms [][]string
	for _, form := range formsOf(t, name) {
		forms = append(forms, plainWords(form))
	}
	return func(s string) bool {
		words := plainWords(s)
		return slices.ContainsFunc(forms, func(form []string) bool { return holds(words, form) })
	}
}

// shortestShort is the number of letters of the shortest abbreviation or last word of
// a name that stands for all of it: "Un" of "Kim Jong Un" does not.
const shortestShort = 3

// formsOf returns the forms by which texts call an entity.
func formsOf(t Type, name string) []string {
	a := shared()
	forms := append([]string{name}, a.forms[t][a.canonical(t, key(name))]...)
	if short := shortOf(t, name); len(short) >= shortestShort {
		forms = append(forms, short)
	}
	return forms
}

// shortOf returns what news calls an entity after the first mention, or "": the
// surname of a person, the abbreviation of an organization, a storm's own name.
func shortOf(t Type, name string) string {
	words := strings.Fields(strings.ReplaceAll(name, ",", " ")) // as wordsOf takes it apart
	if len(words) < 2 {
		return ""
	}
	switch {
	case t == Person:
		if n := len(wordsOf(key(name))); 0 < n && n <= len(words) { // folding may leave no letter
			return words[n-1]
		}
	case t == Organization:
		capitals, _ := initials(name)
		return bareAcronym(capitals)
	case storms.Has(words[0]):
		return strings.Join(words[1:], " ")
	}
	return ""
}

// plainWords returns the words of a text without marks and the stops of
// abbreviations.
func plainWords(s string) []string {
	return strings.FieldsFunc(strings.ReplaceAll(s, ".", ""), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// holds reports whether the words of a form stand one after the other among words.
func holds(words, form []string) bool {
	if len(form) == 0 {
		return false
	}
	for i := range len(words) - len(form) + 1 {
		if slices.EqualFunc(words[i:i+len(form)], form, isWritten) {
			return true
		}
	}
	return false
}

// isWritten reports whether a word is the one of a name: an abbreviation as it stands,
// any other in capitals or with the capital that it has.
func isWritten(word, ofName string) bool {
	if word == ofName {
		return true
	}
	return (isCapitalised(word) || !isCapitalised(ofName)) && !isAcronym(ofName) && text.Fold(word) == text.Fold(ofName)
}
