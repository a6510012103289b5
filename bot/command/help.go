package command

import (
	"context"
	"slices"
	"strings"

	"newsbot/bot/block"
)

// helpFillers are words that people put between help and what it is to be about.
var helpFillers = []string{"/news", "me", "us", "please", "with", "on", "for", "how", "to", "do", "does", "can", "i", "you", "the", "a", "command", "commands", "all"}

// help answers with all commands, or with the first one that is named; who thanks is
// welcome.
func (r *Responder) help(_ context.Context, q query) (block.Message, error) {
	if !q.named && says(q.words, thanks) {
		return block.Say("You are welcome.", q.row(q.open("How to ask", "help"))), nil
	}
	words := strings.FieldsFunc(strings.ToLower(q.text()), func(r rune) bool { return strings.ContainsRune(" ,.!", r) })
	asked := slices.DeleteFunc(words, func(w string) bool { return slices.Contains(helpFillers, w) })
	if len(asked) == 0 || !q.named {
		return block.Lists("How to ask", "", []block.List{r.usage()},
			q.row(q.open("Today's stories", ""), q.open("Trends", "trends"), q.open("About search", "help search"))), nil
	}
	for _, name := range asked {
		if i := slices.IndexFunc(r.commands, func(c command) bool { return c.isCalled(name) }); i >= 0 {
			return block.Lists("", "", r.commands[i].help(), q.row(q.open("All commands", "help"))), nil
		}
	}
	return block.Message{}, misuse("There is no command “%s”.%s", asked[0], didYouMean(asked[0], r.names()))
}

// usage lists the commands with what they answer.
func (r *Responder) usage() block.List {
	var lines []block.Line
	for _, c := range r.commands {
		lines = append(lines, block.Line{Code: written(c.usage), Text: c.summary})
	}
	return block.List{Lines: lines}
}

// help explains a command.
func (c command) help() []block.List {
	examples := block.List{Heading: "Examples"}
	for _, e := range c.examples {
		examples.Lines = append(examples.Lines, block.Line{Code: written(e)})
	}
	return []block.List{{Lines: []block.Line{{Code: written(c.usage)}, {Text: c.summary}}}, examples}
}

// names returns the names of all commands.
func (r *Responder) names() []string {
	var names []string
	for _, c := range r.commands {
		names = append(names, c.name)
	}
	return names
}
