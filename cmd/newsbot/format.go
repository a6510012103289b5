package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// format is the --format flag of a command; it takes one of a few words.
type format struct {
	value   string
	allowed []string
}

// newFormat returns a flag that allows some formats; the first is the default.
func newFormat(allowed ...string) *format {
	return &format{value: allowed[0], allowed: allowed}
}

// register adds the flag to a command, with its completion.
func (f *format) register(c *cobra.Command) {
	c.Flags().Var(f, "format", "how to print it: "+strings.Join(f.allowed, ", "))
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(f.allowed, cobra.ShellCompDirectiveNoFileComp))
}

// String implements pflag.Value.
func (f *format) String() string { return f.value }

// Type implements pflag.Value; it stands in the help.
func (f *format) Type() string { return "FORMAT" }

// Set implements pflag.Value.
func (f *format) Set(s string) error {
	if !slices.Contains(f.allowed, s) {
		return fmt.Errorf("must be one of %s", strings.Join(f.allowed, ", "))
	}
	f.value = s
	return nil
}
