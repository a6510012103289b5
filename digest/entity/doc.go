// Package entity finds the names in a document and resolves them to entities:
// the persons, organizations, places, events, products, works and groups that
// the text is about.
//
// Start with Recognizer.Find. A document goes three steps:
//
//  1. Tagging (package tagger). The tokens, cut at hyphens and possessives, are
//     labelled by a linear-chain conditional random field whose features are
//     words, shapes, affixes, clusters of words and of what stands beside names,
//     gazetteers, and what the whole document tells about a word. It knows four kinds of names: person,
//     organization, place, and anything else.
//  2. Names (name.go, roll.go, noname.go, role.go, kind.go). Articles, titles and possessives go off the
//     ends, the title before a person becomes its Role, and "anything else" is
//     typed as group, event, product, work or other (package refine).
//     Nationalities and creeds are groups, never places. The persons of lists that give the surname
//     first, "LUND, Ada (DOB 3 May 1970)", have it last.
//     What is called by one word that no list knows is a company where the text gives
//     its full name or says so (company.go), and so is a company or a ship that has a
//     person's full name (namesake.go). What is called by an ordinary word is no name where the
//     text shows that word to be meant (ordinary.go), and what it says to be a town, a
//     road, a club or a prize is one (told.go). A part of a longer name is of its type (part.go).
//  3. Resolution (resolve.go, person.go, nickname.go, short.go, form.go, define.go, alias.go).
//     Names of one type and form are one entity; a surname is of the person whom
//     the text names first with it, abbreviations of the names that the text says
//     or whose initials they are, short forms of the long ones. A table of aliases
//     (aliases.tsv, edited by hand) gives countries, well-known organizations and
//     persons one name in all documents, and with it one ID, unless the text shows
//     that it means another. Who asks for a name is answered by the same table
//     (KnownAs, Naming).
//
// The model is learnt by cmd/trainentities, which holds the record of what was
// tried and what it scored (EXPERIMENTS.md); NOTICE names every source and its
// licence. It is embedded, reads in about a tenth of a second and holds for any
// number of documents at once.
//
// The speed comes from one observation: most features depend on one word
// alone. The sum of their weights is kept per word in a bounded cache, so that
// a token costs five additions of a vector and a few look-ups for the features
// that depend on its context; where no neighbour has a capital, not even those.
//
// A text in a language other than English, or that is long and in none that can be
// told, is given only what lists vouch for: countries, full names of known persons,
// international organizations.
package entity
