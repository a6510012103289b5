package story

import "testing"

func TestTabulates(t *testing.T) {
	for title, want := range map[string]bool{
		"Orrin Valley League standings":                        true,
		"Tarn Premiership: results and table":                  true,
		"Orrin Games medal table":                              true,
		"Medal count after day 9":                              true,
		"Second Division fixtures":                             true,
		"Sunday's results":                                     true,
		"Women's football results":                             true,
		"Orrin Cup: Saturday's scores and fixtures":            true,
		"Tarn League line-ups":                                 true,
		"Kessel Rugby table, 3 May":                            true,
		"Orrin regional elections: results":                    true,
		"Halvik tops Orrin Games medal table":                  false,
		"Halvik Tops Medal Table":                              false,
		"Halvik climb in Orrin Valley League standings":        false,
		"Union leaves table":                                   false,
		"Orrin Bank results":                                   false,
		"Orrin Sports results":                                 false,
		"Tarn Steel publishes results and fixtures of its sum": false,
		"Halvik v Kessel: line-ups":                            false,
		"League tables flatter schools, study finds":           false,
		"Mayor faces election results":                         false,
		"Halvik loses fixtures":                                false,
		"":                                                     false,
	} {
		if got := tabulates(title, spaced(title)); got != want {
			t.Errorf("tabulates(%q) = %v", title, got)
		}
	}
}

// TestGroupTable expects the table of a league to link no matches.
func TestGroupTable(t *testing.T) {
	checkBriefs(t, []brief{
		{told{"otters", 0, "Halvik Otters beat Kessel Kites for fifth win in a row",
			"Ove Lind scored twice as the Halvik Otters beat the Kessel Kites 4-1 on Sunday. Joren Malk, the coach of the Kites, was sent off."},
			"organization/halvik-otters organization/kessel-kites person/ove-lind"},
		{told{"foxes", 0, "Foxes edge Tarn Bay in overtime",
			"The Vire Foxes needed overtime against Tarn Bay, whose goalie made 31 saves."},
			"organization/vire-foxes organization/tarn-bay"},
		{told{"table", 1, "Orrin Hockey League standings",
			"Sunday's scores\nHalvik Otters 4 Kessel Kites 1\nVire Foxes 2 Tarn Bay 1 (overtime)\nHalvik Otters 14 3 30\nVire Foxes 13 4 28\nKessel Kites 9 8 19\nTarn Bay 7 10 15"},
			"organization/orrin-hockey-league organization/halvik-otters organization/kessel-kites organization/vire-foxes organization/tarn-bay"},
	}, "foxes, otters, table")
}
