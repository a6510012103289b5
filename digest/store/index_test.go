package store

import (
	"testing"

	"newsbot/digest/entity"
)

// TestTypeBits pins the bits of types, which stored postings have.
func TestTypeBits(t *testing.T) {
	for bit, kind := range []entity.Type{"person", "organization", "place", "event", "product", "work", "group", "other"} {
		if got := typesOf(kind); got != 1<<bit {
			t.Errorf("typesOf(%s) = %08b, want bit %d", kind, got, bit)
		}
	}
	if got := typesOf(entity.Types()...); got != 1<<len(entity.Types())-1 {
		t.Errorf("typesOf all types = %08b, want a bit for each of %d", got, len(entity.Types()))
	}
}
