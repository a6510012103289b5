package tagger

// words is the number of machine words that hold a byte for each label.
const words = (NumLabels + 7) / 8

// packed is a row of weights, a byte for each label, biased to be positive.
type packed [words]uint64

const bias = 128

func pack(rows [][NumLabels]int8) []packed {
	out := make([]packed, len(rows))
	for i, row := range rows {
		for l, w := range row {
			out[i][l/8] |= uint64(int(w)+bias) << (l % 8 * 8)
		}
	}
	return out
}

// lanes sums packed rows, fewer than 256, eight labels in two operations: those
// at even bytes in one word, those at odd bytes in another, 16 bits for each.
type lanes struct {
	even, odd [words]uint64
	rows      int
}

const evenBytes = 0x00ff00ff00ff00ff

func (s *lanes) add(row *packed) {
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
