package text

// stopWords are words that tell nothing about what a text is about: function
// words of English and of its neighbours, and the verbs of reporting.
var stopWords = WordSet(`
	a about above across after again against ago all almost along already also although always am among an and another
	any anyone anything are around as at away back be became because become been before began behind being below
	between both but by came can cannot come could did do does doing done down during each either else even ever every
	few first for from further gave get give go going gone got had has have having he her here hers herself him
	himself his how however if in into is it its itself just kept know known last later least less let like made make
	many may maybe me might mine more most much must my myself near need neither never next no nobody none nor not
	nothing now of off often on once one only onto or other others our ours out over own per perhaps put quite rather
	really same saw say see seem seen shall she should since so some someone something soon still such take taken tell
	than that the their them themselves then there therefore these they thing think this those though through thus till
	to today together told tomorrow too took toward towards two under until up upon us use used very via want was way
	we well went were what whatever when where whether which while who whole whom whose why will with within without
	would yesterday yet you your yours yourself
	said say says saying tell tells told according add added adds reported reportedly mr mrs ms dr n't 's 're 've 'll 'd 'm ca wo
	don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn
	anti non pre pro re co
	monday tuesday wednesday thursday friday saturday sunday
	der die das den dem des ein eine einer eines einem und oder aber nicht auch auf aus bei bis fur mit nach noch nur
	ist sind wird werden wurde wurden hat haben sich sie wir ich von vom zum zur uber unter zu im dass wie als
	le la les une et ou du au aux ce cette ces dans par pour sur avec sans est sont ete qui que ne pas plus se sa son
	leur leurs il elle nous vous
	el los las una y o del al en por para con sin es son fue que lo su sus como mas pero
	os um uma e da dos das na nos nas ao pelo pela com nao foi
	gli uno di della dei delle nel nella che per non sono con piu
	het een van voor met niet zijn aan op te er dat deze
	och att som det den av til og ikke pa jag har inte
	w z na nie sie jest do od
`)
