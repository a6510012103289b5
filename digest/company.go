package digest

import (
	"strings"

	"newsbot/digest/entity"
)

// Articles call a company by the first word of its name alone, which is a person or a
// place to some of them where no list knows it. Of many articles the word is the
// company's that they name in full.

// wordUse is what articles use a word for that a company is called by.
type wordUse struct {
	company EntityCount // the one called so that is named most often in full
	others  int         // how often other companies, persons and places with the word are named
	alone   int         // how often the word stands alone
	place   int         // of these, as a place
	ids     []string    // of the word alone
}

// companies returns whom articles call by a word alone, by the ID of the word: the company
// that is named far more often than others with the word in their names, if the word is
// not a place to most.
func companies(counted []EntityCount) map[string]EntityCount {
	uses := map[string]*wordUse{}
	for _, e := range counted {
		if word := entity.CompanyWord(e.Name); word != "" && e.Type == entity.Organization {
			if uses[word] == nil {
				uses[word] = &wordUse{}
			}
			uses[word].addCompany(e)
		}
	}
	for _, e := range counted {
		_, slug, _ := strings.Cut(e.ID, "/")
		if u := uses[slug]; u != nil {
			u.addAlone(e)
		}
		if e.Type != entity.Person && e.Type != entity.Place || !strings.Contains(slug, "-") {
			continue
		}
		for word := range strings.SplitSeq(slug, "-") {
			if u := uses[word]; u != nil {
				u.others += e.Count
			}
		}
	}
	called := map[string]EntityCount{}
	for _, u := range uses {
		if !u.isCompany() {
			continue
		}
		for _, id := range u.ids {
			called[id] = u.company
		}
	}
	return called
}

func (u *wordUse) addCompany(e EntityCount) {
	if e.Count > u.company.Count {
		e, u.company = u.company, e
	}
	u.others += e.Count
}

func (u *wordUse) addAlone(e EntityCount) {
	switch e.Type {
	case entity.Place:
		u.place += e.Count
	case entity.Person, entity.Organization, entity.Other:
	default:
		return
	}
	u.alone += e.Count
	u.ids = append(u.ids, e.ID)
}

// isCompany reports whether the word alone is the company's.
func (u *wordUse) isCompany() bool {
	return u.company.Count >= bearerLead*u.others && 2*u.company.Count >= u.alone && 2*u.place <= u.alone
}
