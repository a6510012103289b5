package story

import (
	"slices"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// particulars are what titles tell by which events that look alike are told apart.
type particulars struct {
	result   result // of a match
	codes    codes
	releases releases
	scene    scene
	affair   affair
	venue    venue
	contest  *contest // nil for none
	known    wordSet  // all words of the articles and their names that are known
}

// particularsOf returns those of an item, given its title as it is told.
func particularsOf(it *Item, title string) (p particulars) {
	terms, names := text.Query(title), wordsOfNames(it)
	p.scene = sceneOf(it, terms)
	p.venue = venueOf(it, terms, names)
	p.known = knownOf(it, terms, names)
	if !it.isTitle() { // which does not tell by what other name somebody is called: "Meta fined", "Facebook's owner fined"
		p.affair = affairOf(it, terms, names)
	}
	p.contest = contestOf(it, title, names, p.known)
	p.codes = codesOf(it.Title)
	p.releases = releasesOf(title)
	if !isLive(it.Title) {
		p.result = resultOf(title)
	}
	return p
}

// plus returns the particulars of two stories that are one.
func (p *particulars) plus(other *particulars) particulars {
	both := particulars{
		result:   p.result,
		codes:    union(p.codes, other.codes),
		releases: union(p.releases, other.releases),
		scene:    p.scene.plus(other.scene),
		affair:   p.affair.plus(other.affair),
		venue:    p.venue.plus(&other.venue),
		contest:  p.contest.plus(other.contest),
		known:    p.known.plus(other.known),
	}
	if !both.result.told {
		both.result = other.result
	}
	return both
}

// differ reports whether two stories tell of two events.
func (p *particulars) differ(other *particulars) bool {
	return p.result.differs(other.result) || p.codes.differ(other.codes) || p.releases.differ(other.releases) || p.scene.differs(&other.scene) ||
		p.contest.differs(other.contest) || p.affair.differs(&other.affair, p.known, other.known) || p.venue.differs(&other.venue, p.known, other.known)
}

// wordsOfNames returns the words of each entity of an item.
func wordsOfNames(it *Item) [][]string {
	words := make([][]string, len(it.Entities))
	for i, n := range it.Entities {
		words[i] = nameWords(entity.Untyped(n.ID))
	}
	return words
}

// knownOf returns the words of an item that are known, given the terms of its title and the words of its names, and those of its outlet's
// name, which is often its town's.
func knownOf(it *Item, title []string, names [][]string) wordSet {
	words := slices.Concat(slices.Concat(names...), title, text.Query(it.Source))
	for _, t := range it.Terms {
		words = append(words, t.Word)
	}
	return wordSetOf(words)
}
