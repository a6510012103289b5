package text

import "testing"

func TestFold(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"plain ascii 42", "plain ascii 42"},
		{"Straße", "strasse"},
		{"ÅNGSTRÖM", "angstrom"},
		{"Erdoğan İzmir ılıca", "erdogan izmir ilica"},
		{"Łódź Ørsted Đoković Æsop Þór", "lodz orsted dokovic aesop thor"},
		{"“Don’t” — he‑said…", `"don't" - he-said...`},
		{"a\u00a0b\u2009c\u00add", "a b cd"},
		{"ﬁﬂ Ａ１", "fifl a1"},
		{"Αθήνα", "αθηνα"},
		{"Ёлка Йод", "елка иод"},
		{"が ガ", "が ガ"},
		{"مُحَمَّد", "محمد"},
		{"e\u0301", "e"},
		{"한국", "한국"},
		{"a\xff", "a\ufffd"},
	} {
		if got := Fold(tt.in); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestFoldOfFoldedAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Fold("already folded") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Ångström’s ﬁ\xff")
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, folded again %q", s, once, twice)
		}
	})
}
