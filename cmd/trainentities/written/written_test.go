package written

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestArticles(t *testing.T) {
	got := Articles("[Helix Bank|ORG] rises\n[GENEVA|LOC] - Up.\nStill up.\n\nDown\n")
	want := []Article{
		{"Helix Bank rises", "GENEVA - Up.\nStill up.", []Name{{0, 10, "ORG"}, {17, 23, "LOC"}}},
		{"Down", "", nil},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
