package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

const (
	minCount   = 12   // of a word that gets a vector
	contexts   = 4000 // words that count as neighbours, the most frequent ones
	reach      = 2    // neighbours to each side
	maxSeen    = 8000 // occurrences of a word that are looked at
	dimensions = 64
)

// sparseRow is a row of a matrix: its columns in order, and their values.
type sparseRow struct {
	columns []int32
	values  []float32
}

// embeddings returns a vector of unit length for each frequent word of a text,
// and the words' numbers: the positive pointwise mutual information with the
// words at each place beside it (Bullinaria & Levy 2007), reduced by a
// randomized singular value decomposition (Halko, Martinsson, Tropp 2011).
func embeddings(s *stream) (words []int32, vectors [][]float32) {
	words = frequent(s)
	rows := cooccurrences(s, words)
	toPPMI(rows)
	return words, reduce(rows, contexts*2*reach)
}

// frequent returns the words that occur minCount times, the most frequent first.
func frequent(s *stream) (words []int32) {
	for w, n := range s.counts {
		if n >= minCount {
			words = append(words, int32(w))
		}
	}
	slices.SortStableFunc(words, func(a, b int32) int { return cmp.Compare(s.counts[b], s.counts[a]) })
	return words
}

// cooccurrences counts the neighbours of each word, by place.
func cooccurrences(s *stream, words []int32) []sparseRow {
	rank := make([]int32, len(s.words))
	for i := range rank {
		rank[i] = -1
	}
	for i, w := range words {
		rank[w] = int32(i)
	}
	seen := make([][]int32, len(words))
	left := make([]int, len(words))
	for i := range left {
		left[i] = maxSeen
	}
	for i, w := range s.tokens {
		if w == endOfSentence || rank[w] < 0 || left[rank[w]] == 0 {
			continue
		}
		left[rank[w]]--
		seen[rank[w]] = appendNeighbours(seen[rank[w]], s.tokens, i, rank)
	}
	rows := make([]sparseRow, len(words))
	for i := range seen {
		rows[i] = countColumns(seen[i])
		seen[i] = nil
	}
	return rows
}

// appendNeighbours appends the columns of the words beside token i.
func appendNeighbours(dst []int32, tokens []int32, i int, rank []int32) []int32 {
	for side, step := range [...]int{-1, 1} {
		for n := 1; n <= reach; n++ {
			j := i + n*step
			if j < 0 || j >= len(tokens) || tokens[j] == endOfSentence {
				break
			}
			if r := rank[tokens[j]]; r >= 0 && r < contexts {
				dst = append(dst, int32(side*reach+n-1)*contexts+r)
			}
		}
	}
	return dst
}

func countColumns(columns []int32) (r sparseRow) {
	slices.Sort(columns)
	for _, c := range columns {
		if n := len(r.columns); n > 0 && r.columns[n-1] == c {
			r.values[n-1]++
			continue
		}
		r.columns, r.values = append(r.columns, c), append(r.values, 1)
	}
	return r
}

// toPPMI replaces counts by positive pointwise mutual information, with the
// smoothing of context counts of Levy, Goldberg, Dagan 2015.
func toPPMI(rows []sparseRow) {
	column := make([]float64, contexts*2*reach)
	for _, r := range rows {
		for i, c := range r.columns {
			column[c] += float64(r.values[i])
		}
	}
	all := 0.0
	for c := range column {
		column[c] = math.Pow(column[c], 0.75)
		all += column[c]
	}
	for _, r := range rows {
		sum := 0.0
		for _, v := range r.values {
			sum += float64(v)
		}
		for i, c := range r.columns {
			r.values[i] = float32(max(0, math.Log(float64(r.values[i])*all/(sum*column[c]))))
		}
	}
}

// reduce maps the rows of a sparse matrix to a few dimensions.
func reduce(rows []sparseRow, columns int) [][]float32 {
	random := rand.New(rand.NewPCG(3, 4))
	right := make([][]float32, columns)
	for i := range right {
		right[i] = make([]float32, dimensions)
		for d := range right[i] {
			right[i][d] = float32(random.NormFloat64())
		}
	}
	var left [][]float32
	for range 3 {
		left = times(rows, right)
		orthonormalize(left)
		right = timesTransposed(rows, left, columns)
		orthonormalize(right)
	}
	left = times(rows, right)
	scaleColumns(left)
	for _, v := range left {
		normalize(v)
	}
	return left
}

// scaleColumns divides each column by the square root of its length: of the
// singular values the square root is kept (Levy, Goldberg, Dagan 2015).
func scaleColumns(m [][]float32) {
	for c := range dimensions {
		sum := 0.0
		for _, r := range m {
			sum += float64(r[c]) * float64(r[c])
		}
		scale := float32(1 / math.Sqrt(math.Sqrt(sum)+1e-12))
		for _, r := range m {
			r[c] *= scale
		}
	}
}

// times returns rows × m.
func times(rows []sparseRow, m [][]float32) [][]float32 {
	out := make([][]float32, len(rows))
	for i, r := range rows {
		out[i] = make([]float32, dimensions)
		for j, c := range r.columns {
			axpy(out[i], r.values[j], m[c])
		}
	}
	return out
}

// timesTransposed returns the transpose of rows × m.
func timesTransposed(rows []sparseRow, m [][]float32, columns int) [][]float32 {
	out := make([][]float32, columns)
	for i := range out {
		out[i] = make([]float32, dimensions)
	}
	for i, r := range rows {
		for j, c := range r.columns {
			axpy(out[c], r.values[j], m[i])
		}
	}
	return out
}

// axpy adds a times x to y.
func axpy(y []float32, a float32, x []float32) {
	x = x[:len(y)]
	for i := range y {
		y[i] += a * x[i]
	}
}

// orthonormalize makes the columns of m orthonormal (modified Gram-Schmidt).
func orthonormalize(m [][]float32) {
	for c := range dimensions {
		for p := range c {
			dot := 0.0
			for _, r := range m {
				dot += float64(r[c]) * float64(r[p])
			}
			for _, r := range m {
				r[c] -= float32(dot) * r[p]
			}
		}
		sum := 0.0
		for _, r := range m {
			sum += float64(r[c]) * float64(r[c])
		}
		scale := float32(1 / math.Sqrt(sum+1e-12))
		for _, r := range m {
			r[c] *= scale
		}
	}
}

func normalize(v []float32) {
	sum := float32(0)
	for _, x := range v {
		sum += x * x
	}
	scale := float32(1 / math.Sqrt(float64(sum)+1e-12))
	for i := range v {
		v[i] *= scale
	}
}
