package entity

import (
	"strings"
	"testing"
	"time"

	"newsbot/digest/text"
)

// A text without blanks is not gone over again for every name in it.
func TestFindWithoutBlanks(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	d := text.Parse("", strings.Repeat("Acme/Sund/", 4000))
	r := newRecognizer(t)
	start := time.Now()
	r.Find(d, "en")
	if took := time.Since(start); took > 5*time.Second { // 0.3 s on a machine of its own
		t.Errorf("Find took %v", took)
	}
}
