package parallel

import (
	"strings"
	"testing"

	"newsbot/digest/rescue"
)

func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, chunk, chunk + 1, 1000} {
		calls := make([]int, n)
		Each(n, func(i int) { calls[i]++ })
		for i, c := range calls {
			if c != 1 {
				t.Errorf("Each(%d) called %d times for %d", n, c, i)
			}
		}
	}
}

func TestWithSharesNoMemory(t *testing.T) {
	const n = 10_000
	sums := make(chan *int, n)
	With(n, func() *int { sum := new(int); sums <- sum; return sum }, func(sum *int, i int) { *sum += i })
	close(sums)
	total := 0
	for sum := range sums {
		total += *sum
	}
	if total != n*(n-1)/2 {
		t.Errorf("the sums come to %d, want %d", total, n*(n-1)/2)
	}
}

// A panic is the caller's, who can live on.
func TestEachPanics(t *testing.T) {
	err := rescue.Do(func() error {
		Each(1000, func(i int) {
			if i == 700 {
				panic("number 700")
			}
		})
		return nil
	})
	if p, ok := err.(*rescue.Panic); !ok || p.Value != "number 700" || !strings.Contains(p.Stack, "TestEachPanics") {
		t.Errorf("Each = %v, want the panic of number 700 with its stack", err)
	}
}
