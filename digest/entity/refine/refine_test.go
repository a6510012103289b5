package refine

import (
	"strings"
	"testing"

	"newsbot/digest/entity/tagger"
)

// noLists know nothing.
type noLists struct{}

func (noLists) Classes([]string) tagger.Class { return 0 }
func (noLists) UsualCase(string) tagger.Case  { return tagger.CaseUnknown }

// TestBest expects the sorts of names between square brackets.
func TestBest(t *testing.T) {
	w, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		sentence string
		want     Sort
	}{
		{`The film [ The Lamps of Sund ] stars Ada Lind as a smuggler .`, Work},
		{`Her first novel , " [ Salt and Wire ] , " sold 90,000 copies .`, Work},
		{`Lawmakers passed the [ Clean Harbours Act ] by 91 votes to 60 .`, Work},
		{`Nordline unveiled its [ Quayphone 12 Pro ] smartphone on Monday .`, Product},
		{`The release fixes a flaw in [ libquill 3.2.1 ] , the maintainers said .`, Product},
		{`Sund hosts the [ Norland Jazz Festival ] in June .`, Event},
		{`Thousands died in the [ Battle of Halvik ] .`, Event},
		{`Most [ Sundians ] speak two languages .`, Group},
		{`She won the [ Ellery Prize ] for her poems .`, Other},
	} {
		pieces := strings.Fields(test.sentence)
		n := Name{Lists: noLists{}}
		for _, p := range pieces {
			switch p {
			case "[":
				n.First = len(n.Pieces)
			case "]":
				n.Last = len(n.Pieces)
			default:
				n.Pieces = append(n.Pieces, p)
			}
		}
		if got := w.Best(&n); got != test.want {
			t.Errorf("%s: sort %d, want %d", test.sentence, got, test.want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, table := range []string{"w:quay\n", "w:quay\t1 2 3 4\n", "w:quay\t1 2 3 4 5 6\n", "w:quay\t1 2 3 4 x\n", "w:quay\t1 2 3 4 500\n"} {
		packed, err := Pack(table)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Read(packed); err == nil {
			t.Errorf("%q is read as weights", table)
		}
	}
	if _, err := Read([]byte("w:quay\t1 2 3 4 5\n")); err == nil {
		t.Error("a table is read that is not packed")
	}
}

func FuzzBest(f *testing.F) {
	w, err := Default()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("The film The Lamps of Sund stars", 2, 6)
	f.Add("", 0, 1)
	f.Fuzz(func(t *testing.T, sentence string, first, last int) {
		pieces := tagger.Split(sentence)
		if first < 0 || last > len(pieces) || first >= last {
			return
		}
		if s := w.Best(&Name{Pieces: pieces, First: first, Last: last, Lists: noLists{}}); s >= NumSorts {
			t.Errorf("sort %d", s)
		}
	})
}
