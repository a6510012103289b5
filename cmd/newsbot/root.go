package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// app is what the subcommands share: the streams and, once flags are parsed,
// the configuration and a logger.
type app struct {
	streams
	started bool // a command has begun: what fails now is no wrong call
	config  config
	log     *slog.Logger
}

// newRoot returns the newsbot command with all its subcommands.
func newRoot(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:           "newsbot",
		Short:         "Reads the news and tells what happened, every line traceable to its source",
		Long:          "newsbot takes in news, keeps it in Redis, writes digests of key points and named entities,\nand posts them to Slack. Settings come from the environment and from a .env file.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       longVersion(),
		Args:          knownCommand,
		RunE:          showHelp,
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.AddCommand(
		newServe(a), newDemo(a), newDigest(a), newIngest(a), newLookup(a), newTrends(a), newAnalyze(a), newStories(a), newStory(a),
		newExport(a), newImport(a), newReanalyze(a), newSources(a), newDoctor(a), newManifest(a), newVersion(a),
	)
	strictDefaults(root)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return plainFlagError(err) })
	return root
}

// plainFlagError says in plain words what a flag takes that is a number or a choice.
func plainFlagError(err error) error {
	wrong, ok := errors.AsType[*strconv.NumError](err)
	if !ok {
		return err
	}
	takes := "must be a number"
	if wrong.Func == "ParseBool" {
		takes = "must be true or false"
	}
	return errors.New(strings.ReplaceAll(err.Error(), wrong.Error(), takes))
}

// strictDefaults has the two commands that cobra adds refuse a word that is no
// command, instead of showing help as if nothing were wrong.
func strictDefaults(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Args = func(_ *cobra.Command, args []string) error {
				found, rest, err := root.Find(args)
				if err != nil {
					return err
				}
				return knownCommand(found, rest)
			}
		case "completion":
			c.Args, c.RunE = knownCommand, showHelp
		}
	}
}

func showHelp(c *cobra.Command, _ []string) error { return c.Help() }

// run makes a function the body of a subcommand: before it, the settings are
// read and the logger is made that they ask for.
func (a *app) run(body func(ctx context.Context, args []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) (err error) {
		a.started = true
		if a.config, err = loadConfig(".env"); err != nil {
			return usageError{err}
		}
		a.log = newLogger(a.err, a.config.LogLevel)
		return body(c.Context(), args)
	}
}

// say prints a result of one line.
func (a *app) say(format string, args ...any) error {
	return a.print(func(w io.Writer) error {
		_, err := fmt.Fprintf(w, format+"\n", args...)
		return err
	})
}

// print prints a result as it is written, however small its pieces are. Its writer
// remembers an error.
func (a *app) print(write func(io.Writer) error) error {
	out := bufio.NewWriter(a.out)
	err := write(out)
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("print the result: %w", err)
	}
	return nil
}

// newLogger logs as text for a person at a terminal and as JSON for machines.
func newLogger(w io.Writer, level slog.Level) *slog.Logger {
	o := &slog.HandlerOptions{Level: level, ReplaceAttr: withUnits}
	if isTerminal(w) {
		return slog.New(slog.NewTextHandler(w, o))
	}
	return slog.New(slog.NewJSONHandler(w, o))
}

// withUnits writes a length of time as "5m0s", which is nanoseconds in JSON else.
func withUnits(_ []string, a slog.Attr) slog.Attr {
	if a.Value.Kind() == slog.KindDuration {
		a.Value = slog.StringValue(a.Value.Duration().String())
	}
	return a
}

// knownCommand refuses a word that is no command of c and names the nearest ones.
func knownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	c.SuggestionsMinimumDistance = 2
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		return fmt.Errorf("there is no command %q, but there is %s", args[0], strings.Join(near, " and "))
	}
	return fmt.Errorf("there is no command %q", args[0])
}

// many is how many arguments a command takes that takes any number.
const many = math.MaxInt

// takes refuses fewer or more arguments than a command takes, and says how it is
// written.
func takes(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		written := strings.TrimSuffix(c.CommandPath(), c.Name()) + c.Use
		switch {
		case len(args) < least:
			return fmt.Errorf("something is missing: write it as %s", written)
		case len(args) > most:
			return fmt.Errorf("%q is too much: write it as %s", args[most], written)
		}
		return nil
	}
}
