package story

import (
	"testing"

	"newsbot/digest/text"
)

// TestContest expects the results of two places to be two events, unless one article names the place of the other.
func TestContest(t *testing.T) {
	item := func(title, body string, ids ...string) *Item {
		it := &Item{Title: title, Terms: text.Terms(text.Parse(title, body), 40)}
		for _, id := range ids {
			it.Entities = append(it.Entities, Name{ID: id, Salience: .6})
		}
		return it
	}
	harwick := item("Norland vote: Greens take Harwick from Liberals", "The Greens won the election in Harwick with 41 percent.", "person/harwick", "place/norland")
	sundby := item("Norland vote: Liberals hold Sundby", "The election in Sundby was won by the Liberals once more.", "place/sundby", "place/norland")
	for _, c := range []struct {
		name       string
		one, other *Item
		want       bool
	}{
		{"two towns", harwick, sundby, true},
		{"a town that changes hands", harwick, item("Sundby goes to the Greens", "Turnout in Sundby was 61 percent.", "place/sundby"), true},
		{"the other named", harwick, item("Liberals hold Sundby", "They lost the election in Harwick.", "place/sundby"), false},
		{"one town", harwick, item("Greens win Harwick", "Turnout was 61 percent.", "place/harwick"), false},
		{"a country", item("Holm wins Norland election", "Turnout was 61 percent.", "place/norland"), harwick, false},
		{"no place", harwick, item("Liberals lose two towns", "They lost elections on Sunday.", "organization/liberals"), false},
		{"a court and a town", item("Brandt wins Supreme Court fight over ballot", "Brandt may stand, the judges ruled.", "organization/supreme-court", "person/brandt"),
			item("Brandt keeps Sundby ballot place", "Brandt may stand, judges ruled.", "place/sundby", "person/brandt"), false},
		{"no election", item("Orrin Steel wins Harwick contract", "The contract is worth 9 million.", "place/harwick"), sundby, false},
	} {
		a, b := particularsOf(c.one, c.one.Title), particularsOf(c.other, c.other.Title)
		if got := a.contest.differs(b.contest); got != c.want || b.contest.differs(a.contest) != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestGroupContests expects a round-up of an election day to be of one of the places whose results it tells, and not to join them.
func TestGroupContests(t *testing.T) {
	const league, norland = "organization/norland-league", "place/norland"
	days := []brief{
		{told{"harwick", 0, "Mayoral election: Brandt wins Harwick with 56%",
			"Ilva Brandt won Sunday's election for mayor of Harwick. The ruling Norland League lost the town after 20 years. Turnout was 58%."},
			league + " place/harwick person/ilva-brandt"},
		{told{"sundby", 0, "Mayoral election: Norland League holds Sundby",
			"Mayor Joren Malk of the Norland League was elected again in Sundby on Sunday. Turnout was 64%."},
			league + " place/sundby person/joren-malk"},
		{told{"sundby", 9, "Norland League loses towns in mayoral elections",
			"The ruling Norland League lost the mayor of Harwick to Ilva Brandt on Sunday, but held Sundby, where Mayor Joren Malk was elected again."},
			league + " place/harwick place/sundby person/joren-malk person/ilva-brandt"},
	}
	checkBriefs(t, days, "harwick, sundby sundby")
}
