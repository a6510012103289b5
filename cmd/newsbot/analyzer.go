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

// streamLimit is the memory, in bytes, up to which garbage is left where texts are analysed
// one after the other and none is kept: on many processors many are in memory at a time.
const streamLimit = 92 << 20

// newStreamAnalyzer is newAnalyzer for a command that keeps nothing of what it analyses.
// GOMEMLIMIT in the environment wins over streamLimit.
func newStreamAnalyzer() (*digest.Analyzer, error) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(streamLimit)
	}
	return newAnalyzer()
}

// newAnalyzer loads the models. GOGC in the environment wins over gcPercent.
func newAnalyzer() (*digest.Analyzer, error) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	return digest.NewAnalyzer()
}
