package command

import (
	"context"
	"slices"
	"strings"

	"newsbot/bot/block"
)

// help answers with all commands, or with one of them.
func (r *Responder) help(_ context.Context, q query) (block.Message, error) {
	name := strings.TrimPrefix(strings.ToLower(q.text()), "/news ")
	if name == "" || !q.named {
		return block.Lists("How to ask", "", []block.List{r.usage()},
			q.row(q.open("Today's stories", ""), q.open("Trends", "trends"), q.open("About search", "help search"))), nil
	}
	i := slices.IndexFunc(r.commands, func(c command) bool { return c.isCalled(name) })
	if i < 0 {
		return block.Message{}, misuse("There is no command “%s”.%s", name, didYouMean(name, r.names()))
	}
	return block.Lists("", "", r.commands[i].help(), q.row(q.open("All commands", "help"))), nil
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
