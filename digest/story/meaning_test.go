package story

import "testing"

// TestMeaning expects what tells of one kind of event to mean the like, though no word is in common.
func TestMeaning(t *testing.T) {
	s := Default().newSpace()
	of := func(title string) meaning { return s.meaning(s.number(&Item{Title: title}).sorted()) }
	for _, c := range []struct{ one, like, unlike string }{
		{"Tanker overturns on motorway", "Drivers face long delays after lorry crash", "Trainer banned over positive dope test"},
		{"Baker jailed for six years over fraud", "Judge hands prison term to swindler", "Rates held as inflation slows"},
		{"Chipmaker to cut 400 jobs", "Redundancies loom at plant as workers told to go", "Striker out for a month with knee injury"},
	} {
		one, like, unlike := of(c.one), of(c.like), of(c.unlike)
		if a, b := one.like(&like), one.like(&unlike); a <= b {
			t.Errorf("%q is like %q by %.2f, like %q by %.2f", c.one, c.like, a, c.unlike, b)
		}
	}
	unknown := of("Zzyx")
	if one := of("Tanker overturns"); unknown.like(&one) != 0 {
		t.Error("what is unknown is like something")
	}
}

func TestSigns(t *testing.T) {
	var m [Aspects]float32
	m[0], m[1], m[2] = 1, -.5, 100
	signs := Signs(m)
	if signs[0] != zeroSign+20 || signs[1] != zeroSign-10 || signs[2] != zeroSign+mostSteps || signs[3] != zeroSign {
		t.Errorf("signs %q", signs)
	}
}
