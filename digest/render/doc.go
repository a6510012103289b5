// Package render turns a digest into what a terminal, a browser or a program
// reads. Values in, bytes out: it knows no clock, no flag and no terminal.
//
// [Text], [StoryText], [LookupText] and [AnalysisText] are for a terminal of any
// width, with or without colour; [StoryHTML] is a page that stands by itself (that
// of a digest is drawn from its blocks, by bot/blockhtml); [JSON], [StoryJSON], [AnalysisJSON], [AnalysisJSONL] and
// [StoriesJSONL] are the contract with other programs.
//
// # Hostile text
//
// Titles, names and sentences come from anywhere. Whatever a person is to see
// passes through [Inert] (or [Shorten], which includes it) just before it is
// laid out, and every address through [Link]; bot/block does the same. A page is a
// tree of nodes of package dom, which are escaped when they are written. The
// JSON formats give texts as they stand in the articles, because their offsets
// count on it, and leave it to the encoding to keep them in their strings.
//
// # Labels
//
// What all formats and the Slack messages say alike is in labels.go and
// story.go: [TypeLabel], [Types], [ByType], [Edition], [Headline], [Title], [Mark],
// [Differ]. Dates, times and numbers are written by a [Reader] alone, as whoever
// reads is used to them; [Plural] is its method for a terminal, of whose reader nothing
// is known. What may be kept in a file gives times as dates, since "2 h ago" is true only
// when it is written.
//
// # Layout
//
// A terminal's width is counted in columns of grapheme clusters, lines end
// where UAX 14 lets them, and only an address may run over the margin, since a
// broken one cannot be opened. A page has no script and loads nothing; its
// policy names the hash of its own style sheet, so that markup that should ever
// slip through can neither run nor call out.
//
// A story's timeline has its articles by local day and hour, those that print
// one text under the first of them. A page has them all: where they are many,
// days and then hours fold, and the last is open. A terminal gets the first and
// the last of them and those that points are from.
package render
