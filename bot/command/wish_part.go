package command

import (
	"slices"
	"strings"
)

// earliest are the hours of a clock of twelve from which on a time is of the second half of the day, by the part of the
// day that is named beside it: at 1 in the night is 01:00, at 11 is 23:00.
var earliest = map[string]int{"morning": 12, "afternoon": 1, "evening": 1, "night": 6}

// readPartOfDay reads the part of the day behind days, or behind a time: "every evening", "monday mornings", "at 9 in
// the evening", "evenings". What may be the beginning of a name, as in Morning Star, is a topic.
func (r *wishReader) readPartOfDay(expected expectation) (int, error) {
	n := 1
	if r.lower(0) == "in" && r.lower(1) == "the" {
		n = 3
	}
	text := r.lower(n - 1)
	part := strings.TrimSuffix(text, "s")
	if _, ok := earliest[part]; !ok || len(r.topic) > 0 && n == 1 && expected != aDay {
		return 0, nil
	}
	isPlural := part != text && len(r.days) == 0 && r.at == ""
	switch {
	case expected == aDay:
	case n == 3 && r.words[2].Text == text: // not in the Evening Standard
	case r.endsAt(n) && (n == 3 || isPlural || expected == aTime || expected == aPlace):
	default:
		return 0, nil
	}
	if expected == aDay || isPlural {
		r.days = append(r.days, week...)
	}
	r.endTopic()
	if r.part, r.expect = part, aTime; r.at != "" {
		r.expect = aPlace
	}
	return n, nil
}

// endsAt reports whether the word at i is none that could go on a name.
func (r *wishReader) endsAt(i int) bool {
	text := r.lower(i)
	return text == "" || clockTime.MatchString(plainTime(text)) || slices.Contains([]string{"at", "@", "from"}, text) ||
		slices.Contains(dividers, text) || slices.Contains(announcements, text)
}

// inPartOfDay moves a time that was written without a half of the day into the part of it that was named: every evening
// at 8 is at 20:00.
func (r *wishReader) inPartOfDay() {
	t, ok := ReadTimeOfDay(r.at)
	if from, named := earliest[r.part]; ok && named && !r.halved && from <= t.Hour && t.Hour < 12 {
		t.Hour += 12
		r.at = t.String()
	}
}
