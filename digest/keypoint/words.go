package keypoint

import (
	"strings"

	"newsbot/digest/text"
)

// danglers are words that a sentence which stands by itself does not begin
// with, folded.
var danglers = text.WordSet(`he she it they we you i his her hers its their theirs our my your him them this that these those such
	however but and or so yet still also meanwhile instead moreover furthermore nevertheless nonetheless thus therefore
	hence then otherwise besides additionally similarly likewise consequently accordingly conversely indeed
	another other others both neither either afterwards later here there's here's that's it's he's she's they're
	why how what who whose whom which whether including yes oh ok okay no-one well perhaps maybe plus again elsewhere
	unfortunately fortunately clearly obviously interestingly surprisingly importantly finally lastly firstly secondly
	thirdly eventually subsequently specifically alternatively sadly thankfully hopefully luckily
	basically actually anyway yeah hi hello thank please asked see read watch click listen follow subscribe pictured caption credit related let imagine check enter look got`)

// functionWords are those that two sentences have in common whatever they tell of.
var functionWords = text.WordSet(`a an the of to in on at by for from with and or but is are was were be been being has have had do does did it its
	he she his her they their them this that these those as not no will would could should can may might you we our us my your which who whom what when
	where how if than then so such there also here about into over after before up out all any more most other some only own same too very just now said
	n't 's 're 've 'll 'd 'm`)

// conjunctions at the beginning of a sentence may be left out; connectives may
// where a comma follows. Folded.
var (
	conjunctions = text.WordSet(`but and yet`)
	connectives  = text.WordSet(`however also meanwhile moreover furthermore nevertheless nonetheless additionally similarly
		likewise consequently indeed still yet but and so again later then now today earlier finally unfortunately fortunately clearly
		obviously interestingly surprisingly importantly here elsewhere lastly firstly secondly thirdly afterwards therefore thus plus
		first second third fourth eventually subsequently specifically alternatively sadly
		thankfully hopefully luckily`)
)

// openings are pairs of words with which a sentence points back, folded.
var openings = pairs(`in addition, in fact, in turn, in contrast, in short, in particular, in response, in return, in that,
	in between, in this, in these, in those, in other, in doing, in so, in both, in all, in such, in it, in its, in his, in her, in their, in another, to begin, at that, at this, at one, at first,
	for example, for instance, for that, for this, for these, for his, for her, for its, for their, for them, for him, for one,
	as a, as such, as well, as for, as it, as he, as she, as they,  on that, on this, on top, on his, on her,
	after that, after this, after all, after his, after her, after their, after he, after she, after they, by then, by contrast, by comparison,
	by that, by this, despite this, despite that, despite these, despite his, despite her, despite its, despite their,
	of course, of those, of these, of them, to that, to this, with that, with this, with these, with his, with her, with their, with its,
	from there, from that, since then, until then, till then, even so, even then, even if, not only, not in, not for, not since, not just, not so, not much, not all, not everyone, not that,
	like that, like this, like many, during this, during that, during his, during her, under this, under that, under his, under her, under these,
	before that, before this, before he, before she, while he, while she, while they, while it, while this, while that, when he, when she,
	when they, when it, when asked, if they, if he, if she, if it, if so, if that, if this, among them, among those, among these, among other,
	two of, three of, four of, that is, that was, only then, just as, and so, over that, there he, there she, there they, thanks for, back then, too bad`)

// summing are words with which "in" and a colon sum up what is told behind them.
var summing = text.WordSet(`short brief sum`)

// vague are nouns that "the" makes point back to something told before.
var vague = text.WordSet(`move moves decision announcement result news comment comments remark remarks statement incident pair
	latter others measure measures idea same question answer problem issue issues reason reasons
	aim goal allegation allegations claim claims story article book film picture image photo video expert experts man woman couple
	trio boy girl suspect suspects victim victims rest other whole trend process term point author teenager
	duo men women development developments finding findings change changes event events figure figures`)

// ordering are words between "the" and a noun that tell which one is meant by those told before.
var ordering = text.WordSet(`former two three four latest first last`)

// bare are those of them that a claim does not begin with either: "said the move".
var bare = text.WordSet(`move decision announcement incident comments remarks allegations claims statement latter couple trio
	duo pair suspect woman man boy girl`)

// replied are those that a reply ends with: "welcomed the move".
var replied = text.WordSet(`move decision claim claims allegation allegations comments remarks`)

// idle are verbs behind which "it" stands for nothing: "made it to the final".
var idle = text.WordSet(`make makes made take takes took put puts lose lost is was are were be been would could will 's`)

// ofWhat is what "most of" and the like point back to.
var ofWhat = text.WordSet(`it this that them these`)

// groups begin a sentence and name nobody for whom "he" or "she" may stand.
var groups = text.WordSet(`critics officials police doctors friends relatives witnesses experts analysts prosecutors lawyers sources
	authorities reports images pictures photographs fans supporters colleagues residents neighbours neighbors investigators detectives
	scientists aides opponents rivals protesters militants soldiers troops many some most few there sooner`)

// titles stand before a name with a stop, callings are verbs of what somebody says of "it" or did with it.
var (
	titles   = text.WordSet(`coun cllr ald const sgt lt capt cpl det insp supt maj col gen gov sen rep rev dr mr mrs ms prof`)
	callings = text.WordSet(`called branded hailed dubbed described labelled praised welcomed denounced condemned
		wrote bought sold built painted recorded`)
)

// quantities are subjects only where what they count was told before: "Many are".
var quantities = text.WordSet(`many some most few several none all half`)

// counts are numbers of what was told before: "the two men".
var counts = text.WordSet(`two three four five six`)

// imperatives are verbs that no subject stands before where a sentence begins with them.
var imperatives = text.WordSet(`get enable allow ensure provide take make give keep bring do don't go come put avoid improve develop establish
	prohibit prevent protect encourage eliminate modernize expand strengthen create require remember forget tell try note donate
	slice stir whisk drizzle sprinkle simmer preheat`)

// advice are others that are so before an article: "Use the bridge", not "Use of force".
var advice = text.WordSet(`use heat visit wear add place pour cook leave choose ask open turn`)

// elsewhere are the places on a page that the end of a sentence sends its reader to.
var elsewhere = text.WordSet(`here below`)

// present are the nouns with which "this" means the time of the news.
var present = text.WordSet(`second minute hour day night week fortnight month quarter period year decade moment season weekend morning afternoon evening
	summer winter spring autumn fall century monday tuesday wednesday thursday friday saturday sunday
	january february march april may june july august september october november december time christmas term session`)

// outlets are nouns with which "this" means who tells the news, and where: "seen by this newspaper".
var outlets = text.WordSet(`newspaper magazine newsroom website headline`)

// occasions are what "that" and "the same" point back to.
var occasions = text.WordSet(`game match case event race vote attack meeting incident`)

// superlatives want the noun that was told before them: "The largest is".
var superlatives = text.WordSet(`largest biggest smallest best worst latest oldest youngest highest lowest greatest strongest longest closest`)

// specifiers behind a noun tell which one is meant.
var specifiers = text.WordSet(`of by from who whose which between against that to`)

// selves are what a text calls itself, presents what it says it does.
var (
	selves   = text.WordSet(`paper article section essay chapter report document`)
	presents = text.WordSet(`describes presents examines investigates discusses explores reports proposes introduces analyzes analyses
		defines specifies shows argues summarizes summarises aims addresses focuses provides considers studies looks outlines`)
)

// spans are spans of time, in the singular.
var spans = text.WordSet(`second minute hour day night week fortnight month year decade moment season`)

// acronyms are no pronouns, as they would be in small letters.
var acronyms = text.WordSet(`US IT WHO`)

// pronouns point to what was named before; personal ones to persons.
var (
	pronouns = text.WordSet(`he she it they we i you him her them us me this that these those`)
	personal = text.WordSet(`he she him his her hers they them`)
	theirs   = text.WordSet(`they them`) // of several
)

// besides are words for where something is, beside what a pronoun stands for.
var besides = text.WordSet(`above alongside behind below beneath beside beyond inside near opposite outside around`)

// openers are words that begin a sentence without naming anything.
var openers = text.WordSet(`in on at by for from with without after before when while as if since although though because until during
	under over despite once asked according to yesterday today tomorrow now earlier last next only even just not
	perhaps never again thus there within throughout to`)

// prepositions that open a sentence, and clauses that do so without a subject.
var phraseStarts = text.WordSet(`in at on by for from with without during until under over despite within throughout since asked following`)

// conditions begin a clause without which the rest may not be true.
var conditions = text.WordSet(`if unless until only even just not without never perhaps once`)

// reporting are verbs that name who said it.
var reporting = text.WordSet(`said says say told tells added adds announced claimed claims warned warns argued argues noted notes
	explained insisted stressed acknowledged confirmed stated reported according wrote writes asked replied recalled
	believes thinks suggested suggests indicated indicates declared revealed predicted estimated complained testified
	conceded admitted continued concluded learned learnt commented`)

// beginnings are words that begin sentences and, before a small letter, no name.
var beginnings = text.WordSet(`The An In At But It He She They This There After When While As For With
	Some Many Most Thousands Hundreds`)

// persons are nouns of one person whom no ending tells, things others that end as those do.
var (
	persons = text.WordSet(`attendant assistant consultant accountant servant immigrant migrant applicant sergeant participant man person someone boy girl child baby teen victim suspect defendant patient student pupil nurse judge chief boss head president
		secretary official agent captain coach star champion king queen prince pope priest pilot guard chef mother father wife husband son
		daughter brother sister friend uncle aunt cousin parent resident opponent candidate native veteran hero icon model rival spokesperson
		adult expert critic fan lawyer attorney client witness inmate deputy graduate aide athlete clerk employee american briton russian german`)
	things = text.WordSet(`number order paper letter matter computer power summer winter september october november december former other another
		latter later earlier under over after never rather whether either together water river centre center theatre quarter border corner dinner
		factor error sector motor list resist insist business process success access address progress press offer cover consider deliver remember
		discover register transfer suffer enter answer newspaper tower shower weather anger murder disorder labor major minor senior junior
		lower higher larger greater better longer stronger cancer trailer dollar helicopter however`)
)

// speakers are the writer's and the reader's own words, and sounds of who speaks.
var speakers = text.WordSet(`uh um i we our ours us my me myself ourselves you your yours yourself let's`)

// talk is what who speaks says of himself and to whom he speaks.
var talk = text.WordSet(`i i'm i've my me you your uh um`)

// auxiliaries behind "this" or "these" show that it stands for something said before.
var auxiliaries = text.WordSet(`is are was were has have had will would could should can may might must do does did include includes
	included mean means meant happen happens happened comes came makes made follows followed brings brought`)

// existing are words that say, behind "there", that something is.
var existing = text.WordSet(`is are was were has have had will would could can should may might must shall do does did remain remains remained
	seem seems seemed appear appears appeared exist exists existed came comes come goes go went follows followed stands stood lies lay lives
	lived arose arises emerged emerges erupted occurred once also still now never used ought needs 're 'd 'll`)

// boilerplate is what pages say of themselves and of their pictures, and that somebody told the
// reporter nothing, folded, by its beginning.
var boilerplate = byBeginning(phrases(`sign up here, sign up now, subscribe to our, subscribe now, subscribe today, subscribe for,
	to subscribe, our newsletter, daily newsletter, weekly newsletter, use cookies, uses cookies, using cookies,
	accept cookies, of cookies, all rights reserved, (c) 20, copyright 20, read more:, read also, read the full, read full, continue reading, click here,
	click on the, click the link, tap here, follow us, find us on, like us on, join us, download the app, get the app, exclusive pictures, exclusive video, play media, on the other hand, takes a look at, as it happened, tells the story of, privacy policy, terms of use,
	terms of service, terms and conditions, may not be published, be reproduced, redistributed, rights to this, getty images, ap photo, afp photo, reuters photo,
	file photo, photo by, photos by, photograph by, photo credit, image source, image caption, image credit, media caption, picture:, pictured above,
	pictured left, pictured right, pictured below, photo:, video:, photograph:, image:, watch:, listen:, (photo, reporting by, editing by, writing by,
	additional reporting, contributed to this report, contributed reporting, contributed to this story, with inputs from, with input from, with files from, for comment, not immediately be reached., not want to speak., declined to comment., refused to comment., most read from, appeared first on,
	first published, last updated, originally published, this article was, this article is, this article has, this article contains, this story was,
	this story has been, story continues, article continues, scroll down, a developing story, check back for, more to follow, refresh this page,
	sponsored content, affiliate link, for more information, for more details, see also, related:, related stories, join the conversation,
	leave a comment, comments section, share this, enable javascript, ad blocker,
	please donate, donate now, become a member, got a tip, if you or someone, e-mail us, email us, contact us, all times are, times gmt, editor's note,
	correction:, clarification:, kindly requested, kindly asked, fans should note, readers should note, passengers should note, please note, found below, found here, available here, to view here, can be read here, can be read at, can be read on, can be read in, can be viewed here, can be viewed at, can be viewed on, please contact, please visit, please call, anyone with information, anyone with any information, please email, text of the following, may it please, rush transcript, transcript provided, headlines for, opinions expressed, views expressed, study was funded by, study was supported by, research was funded by, research was supported by, work was funded by, work was supported by,
	today issues, issues an update on, announces its results, announces its unaudited, announces its interim results, announces its final results, announces its preliminary results, announces its half-year results,
	responsible for the content of external, references section, a standard system update, came together to create, agencies to remediate identified vulnerabilities, strongly urges all organizations to reduce`))

// invitations are what a page bids its reader do, where a sentence begins with it, folded: elsewhere
// others do so ("a flaw lets anybody log in to").
var invitations = phrases(`sign up for, sign up to, log in to, create an account, read more, start a free trial`)

// phrases returns what s lists between commas.
func phrases(s string) []string {
	var out []string
	for p := range strings.SplitSeq(s, ",") {
		out = append(out, strings.TrimSpace(p))
	}
	return out
}

// byBeginning sorts phrases by their beginnings.
func byBeginning(phrases []string) (by [256][]string) {
	for _, p := range phrases {
		by[beginning(p)] = append(by[beginning(p)], p)
	}
	return by
}

// beginning returns a number for the first two bytes of a text, which few others have.
func beginning(s string) byte { return s[0]*31 + s[1] }

// pairs returns the set of what s lists between commas.
func pairs(s string) map[string]bool {
	m := map[string]bool{}
	for _, p := range phrases(s) {
		m[p] = true
	}
	return m
}
