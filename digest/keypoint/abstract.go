package keypoint

import (
	"slices"
	"strings"

	"newsbot/digest/text"
)

// part is what a sentence of a study's abstract tells, by the label before it: "Methods: We", "Findings Of 412".
type part int

const (
	noPart     part = iota
	method          // why and how the study was done, and who paid for it
	finding         // what came of it
	conclusion      // the first sentence of what that means
)

// The labels of an abstract's parts.
var partLabels = [...]map[string]bool{
	method: pairs(`background, introduction, context, importance, question, objective, objectives, aim, aims, purpose, design, study design,
		setting, participants, patients, population, intervention, interventions, exposure, exposures, data sources, method, methods,
		materials and methods, patients and methods, measurements, primary outcome, primary outcomes, main outcome measure,
		main outcome measures, main outcomes and measures, outcome measures, limitation, limitations, funding, trial registration`),
	finding:    pairs(`result, results, main results, finding, findings, methods and findings`),
	conclusion: pairs(`conclusion, conclusions, conclusions and relevance, interpretation, meaning`),
}

// partOpeners are the first words of these labels.
var partOpeners = func() map[string]bool {
	first := map[string]bool{}
	for _, labels := range partLabels {
		for label := range labels {
			word, _, _ := strings.Cut(label, " ")
			first[word] = true
		}
	}
	return first
}()

// longestPart is how many tokens the label of a part has at most.
const longestPart = 4

// partAt returns which part of an abstract the label tells that tokens first to last begin with, and the first token behind
// it and its colon, or noPart and first.
func (a *article) partAt(first, last int) (part, int) {
	if !partOpeners[a.low[first]] || !isName(a.word(first)) {
		return noPart, first
	}
	for end := min(first+longestPart, last); end > first; end-- {
		label := strings.Join(a.low[first:end], " ")
		p := part(slices.IndexFunc(partLabels[:], func(labels map[string]bool) bool { return labels[label] }))
		switch {
		case p < method:
		case end == last:
			return p, last
		case a.word(end) == ":" || a.word(end) == "." || isDash(a.word(end)):
			return p, end + 1
		case a.begins(end):
			return p, end
		}
	}
	return noPart, first
}

// readParts finds what the sentences of an abstract tell. A text without a label for how the study was done, or for
// what came of it, or with fewer than three, is none: a report may have its "Background:" and "Results:".
func (a *article) readParts() {
	parts := make([]part, len(a.Sentences))
	const fewest = 3
	now, labels := noPart, 0
	for i, s := range a.Sentences {
		if s.Paragraph == 0 {
			continue
		}
		if p, _ := a.partAt(s.First, s.Last); p != noPart {
			now = p
			labels++
		}
		if parts[i] = now; now == conclusion {
			now = finding
		}
	}
	if labels >= fewest && slices.Contains(parts, method) && slices.Max(parts) > method {
		a.parts = parts
	}
}

// afterPart returns the first token behind the label of an abstract's part, or first.
func (a *article) afterPart(first, last int) int {
	if a.parts == nil {
		return first
	}
	_, first = a.partAt(first, last)
	return first
}

// besidesMethods leaves out of the candidates of an abstract those that tell how the study was done, unless there are no
// others.
func (a *article) besidesMethods(candidates []candidate) []candidate {
	isMethod := func(c candidate) bool { return a.parts[c.sentence] == method }
	if a.parts == nil || !slices.ContainsFunc(candidates, func(c candidate) bool { return !isMethod(c) }) {
		return candidates
	}
	return slices.DeleteFunc(candidates, isMethod)
}

// definesOutcome reports whether tokens first to last say what a study looked for, which read alone is what it found: "The primary
// outcome was death by day 28", not "The primary outcome was met".
func (a *article) definesOutcome(first, last int) bool {
	i := first
	if articles.Has(a.low[i]) {
		i++
	}
	if !foremost.Has(a.low[i]) {
		return false
	}
	for i++; i < min(first+longestPart+2, last-1); i++ {
		if outcomes.Has(a.low[i-1]) && (a.low[i] == "was" || a.low[i] == "were") {
			next := a.low[i+1]
			return !measured.Has(next) && !strings.HasSuffix(next, "ed") && !isDigit(next[0])
		}
	}
	return false
}

var (
	foremost = text.WordSet(`primary secondary co-primary`)
	outcomes = text.WordSet(`outcome outcomes endpoint endpoints point points measure measures`)
	measured = text.WordSet(`met not no seen similar lower higher longer shorter better worse fewer significantly in`)
)
