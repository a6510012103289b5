package entity

import (
	"slices"
	"strings"

	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// findCompanies makes organizations of names of one word that the tagger took for
// something else, but that the document shows to be companies': it
// gives the full name, "Corvane Energy", or says what the word is, "the chipmaker
// Corvane"; for a forename a full name counts only with a company's last word. What it says to be
// a thing, "the VPN server Corvane", becomes a product. What lists
// know as something else keeps its type, and so does what is in the name of a person or
// place, but where that comes only after the company's: Brightwell is Brightwell Foods until
// the text names Ada Brightwell.
func (r *Recognizer) findCompanies(p *pieces, names []name) {
	maybe := r.maybeCompanies(p, names)
	if len(maybe) == 0 {
		return
	}
	firms, others := r.firmsAndOthers(p, names)
	shown, things, located, released := map[string]bool{}, map[string]bool{}, map[string]bool{}, releasesIn(names)
	for _, i := range maybe {
		n := &names[i]
		if _, isOther := others[n.key]; !isOther {
			shown[n.key] = shown[n.key] || p.showsCompany(n)
			things[n.key] = things[n.key] || p.showsThing(n)
		}
		before := p.before(n.Sentence, n.first, 1)
		if n.kind == Place && beforePlaces.Has(before) || before == "of" && settlements.Has(p.before(n.Sentence, n.first, 2)) {
			located[n.key] = true
		}
	}
	for _, i := range maybe {
		n := &names[i]
		firm := firms[n.key]
		other, isOther := others[n.key]
		if n.kind == Group || n.kind.IsThing() && n.kind != Other {
			firm = nil // the maker's name does not tell what it is
		}
		switch {
		case n.kind == Organization && !isOther && (shown[n.key] || firm != nil || !things[n.key]):
			n.told = shown[n.key] || firm != nil
		case firm != nil && isFirm(firm.key) && (shown[n.key] || !located[n.key]) && (!isOther || max(n.first, firm.first) < other):
			n.kind, n.key, n.told = Organization, firm.key, true
		case firm != nil && n.kind != Place && !isOther && n.classes&tagger.Forename == 0 || shown[n.key]:
			n.kind, n.told = Organization, true
		case things[n.key] || released[n.key] && !isOther:
			n.kind, n.told = Product, true
		}
	}
}

// releasesIn returns the keys of what a document names with a release, "Corvane" for "Corvane 4.2".
func releasesIn(names []name) map[string]bool {
	released := map[string]bool{}
	for i := range names {
		n := &names[i]
		if n.kind != Product || n.last-n.first != 2 {
			continue
		}
		if product := key(withoutRelease(n.form)); product != n.key {
			released[product] = true
		}
	}
	return released
}

// maybeCompanies returns the indexes of the names that may be companies' by what lists
// know of them, but for what stands behind a title.
func (r *Recognizer) maybeCompanies(p *pieces, names []name) (maybe []int) {
	titled := map[string]bool{}
	for i := range names {
		n := &names[i]
		if n.last-n.first > 1 || n.classes&contrary(n.kind) != 0 {
			continue
		}
		switch n.kind {
		case Person:
			titled[n.key] = titled[n.key] || r.titleStart(p, n) < n.first
			maybe = append(maybe, i)
		default:
			maybe = append(maybe, i)
		}
	}
	return slices.DeleteFunc(maybe, func(i int) bool { return titled[names[i].key] })
}

// contrary returns the classes that speak against a name being a company's, if the
// tagger took it for t.
func contrary(t Type) tagger.Class {
	const ever = tagger.FullName | groupClasses | eventClasses
	switch t {
	case Place:
		return ever | placeListed | tagger.Nature | tagger.District | tagger.Facility | tagger.OftenPlace
	case Event, Product, Work:
		return ever | tagger.Goods | tagger.Opus | tagger.Law | tagger.OftenMisc
	}
	return ever
}

// beforePlaces are words behind which the name of a place stands.
var beforePlaces = text.WordSet(`across around at from in into near outside the through to`)

// settlements are words with "of" before the name of a place.
var settlements = text.WordSet(`city island people port residents town village`)

// firmsAndOthers returns by the first word what may be the full names of companies in a
// document, and where the first person or place stands that has a word in its name.
func (r *Recognizer) firmsAndOthers(p *pieces, names []name) (firms map[string]*name, others map[string]int) {
	firms, others = map[string]*name{}, map[string]int{}
	for i := range names {
		n := &names[i]
		if n.last-n.first == 1 {
			continue
		}
		switch n.kind {
		case Organization:
			if first, _, _ := strings.Cut(n.key, " "); firms[first] == nil && (isFirm(n.key) || r.mayBeFirm(p, n)) {
				firms[first] = n
			}
		case Person, Place:
			for word := range strings.FieldsSeq(n.key) {
				if _, met := others[word]; !met {
					others[word] = n.first
				}
			}
		}
	}
	return firms, others
}

// mayBeFirm reports whether an organization of two words is none of those that have the
// name of a place or person: a body, a university.
func (r *Recognizer) mayBeFirm(p *pieces, n *name) bool {
	last := p.texts[n.last-1]
	return strings.Count(n.key, " ") == 1 && !bodies.Has(strings.ToLower(last)) && r.tagger.Classes([]string{last})&tagger.OrgHead == 0
}

// CompanyWord returns the word by which texts call a company that they have named in
// full, folded: "corvane" for "Corvane Energy". It is "" for what is not called so.
func CompanyWord(name string) string {
	k := key(name)
	if !isFirm(k) {
		return ""
	}
	first, _, _ := strings.Cut(k, " ")
	return first
}

// isFirm reports whether a key of several words is a company's by the last.
func isFirm(key string) bool {
	i := strings.LastIndexByte(key, ' ')
	if i < 0 || strings.Contains(key, "'s ") {
		return false
	}
	last := key[i+1:]
	return trades.Has(last) || isCompanyTail(last) || divisions.Has(last)
}

// divisions are last words of companies' names that the parts of known companies have
// too, which texts do not call by the first word: Sky is not Sky Networks.
var divisions = text.WordSet(`air airlines auto bio capital devices management networks packaging pharmaceuticals space technologies`)

// showsCompany reports whether the words around a name say that it is a company's.
func (p *pieces) showsCompany(n *name) bool {
	if firmKinds.Has(p.wordFor(n)) || beforeFirms[p.before(n.Sentence, n.first, 2)+" "+p.before(n.Sentence, n.first, 1)] {
		return true
	}
	behind := p.sentences[n.Sentence][n.last-p.first[n.Sentence]:]
	return isOwner(behind) || p.isSaidToBe(n, companyKinds) || p.behindArticle(n) && isBareFirm(behind) || isFirmAside(behind) || saysOfItself(behind) || actsAsFirm(behind) || n.kind != Place && hasItsOwn(behind) || p.hasTicker(n)
}

// isBareFirm reports whether the word behind a name that has an article before it says that it is a
// company's: "the Corvane group in the north".
func isBareFirm(behind []string) bool {
	return len(behind) > 1 && bareFirms.Has(behind[0]) && mayFollowNoun(behind[1])
}

var bareFirms = text.WordSet(`company conglomerate gang group`)

// wordFor returns the word before a name that may say what it is: "platform" in "the code platform
// Corvane", in "a platform called Corvane" and in "the platform, Corvane, is down".
func (p *pieces) wordFor(n *name) string {
	at := 1
	switch word := p.before(n.Sentence, n.first, 1); {
	case word == "called" || word == "dubbed":
		at = 2
	case word == "itself" && p.before(n.Sentence, n.first, 2) == "calling", word == "as" && p.before(n.Sentence, n.first, 2) == "known":
		at = 3
	case word == "," && p.after(n.Sentence, n.last, 0) == ",":
		if article := p.before(n.Sentence, n.first, 3); article != "the" && article != "The" {
			return ""
		}
	default:
		return word
	}
	if p.before(n.Sentence, n.first, at) == "," { // "The platform, called Corvane,"
		at++
	}
	return p.before(n.Sentence, n.first, at)
}

// showsThing reports whether the words around a name say that it is a product's, software's, "Corvane
// vulnerabilities", "Corvane before 4.9.2", or a ship's.
func (p *pieces) showsThing(n *name) bool {
	word := p.wordFor(n)
	return thingKinds.Has(word) || vesselKinds.Has(word) || p.isSaidToBe(n, thingKinds) || p.isSaidToBe(n, vesselKinds) ||
		n.classes == 0 && (flaws.Has(p.after(n.Sentence, n.last, 0)) || p.isBeforeRelease(n.Sentence, n.last))
}

// thingKinds are words for what is made and has a name, of which a company's is none.
var thingKinds = text.WordSet(`app balloon browser chatbot compiler component database firmware framework malware plugin protocol ransomware rocket
	runtime server smartphone software spyware telescope tool toolkit trojan`)

// hasTicker reports whether the code of a share in brackets follows a name.
func (p *pieces) hasTicker(n *name) bool {
	if p.after(n.Sentence, n.last, 0) != "(" {
		return false
	}
	for _, code := range [...]int{n.last + 1, n.last + 3} { // "(CRV.N)", "(NYSE: CRV)"
		if code < p.first[n.Sentence+1] && p.isTicker(n.Sentence, code, code+1) {
			return true
		}
	}
	return false
}

// Words for what kind of company one is: firmKinds are all, companyKinds those that are no words for
// persons, as "broker" is.
const companyWords = `airline automaker bank brand carmaker chain charity chipmaker company conglomerate consortium drugmaker firm fund gang
	group militia newspaper planemaker platform retailer start-up startup subsidiary supermarket website`

var (
	companyKinds = text.WordSet(companyWords)
	firmKinds    = text.WordSet(companyWords + ` agency authority brewer broadcaster broker carrier giant grocer insurer lender maker manufacturer miner operator provider
	regulator seller supplier unit utility vendor watchdog`)
)

// beforeFirms are words of shares and offices with what joins them to the name of a company.
var beforeFirms = map[string]bool{
	"analyst at": true, "analyst with": true, "CEO of": true, "co-founder of": true, "cofounder of": true, "customers of": true, "economist at": true, "executive at": true,
	"executive of": true, "shareholders in": true, "shares in": true, "Shares in": true, "shares of": true,
	"Shares of": true, "stake in": true, "subsidiary of": true, "strategist at": true,
}

// isOwner reports whether words behind a name speak of what companies have and persons
// and places hardly ever: shares, customers, a chief executive.
func isOwner(behind []string) bool {
	owns := len(behind) > 0 && isPossessive(behind[0])
	if owns {
		behind = behind[1:]
	}
	if len(behind) == 0 {
		return false
	}
	next := ""
	if len(behind) > 1 {
		next = behind[1]
	}
	switch behind[0] {
	case "CEO", "bosses", "cofounder", "customers", "employees", "investors", "shareholder", "shareholders", "stock":
		return true
	case "co": // "co-founder"
		return len(behind) > 2 && next == "-" && behind[2] == "founder"
	case "shares":
		return owns || !objects.Has(next)
	case "boss":
		return !owns
	case "chief":
		return next == "executive" || !owns && next != "minister" && next != "justice"
	}
	return false
}

// objects are words that follow a verb and no noun: "Lund shares his view".
var objects = text.WordSet(`a an her his its some that the their this with`)

// isFirmAside reports whether words behind a name say what kind of company it is, ", the
// Danish chipmaker,", and do not go on, ", the company's founder".
func isFirmAside(behind []string) bool {
	const longest = 8
	if len(behind) < 3 || behind[0] != "," {
		return false
	}
	switch behind[1] {
	case "a", "an", "the":
		behind = behind[2:]
	default: // ", Denmark's second-largest insurer,"
		if !isPossessive(behind[2]) {
			return false
		}
		behind = behind[3:]
	}
	for i, word := range behind[:min(len(behind), longest)] {
		switch {
		case word == "," || word == "of" || word == "and" || isPossessive(word):
			return false
		case firmKinds.Has(word):
			return i+1 == len(behind) || endsNoun.Has(behind[i+1])
		}
	}
	return false
}

// endsNoun are words and marks that may follow a noun with all that is said of it.
var endsNoun = text.WordSet(`, . : ; ) based behind in of owned that which with`)

// saysOfItself reports whether the verb behind a name is of one who speaks of itself:
// "said it had", "said its", "said in its report".
func saysOfItself(behind []string) bool {
	if len(behind) < 5 || behind[0] != "said" && behind[0] != "says" {
		return false
	}
	said := behind[1:]
	switch said[0] {
	case "that":
		said = said[1:]
	case "in", "on": // "said on its status page"
		return said[1] == "its"
	}
	return said[0] == "its" || said[0] == "it" && deeds.Has(said[1]) && said[2] != "be" && said[2] != "been"
}

// actsAsFirm reports whether the verb behind a name is what companies do to their goods and jobs:
// "is recalling about 86,000 loungers", "laid off 70", "will cut 400 jobs".
func actsAsFirm(behind []string) bool {
	const longest = 5 // words up to what is done to, with the verb
	if len(behind) > 0 && auxiliaries.Has(behind[0]) {
		behind = behind[1:]
	}
	if len(behind) < 3 {
		return false
	}
	objects := behind[1:min(len(behind), longest)]
	if end := slices.IndexFunc(objects, endsObject.Has); end >= 0 { // "shed tears over lost jobs", "recalled the 20,000 fans"
		objects = objects[:end]
	}
	switch behind[0] {
	case "recall", "recalls", "recalled", "recalling":
		number := slices.IndexFunc(objects, func(w string) bool { return strings.Contains(w, ",000") })
		return number >= 0 && !slices.ContainsFunc(objects[number:], crowds.Has)
	case "lay", "lays", "laid", "laying":
		return behind[1] == "off"
	case "cut", "cuts", "cutting", "axe", "axes", "shed", "sheds", "shedding":
		return slices.Contains(objects, "jobs") || slices.Contains(objects, "posts")
	}
	return false
}

// endsObject are words and marks behind which nothing is what the verb before them is done to, crowds are
// those whom persons and states recall.
var (
	endsObject = text.WordSet(`, . : ; and as at by for from how in on over that the to when with`)
	crowds     = text.WordSet(`ambassadors demonstrators fans marchers men mourners people protesters reservists soldiers spectators troops women`)
)

// auxiliaries may stand before such a verb.
var auxiliaries = text.WordSet(`had has is to will would`)

// deeds are verbs of an "it" that does something: a person who "said it was raining", or
// "would be", speaks of no company.
var deeds = text.WordSet(`did does expected expects had has intends planned plans will would`)

// hasItsOwn reports whether a verb and "its" follow a name, as they follow no person's.
func hasItsOwn(behind []string) bool {
	if len(behind) < 2 || behind[1] != "its" {
		return false
	}
	verb := behind[0]
	return verb == "had" || strings.HasSuffix(verb, "ed") || strings.HasSuffix(verb, "s") && !joiners.Has(verb)
}

// joiners are words that end as verbs do and join a name to what is not of it.
var joiners = text.WordSet(`'s ’s as is was`)
