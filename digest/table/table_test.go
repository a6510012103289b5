package table

import (
	"maps"
	"strconv"
	"testing"

	"github.com/klauspost/compress/zstd"
)

func TestRead(t *testing.T) {
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	got := Read(z.EncodeAll([]byte("sea 3\nwall -1\n"), nil), strconv.Atoi)
	if want := map[string]int{"sea": 3, "wall": -1}; !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, packed := range [][]byte{[]byte("sea 3\n"), z.EncodeAll([]byte("sea three\n"), nil)} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q is read", packed)
				}
			}()
			Read(packed, strconv.Atoi)
		}()
	}
}
