package text

import "strings"

// abbreviation says what the stop of an abbreviation may be.
type abbreviation uint8

const (
	notAbbreviation abbreviation = iota
	never                        // "Mr.": never the end of a sentence
	starter                      // "Inc.": the end if a word follows that begins sentences
	clock                        // "a.m.": the end unless a day, a zone or the like follows
	number                       // "No.": an abbreviation only before a number
)

// anyCase marks what is an abbreviation in lower case too.
const anyCase abbreviation = 0x80

// maxAbbreviation is the longest key of abbreviations.
const maxAbbreviation = 8

// abbreviations holds the words that keep a stop, without it: in lower case, and
// with a capital where that is another word ("5 ft.", "Ft. Worth").
var abbreviations = map[string]abbreviation{
	// Titles and ranks.
	"mr": never | anyCase, "mrs": never | anyCase, "ms": never | anyCase, "mx": never,
	"dr": never | anyCase, "prof": never | anyCase, "messrs": never | anyCase, "mme": never, "mlle": never,
	"hon": never, "rev": never, "fr": never, "msgr": never, "sr": starter, "sra": never, "srta": never,
	"jr": starter | anyCase, "hr": never, "gen": never | anyCase, "lt": never | anyCase, "col": never,
	"maj": never, "capt": never | anyCase, "cmdr": never | anyCase, "adm": never, "brig": never, "sgt": never | anyCase,
	"cpl": never, "pfc": never, "pvt": never, "spc": never, "det": never, "insp": never, "supt": never,
	"gov": never | anyCase, "sen": never | anyCase, "sens": never, "rep": never, "reps": never, "amb": never,
	"smt": never, "shri": never, "sri": never, "Md": starter, "mohd": never, "addl": never, "dy": never, "cllr": never,
	"ald": never, "rt": never, "ret": never | anyCase, "retd": never | anyCase, "secy": never, "br": never, "bro": never,
	"Ph": never, "pres": never, "atty": never, "asst": never, "assoc": never, "dist": never, "st": starter | anyCase,
	"ste": never, "mt": never, "Ft": never, "pt": never, "pvts": never, "esq": starter, "phd": starter, "supts": never,
	// Companies.
	"inc": starter | anyCase, "corp": starter | anyCase, "co": starter, "cos": starter, "ltd": starter | anyCase,
	"plc": starter, "bros": starter, "llc": starter, "sdn": never, "intl": never, "mfg": never, "univ": never, "dept": starter, "assn": starter,
	"ave": starter, "blvd": starter, "Rd": starter, "hwy": starter, "nat": starter,
	// Months and days.
	"jan": starter | anyCase, "feb": starter | anyCase, "mar": starter, "apr": starter | anyCase, "jun": starter, "jul": starter,
	"aug": starter | anyCase, "sep": starter, "sept": starter | anyCase, "oct": starter | anyCase, "nov": starter | anyCase, "dec": starter | anyCase,
	"mon": starter, "tue": starter, "tues": starter, "wed": starter, "thu": starter, "thurs": starter, "fri": starter,
	// References and Latin.
	"vs": never | anyCase, "etc": starter | anyCase, "cf": never | anyCase, "ca": never | anyCase, "al": starter | anyCase,
	"viz": never | anyCase, "approx": never | anyCase, "est": number | anyCase, "ed": number, "eds": number,
	"v": never | anyCase, "c": number | anyCase, "p": number | anyCase, "pp": number | anyCase,
	"no": number | anyCase, "nos": number | anyCase, "vol": number | anyCase, "fig": number | anyCase,
	"figs": number | anyCase, "sec": number, "art": number | anyCase, "ch": number, "nr": number | anyCase,
	"op": number, "ext": number | anyCase, "tel": number | anyCase, "max": number, "min": number,
	"b": number | anyCase, "d": number | anyCase,
	// Money and measures.
	"rs": number | anyCase, "ps": number, "php": number, "rm": number, "dh": number, "dhs": number, "tk": number,
	"ksh": number, "sh": number, "shs": number, "ft": number | anyCase, "deg": starter | anyCase,
	// States.
	"ala": starter, "ariz": starter, "ark": starter, "calif": starter, "colo": starter, "conn": starter,
	"del": starter, "fla": starter, "Ga": starter, "ill": starter, "ind": starter, "kan": starter, "Ky": starter, "La": starter, "mass": starter, "mich": starter,
	"minn": starter, "miss": starter, "Mo": starter, "mont": starter, "neb": starter, "nev": starter, "okla": starter,
	"ore": starter, "Pa": starter, "penn": starter, "tenn": starter, "tex": starter, "Va": starter, "Vt": starter,
	"wash": starter, "wis": starter, "wyo": starter, "que": starter, "ont": starter,
	// Other languages.
	"bzw": never | anyCase, "usw": starter | anyCase, "evtl": never | anyCase, "ggf": never | anyCase,
	"inkl": never | anyCase, "sog": never | anyCase, "bspw": never | anyCase, "vgl": never | anyCase,
	"zb": never | anyCase, "z": never | anyCase, "mio": starter | anyCase, "mrd": starter | anyCase, "tsd": starter | anyCase,
	"abs": number, "geb": never | anyCase, "med": starter | anyCase, "rd": number | anyCase,
	"dra": never, "gral": never, "dña": never, "EE": starter, "pág": number | anyCase, "núm": number | anyCase,
	"exmo": never, "exma": never, "sig": never | anyCase, "dott": never | anyCase, "av": never | anyCase,
	"pag": number | anyCase, "ecc": starter | anyCase, "resp": never | anyCase,
	"dhr": never | anyCase, "mevr": never | anyCase, "bijv": never | anyCase, "kl": number | anyCase,
	"ul": never | anyCase, "godz": number | anyCase,
	"г": never | anyCase, "ул": never | anyCase, "им": never | anyCase, "тыс": never | anyCase,
	"млн": never | anyCase, "млрд": never | anyCase, "руб": never | anyCase, "стр": number | anyCase,
}

// abbreviationOf returns what the stop after word may be. An unlisted word of
// single letters between stops ("U.S", "a.m") and a capital alone ("J") count too.
func abbreviationOf(word string) abbreviation {
	if a := pointed(word); a != notAbbreviation {
		return a
	}
	word = word[strings.LastIndexAny(word, "-'")+1:] // "ex-Gov", "l'art"
	if len(word) > maxAbbreviation {
		return notAbbreviation
	}
	var low [maxAbbreviation]byte
	upper := false
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
			upper = true
		}
		low[i] = c
	}
	a, ok := notAbbreviation, false
	if upper {
		a, ok = abbreviations[word]
	}
	if !ok {
		a = abbreviations[string(low[:len(word)])]
	}
	if !upper && a&anyCase == 0 {
		return notAbbreviation
	}
	return a &^ anyCase
}

// pointed classifies words of one or two letters between stops.
func pointed(word string) abbreviation {
	if r, n := decode(word, 0); n == len(word) && isUpper(r) {
		return never // an initial; endsAt looks closer
	}
	letters, stops := 0, 0
	for i := 0; i < len(word); {
		c, n := classAt(word, i)
		switch {
		case word[i] == '.' && letters > 0:
			letters = 0
			stops++
		case c == letter && letters < 2:
			letters++
		default:
			return notAbbreviation
		}
		i += n
	}
	switch {
	case stops == 0:
		return notAbbreviation
	case word == "a.m" || word == "p.m" || word == "A.M" || word == "P.M":
		return clock
	case word == "e.g" || word == "i.e" || word == "a.k.a" || word == "E.g" || word == "I.e" || word == "z.B" || word == "d.h" || word == "u.a":
		return never
	}
	return starter
}

// keepsStop reports whether the stop at s[at] belongs to the word s[start:at].
func keepsStop(s string, start, at int) bool {
	if at+1 < len(s) && s[at+1] == '.' { // an ellipsis
		return false
	}
	switch abbreviationOf(s[start:at]) {
	case notAbbreviation:
		return false
	case number:
		next := at + 1
		for c, n := classAt(s, next); c == space && n > 0; c, n = classAt(s, next) {
			next += n
		}
		return isDigitAt(s, next)
	}
	return true
}

// startWords are words that begin sentences and seldom begin a name, in
// capitals as they stand there.
var startWords = WordSet(`A About According Additionally After Again All Along Alongside Also Although Among An And Another Any Are As At
	Because Before Both But By Can Consequently Could Currently Did Do Does During Each Earlier Either Even Every Few
	Finally Following For From Furthermore
	Had Has Have He Her Here His How However I If In Instead Is It Its Just Last Later Many Meanwhile More
	Moreover Most Much My Neither Nevertheless Next No None Nonetheless Nor Not Nothing Now Of On Once One Only Or Other Others Otherwise Our Out Over
	Perhaps Prior Recently Several She Should Similarly Since So Some Soon Specifically Still Such Than That The Their Them Then There These They This Those
	Though Through Thus To Today Two Under Unlike Until Up Was We Were What When Where Whether Which
	While Who Why With Nobody Somebody Everybody Everyone Anyone Someone People Police Officials Without Would Yesterday Yet You Your Der Die Das Ein Eine Er Sie Es Le La Les El Los Las Un Une`)

// firmStarts are those of startWords that are never part of a name.
var firmStarts = WordSet(`He She It The They We This That These Those But And In On At When While After If As For There His
	Her Its Their Then You My Our Nobody Everyone`)

// zoneWords follow a time of day within its sentence.
var zoneWords = WordSet(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
	January February March April May June July August September October November December Jan. Feb. Mar. Apr. Aug. Sept.
	Oct. Nov. Dec. Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Eastern Central Mountain Pacific Atlantic Greenwich GMT UTC BST CET CEST EST EDT ET CST CDT CT MST MDT MT
	PST PDT PT IST JST HKT AEST AEDT MSK`)

// monthNames in languages that write a stop after the day: "am 3. Oktober".
var monthNames = WordSet(`Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
	Jahrhundert Jahrhunderts januar februar marts mars april maj mai juni juli august oktober november december desember`)

// exclaimed are names that end with an exclamation mark.
var exclaimed = WordSet(`Yahoo Yum Jeopardy Oklahoma Wham Panic Mamma Oliver Hello Airplane`)

// lowerNames are written without a capital where they begin a sentence too.
var lowerNames = WordSet(`npm pnpm nginx systemd curl git glibc musl pandas conda pip xz sudo adidas thyssenkrupp`)
