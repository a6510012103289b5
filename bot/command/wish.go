package command

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"newsbot/digest/entity"
)

// wish is what a reader wants of a digest, as far as the words say it.
type wish struct {
	channel string // ID
	at      string // "08:30"
	days    []time.Weekday
	zone    string
	topics  []string
	mutes   []string
}

// wishReader reads a wish in whatever order it is written, as in "every weekday
// at 8.30 in Berlin about storms, ferries".
type wishReader struct {
	wish
	words   []word
	expect  expectation
	topic   []string       // words of the topic that is being read
	places  int            // where a zone was looked for
	without []time.Weekday // days on which it is not to come
	part    string         // of the day: evening
	halved  bool           // the time says which half of the day it is in: 8am
	weekly  bool           // it is to come once a week
}

// expectation is what the word before makes likely.
type expectation int

const (
	anything expectation = iota
	aTime                // after "at", and after a day
	aDay                 // after "every"
	aPlace               // after a time, and after "in"
	aTopic               // after "about"
)

// readWish reads the words of a wish.
func readWish(words []word) (wish, error) {
	r := wishReader{words: atCommas(words)}
	for len(r.words) > 0 {
		n, err := r.next()
		if err != nil {
			return r.wish, err
		}
		r.words = r.words[n:]
	}
	r.endTopic()
	if r.weekly && len(r.days) == 0 {
		return r.wish, misuse("Say on which day of the week: %s.", written("subscribe mondays 08:30"))
	}
	r.inPartOfDay()
	err := r.takeExceptions()
	return r.wish, err
}

// atCommas takes words apart at their commas and semicolons, each of which becomes a comma.
func atCommas(words []word) []word {
	var out []word
	for _, w := range words {
		if w.Quoted || w.Ref != "" || !strings.ContainsAny(w.Text, ",;") {
			out = append(out, w)
			continue
		}
		for i, part := range strings.Split(strings.ReplaceAll(w.Text, ";", ","), ",") {
			if i > 0 {
				out = append(out, word{Text: ","})
			}
			if part != "" {
				out = append(out, word{Text: part, Not: w.Not})
			}
		}
	}
	return out
}

// next reads what comes next and returns how many words that are.
func (r *wishReader) next() (int, error) {
	w, expected := r.words[0], r.expect
	r.expect = anything
	if err := r.checkOffset(expected); err != nil {
		return 0, err
	}
	switch {
	case w.Not:
		r.mutes = append(r.mutes, w.Text)
		return 1, nil
	case w.Quoted:
		r.endTopic()
		r.topics = append(r.topics, w.Text)
		return 1, nil
	}
	for _, read := range []func(expectation) (int, error){r.readChannel, r.readTime, r.readPartOfDay, r.readDays, r.readException, r.readOtherDays, r.readZone, r.readFiller} {
		if n, err := read(expected); n > 0 || err != nil {
			return n, err
		}
	}
	return 1, r.readTopic(w)
}

// lower returns the word at i in lower case, "" where there is none.
func (r *wishReader) lower(i int) string {
	if i >= len(r.words) || r.words[i].Quoted {
		return ""
	}
	return strings.ToLower(r.words[i].Text)
}

func (r *wishReader) readChannel(expectation) (int, error) {
	w := r.words[0]
	switch {
	case !strings.HasPrefix(w.Text, "#") || len(w.Text) == 1:
		return 0, nil
	case !IsChannelID(w.Ref), isDirect(w.Ref): // a direct message may be another's
		return 0, misuse("Slack does not tell me which channel “%s” is. Run the command in that channel, or choose it in the window of %s.", w.Text, written("subscribe"))
	case r.channel != "" && r.channel != w.Ref:
		return 0, misuse("One channel at a time, please.")
	}
	r.channel = w.Ref
	return 1, nil
}

func (r *wishReader) readTime(expected expectation) (int, error) {
	text, n := plainTime(r.lower(0)), 1
	switch half := plainTime(r.lower(1)); half {
	case "am", "pm", "uhr":
		text, n = text+half, 2
	case "o'clock", "o’clock":
		text, n = text+"h", 2
	}
	if !clockTime.MatchString(text) || isNumber(text) && expected != aTime {
		return 0, nil
	}
	t, ok := ReadTimeOfDay(text)
	switch at := t.String(); {
	case !ok:
		return 0, misuse("“%s” is not a time of day: write it as 08:30.", text)
	case r.at != "" && r.at != at:
		return 0, misuse("One time of day at a time, please: write the command with %s, and again with %s for a second digest.", r.at, at)
	default:
		r.at, r.expect = at, aPlace
		r.halved = strings.HasSuffix(text, "m")
	}
	r.endTopic()
	return n, nil
}

// isNumber reports whether a word that may be a time of day may as well be a number: 9 and 2026, not 0830.
func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil && !(len(s) == 4 && s[0] == '0')
}

func (r *wishReader) readDays(expected expectation) (int, error) {
	text := r.lower(0)
	days, n := r.daysAt(0)
	switch {
	case text == "weekly" && len(r.topic) == 0, expected == aDay && text == "week":
		r.weekly = true
		return 1, nil
	case expected == aDay && text == "day":
		days, n = week, 1
	case n == 0:
		return 0, nil
	}
	if r.at == "" {
		r.expect = aTime
	}
	r.days = append(r.days, days...)
	r.endTopic()
	return n, nil
}

// daysAt reads days from the word at i on, and returns how many words they take.
func (r *wishReader) daysAt(i int) (days []time.Weekday, n int) {
	text, next := r.lower(i), r.lower(i+1)
	if slices.Contains([]string{"business", "working", "work"}, text) && slices.Contains([]string{"day", "days"}, next) {
		return weekdays, 2
	}
	days, ok := parseDays(text)
	if !ok {
		return nil, 0
	}
	if slices.Contains([]string{"-", "–", "—", "to", "till", "until", "through"}, next) {
		if span, ok := dayRange(text, r.lower(i+2)); ok {
			return span, 3
		}
	}
	return days, 1
}

// otherRhythms are how often no digest comes that is made by words.
var otherRhythms = []string{"hourly", "monthly", "yearly", "annually", "quarterly", "fortnightly", "biweekly", "once", "twice", "today", "tonight", "tomorrow"}

// ordinals stand before a day that comes once a month.
var ordinals = []string{"first", "second", "third", "fourth", "last", "1st", "2nd", "3rd", "4th"}

// readOtherDays refuses times that words cannot say, lest they become a topic.
func (r *wishReader) readOtherDays(expected expectation) (int, error) {
	text := r.lower(0)
	_, isDay := parseDays(r.lower(1))
	isOther := slices.Contains(otherRhythms, text) || isDay && slices.Contains(ordinals, text)
	isOther = isOther && len(r.topic) == 0 && expected != aTopic
	if !isOther && expected != aDay {
		return 0, nil
	}
	return 0, misuse("I post daily or on certain weekdays: write daily, weekdays or mondays; for other times write a cron expression, as in %s. If “%s” is a topic, write it in quotation marks.",
		written(`subscribe cron:"0 9 1 * *"`), text)
}

const (
	cityWords = 4 // words that the name of a city has at most
	maxPlaces = 4 // places of a line where a zone is looked for, which takes half a millisecond each
)

func (r *wishReader) readZone(expected expectation) (int, error) {
	text := r.words[0].Text
	named := strings.Contains(text, "/") || strings.EqualFold(text, "UTC")
	if expected != aPlace && !named || r.places == maxPlaces {
		return 0, nil
	}
	r.places++
	for n := min(cityWords, len(r.words)); n > 0; n-- {
		if zone, ok := ReadZone(joinWords(r.words[:n])); ok && (named || !isRatherTopic(zone)) && !r.beginsName(n) {
			r.zone = zone
			return n, nil
		}
	}
	switch {
	case expected != aPlace:
		return 0, nil
	case named, isZoneShort(text):
		return 0, noZone(text)
	}
	return 0, r.checkCity()
}

// beginsName reports whether so many words are only the beginning of a name that everybody knows, as a
// city's are of the New York Times and of Manchester United.
func (r *wishReader) beginsName(n int) bool {
	for end := n + 1; end <= min(n+2, len(r.words)); end++ {
		if len(entity.KnownAs(joinWords(r.words[:end]))) > 0 {
			return true
		}
	}
	return false
}

// checkCity refuses a misspelt city behind a time, lest it become a topic.
func (r *wishReader) checkCity() error {
	for n := min(cityWords, len(r.words)); n > 0; n-- {
		words := joinWords(r.words[:n])
		if city := nearCity(words); city != "" {
			return misuse("Did you mean the time zone of %s? If “%s” is a topic, write it in quotation marks.", city, words)
		}
	}
	return nil
}

// ratherTopics are zones that are called like what is in the news, or begins the name of that:
// the West Bank, Christmas.
var ratherTopics = []string{
	"America/North_Dakota/Center", "Asia/Gaza", "Australia/North", "Australia/South", "Australia/West", "Indian/Christmas", "Pacific/Easter",
	"Pacific/Midway", "Pacific/Wake",
}

// isRatherTopic reports whether who writes the city of a zone, and not its whole name, most
// likely means a topic. Nobody lives in Antarctica, where stations are called as people are.
func isRatherTopic(zone string) bool {
	return slices.Contains(ratherTopics, zone) || strings.HasPrefix(zone, "Antarctica/") || isLand(zone)
}

// isLand reports whether a zone is called like a country, as those are that have neither a city nor digits
// in their names: Iran, NZ.
func isLand(zone string) bool {
	return !strings.ContainsAny(zone, "/0123456789") && zone != "UTC" && zone != "GMT"
}

// zoneOffset is how far a zone is from UTC, which places in it are not all year.
var zoneOffset = regexp.MustCompile(`(?i)^(utc|gmt)?[` + minusSigns + `+]\d{1,2}(?::?\d{2})?$`)

// checkOffset refuses UTC+2, UTC -5 and, after a time, +2, lest they become a topic or a mute.
func (r *wishReader) checkOffset(expected expectation) error {
	for n := range min(2, len(r.words)) {
		s := strings.Join(writtenWords(r.words[:n+1]), "")
		if m := zoneOffset.FindStringSubmatch(s); m != nil && (m[1] != "" || expected == aPlace) {
			return noZone(s)
		}
	}
	return nil
}

func noZone(s string) error {
	if city := usualCity(s); city != "" {
		return misuse("“%s” is not a time zone that I know: write a city, such as %s.", s, city)
	}
	if city := nearCity(s); city != "" {
		return misuse("“%s” is not a time zone that I know. Did you mean %s?", s, city)
	}
	return misuse("“%s” is not a time zone that I know: write a city or a name such as Europe/Berlin.", s)
}

// fillers are words between the parts of a wish, with what they make likely.
var fillers = map[string]expectation{
	"at": aTime, "@": aTime, "every": aDay, "each": aDay, "in": aPlace, "timezone": aPlace, "tz": aPlace,
	"on": anything, "from": anything, "only": anything, "sharp": anything, "to": anything, "for": anything, "the": anything, "a": anything, "time": anything, "digest": anything, "news": anything,
}

// dividers end a topic, and announcements begin one.
var (
	dividers      = []string{",", "and", "or", "&"}
	announcements = []string{"about", "topic", "topics"}
)

func (r *wishReader) readFiller(expected expectation) (int, error) {
	text := r.lower(0)
	isAnnounced := slices.Contains(announcements, text)
	if isAnnounced || slices.Contains(dividers, text) {
		r.endTopic()
		if r.expect = expected; isAnnounced && expected != aTime {
			r.expect = aTopic
		}
		return 1, nil
	}
	if text == "time" && r.lower(1) == "zone" {
		r.expect = aPlace
		return 2, nil
	}
	if r.lower(1) == "time" && len(r.topic) == 0 && slices.Contains([]string{"local", "my", "our"}, text) {
		return 2, nil
	}
	likely, ok := fillers[text]
	if !ok || len(r.topic) > 0 && likely != aTime && !(likely == aDay && r.isDayAt(1)) {
		return 0, nil
	}
	r.expect = likely
	return 1, nil
}

// isDayAt reports whether the word at i is a day or a part of one, as behind every.
func (r *wishReader) isDayAt(i int) bool {
	_, n := r.daysAt(i)
	return n > 0 || r.lower(i) == "day" || earliest[r.lower(i)] > 0
}

// rhythms are words of a wish that a misspelt one may have been meant to be.
var rhythms = []string{"daily", "weekdays", "weekends", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

func (r *wishReader) readTopic(w word) error {
	for _, name := range rhythms {
		if distance(strings.ToLower(w.Text), name) == 1 {
			return misuse("Did you mean %s? If “%s” is a topic, write it in quotation marks.", name, w.Text)
		}
	}
	if isLikeDay(r.lower(0)) && isNumber(r.lower(1)) && r.at == "" && len(r.topic) == 0 {
		return misuse("“%s” is no day of the week: write daily, weekdays or mondays. If it is a topic, write it in quotation marks.", w.Text)
	}
	r.topic = append(r.topic, w.Text)
	return nil
}

// isLikeDay reports whether a word ends as those for days do: someday, holidays.
func isLikeDay(word string) bool { return strings.HasSuffix(strings.TrimSuffix(word, "s"), "day") }

func (r *wishReader) endTopic() {
	if len(r.topic) > 0 {
		r.topics = append(r.topics, strings.Join(r.topic, " "))
		r.topic = nil
	}
}
