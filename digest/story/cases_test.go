package story

// The articles of the test cases; places, people and events are invented.

var dam = []told{
	{"dam", 0, "Dam on the Orrin bursts, two valley towns evacuated",
		"The dam above Kessel gave way at 02:40 after three days of rain. Police and firefighters took 9,400 people out of Kessel and Vire before dawn. The operator, Orrin Hydro, said that a gate had jammed. Governor Ada Verlin declared an emergency in the Orrin valley."},
	{"dam", 2, "Kessel and Vire emptied overnight as floods race down valley",
		"Thousands were driven from their beds when the Orrin dam broke early on Tuesday. Governor Ada Verlin said that two people from Vire were missing. The flood reached the first floor of the town hall in Vire. Orrin Hydro, which runs the dam, has not said why a gate failed."},
	{"dam", 5, "Orrin Hydro was warned of jammed gate, papers show",
		"Inspectors told Orrin Hydro in March that a gate of the dam above Kessel jammed. The dam burst on Tuesday and drove 9,400 people from Kessel and Vire. Governor Ada Verlin called for an inquiry into the operator of the Orrin dam."},
	{"ferry", 1, "Parliament passes the ferry bill by four votes",
		"Members voted 151 to 147 for the bill that returns the island ferry lines to the state. Transport minister Joren Malk said that fares would fall in March. The company Blueline, which runs the ferries now, said that it would go to court."},
	{"ferry", 4, "State to take over island ferries after narrow vote",
		"The island lines go back to the state after parliament passed a bill by 151 to 147 votes. Blueline, the company that has run the ferries since 2009, announced that it would sue. Minister Joren Malk promised lower fares from March."},
}

var fires = []told{
	{"mill", 0, "Fire destroys paper mill in Tarn",
		"A fire destroyed the paper mill of Sondal in Tarn on Monday night. Sixty firefighters fought the flames until morning. The mill's owner, Sondal Paper, puts the damage at 40 million. Nobody was hurt."},
	{"mill", 3, "Tarn paper mill burns down, 300 jobs at risk",
		"Sondal Paper does not know when its 300 workers in Tarn can return after the paper mill burned down on Monday night. Sixty firefighters were called to the mill. The damage is put at 40 million."},
	{"school", 1, "School gym in Ostrel burns, pupils safe",
		"A fire broke out in the gym of the Lindgren school in Ostrel on Tuesday morning. All 420 pupils left the building unhurt. Head teacher Mira Donn praised the firefighters. The police suspect a faulty heater."},
	{"school", 6, "Faulty heater blamed for fire at Lindgren school",
		"The fire in the gym of the Lindgren school in Ostrel began in a heater, the police said on Tuesday. Head teacher Mira Donn said that lessons for the 420 pupils would go on in the town hall."},
}

var bridge = []told{
	{"bridge", 0, "Tessin bridge closed after crack is found",
		"Engineers found a crack in a girder of the Tessin bridge in Morvel on Monday. Drivers have to take the tunnel. Repairs may last until May, the county said. Some 31,000 cars cross the river there on a working day."},
	{"bridge", 4, "Morvel traders fear for Christmas as bridge stays closed",
		"Shops in Morvel expect to lose a third of their sales while engineers repair the crack in a girder of the Tessin bridge. The chamber of trade asks for a ferry. County leader Ida Roan promised the traders an answer by Friday."},
}

var raids = []told{
	{"first", 0, "Drones hit port of Halvik, four killed",
		"Four dock workers were killed when drones struck the grain terminal in the port of Halvik on Monday. Mayor Petra Sohl said that a silo burned for hours. The army said that it had shot down eleven drones."},
	{"first", 3, "Grain silo burns in Halvik after drone strike kills four",
		"A silo of the grain terminal burned after a drone strike on the port of Halvik in which four dock workers died. Eleven drones were shot down, the army said. Mayor Petra Sohl spoke of a black Monday."},
	{"second", 120, "Missile strikes hospital in Halvik",
		"A missile hit the children's ward of the Saint Orla hospital in Halvik on Saturday. Doctors carried 63 patients to the cellar. Nineteen people were wounded. The health minister, Dag Ruun, called it a crime."},
	{"second", 123, "Nineteen wounded as missile hits children's ward",
		"Nineteen people were wounded when a missile struck the Saint Orla hospital in Halvik on Saturday. All 63 patients of the children's ward were in the cellar, doctors said. Health minister Dag Ruun demanded an investigation."},
}

var titles = []told{
	{"bank", 0, "Norland Bank cuts interest rate to 2.5 per cent", ""},
	{"bank", 1, "Interest rate cut to 2.5 per cent by Norland Bank", ""},
	{"bank", 1, "Norland Bank surprises markets with interest rate cut", ""},
	{"rail", 0, "Rail strike called off after pay deal", ""},
	{"rail", 2, "Unions call off rail strike as pay deal is reached", ""},
	{"song", 0, "Singer Ilva Brandt wins the Silver Lark for her debut", ""},
	{"song", 3, "Silver Lark goes to debut of Ilva Brandt", ""},
	{"bear", 2, "Bear found asleep in a bakery", ""},
}
