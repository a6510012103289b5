package story

import "testing"

func TestIsSequel(t *testing.T) {
	for title, want := range map[string]bool{
		"Harwick ferry toll rises to nine":             true,
		"Survivor found two days after Sundby quake":   true,
		"UPDATE 2-Fire destroys paper mill in Tarn":    true,
		"Thousands at funeral of Orrin miners":         true,
		"Nine drown as ferry sinks off Harwick":        false,
		"Tollgate at Kessel burns":                     false,
		"Orrin bridge toll to rise to nine crowns":     false,
		"Wexley Rovers begin search for coach":         false,
		"Norland Bank cuts interest rate to 2 percent": false,
	} {
		if got := isSequel(title); got != want {
			t.Errorf("isSequel(%q) = %v", title, got)
		}
	}
}

// TestGroupSequels expects what an outlet tells days later of a disaster to be of its story, and what else it then tells of the place not to be.
func TestGroupSequels(t *testing.T) {
	articles := []told{
		{"ferry", 0, "Seven drown as ferry sinks off southern Norland",
			"A ferry with 60 passengers on board sank off Harwick in southern Norland on Sunday, and seven people drowned, the coast guard said. A sailor told the radio that the ferry had struck a rock."},
		{"ferry", 47, "Norland ferry toll climbs to 12",
			"Five more passengers have died in hospital after Sunday's ferry accident in Norland, which brings the dead to 12, the ministry of health said on Tuesday. The owner has stopped all sailings."},
		{"bus", 47, "Norland bus strike ends after pay deal",
			"Bus drivers in Norland went back to work on Tuesday after a deal that gives them four percent more. Passengers had waited in the cold since Sunday."},
	}
	items := toldItems(articles)
	for i := range items {
		items[i].Source = "Orrin Wire"
		items[i].Entities = []Name{{"place/norland", .7}}
	}
	if got, want := names(articles, Group(items)), "bus, ferry ferry"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
