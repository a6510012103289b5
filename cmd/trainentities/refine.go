package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"newsbot/cmd/trainentities/written"
	"newsbot/digest/entity/refine"
	"newsbot/digest/entity/tagger"
)

// sorts are those of the marks in written/, sortLists the files of lists/ whose names are of one.
var (
	sorts = map[string]refine.Sort{
		"EVENT": refine.Event, "PRODUCT": refine.Product, "WORK": refine.Work, "GROUP": refine.Group, "OTHER": refine.Other,
	}
	sortLists = map[string]refine.Sort{
		"events": refine.Event, "goods": refine.Product, "works": refine.Work, "laws": refine.Work, "peoples": refine.Group,
	}
)

// How the weights of package refine are learnt.
const (
	refineEpochs = 12
	refineRate   = 0.3
	refinePull   = 0.01 // what half the square of a weight costs where its feature stands
	listShare    = 0.15 // of the weight of a name in an article, for one of a list
	groupShare   = 0.3  // the same for what is a group: "French" on every page
	otherShare   = 0.3  // the same for what is of no other sort: animals, prizes and schemes have little in common
	leastSeen    = 8    // times that a feature stands in articles or lists
	leastSpread  = 0.6  // between its weights
)

// sorted is a name with its sort and how much it counts.
type sorted struct {
	refine.Name
	features []string
	sort     refine.Sort
	weight   float64
}

// learnSorts learns the weights of package refine from what stands beside this program, given
// the lists in a model, prints what they tell right in the dev part of written/, and writes
// those learnt from both parts.
func learnSorts(own fs.FS, model, out string) error {
	data, err := os.ReadFile(model)
	if err != nil {
		return err
	}
	m, err := tagger.Read(data)
	if err != nil {
		return fmt.Errorf("read model: %w", err)
	}
	lists := tagger.New(m)
	train, err := sortedNames(own, "train", lists)
	if err != nil {
		return err
	}
	dev, err := sortedNames(own, "dev", lists)
	if err != nil {
		return err
	}
	listed, err := listedNames(own, lists)
	if err != nil {
		return err
	}
	packed, err := refine.Pack(formatSorts(fitSorts(slices.Concat(train, listed))))
	if err != nil {
		return err
	}
	tried, err := refine.Read(packed)
	if err != nil {
		return err
	}
	printSorts(tried, dev)
	if packed, err = refine.Pack(formatSorts(fitSorts(slices.Concat(train, dev, listed)))); err != nil {
		return err
	}
	return os.WriteFile(out, packed, 0o644)
}

// sortedNames returns the names of known sort in a part of written/.
func sortedNames(own fs.FS, part string, lists *tagger.Tagger) (names []sorted, err error) {
	err = eachWritten(own, part, func(a written.Article) error {
		for mark, sort := range sorts {
			doc, err := readMarked(a, slices.DeleteFunc(slices.Clone(a.Names), func(n written.Name) bool { return n.Mark != mark }))
			if err != nil {
				return err
			}
			for _, s := range doc {
				for _, n := range s.names {
					in := refine.Name{Pieces: s.pieces, First: n.First, Last: n.Last, Class: lists.Classes(s.pieces[n.First:n.Last]), Lists: lists}
					names = append(names, sorted{in, featuresOf(&in), sort, weightOf(sort)})
				}
			}
		}
		return nil
	})
	slices.SortFunc(names, func(a, b sorted) int {
		return cmp.Or(slices.Compare(a.features, b.features), cmp.Compare(a.sort, b.sort))
	})
	return names, err
}

// weightOf is what a name of a sort in an article counts.
func weightOf(sort refine.Sort) float64 {
	switch sort {
	case refine.Other:
		return otherShare
	case refine.Group:
		return groupShare
	}
	return 1
}

// listedNames returns the names in lists/ that are of one sort: without what would stand
// beside them, nor what lists have the whole name as.
func listedNames(own fs.FS, lists *tagger.Tagger) (names []sorted, err error) {
	for _, file := range slices.Sorted(maps.Keys(sortLists)) {
		data, err := fs.ReadFile(own, filepath.Join("lists", file+".txt"))
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(data)) {
			pieces := tagger.Split(strings.TrimSpace(line))
			if len(pieces) == 0 {
				continue
			}
			in := refine.Name{Pieces: pieces, Last: len(pieces), Lists: lists}
			features := slices.DeleteFunc(featuresOf(&in), func(f string) bool { return strings.ContainsRune("-+b", rune(f[0])) })
			names = append(names, sorted{in, features, sortLists[file], listShare})
		}
	}
	return names, nil
}

func featuresOf(n *refine.Name) (features []string) {
	n.Features(func(f []byte) { features = append(features, string(f)) })
	return features
}

// sortWeights are the weights of package refine before they are rounded.
type sortWeights map[string]*[refine.NumSorts]float64

// fitSorts fits weights by stochastic gradients with step sizes of AdaGrad (Duchi et al. 2011).
func fitSorts(names []sorted) sortWeights {
	seen := map[string]int{}
	for _, n := range names {
		for _, f := range n.features {
			seen[f]++
		}
	}
	w, squares := sortWeights{}, sortWeights{}
	for f, times := range seen {
		if times >= leastSeen {
			w[f], squares[f] = new([refine.NumSorts]float64), new([refine.NumSorts]float64)
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range refineEpochs {
		rng.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		for _, n := range names {
			likelihoods := likelihoodsOf(w, n.features)
			for _, f := range n.features {
				row := w[f]
				if row == nil {
					continue
				}
				for s, p := range likelihoods {
					g := n.weight * ((isSort(n.sort, s) - p) - refinePull*row[s])
					squares[f][s] += g * g
					row[s] += refineRate * g / math.Sqrt(squares[f][s]+1e-6)
				}
			}
		}
	}
	maps.DeleteFunc(w, func(_ string, row *[refine.NumSorts]float64) bool {
		return slices.Max(row[:])-slices.Min(row[:]) < leastSpread
	})
	return w
}

func isSort(a refine.Sort, b int) float64 {
	if int(a) == b {
		return 1
	}
	return 0
}

// likelihoodsOf returns how likely a name with some features is of each sort.
func likelihoodsOf(w sortWeights, features []string) (p [refine.NumSorts]float64) {
	for _, f := range features {
		if row := w[f]; row != nil {
			for s, v := range row {
				p[s] += v
			}
		}
	}
	top, sum := slices.Max(p[:]), 0.0
	for s := range p {
		p[s] = math.Exp(p[s] - top)
		sum += p[s]
	}
	for s := range p {
		p[s] /= sum
	}
	return p
}

// printSorts prints how many names of each sort weights tell.
func printSorts(w refine.Weights, names []sorted) {
	var right, all [refine.NumSorts]int
	for _, n := range names {
		all[n.sort]++
		if w.Best(&n.Name) == n.sort {
			right[n.sort]++
		}
	}
	total, told := 0, 0
	for _, mark := range slices.Sorted(maps.Keys(sorts)) {
		s := sorts[mark]
		total, told = total+all[s], told+right[s]
		fmt.Printf("%-8s %.3f of %d\n", strings.ToLower(mark), float64(right[s])/float64(max(1, all[s])), all[s])
	}
	fmt.Printf("%-8s %.3f of %d, by %d features\n", "all", float64(told)/float64(max(1, total)), total, len(w))
}

// formatSorts returns weights as package refine packs them.
func formatSorts(w sortWeights) string {
	var b strings.Builder
	for _, f := range slices.Sorted(maps.Keys(w)) {
		b.WriteString(f)
		for s, v := range w[f] {
			b.WriteByte("\t    "[s])
			b.WriteString(strconv.Itoa(int(math.Round(min(max(10*v, math.MinInt8), math.MaxInt8)))))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
