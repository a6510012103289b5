package text

// A text that lost its line breaks has headings, captions, credits, dates and
// datelines glued to the sentences behind them. What follows finds where a sentence
// begins all the same.

// runsIn reports whether a sentence begins with token i behind something that began
// at token start and lost the end of its line.
func (s *splitter) runsIn(i, start, last int) bool {
	if s.caseless || i <= start || i+1 >= last {
		return false
	}
	before, _ := decode(s.word(i-1), 0)
	switch c := s.Text[s.Tokens[i].Start]; {
	case c == '(':
		return !isUpper(before) && !s.isNumber(i-1) && s.isSigned(i, last)
	case c < 'A' || c > 'Z':
		return false
	}
	if isLower(before) && (s.behindHeading(i, start) || s.behindClause(i, start, last)) {
		return true
	}
	if s.isDateline(i, last) {
		return true
	}
	short := s.Tokens[i-1].Len() <= maxZone
	return short && (s.behindStamp(i, start) || s.behindByline(i, start)) || !isLower(before) && s.behindCredit(i, start)
}

// leastHeading is how many tokens a heading has behind which a sentence is looked for.
const leastHeading = 3

// behindHeading reports whether token i, behind a word in lower case, is one that begins
// sentences: "Storm over Sund harbour The storm broke the quay".
func (s *splitter) behindHeading(i, start int) bool {
	if i < start+leastHeading || !headStarts.Has(s.word(i)) || tied.Has(s.word(i-1)) {
		return false
	}
	next := s.word(i + 1)
	r, _ := decode(next, 0)
	return isLower(r) && !headEnds.Has(next) && (crowds.Has(s.word(i)) || !finite.Has(next))
}

// headStarts begin sentences and, before a small letter, no name; headEnds, behind them, make a
// name of them all the same ("from point A to B"), and so do tied before them: "of The xx",
// "vitamin A".
var (
	headEnds   = WordSet(`to and or she he`)
	crowds     = WordSet(`Some Many Thousands Hundreds Dozens More People Protesters Police`) // of headStarts, no names before a verb
	headStarts = WordSet(`The A An Some Many Thousands Hundreds Dozens More Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve
		People Protesters Police`)
	tied = WordSet(`and or of in on at by for from with to a an the its their our my your whose within is was are were be say said says as but into than
		called named titled entitled like via per versus not nor only no grade type vitamin hepatitis class group plan part
		section category level team appendix film movie series album song single book novel play drama comedy show article`)
)

// leastStamp is how many tokens when a page was published has: "5 May 9.00 BST".
const leastStamp = 4

// maxZone is the length of the longest word that a stamp or a byline ends with.
const maxZone = 5

// maxStamp bounds how many of them are looked at.
const maxStamp = 12

// behindStamp reports whether a date that ends with a time of day, or with its zone,
// stands before token i.
func (s *splitter) behindStamp(i, start int) bool {
	if !zoneWords.Has(s.word(i-1)) && !halves.Has(s.word(i-1)) || zoneWords.Has(s.word(i)) {
		return false
	}
	numbers, from := 0, i
	for from > max(start, i-maxStamp) && (zoneWords.Has(s.word(from-1)) || stampMarks.Has(s.word(from-1)) || s.isNumber(from-1)) {
		from--
		if s.isNumber(from) {
			numbers++
		}
	}
	return i-from >= leastStamp && numbers > 1
}

// halves of a day end a time; stampMarks stand between the parts of a stamp.
var (
	halves     = WordSet(`AM PM am pm a.m. p.m.`)
	stampMarks = WordSet(`AM PM am pm a.m. p.m. at , ; : - – |`)
)

func (s *splitter) isNumber(i int) bool { return isDigit(s.Text[s.Tokens[i].Start]) }

// maxCredit bounds the tokens of a credit.
const maxCredit = 14

// behindCredit reports whether the credit of a picture ends before token i:
// "Photograph: Ada Lind/Agency", or in brackets.
func (s *splitter) behindCredit(i, start int) bool {
	if s.word(i-1) == ")" {
		return i-start < maxCredit && s.word(start) == "(" && s.word(start+1) == "By"
	}
	end := i - 1 // the first word of the agency
	if agencyEnds.Has(s.word(end)) {
		end--
	}
	if agencyEnds.Has(s.word(i)) || end < start+2 {
		return false
	}
	slash := s.word(end-1) == "/"
	for k := end - 1; k > max(start, i-maxCredit); k-- {
		if s.word(k) == ":" && credits.Has(s.word(k-1)) {
			return slash || k == end-1 && agencies.Has(s.word(end))
		}
	}
	return false
}

var (
	credits    = WordSet(`Photograph Photo Photos Picture Image`)
	agencyEnds = WordSet(`Images Features News Press Pictures`)
	agencies   = WordSet(`AP AFP Reuters REUTERS CNN CNNMoney UPI BBC EPA PA Xinhua TASS Getty Bloomberg dpa ANSA Kyodo`)
)

// behindByline reports whether a byline that ends with an outlet ends before token
// i: "By Ada Lind, CNN".
func (s *splitter) behindByline(i, start int) bool {
	if !outletEnds.Has(s.word(i-1)) || outletEnds.Has(s.word(i)) {
		return false
	}
	for k := i - 3; k >= max(start, i-maxCredit); k-- {
		if s.word(k) == "By" {
			return k == start || s.word(k-1) == "|"
		}
	}
	return false
}

var outletEnds = WordSet(`CNN News Wire Wires Staff staff`)

// maxDateline bounds the tokens of a dateline before its agency.
const maxDateline = 8

// isDateline reports whether a dateline begins with token i: "Cairo, Egypt (CNN) --".
func (s *splitter) isDateline(i, last int) bool {
	if before, _ := decode(s.word(i-1), 0); isUpper(before) || s.word(i-1) == "," {
		return false
	}
	for k := i + 1; k < min(i+maxDateline, last); k++ {
		r, _ := decode(s.word(k), 0)
		switch {
		case r == '(':
			return s.isSigned(k, last)
		case !isUpper(r) && r != ',' && !s.isNumber(k):
			return false
		}
	}
	return false
}

// isSigned reports whether an agency in brackets and the dash behind it begin with
// token i.
func (s *splitter) isSigned(i, last int) bool {
	if i+4 >= last || !agencies.Has(s.word(i+1)) || s.word(i+2) != ")" {
		return false
	}
	switch s.word(i + 3) {
	case "-", "--", "–", "—":
		return true
	}
	return false
}

const (
	maxClause  = 40 // tokens back from a sentence that are looked at
	maxSubject = 9  // tokens of a subject
)

// behindClause reports whether a clause with its verb ends before token i and another
// one begins with it, with nothing between that could tie them: "The board has met
// Port Ellery will rebuild the quay". Before "The" a heading needs no verb.
func (s *splitter) behindClause(i, start, last int) bool {
	before := s.word(i - 1)
	if i < start+leastHeading || s.word(i) == "I" || bound.Has(before) || isParticiple(before) {
		return false
	}
	return s.isSubject(i, last) && s.isLoose(start, i, s.word(i) == "The")
}

// leastRest is how many tokens stand behind the verb of a clause: one that ends sooner
// may say more of a noun ("the quay the harbour board has lost").
const leastRest = 3

// isSubject reports whether the subject of a clause begins with token i: several words
// and then its verb and more.
func (s *splitter) isSubject(i, last int) bool {
	for k := i + 1; k < min(i+maxSubject, last); k++ {
		w := s.word(k)
		switch r, _ := decode(w, 0); {
		case finite.Has(w):
			return k > i+1 && !s.endsSoon(k+1, last) && s.word(k+1) != "by"
		case ties.Has(w), w != "of" && tied.Has(w), !isUpper(r) && !isLower(r) && w != "'s" && !s.isNumber(k):
			return false
		}
	}
	return false
}

// endsSoon reports whether the sentence that goes on with token i ends with one of the
// next tokens.
func (s *splitter) endsSoon(i, last int) bool {
	for k := i; k < i+leastRest; k++ {
		if k >= last || s.isStop(k) {
			return true
		}
	}
	return false
}

// isLoose reports whether nothing among tokens start to end leads on: behind their
// last verb, or, for a heading, behind their first token.
func (s *splitter) isLoose(start, end int, heading bool) bool {
	for k := end - 1; k > max(start, end-maxClause); k-- {
		w := s.word(k)
		switch r, _ := decode(w, 0); {
		case ties.Has(w), w == "and", w == "or", w == "but", w == "as", w == "than", !isUpper(r) && !isLower(r) && w != "'s" && !s.isNumber(k):
			return false
		case finite.Has(w):
			return heading || !relative.Has(s.word(k-1))
		}
	}
	return heading
}

// relative words begin a clause that needs another verb beside it.
var relative = WordSet(`who which that`)

// isParticiple reports whether a word may be a participle, which a name does not
// follow as a sentence of its own.
func isParticiple(w string) bool {
	return len(w) > 5 && (w[len(w)-2:] == "ed" || w[len(w)-3:] == "ing")
}

var finite = WordSet(`is are was were has have had will would can could may might must do does did should
	won lost left made took held fell rose met led sold bought kept found gave began became went came saw got ran struck broke
	shot fought drew grew flew wrote caught says said warns tells told`)

// leads stand before a name that goes on with their clause.
var leads = WordSet(`up down off out over through back away about around under between among against during executive president
	minister secretary spokesman spokeswoman chairman chairwoman chief director manager coach captain striker midfielder defender
	singer actor actress author writer leader senator mayor governor king queen prince princess pope general colonel officer
	founder head boss star champion rival giant group firm company maker carrier bank newspaper magazine agency website site
	husband wife brother sister son daughter father mother friend colleague analyst economist professor lawyer candidate
	another other been being welcome ruled rules now however name last tip act biopic collection hit intervention phenomenon senior rural radical athlete band challenger host questions success former fellow late then new old ex own city town village state county province region island river lake`)

// bound are words that no sentence ends with, where another one follows without a stop.
var bound = union(tied, leads, ties, finite)

// ties lead to another clause, or to a name: conjunctions, verbs that take a clause,
// nouns that one may follow without a word between.
var ties = WordSet(`that which who whom whose where when while if because although though since until unless before after whether
	how why what so yet nor once saying remember there offer offers offered
	say says said tell tells told believe believes believed think thinks thought hope hopes hoped claim claims claimed fear fears
	feared expect expects expected know knows knew show shows showed shown suggest suggests suggested warn warns warned confirm confirms
	confirmed reveal reveals revealed announce announces announced admit admits admitted insist insists insisted add adds added
	deny denies denied ensure ensures mean means meant feel feels felt find finds found see sees saw note notes noted argue argues
	argued indicate indicates indicated estimate estimates estimated understand understands learn learns learned learnt hear hears
	heard agree agrees agreed report reports reported predict predicts predicted wish wishes make makes made prove proves proved
	concede concedes conceded acknowledge acknowledges acknowledged allege alleges alleged declare declares declared state states
	stated assume assumes assumed decide decides decided realise realised realize realized let lets sure aware convinced confident
	worried afraid clear obvious likely possibility message hopes news evidence signs sign fact idea view belief reason way day time year moment month week everything
	anything something all one ones those things thing people place`)
