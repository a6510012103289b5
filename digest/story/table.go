package story

import "strings"

// readTable returns what a table embedded in the program has for the first word of each line; read is false for what is none.
func readTable[V any](table string, read func(value string) (V, bool)) map[string]V {
	of := make(map[string]V, strings.Count(table, "\n"))
	for line := range strings.Lines(table) {
		word, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		v, ok := read(value)
		if !ok {
			panic("story: a table has the line " + line)
		}
		of[word] = v
	}
	return of
}
