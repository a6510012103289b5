package story

import (
	"strings"
	"testing"
)

// brief is a short item of a test case with the names that it holds; places, people and events are invented.
type brief struct {
	told
	names string
}

// checkBriefs checks into which stories short items fall.
func checkBriefs(t *testing.T, briefs []brief, want string) {
	t.Helper()
	articles := make([]told, len(briefs))
	for i, b := range briefs {
		articles[i] = b.told
	}
	items := toldItems(articles)
	for i, b := range briefs {
		for _, id := range strings.Fields(b.names) {
			items[i].Entities = append(items[i].Entities, Name{ID: id, Salience: .9})
		}
	}
	if got := names(articles, Group(items)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestGroupTown checks that the names of towns alone make no story of short items.
func TestGroupTown(t *testing.T) {
	const both = "place/harwick place/northgate"
	town := []brief{
		{told{"tram", 0, "Harwick tram line opens a year late",
			"The tram line between Harwick and Northgate opened a year late on Monday, and the first tram broke down."}, both},
		{told{"bakery", 0, "Harwick bakery fined over mouse droppings",
			"A bakery in Harwick was fined 8,000 pounds by Northgate magistrates after inspectors found mouse droppings."}, both},
		{told{"fire", 0, "Man charged over Harwick pub fire",
			"Police in Northgate charged a man of 34 with setting fire to the Plough in Harwick."}, both},
		{told{"roof", 0, "Harwick school gets new roof",
			"Harwick primary school will get a new roof in the summer, Northgate council said."}, both},
		{told{"roof", 0, "New roof for primary school",
			"The leaking roof of the primary school in Harwick will be replaced in the summer, according to Northgate council."}, both},
		{told{"swans", 0, "Swans return to Harwick pond",
			"Two swans are back on the pond between Harwick and Northgate."}, both},
	}
	checkBriefs(t, town, "bakery, fire, roof roof, swans, tram")
	checkBriefs(t, town[:3], "bakery, fire, tram")
}

// TestGroupInitials checks that the initials of a name say no more than the name.
func TestGroupInitials(t *testing.T) {
	const office = "organization/norland-ice-office"
	checkBriefs(t, []brief{
		{told{"chief", 0, "NIO names Mara Tellin as head",
			"The Norland Ice Office has chosen Mara Tellin as its head."}, office + " person/mara-tellin"},
		{told{"chief", 0, "Tellin to lead ice office",
			"Mara Tellin will be the head of the NIO from May."}, office + " person/mara-tellin"},
		{told{"ship", 0, "NIO orders ship",
			"The NIO has ordered an icebreaker in Tarn."}, office},
		{told{"survey", 0, "NIO: winters two weeks shorter",
			"Lakes freeze two weeks later than in 1950, the NIO has found."}, office},
		{told{"school", 0, "Pupils visit NIO",
			"Classes from six schools were guests of the NIO."}, office},
	}, "chief chief, school, ship, survey")
}
