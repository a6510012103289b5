package entity

import (
	"strings"

	"newsbot/digest/entity/tagger"
)

// findParts gives names that are part of a longer one in the document the type of that.
func findParts(p *pieces, names []name) {
	findShortened(names)
	findArticled(p, names)
	findForenames(names)
	findVessels(p, names)
}

// findVessels makes ships of what stands behind the prefix of one, and of the same name with an article
// of its own: the M/V Ana Lund is the Ana Lund.
func findVessels(p *pieces, names []name) {
	ships := map[string]bool{}
	for i := range names {
		n := &names[i]
		prefix, ship, more := strings.Cut(n.form, " ")
		if n.kind == Person && (prefix == "MV" || prefix == "RV") && !p.behindArticle(n) {
			continue // initials
		}
		if more && vesselPrefixes.Has(prefix) && withoutLegalForm(n.form) == n.form {
			n.kind, n.key = Product, key(ship)
			ships[n.key] = true
		}
	}
	for i := range names {
		if n := &names[i]; ships[n.key] && p.hasArticle(n) {
			n.kind = Product
		}
	}
}

// findShortened makes organizations of the names of several words that the tagger took for those
// of persons or places, but that are the company's without its trade in a text that names it in
// full: Golden Ridge where it tells of Golden Ridge Resources.
func findShortened(names []name) {
	short := map[string]bool{}
	for i := range names {
		if n := &names[i]; n.kind == Organization {
			short[withoutTrade(n.key)] = true
		}
	}
	for i := range names {
		n := &names[i]
		if n.last-n.first > 1 && short[n.key] && n.classes == 0 && n.role == "" && n.courtesy == "" {
			n.kind = Organization
		}
	}
}

// findArticled makes of the names of one word that have an article before them, which no person's
// has, the longer ones that have one too: the Lind is the Lind Prize, but the Trump of old not Trump Tower.
func findArticled(p *pieces, names []name) {
	full := map[string]*name{} // by first word
	for i := range names {
		if n := &names[i]; n.kind != Person && n.last-n.first > 1 && p.behindArticle(n) {
			if word := key(p.texts[n.first]); full[word] == nil {
				full[word] = n
			}
		}
	}
	for i := range names {
		n := &names[i]
		of := full[n.key]
		if of == nil || n.last-n.first > 1 || !p.hasArticle(n) {
			continue
		}
		surname := n.kind == Organization && n.classes&tagger.Surname != 0 && n.classes&orgListed == 0
		if n.kind == Person || surname || n.kind.IsThing() && n.kind == of.kind { // the Bible is not the Bible Society
			n.kind, n.key = of.kind, of.key
		}
	}
}

// findForenames makes persons of what the tagger took for things or for a people that no list knows, but what a
// person's full name begins with.
func findForenames(names []name) {
	begun := map[string]bool{}
	for i := range names {
		if n := &names[i]; n.kind == Person {
			for at, c := range n.key {
				if c == ' ' {
					begun[n.key[:at]] = true
				}
			}
		}
	}
	for i := range names {
		n := &names[i]
		if (n.kind.IsThing() || n.kind == Group && n.classes&groupClasses == 0) && n.last-n.first > 1 && begun[n.key] {
			n.kind = Person
		}
	}
}
