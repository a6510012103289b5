package tagger

// words is the number of machine words that hold a byte for each label.
const words = (NumLabels + 7) / 8

// Row holds the weights of a feature, a byte for each label, biased to be positive.
type Row [words]uint64

const bias = 128

// NewRow packs the weights of a feature.
func NewRow(weights [NumLabels]int8) (r Row) {
	for l, w := range weights {
		r.set(l, w)
	}
	return r
}

// set sets the weight of a label that has none yet.
func (r *Row) set(l int, w int8) { r[l/8] |= uint64(int(w)+bias) << (l % 8 * 8) }

// At returns the weight of a label.
func (r *Row) At(l int) int8 { return int8(int(r[l/8]>>(l%8*8)&0xff) - bias) }

// lanes sums packed rows, fewer than 256, eight labels in two operations: those
// at even bytes in one word, those at odd bytes in another, 16 bits for each.
type lanes struct {
	even, odd [words]uint64
	rows      int
}

const evenBytes = 0x00ff00ff00ff00ff

func (s *lanes) add(row *Row) {
	for i, x := range row {
		s.even[i] += x & evenBytes
		s.odd[i] += x >> 8 & evenBytes
	}
	s.rows++
}

// scaleTo adds the sums, in units of step, to dst.
func (s *lanes) scaleTo(dst *scores, step float32) {
	for l := range dst {
		lane := s.even[l/8]
		if l%2 == 1 {
			lane = s.odd[l/8]
		}
		sum := int(lane>>(l%8/2*16)&0xffff) - bias*s.rows
		dst[l] += float32(sum) * step
	}
}
