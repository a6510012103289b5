package main

import "math/rand/v2"

// rounds is the number of times that k-means assigns its points.
const rounds = 12

// kmeans groups vectors of unit length around k centres (spherical k-means,
// Dhillon & Modha 2001) and returns the group of each and the centres.
func kmeans(vectors [][]float32, k int, random *rand.Rand) (group []int, centres [][]float32) {
	k = min(k, len(vectors))
	for _, i := range random.Perm(len(vectors))[:k] {
		centres = append(centres, append([]float32(nil), vectors[i]...))
	}
	group = make([]int, len(vectors))
	for range rounds {
		sums := make([][]float32, k)
		for c := range sums {
			sums[c] = make([]float32, len(vectors[0]))
		}
		for i, v := range vectors {
			group[i] = nearest(v, centres)
			axpy(sums[group[i]], 1, v)
		}
		for c := range sums {
			normalize(sums[c])
			if dot(sums[c], sums[c]) > 0.5 { // an empty group keeps its centre
				centres[c] = sums[c]
			}
		}
	}
	return group, centres
}

func nearest(v []float32, centres [][]float32) int {
	best, top := 0, float32(-2)
	for c, centre := range centres {
		if d := dot(v, centre); d > top {
			best, top = c, d
		}
	}
	return best
}

func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float32
	for i := 0; i+3 < len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	return s0 + s1 + s2 + s3
}

// The numbers of groups that clusterTree makes, from coarse to fine.
const (
	coarse = 32
	middle = 256
	split  = 8 // each middle group into so many fine ones
)

// clusterTree groups vectors at three levels, each cut out of the one before.
func clusterTree(vectors [][]float32) (levels [3][]int) {
	random := rand.New(rand.NewPCG(5, 6))
	group, centres := kmeans(vectors, middle, random)
	levels[1] = group
	above, _ := kmeans(centres, coarse, random)
	members := make([][]int, middle)
	for i, g := range group {
		levels[0] = append(levels[0], above[g])
		members[g] = append(members[g], i)
	}
	levels[2] = make([]int, len(vectors))
	for g, in := range members {
		part := make([][]float32, len(in))
		for n, i := range in {
			part[n] = vectors[i]
		}
		fine, _ := kmeans(part, split, random)
		for n, i := range in {
			levels[2][i] = g*split + fine[n]
		}
	}
	return levels
}
