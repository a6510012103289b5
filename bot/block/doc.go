// Package block turns digests and answers into Block Kit and owns every limit
// that Slack sets to it.
//
// Digest gives the message for the channel and the replies for its thread, and
// Preview shows the former to one reader. The answers to readers are Stories,
// Story, Dossier, Hits, Page, Lists and Say, each with rows of buttons at its
// foot (answer.go); Home is the Home tab, Modal shows an answer in a modal, and
// a Form is a modal that asks for something (form.go). Read Message and Options
// first, then digest.go (what stands where), limits.go (every number, with its
// meaning) and check.go (the proof that a message keeps to them).
//
// # Foreign text
//
// Headlines, key points and names come from the open web. They stand only in
// rich_text and plain_text, where Slack interprets nothing, so that a title
// such as "<!channel> *boom*" is read and not obeyed. Before that
// [render.Inert] takes out control and direction characters. The one place
// without such a choice is Message.Text, which is escaped; it is posted with
// markup and link detection off. Addresses pass [render.Link].
//
// # Too much
//
// Nothing is left to Slack's own truncation. Each part has room of its own, so
// that one story always fits; where the parts together are too much, the
// lowest-ranked story moves from the channel to the thread, and a list of
// stories or sources that is too long says how many it leaves out. An answer
// shows as many of its items as fit above its foot, one at least, and tells the
// foot how many, so that the next page begins where it ends. Texts are
// cut between characters as a reader sees them (grapheme clusters), addresses
// never, and lengths are counted in code points, as Slack counts.
package block
