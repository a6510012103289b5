package keypoint

import "math"

// maxTied bounds how many sentences are compared with each other.
const maxTied = 200

// centrality returns for each sentence how close it is to all others, as a part
// of the closest one's: the sum of its ties and that of its cosines. The tie of
// two sentences is the number of their common terms by the logarithms of both
// lengths (TextRank, Mihalcea and Tarau 2004), their cosine that number by the
// square root of both lengths (LexRank, Erkan and Radev 2004); the degree ranks
// nearly as the walk over the graph does.
func (a *article) centrality() (ties, cosines []float64) {
	ties, cosines = make([]float64, len(a.Sentences)), make([]float64, len(a.Sentences))
	n := min(len(a.Sentences), maxTied)
	logs, roots := make([]float64, n), make([]float64, n)
	for i := range n {
		logs[i] = math.Log1p(float64(len(a.index.Sentences[i])))
		roots[i] = math.Sqrt(float64(len(a.distinct[i])))
	}
	for i := range n {
		for j := range i {
			common := float64(intersection(a.distinct[i], a.distinct[j]))
			if common == 0 {
				continue
			}
			tie, cosine := common/(logs[i]+logs[j]), common/(roots[i]*roots[j])
			ties[i] += tie
			ties[j] += tie
			cosines[i] += cosine
			cosines[j] += cosine
		}
	}
	scale(ties)
	scale(cosines)
	return ties, cosines
}

// scale divides values by the largest.
func scale(values []float64) {
	top := 0.0
	for _, v := range values {
		top = max(top, v)
	}
	if top == 0 {
		return
	}
	for i := range values {
		values[i] /= top
	}
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
