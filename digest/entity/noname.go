package entity

import (
	"slices"
	"strings"
	"unicode"

	"newsbot/digest/entity/refine"
	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// isNoun reports whether a name is the abbreviation of a common noun, or of several, "CVE ID", or such a one with a
// release, "CVSS v4". One that a known organization has too is its with the article or in brackets: "the RBI" of India,
// but "an RBI single".
func (r *Recognizer) isNoun(d *text.Document, p *pieces, n *name) bool {
	if strings.Contains(n.form, " ") {
		return nouns.Has(p.texts[n.first]) && !slices.ContainsFunc(strings.Fields(n.In(d.Text)), func(w string) bool { return !nouns.Has(w) && !isVersion(w) })
	}
	if !nouns.Has(n.form) {
		return false
	}
	known := r.aliases.canonicalIn(d.Text, Organization, n.key)
	before := p.before(n.Sentence, n.first, 1)
	return known == "" || known == n.form || before != "(" && !strings.EqualFold(before, "the")
}

// nouns are abbreviations of common nouns, which are no names.
var nouns = text.WordSet(`ADHD API APIs ASBO ASBOs ATM ATMs CCTV CD CDs CD-ROM CEO CEOs CEST CET CFO CI CIO CLA CLAs CPU CPUs CSRF CTO CVE CVEs CVs CVSS CWE CWEs DDoS
	DIY DNA DNS DOB DoS DVD DVDs EBITDA EPO EPSS ETF ETFs EV EVs FAQ FAQs GCSE GCSEs GDP GMO GMOs GNP GPS GPs HD HDTV HIV HR HTML HTTP ICU ICUs ID IDs IED IEDs IP IPO IPOs IQ
	ISP ISPs IT IVF JPEG LAN LANs LCD LED LEDs LNG LPG MBA MESZ MEZ MEP MEPs MP MPs MRI MSP MSPs MVP NFT NFTs NGO NGOs OLED PC PCs PDA PDAs
	GPU GPUs PDF PDFs PhD PIN PM POB PoC PoCs PPE QB QR R&B R&D RAM RBI RBIs RCE RFC RFCs RNA ROM RSS SBOM SBOMs SDK SDKs SMS SOS SQLi SSRF STD STDs SUV SUVs SWAT TB TD TDs TKO TV TVs UAV UAVs UFO UFOs
	URL URLs USB USB-C VAT VIP VIPs VP VPN VPNs VoIP WMD WMDs Wi-Fi WiFi XSS XXE`)

// isNoName reports whether pieces are no name whatever the tagger says: without
// a letter, an address, a date, or a common word that opens a sentence.
func (r *Recognizer) isNoName(p *pieces, sentence, first, last int) bool {
	words := p.texts[first:last]
	if len(words) == 2 && vicePresidents.Has(words[0]) && p.before(sentence, first, 1) == "," {
		return true // "Ada Lund, VP Infrastructure"
	}
	return !hasLetter(words) || tagger.IsAddress(words[0]) || len(words) == 1 && (isSum(words[0]) || words[0] == "Limited") || isAbbreviationOnly(words) ||
		p.isLegalForm(sentence, first, last) || p.isTicker(sentence, first, last) || p.isLabel(sentence, first, last) || p.isSign(sentence, first, last) || r.isDate(words) || r.isOpening(p, sentence, first, last) || r.isPlural(p, sentence, first, last)
}

// vicePresidents stand before what somebody is vice president of.
var vicePresidents = text.WordSet(`EVP SVP VP`)

// isPlural reports whether a would-be name is a plural at the beginning of a sentence whose word stands in
// small letters elsewhere, and nowhere within a sentence with a capital: "Housebuilders" in a text that
// speaks of a housebuilder, but not "Wardens" where the Wardens won.
func (r *Recognizer) isPlural(p *pieces, sentence, first, last int) bool {
	word := p.texts[first]
	if last-first > 1 || len(word) < 5 || !strings.HasSuffix(word, "s") || !opens(p.before(sentence, first, 1)) || r.tagger.Classes(p.texts[first:last]) != 0 {
		return false
	}
	plural := strings.ToLower(word)
	if !slices.Contains(p.texts, plural) && !slices.Contains(p.texts, strings.TrimSuffix(plural, "s")) {
		return false
	}
	for s := range p.sentences {
		for i := p.first[s]; i < p.first[s+1]; i++ {
			if p.texts[i] == word && !opens(p.before(s, i, 1)) {
				return false
			}
		}
	}
	return true
}

// isSum reports whether a word is a sum of money with its currency: "SFr236m", "Rs500", "R1.2bn".
func isSum(word string) bool {
	digit := strings.IndexAny(word, "0123456789")
	return digit > 0 && currencies.Has(word[:digit]) && (digit > 1 || strings.TrimRight(word, "bmkn") != word)
}

var currencies = text.WordSet(`A$ AED AUD C$ CAD CHF CNY EUR Fr GBP GHS HK$ INR JPY KES KSh Ksh NGN NT$ NZ$ R R$ RM RMB Rp Rs S$ SEK SFr Sh
	Shs TSh US$ USD USh ZAR kr`)

// isAbbreviationOnly reports whether of two words of a headline the first alone may be a name,
// which is no person's then: "A.P. girds".
func isAbbreviationOnly(words []string) bool {
	return len(words) == 2 && strings.HasSuffix(words[0], ".") && shouted(words[0]) && !isCapitalised(words[1]) && hasLetter(words[1:])
}

// isRoadOrParty reports whether the abbreviation of a state is none: in "NH-16", which is a road,
// and in "(Ind)", which is a candidate's.
func (p *pieces) isRoadOrParty(sentence, first, last int) bool {
	before, behind, number := p.before(sentence, first, 1), p.after(sentence, last, 0), p.after(sentence, last, 1)
	switch word := p.texts[first]; {
	case last-first > 1:
		return false
	case word == "Ind":
		return before == "(" && behind == ")"
	default:
		return len(word) == 2 && behind == "-" && p.touches(last) && number != "" && strings.Trim(number, "0123456789") == ""
	}
}

// isLegalForm reports whether a name is the legal form alone of a company whose name stands before it in capitals:
// "MEETING OF SUND SHIPPING ASA", but not "UK ASA".
func (p *pieces) isLegalForm(sentence, first, last int) bool {
	return last-first == 1 && shouted(p.texts[first]) && legalForms.Has(strings.ToLower(p.texts[first])) && len(p.before(sentence, first, 1)) > 3 &&
		shouted(p.before(sentence, first, 1))
}

// isTicker reports whether a name is the code of a share in brackets: "(NVDA.O)",
// "(NYSE: UNH)".
func (p *pieces) isTicker(sentence, first, last int) bool {
	code := p.texts[first]
	if last-first > 1 || p.after(sentence, last, 0) != ")" || !shouted(code) {
		return false
	}
	switch p.before(sentence, first, 1) {
	case "(":
		head, exchange, _ := strings.Cut(code, ".")
		return len(head) > 1 && (len(exchange) == 1 || len(exchange) == 2)
	case ":":
		exchange := p.before(sentence, first, 2)
		return p.before(sentence, first, 3) == "(" && (shouted(exchange) || exchange == "Nasdaq")
	}
	return false
}

// isLabel reports whether an abbreviation at the beginning of a sentence or line says what a number
// behind it is of, "ISO: 3.1 GB", or is the end of "TL;DR".
func (p *pieces) isLabel(sentence, first, last int) bool {
	if last-first > 1 || !shouted(p.texts[first]) {
		return false
	}
	if p.texts[first] == "DR" && p.before(sentence, first, 1) == ";" && p.before(sentence, first, 2) == "TL" {
		return true
	}
	return p.before(sentence, first, 1) == "" && p.after(sentence, last, 0) == ":" && isRelease(p.after(sentence, last, 1))
}

// isDate reports whether a phrase is listed as a date or a day of the year and
// as nothing else.
func (r *Recognizer) isDate(words []string) bool {
	const others = personListed | orgListed | placeListed | tagger.Event | tagger.Forename | tagger.Surname
	c := r.tagger.Classes(words)
	return c&tagger.Date != 0 && c&others == 0
}

// isForeignWord reports whether what could be a people is a word of another language before one that no English text
// has: "Mon oncle".
func (r *Recognizer) isForeignWord(p *pieces, n *name) bool {
	next := p.after(n.Sentence, n.last, 0)
	return n.kind == Group && n.classes&tagger.Date != 0 && next != "" && hasLetter([]string{next}) && r.tagger.UsualCase(next) == tagger.CaseUnknown
}

// isOpening reports whether a would-be name is a common word with the capital
// of the beginning of a sentence or quotation.
func (r *Recognizer) isOpening(p *pieces, sentence, first, last int) bool {
	return last-first == 1 && opens(p.before(sentence, first, 1)) && (referring.Has(p.texts[first]) ||
		r.tagger.UsualCase(p.texts[first]) == tagger.CaseLower && r.tagger.Classes(p.texts[first:last])&orgListed == 0)
}

// referring words are often written with a capital where they refer to one that was named.
var referring = text.WordSet(`Board Commission Committee Council Court Department Ministry Panel`)

// opens reports whether a word behind a piece has a capital in any case.
func opens(piece string) bool {
	switch piece {
	case "", "-", "–", "—", "--", ":", "[", "•":
		return true
	}
	return refine.IsQuote(piece)
}

func hasLetter(pieces []string) bool {
	for _, p := range pieces {
		if strings.ContainsFunc(p, unicode.IsLetter) {
			return true
		}
	}
	return false
}
