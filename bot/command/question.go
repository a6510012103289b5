package command

import (
	"slices"
	"strings"
)

// questions are the beginnings of sentences in which people ask for news, in lower case
// and without apostrophes. What they ask about follows: a name, a time, words or nothing.
var questions = []string{
	"what is new", "whats new", "what is up", "whats up", "what is happening", "whats happening", "what is going on", "whats going on",
	"what happened", "what has happened", "what did i miss", "what have i missed", "what do you know", "what about",
	"what is", "whats", "what are", "what was", "who is", "whos", "who are", "who was",
	"anything new", "is there anything new", "any news", "is there any news", "any updates", "latest", "the latest",
	"tell me", "tell me more", "tell us", "show me", "show us", "give me", "give us", "i want to know", "can you tell me",
}

// headings name the news, where nothing, a time or one of links follows: News Corp is a
// company.
var headings = []string{"news", "headlines", "stories", "update", "updates", "top stories", "top news", "top headlines", "latest news", "latest headlines"}

// Words between the beginning of a question and what it is about.
var (
	links   = append([]string{"about"}, timeLinks...)
	between = append([]string{"of", "with", "to", "at", "the", "a", "all", "latest", "news", "headlines", "stories"}, links...)
)

// askedAbout returns what a sentence asks about: of "What is new in Esbjerg?" the words
// "Esbjerg". It is not ok for words that are no such sentence.
func askedAbout(words []word) (about []word, ok bool) {
	n := longestStart(words, questions)
	if n == 0 {
		n = headed(words)
	}
	if n == 0 || holdsAddress(words) {
		return nil, false
	}
	for n < len(words) && slices.Contains(between, words[n].spoken()) && !namesPeriod(words[n:]) {
		n++
	}
	return words[n:], true
}

// headed returns with how many words a line names the news, 0 where it does not.
func headed(words []word) int {
	article := 0
	if len(words) > 0 && words[0].spoken() == "the" {
		article = 1
	}
	n := longestStart(words[article:], headings)
	if n == 0 {
		return 0
	}
	n += article
	if rest := words[n:]; len(rest) == 0 || slices.Contains(links, rest[0].spoken()) || namesPeriod(rest) {
		return n
	}
	return 0
}

// longestStart returns how many words the longest of the phrases has with which a line
// begins, 0 where it begins with none.
func longestStart(words []word, phrases []string) int {
	longest := 0
	for _, p := range phrases {
		said := strings.Fields(p)
		if len(said) > longest && len(said) <= len(words) && slices.EqualFunc(said, words[:len(said)], func(s string, w word) bool { return s == w.spoken() }) {
			longest = len(said)
		}
	}
	return longest
}

// spoken returns a word as questions have it, "" for what is more than a word.
func (w word) spoken() string {
	if !w.isBare() {
		return ""
	}
	return strings.NewReplacer("'", "", "’", "").Replace(strings.ToLower(strings.TrimRight(w.Text, ",?")))
}

// unmarked returns words without the question mark at their end, if more is left.
func unmarked(words []word) []word {
	last := len(words) - 1
	if last < 0 || !words[last].isBare() || words[last].isAddress() {
		return words
	}
	w := words[last]
	switch w.Text = strings.TrimRight(w.Text, "?"); {
	case w.Text != "":
		return append(words[:last:last], w)
	case last > 0:
		return words[:last]
	}
	return words
}
