package store

import (
	"encoding/binary"
	"math"
	"time"

	"github.com/klauspost/compress/zstd"

	"newsbot/digest"
)

// writer appends values in the form in which records hold them: numbers as
// varints, strings and lists after their length.
type writer struct{ b []byte }

func (w *writer) int(n int) { w.b = binary.AppendVarint(w.b, int64(n)) }
func (w *writer) len(n int) { w.b = binary.AppendUvarint(w.b, uint64(n)) }

func (w *writer) fixed(n uint64) { w.b = binary.LittleEndian.AppendUint64(w.b, n) }

func (w *writer) bool(b bool) {
	n := 0
	if b {
		n = 1
	}
	w.len(n)
}

// bits writes which of some facts hold, as the bits of a number.
func (w *writer) bits(facts ...bool) {
	n := 0
	for i, holds := range facts {
		if holds {
			n |= 1 << i
		}
	}
	w.int(n)
}

// optional writes what only new records have, at their end: nothing for "".
func (w *writer) optional(s string) {
	if s != "" {
		w.string(s)
	}
}

func (w *writer) string(s string) {
	w.len(len(s))
	w.b = append(w.b, s...)
}

func (w *writer) strings(list []string) {
	w.len(len(list))
	for _, s := range list {
		w.string(s)
	}
}

func (w *writer) time(t time.Time) {
	if t.IsZero() {
		w.len(0)
		return
	}
	w.len(1 + t.Nanosecond())
	w.int(int(t.Unix()))
}

// maxWeight is the largest weight that is kept, in multiples of 1/digest.WeightUnit.
const maxWeight = 1 << 40

func (w *writer) weight(x float64) { w.b = binary.AppendUvarint(w.b, units(x)) }

func units(x float64) uint64 {
	n := math.Round(x * digest.WeightUnit)
	if !(n > 0) { // NaN too
		return 0
	}
	return uint64(min(n, maxWeight))
}

func round(x float64) float64 { return float64(units(x)) / digest.WeightUnit }

// reader takes values off s. Once s does not hold what is asked for, bad is set
// and every value is zero.
type reader struct {
	s   string
	bad bool
}

func (r *reader) number() uint64 {
	var n uint64
	for i := 0; i < len(r.s) && i < binary.MaxVarintLen64; i++ {
		c := r.s[i]
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			r.s = r.s[i+1:]
			return n
		}
	}
	r.fail()
	return 0
}

func (r *reader) fail() { r.s, r.bad = "", true }

func (r *reader) bool() bool { return r.number() != 0 }

// bits reads which facts hold, none where an older record ends before.
func (r *reader) bits() bits { return bits(r.optionalInt()) }

type bits int

// has reports whether the fact of a number holds.
func (b bits) has(i int) bool { return b>>i&1 != 0 }

// optional reads what stands at the end of new records, "" where there is nothing.
func (r *reader) optional() string {
	if r.s == "" {
		return ""
	}
	return r.string()
}

// optionalInt reads what stands at the end of new records, 0 where there is nothing.
func (r *reader) optionalInt() int {
	if r.s == "" {
		return 0
	}
	return r.int()
}

func (r *reader) int() int {
	n := r.number()
	return int(int64(n>>1) ^ -int64(n&1))
}

// len reads the length of a string or list, every element of which takes at
// least a byte of what is left.
func (r *reader) len() int {
	n := r.number()
	if n > uint64(len(r.s)) {
		r.fail()
		return 0
	}
	return int(n)
}

func (r *reader) fixed() uint64 {
	if len(r.s) < 8 {
		r.fail()
		return 0
	}
	n := binary.LittleEndian.Uint64([]byte(r.s[:8]))
	r.s = r.s[8:]
	return n
}

func (r *reader) string() string {
	n := r.len()
	s := r.s[:n]
	r.s = r.s[n:]
	return s
}

func (r *reader) time() time.Time {
	nanos := r.number()
	if nanos == 0 {
		return time.Time{}
	}
	return time.Unix(int64(r.int()), int64(nanos-1)).UTC()
}

// list reads a list whose elements read takes off r.
func list[T any](r *reader, read func() T) []T {
	n := r.len()
	if n == 0 {
		return nil
	}
	out := make([]T, 0, min(n, 64)) // n may be damaged
	for len(out) < n && !r.bad {
		out = append(out, read())
	}
	return out
}

func (r *reader) weight() float64 { return float64(r.number()) / digest.WeightUnit }

// zstd's coders keep no state between calls of EncodeAll and DecodeAll, which
// are safe for concurrent use.
var (
	encoder = must(zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderCRC(false), zstd.WithWindowSize(128<<10)))
	decoder = must(zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(4*maxText)))
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// compress appends the compressed form of b to dst.
func compress(dst, b []byte) []byte { return encoder.EncodeAll(b, dst) }

// decompress undoes compress. The result shares no memory with s.
func decompress(s string) (string, error) {
	b, err := decoder.DecodeAll([]byte(s), nil)
	return string(b), err
}
