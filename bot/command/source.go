package command

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"newsbot/digest/store"
	"newsbot/digest/text"
)

// How many sources a hint names, and offers as buttons.
const (
	maxSources = 8
	maxOffered = 3
)

// ofWholeSource returns a query whose option from has the words behind it, too, with which the name
// of a source goes on: from:Daily Compass.
func (r *Responder) ofWholeSource(ctx context.Context, q query) (query, error) {
	at, goesOn := q.before["from"]
	if !goesOn || at == len(q.words) {
		return q, nil
	}
	all, err := r.outlets(ctx, time.Time{}, q.now.Add(time.Nanosecond))
	if err != nil {
		return q, err
	}
	for end := len(q.words); end > at; end-- {
		name := q.options["from"] + " " + joinWords(q.words[at:end])
		if areBare(q.words[at:end]) && len(sourcesCalled(all, name)) > 0 {
			q.options = maps.Clone(q.options)
			q.options["from"] = name
			q.words = slices.Delete(slices.Clone(q.words), at, end)
			break
		}
	}
	return q, nil
}

// meantSource returns the names of the sources that a reader means: of the one with
// that name, else of those of that domain, else of the only one whose name holds the
// words. Where there is none, the error offers the nearest.
func (r *Responder) meantSource(ctx context.Context, q query, words string, from, to time.Time) ([]string, error) {
	all, err := r.outlets(ctx, from, to)
	if err != nil {
		return nil, err
	}
	if meant := sourcesCalled(all, words); len(meant) > 0 {
		return meant, nil
	}
	names := namesOf(all)
	if meant := holding(names, words); len(meant) == 1 {
		return meant, nil
	}
	if len(names) == 0 {
		return nil, misuse("There is no news from “%s”.", words)
	}
	m := &misuseError{}
	for _, name := range nearSources(names, words) {
		m.offers = append(m.offers, q.open(name, q.with("from", name)))
	}
	if len(m.offers) > 0 {
		m.sentence = fmt.Sprintf("No source is called “%s”. Did you mean one of these?", words)
		return nil, m
	}
	more := ""
	if n := len(names) - maxSources; n > 0 {
		more = fmt.Sprintf(" and %s more", q.reader().Number(n))
	}
	return nil, misuse("There is no news from “%s”. Sources are %s%s.", words, strings.Join(names[:min(maxSources, len(names))], ", "), more)
}

// outlets returns the sources that have news of a time.
func (r *Responder) outlets(ctx context.Context, from, to time.Time) ([]store.Outlet, error) {
	all, err := r.News.Outlets(ctx, from, to)
	if err != nil {
		return nil, fmt.Errorf("read the names of sources: %w", err)
	}
	return all, nil
}

func namesOf(outlets []store.Outlet) []string {
	var names []string
	for _, o := range outlets {
		names = append(names, o.Name)
	}
	return names
}

// sourcesCalled returns the names of the outlets that are called so, in whatever letters
// and with or without an article, or else have addresses under that domain.
func sourcesCalled(outlets []store.Outlet, words string) []string {
	var called, under []string
	name, domain := bareName(words), domainOf(words)
	isDomain := strings.Contains(domain, ".")
	for _, o := range outlets {
		if bareName(o.Name) == name {
			called = append(called, o.Name)
		}
		if isDomain && slices.ContainsFunc(o.Hosts, func(host string) bool { return host == domain || strings.HasSuffix(host, "."+domain) }) {
			under = append(under, o.Name)
		}
	}
	if len(called) > 0 {
		return called
	}
	return under
}

// bareName returns a name folded, without the article that readers leave out.
func bareName(s string) string { return strings.TrimPrefix(text.Fold(strings.TrimSpace(s)), "the ") }

// domainOf returns the host of an address, or of what is written like one.
func domainOf(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if _, after, ok := strings.Cut(s, "://"); ok {
		s = after
	}
	s, _, _ = strings.Cut(s, "/")
	return strings.TrimPrefix(s, "www.")
}

// nearSources returns the names that hold the words, else the one that they may be
// a misspelling of.
func nearSources(names []string, words string) []string {
	near := holding(names, words)
	if len(near) > 0 {
		return near[:min(maxOffered, len(near))]
	}
	var forms, of []string // a name and its words, and of which name they are
	for _, name := range names {
		for _, form := range append([]string{bareName(name)}, strings.Fields(bareName(name))...) {
			forms, of = append(forms, form), append(of, name)
		}
	}
	if best := Nearest(bareName(words), forms); best != "" {
		near = append(near, of[slices.Index(forms, best)])
	}
	return near
}

// holding returns those names that words are a part of.
func holding(names []string, words string) (found []string) {
	folded := text.Fold(words)
	for _, name := range names {
		if strings.Contains(text.Fold(name), folded) {
			found = append(found, name)
		}
	}
	return found
}

// with writes the query with another value of an option.
func (q query) with(key, value string) string {
	q.options = maps.Clone(q.options)
	q.options[key] = value
	return q.command.name + " " + q.written()
}

// written writes words and options of the query in a form that split reads again.
func (q query) written() string {
	words := writtenWords(q.words)
	for _, k := range q.command.options {
		v := q.options[k]
		if strings.ContainsFunc(v, unicode.IsSpace) {
			v = quoted(v)
		}
		if v != "" {
			words = append(words, k+":"+v)
		}
	}
	return strings.Join(words, " ")
}
