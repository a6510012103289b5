package keypoint

import (
	"testing"

	"newsbot/digest/text"
)

// TestSpare: some points more are kept, and none of them changes what is told of the text.
func TestSpare(t *testing.T) {
	const body = `The council of Sund voted on Monday to close the old harbour to ferries.
The council will sell the old quay and the ferry hall to Nordline of Orrin.
Nordline pays the council 4 million euros for the old quay and the hall.
Ferries have sailed from the old harbour to Orrin since the war ended.
The harbour master of Sund, Ada Lind, said that a new pier opens in May.
Fishermen of Orrin blocked the entrance of the port with twelve boats.
A court in Orrin hears the complaint of three hotels on Thursday.
The mayor's cellar holds the charter that gave the town its market.
Schools of the island stay shut until the storm has passed over it.
Police counted four hundred people on the square before the town hall.
The railway plans to run buses from the station to the new pier.
Bakers gave away bread to those who waited on the quay all night.
Nurses of the hospital have asked the county for another ambulance.
Divers found two anchors and a bell below the wall of the harbour.
Two painters of the islands sold all of their boats at the spring fair.
The library lends maps of the sound to everybody who owns a canoe.`
	d := text.Parse("Sund closes its harbour to ferries", body)
	points := Find(d, text.NewIndexer().Index(d), "en", nil, 5)
	told := Told(points)
	if len(points) != len(told)+spares {
		t.Fatalf("%d points, %d of them told; want %d spare", len(points), len(told), spares)
	}
	length := 0
	for _, p := range told[:len(told)-1] {
		length += len(p.In(d.Text))
	}
	if length >= int(Default(true)[enough]) {
		t.Errorf("told are %d points", len(told))
	}
	for i := 2; i < len(points); i++ {
		if points[i].Start < points[i-1].Start {
			t.Errorf("%q stands behind %q", points[i].In(d.Text), points[i-1].In(d.Text))
		}
	}
}
