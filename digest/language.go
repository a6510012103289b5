package digest

import (
	"slices"

	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
)

// IsForeign reports whether there is no model of names for a language, by its BCP 47 code, so that few
// are found in it.
func IsForeign(language string) bool { return language != "" && language != entity.Language }

// InForeign reports whether few names are found in an article that was not analysed.
func InForeign(a Article) bool { return IsForeign(language(a, a.Title+"\n"+a.Text)) }

// mostOf returns the language that most of some articles are in, English where no other has more; "" where none
// is known.
func mostOf(articles []Brief) string {
	count := make(map[string]int)
	for _, a := range articles {
		if a.Language != "" {
			count[a.Language]++
		}
	}
	most := "en"
	for language, n := range count {
		if n > count[most] || n == count[most] && most != "en" && language < most {
			most = language
		}
	}
	if count[most] == 0 {
		return ""
	}
	return most
}

// languageOf returns the language in which a story is told: that of the digest where a report in it has points,
// else that of most of its reports that have; "" where all are in one, or none is known.
func (t teller) languageOf(articles []Brief) string {
	if !slices.ContainsFunc(articles, func(a Brief) bool { return a.Language != articles[0].Language }) {
		return ""
	}
	telling := slices.DeleteFunc(slices.Clone(reported(articles)), func(a Brief) bool { return len(a.Points) == 0 })
	if t.language != "" && slices.ContainsFunc(telling, func(a Brief) bool { return a.Language == t.language }) {
		return t.language
	}
	return mostOf(telling)
}

// isIn reports whether an article is in a language, or it is not known that it is in another.
func (b Brief) isIn(language string) bool {
	return language == "" || b.Language == "" || b.Language == language
}

// inOneLanguage leaves out points in another language than the story is told in, which mostly say once more what others
// do, unless none were left.
func (t teller) inOneLanguage(articles []Brief, points []StoryPoint, candidates []keypoint.Candidate) ([]StoryPoint, []keypoint.Candidate) {
	language := t.languageOf(articles)
	return only(points, candidates, 1, func(i int) bool { return articles[candidates[i].Order].isIn(language) })
}
