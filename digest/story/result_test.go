package story

import "testing"

func TestResult(t *testing.T) {
	for title, want := range map[string]result{
		"Sund 2-1 Esbjerg: a late goal":              {true, 2, 1},
		"Ireland 9–12 South Africa":                  {true, 12, 9},
		"Sund Town 0 Esbjerg 3: the ferry was late":  {true, 3, 0},
		"Magic 112, Pistons 109":                     {true, 112, 109},
		"Sund 0 Esbjerg 0":                           {true, 0, 0},
		"Sund take 2-1 lead in Esbjerg":              {},
		"Senate confirms Lind 52-48":                 {},
		"Sund beats Esbjerg":                         {},
		"Flight 370 and Flight 17 found":             {},
		"Esbjerg, 40, and Sund, 38, held over theft": {},
	} {
		if got := resultOf(title); got != want {
			t.Errorf("resultOf(%q) = %v", title, got)
		}
	}
}

func TestOtherMatch(t *testing.T) {
	sund := resultOf("Sund 2-1 Esbjerg")
	for title, want := range map[string]bool{
		"Esbjerg 1 Sund 2: it was theirs": false,
		"Sund wins":                       false,
		"Sund 0-0 Kolding":                true,
	} {
		if got := sund.differs(resultOf(title)); got != want {
			t.Errorf("%q: %v", title, got)
		}
	}
}
