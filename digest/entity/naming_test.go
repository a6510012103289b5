package entity

import "testing"

func TestNaming(t *testing.T) {
	for _, tt := range []struct {
		kind       Type
		name, text string
		want       bool
	}{
		{Place, "United Kingdom", "Britain's ferries stay in port.", true},
		{Place, "United Kingdom", "The U.K. pays for them.", true},
		{Place, "United Kingdom", "BRITAIN WINS", true},
		{Place, "United Kingdom", "The Magic Kingdom is open.", false},
		{Place, "United States", "It told us little of the US", true},
		{Place, "United States", "It told us little.", false},
		{Place, "United States", "The state pays.", false},
		{Organization, "Labour Party", "Labour will vote against it.", true},
		{Organization, "Labour Party", "The Conservative Party will vote for it.", false},
		{Organization, "Danish Emergency Management Agency", "DEMA sent pumps.", true},
		{Organization, "Danish Emergency Management Agency", "The agency's pumps came.", false},
		{Organization, "NASA", "Nasa has a new head.", true},
		{Person, "Theresa May", "Mrs May resigned.", true},
		{Person, "Theresa May", "It may rain.", false},
		{Person, "Ferdinand Marcos Jr.", "Marcos flew to Tokyo.", true},
		{Person, "Kim Jong Un", "The UN met; un autre jour.", false},
		{Person, "Lucía Arrieta", "Lucia ARRIETA won.", true},
		{Person, "Ann Holst,Berg", "Berg won.", true}, // a comma without its space
		{Person, ", ,", "Nobody won.", false},
		{Person, ". .", "Nobody won.", false},
		{Person, "Tavira", "Tavira rises at six.", true},
		{Event, "Storm Hedda", "Hedda has passed.", true},
		{Event, "Storm Hedda", "The storm has passed.", false},
	} {
		if got := Naming(tt.kind, tt.name)(tt.text); got != tt.want {
			t.Errorf("Naming(%s, %q)(%q) = %t, want %t", tt.kind, tt.name, tt.text, got, tt.want)
		}
	}
}
