package digest

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// longestRedacted is the length up to which Redact shows an input, in runes.
const longestRedacted = 300

// Redact returns an input, such as the address of a feed or the path of a file, as
// it may be shown and logged: on one line, not too long, and, of an address, without
// user name and password and without what may be a key in its query.
func Redact(input string) string {
	switch {
	case strings.Contains(input, "://"):
		input = withoutSecrets(input)
	case isLogin.MatchString(input):
		input = input[strings.IndexByte(input, '@')+1:]
	}
	input = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(input, "\uFFFD"))
	if runes := []rune(input); len(runes) > longestRedacted {
		return string(runes[:longestRedacted]) + "…"
	}
	return input
}

// isLogin matches what begins as an address does of which the scheme is left out.
var isLogin = regexp.MustCompile(`^[^\s/\\:@]+:[^\s/\\@]*@[^\s@]+\.`)

// withoutSecrets is an address without user name, password and keys, also of one
// that does not parse.
func withoutSecrets(raw string) string {
	u, err := url.Parse(raw)
	if err != nil {
		return withoutUser(raw)
	}
	u.User = nil
	fields := strings.Split(u.RawQuery, "&")
	for i, field := range fields {
		if name, value, ok := strings.Cut(field, "="); ok && isSecret(name, value) {
			fields[i] = name + "=***"
		}
	}
	u.RawQuery = strings.Join(fields, "&")
	return u.String()
}

// withoutUser drops what stands before a host, and the query, in which one cannot
// tell what is a key.
func withoutUser(raw string) string {
	scheme, rest, _ := strings.Cut(raw, "://")
	authority, path := rest, ""
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		authority, path = rest[:i], rest[i:]
	}
	path, _, _ = strings.Cut(path, "?")
	return scheme + "://" + authority[strings.LastIndexByte(authority, '@')+1:] + path
}

// longestPlain is how long a value in a query may be that is no key.
const longestPlain = 15

// isSecret reports whether a field of a query may be a key, by its name or its
// length.
func isSecret(name, value string) bool {
	name = strings.ToLower(name)
	return len(value) > longestPlain || slices.ContainsFunc(secretNames, func(s string) bool { return strings.Contains(name, s) })
}

var secretNames = []string{"key", "token", "secret", "pass", "pwd", "auth", "sig", "user", "session"}
