package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

const (
	plainWidth = 80  // columns where the output is no terminal
	maxWidth   = 100 // columns beyond which lines get hard to read
)

// isTerminal reports whether w is a terminal.
func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// width returns the columns to write on w.
func width(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
			return min(n, maxWidth)
		}
	}
	return plainWidth
}

// color reports whether to use colour on w: on a terminal, unless NO_COLOR is
// set (https://no-color.org) or the terminal is dumb.
func color(w io.Writer) bool {
	return isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
