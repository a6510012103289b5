// Package story groups articles that tell of one real-world event, and weighs
// and names what comes out. Values in, values out: it knows nothing of Redis,
// Slack or the clock.
//
// [Group] groups what is there, a [Book] takes in what comes; [Headline] and
// [CleanHeadline] name a story, [Voices] counts who tells it independently
// ([Fingerprint] tells copies), a [Window] ranks it, a [Memory] recognizes it under
// another name. [Weights] are the numbers that cmd/tunestories fits.
//
// # How articles become stories
//
// An article is a sparse vector of its salient terms and its entities
// (vector.go), weighed by inverse document frequency. The frequencies are those
// of the articles at hand together with an embedded table of English words
// (words.go), so that two articles alone already know that "said" tells
// nothing. Terms and entities are scaled apart, since a name in common says
// more than a word.
//
// Every article is linked to the few stories that share its heaviest terms and
// names (index.go). Over these links stories grow by average linkage
// (cluster.go): the two that are most alike become one until none are alike
// enough.
//
// How alike is enough is a matter of evidence (evidence.go): is what the two
// hold more likely if one story tells it, or two? Cosines answer that badly for
// events that look alike, two earthquakes or two arrests in one team: most words
// are in common, and only a few, a name or a number, that all articles of the one
// hold and none of the other, tell them apart. The evidence in such words grows
// with the number of articles, that in words which only some hold does not, and
// a word or two that are in a story by chance are held to be just that. A term that is a
// word of one of the article's names tells the name once more, and counts less than
// others: "Toyota" thrice is no reason why a recall and a forecast should be one story; so are
// the initials that the name may be written with.
// The odds that two stories are one (compare.go) are the evidence by the root of
// the smaller story's articles, the more the bigger story has (a story that many
// tell of is the likelier to be told of again, as in the Chinese restaurant
// process; Aldous 1985), and the cosine of the centroids besides, above all for
// titles, which say little. That of short items leaves out names and their words, where they
// have less in common without them: what names they share tells the topic, a town or a project,
// of which there is other news on the same day, and only what else they share the event, as the
// words of a topic and of an event are of two distributions (Chemudugunta, Smyth and Steyvers
// 2006). Names that differ still count against them. How alike the kind of event is that other words tell (meaning.go) counts
// beside them: "jailed" and "sentenced" are no word in common, but mean the like. Titles and other short items need better odds, the less
// they have in common besides names, unless there are many others like both: Southern Airlines has its brakes recalled
// and its forecast raised on one day. On a day's news most articles stand alone, so that a first pair
// needs good evidence; more of it, the more text there is to have it from.
// Articles of one day need less of it than those far apart in time, unless their titles
// ask or announce advice instead of telling what happened: a round-up or a buyer's guide has
// something in common with many, though not what tells "what we know" of an event. Articles of one outlet need
// more of it, since an outlet seldom tells one event twice, and often tells like ones one after the other. What
// tells how an event went on needs less (sequel.go). The
// weights of these are those of titles, of a title and a sentence, of a lead of some forty words, and of a whole
// text, or between (weights.go). Some stories are never one, as what their titles tell shows (particulars.go):
// two matches, told apart by how they ended (result.go), two advisories or stages, told apart by their codes
// (code.go), two releases, told apart by names and numbers (release.go), two fires, quakes or elections in
// different lands (scene.go), what is told in like words of two places neither of which the other names
// (venue.go), results of an election in two of them (contest.go), and results, fines or sentences of those that do not name each other (affair.go). Names that an
// article has only to tell its event apart from another are not compared (aside.go); that of a company on whose
// own page it is, is (page.go). Words of the form of a paper,
// which every abstract has, are not compared (paper.go). An unknown time or outlet counts neither for nor against. Which
// of several stories comes first is told by evidence and cosine per article, so that big stories do
// not draw everything to themselves.
//
// A [Book] does this one article or many at a time: only links near a new
// article are looked at, only stories near it are clustered again. Articles that
// come together come out the same in whatever order they are given. One that
// comes alone is judged by what is there; therefore a story that has grown by a
// tenth is taken apart with its neighbours and grouped anew (regroup.go), so that
// what joined wrongly leaves, and what belonged together finds together. Its
// articles are weighed anew too: what was rare when the first came is common when
// the hundredth does.
// In any order nearly the same stories come out.
//
// A story is named by the article that it began with. Its name stays with that
// article when a story is taken apart or becomes part of another, so that
// whoever looks the name up finds the story that the article is in.
//
// # How stories are ranked
//
// Most stories of a day have one article, which its voices and its time do not rank. What
// they are about does: its names are those that other outlets speak of too, or nobody
// else does. The first eight stories of twelve windows of 60 BBC articles were read without
// knowing which were ranked so and which by the salience of their main name instead, though
// it could often be guessed: each time those ranked so were the more important. That
// salience is above .9 for more than half of the articles. With the number of stories in
// place of outlets, one that always writes on one thing would come first with it.
//
// What a story is about (worth.go) was fitted to the news values that editors gave to the events of
// the days of cmd/tunestories/weeks: the score correlates with them by .62, and by .61 where each collection has weights
// fitted to the others. Of the events that should come first 157 of 210 do, by "tunestories rank". The hour in the day tells
// next to nothing of the value, nor does it that one of several articles explains.
//
// The weights are chosen with cmd/tunestories, whose EXPERIMENTS.md tells what was measured
// and tried.
package story
