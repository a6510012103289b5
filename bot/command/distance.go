package command

// Nearest returns the name that word was most likely to be, "" where none is
// near: one typing mistake apart, two in words of six letters or more.
func Nearest(word string, names []string) string {
	allowed := 1
	if len(word) >= 6 {
		allowed = 2
	}
	best, least := "", allowed+1
	for _, name := range names {
		if d := distance(word, name); d < least && d < len(name)-1 {
			best, least = name, d
		}
	}
	return best
}

// didYouMean asks whether a word was to be the nearest of the names, where one is
// near.
func didYouMean(word string, names []string) string {
	if near := Nearest(word, names); near != "" {
		return " Did you mean " + near + "?"
	}
	return ""
}

// distance counts the letters to put in, leave out, replace, or swap with their
// neighbour to get from a to b: the optimal string alignment distance, after
// Damerau (1964).
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+unequal(s[i-1], t[j-1]))
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(t)]
}

func unequal(a, b rune) int {
	if a == b {
		return 0
	}
	return 1
}
