package command

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"newsbot/bot/block"
)

// misuseError is what a reader got wrong, in a sentence for that reader.
type misuseError struct {
	sentence string
	ask      []string       // IDs of people who can help
	among    []block.Line   // what the offers are
	offers   []block.Button // what may have been meant
}

// offer adds a button to choose by, and a line that says what it is.
func (e *misuseError) offer(b block.Button, note string) {
	e.among = append(e.among, block.Line{Text: b.Label, Note: note})
	e.offers = append(e.offers, b)
}

// Error returns the sentence, with what may have been meant.
func (e *misuseError) Error() string {
	labels := make([]string, len(e.offers))
	for i, b := range e.offers {
		labels[i] = b.Label
	}
	return strings.TrimSpace(e.sentence + " " + strings.Join(labels, ", "))
}

// IsMisuse reports whether an error is what a reader got wrong, in a sentence for
// that reader.
func IsMisuse(err error) bool {
	_, ok := asMisuse(err)
	return ok
}

func misuse(format string, args ...any) error {
	return &misuseError{sentence: fmt.Sprintf(format, args...)}
}

// asMisuse returns the sentence of a misuse.
func asMisuse(err error) (sentence string, ok bool) {
	if m, ok := errors.AsType[*misuseError](err); ok {
		return m.sentence, true
	}
	return "", false
}

// call is a command with what follows it.
type call struct {
	command command
	named   bool              // by its name
	words   []word            // without options
	options map[string]string // by key
	before  map[string]int    // how many of the words stand before an option whose value may go on in those behind it
}

// text returns the words as one line.
func (c call) text() string { return joinWords(c.words) }

// parse finds the command of a line and sorts what follows it.
func parse(commands []command, words []word) (call, error) {
	out := route(commands, unmarked(words))
	out.options, out.before = map[string]string{}, map[string]int{}
	rest := out.command.joined(out.words)
	out.words = nil
	for _, w := range rest {
		option, err := out.command.option(w)
		switch {
		case err != nil:
			return out, err
		case option:
			out.options[w.Key] = w.Text
			if !w.Quoted {
				out.before[w.Key] = len(out.words)
			}
		default:
			out.words = append(out.words, out.command.plain(w))
		}
	}
	return out, nil
}

// joined makes one word of an option and its value where a space is between
// them, as in "since: 7d".
func (c command) joined(words []word) []word {
	var out []word
	for i := 0; i < len(words); i++ {
		w := words[i]
		key, colon := strings.CutSuffix(strings.ToLower(w.Text), ":")
		if colon && w.isBare() && slices.Contains(c.options, key) {
			w = word{Key: key}
			if i+1 < len(words) && words[i+1].Key == "" {
				i++
				w.Text, w.Quoted = words[i].Text, words[i].Quoted
			}
		}
		out = append(out, w)
	}
	return out
}

// route finds the command of a line and the words that are for it: what follows its
// name, what a question is about, or all.
func route(commands []command, words []word) call {
	about, isQuestion := askedAbout(words)
	if isQuestion {
		words = about
	}
	if len(words) > 0 && words[0].isBare() {
		name := strings.ToLower(words[0].Text)
		for _, c := range commands {
			if c.isCalled(name) && !(isQuestion && c.changes != nil) {
				return call{command: c, named: true, words: words[1:]}
			}
		}
	}
	for _, c := range commands {
		if c.bare != nil && c.bare(words) {
			return call{command: c, words: words}
		}
	}
	return call{command: commands[len(commands)-1], words: words} // takes all words
}

// changes reports whether what the asker or the channel gets is not as it was.
func (c call) changes() bool {
	return c.command.changes != nil && c.command.changes(c.words)
}

// isCalled reports whether a name in small letters is one of the command.
func (c command) isCalled(name string) bool {
	return c.name == name || slices.Contains(c.aliases, name)
}

// isBare reports whether the word is nothing but a word.
func (w word) isBare() bool { return w.Key == "" && !w.Quoted && !w.Not }

// areBare reports whether each of the words is nothing but that.
func areBare(words []word) bool {
	return !slices.ContainsFunc(words, func(w word) bool { return !w.isBare() })
}

// option reports whether a word is one of the command's options. One that can
// only be meant as an option and is none is an error.
func (c command) option(w word) (bool, error) {
	switch {
	case w.Key == "":
		return false, nil
	case slices.Contains(c.options, w.Key) && w.Text == "":
		return false, misuse("The option %s needs a value.", w.Key)
	case slices.Contains(c.options, w.Key):
		return true, nil
	}
	if near := c.meantOption(w.Key); near != "" {
		return false, misuse("There is no option %s. Did you mean %s:%s?", w.Key, near, w.Text)
	}
	if w.Dashed {
		return false, misuse("There is no option --%s.", w.Key)
	}
	return false, nil
}

// otherKeys are what other searches call an option.
var otherKeys = map[string]string{"after": "since", "before": "until", "source": "from", "site": "from"}

// meantOption returns the option that a key was most likely meant to be, "" where none
// is.
func (c command) meantOption(key string) string {
	if other := otherKeys[key]; slices.Contains(c.options, other) {
		return other
	}
	return Nearest(key, c.options)
}

// title is the words as they were written.
func (c call) title() string {
	return "“" + strings.Join(writtenWords(c.words), " ") + "”"
}

// plain returns a word that is no option, nor, where the command excludes none,
// an excluded word.
func (c command) plain(w word) word {
	if w.Key != "" {
		w.Text = w.Key + ":" + w.Text
	}
	if w.Not && !c.excludes {
		w.Text, w.Not = "-"+w.Text, false
	}
	w.Key = ""
	return w
}
