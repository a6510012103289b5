package keypoint

import "math"

// maxTied bounds how many sentences are compared with each other.
const maxTied = 200

// centrality returns for each sentence the sum of its similarities to all
// others, as a part of the largest such sum. Similarity is the number of common
// terms by the logarithms of both sentences' lengths (TextRank, Mihalcea and
// Tarau 2004); the degree ranks nearly as the walk over the graph does.
func (a *article) centrality() []float64 {
	out := make([]float64, len(a.Sentences))
	n := min(len(out), maxTied)
	size := make([]float64, n)
	for i := range n {
		size[i] = math.Log1p(float64(len(a.index.Sentences[i])))
	}
	top := 0.0
	for i := range n {
		for j := range i {
			if common := intersection(a.distinct[i], a.distinct[j]); common > 0 {
				tie := float64(common) / (size[i] + size[j])
				out[i] += tie
				out[j] += tie
			}
		}
	}
	for _, t := range out {
		top = max(top, t)
	}
	if top > 0 {
		for i := range out {
			out[i] /= top
		}
	}
	return out
}

// intersection returns how many numbers two ascending lists have in common.
func intersection(x, y []int32) int {
	n := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] == y[j]:
			n++
			i++
			j++
		case x[i] < y[j]:
			i++
		default:
			j++
		}
	}
	return n
}
