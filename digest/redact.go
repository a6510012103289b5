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
// user name and password and without what may be a key in its query or fragment.
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
	scheme, rest, _ := strings.Cut(raw, "://")
	if _, err := url.Parse(raw); err != nil {
		rest = rest[strings.LastIndexByte(rest, '@')+1:]
		if i := strings.IndexAny(rest, "?#"); i >= 0 {
			rest = rest[:i] // one cannot tell what is a key
		}
		return scheme + "://" + rest
	}
	shown := scheme + "://" + rest[len(login.FindString(rest)):]
	if u, err := url.Parse(shown); err == nil {
		shown = u.String()
	}
	return field.ReplaceAllStringFunc(shown, func(f string) string {
		if name, value, _ := strings.Cut(f, "="); isSecret(name[1:], value) {
			return name + "=***"
		}
		return f
	})
}

// login matches user name and password behind a scheme. Who does not escape the slashes
// and the like in a password seems to end the host with it: where there may be a login,
// all before an "@" belongs to it, but for one that begins a name in a path ("/@ann").
var login = regexp.MustCompile(`(?s)^(?:[^/?#]*[:@].*[^/]@|[^/?#]*@)`)

// field matches a field with a value of a query or a fragment, and what stands before it.
var field = regexp.MustCompile(`[?#&;][^?#&;=]*=[^#&;]*`)

// longestPlain is how long a value in a query may be that is no key.
const longestPlain = 15

// isSecret reports whether a field of a query may be a key, by its name or its
// length.
func isSecret(name, value string) bool {
	name = strings.ToLower(name)
	return len(value) > longestPlain || slices.ContainsFunc(secretNames, func(s string) bool { return strings.Contains(name, s) })
}

var secretNames = []string{"key", "token", "secret", "pass", "pwd", "auth", "sig", "user", "session"}
