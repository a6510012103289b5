package main

import (
	"os"
	"runtime/debug"

	"newsbot/digest"
)

// gcPercent lets the heap grow by half before it is collected. Most of the heap
// of a command that analyses is its models, which never go: to let it double,
// as Go does, would waste as much again.
const gcPercent = 50

// newAnalyzer loads the models. GOGC in the environment wins over gcPercent.
func newAnalyzer() (*digest.Analyzer, error) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	return digest.NewAnalyzer()
}
