package story

import (
	"regexp"
	"slices"
	"strings"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// Read returns what grouping reads of a document beside its names: its salient terms, at most max, but
// not the labels of its title, what it says of being a correction, nor the words of the form of a paper. Names that it has in asides alone become next to nothing of
// what it tells.
func Read(indexer *text.Indexer, d *text.Document, index *text.Index, names []entity.Entity, max int) []text.Term {
	if off := asides(d); off != nil {
		for i := range names {
			if names[i].Salience > 0 && !slices.ContainsFunc(names[i].Mentions, func(m entity.Mention) bool { return !off[m.Sentence] }) {
				names[i].Salience = asideSalience
			}
		}
	}
	if bare := unlabelled(d); bare != d {
		index = indexer.Index(bare)
	}
	if isPaper(d) {
		index = &text.Index{Terms: withoutForm(index.Terms)}
	}
	return index.Salient(max)
}

// asideSalience is that of a name which an article has in asides alone; such names are not compared, nor
// are their words.
const asideSalience = 0.001

// asides reports by sentence which only tell of another event: that the article's has nothing to do with it,
// or how long ago it was; nil for none. The title and the first sentence are none.
func asides(d *text.Document) []bool {
	var found []bool
	begun := false
	for i, s := range d.Sentences {
		if begun && isAside(s.In(d.Text)) {
			if found == nil {
				found = make([]bool, len(d.Sentences))
			}
			found[i] = true
		}
		begun = begun || s.Paragraph > 0
	}
	return found
}

func isAside(sentence string) bool {
	return anyOf(asideWords, sentence, strings.Contains) && aside.MatchString(sentence)
}

// asideWords are words of which each aside has some, faster to find.
var asideWords = []string{"othing to do", "o link", "o connection", "o known ", "o apparent ", "o obvious ", "o direct ",
	"not connected ", "not linked ", "nrelated to ", "came ", "comes ", "oming "}

var aside = regexp.MustCompile(`(?i)\bnothing to do with\b|\b(?:has|have|had|having) nothing to do\b` +
	`|\bno(?: known| apparent| obvious| direct)? (?:link|connection)s? (?:to|with|between)\b` +
	`|\bnot (?:connected|linked) (?:to|with)\b|\bunrelated to\b` +
	`|\b(?:came|comes|coming) (?:just |only |barely |less than |nearly |almost )?(?:hours|days|weeks|months|(?:an?|one|two|three|four|five|six|\d+) (?:hour|day|week|month)s?) after\b`)

// unlabelled returns the document without the labels of its title and the note on a correction before its text.
// That is d, where there are none.
func unlabelled(d *text.Document) *text.Document {
	title, body := d.Title.In(d.Text), d.Text[d.Title.End+1:]
	bare, found := CutCorrection(title)
	for end := label(bare); 0 < end && end < len(bare); end = label(bare) {
		bare, found = strings.TrimSpace(bare[end:]), true
	}
	note := 0
	if strings.HasPrefix(body, "(Corrects ") {
		note = max(strings.IndexByte(body, '\n'), 0)
	}
	if !found && note == 0 {
		return d
	}
	return text.Parse(bare, body[note:])
}

// correctionLabel matches what the title of an article begins or ends with that an outlet publishes anew,
// corrected, or with which it says that it was wrong.
var correctionLabel = regexp.MustCompile(`^[\[(]?(?:(?:CORRECTED|CORRECTION|CLARIFICATION|REFILE|Corrected|Correction|Clarification)(?: \([A-Z]+\))?(?:[\])]| ?[-–—:|])|(?:CORRECTED|CORRECTION|REFILE) )|[-–—|(\[] ?(?:CORRECTED|Corrected|corrected)[)\]]?$`)

// correctionWords are parts of words of which each label has one, faster to find.
var correctionWords = []string{"CORRECT", "CLARIF", "REFILE", "orrect", "larif"}

// CutCorrection returns a title without what says that the article corrects another, and whether there is
// such a thing.
func CutCorrection(title string) (rest string, found bool) {
	if !anyOf(correctionWords, title, strings.Contains) {
		return title, false
	}
	rest = correctionLabel.ReplaceAllString(title, "")
	return rest, rest != title
}
