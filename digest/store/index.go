package store

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"strings"
	"time"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// posting says that an article stands under a term, an entity or a source. A
// list of postings is one Redis string of their packed forms:
//
//	8 bytes  article ID
//	1 byte   weight
//	2 bytes  minute of the day of the filing time, big-endian
//	1 byte   types of the entities that the term is part of the name of
type posting struct {
	id     uint64
	weight uint8
	minute uint16
	types  typeSet
}

const postingLen = 12

func (p posting) packed() string {
	var b [postingLen]byte
	binary.BigEndian.PutUint64(b[:], p.id)
	b[8] = p.weight
	binary.BigEndian.PutUint16(b[9:], p.minute)
	b[11] = byte(p.types)
	return string(b[:])
}

// unpack calls yield for every posting of a list.
func unpack(list string, yield func(posting)) {
	for ; len(list) >= postingLen; list = list[postingLen:] {
		b := []byte(list[:postingLen])
		yield(posting{
			id:     binary.BigEndian.Uint64(b),
			weight: b[8],
			minute: binary.BigEndian.Uint16(b[9:]),
			types:  typeSet(b[11]),
		})
	}
}

func minuteOf(t time.Time) uint16 { return uint16(t.UTC().Hour()*60 + t.UTC().Minute()) }

func idNumber(id string) uint64 {
	var b [8]byte
	hex.Decode(b[:], []byte(id)) // check has seen the ID
	return binary.BigEndian.Uint64(b[:])
}

func idString(n uint64) string {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], n)
	return hex.EncodeToString(b[:])
}

// packID returns the 8 bytes that an article ID takes in a list of them, and as the name of an
// item of a feed.
func packID(id string) string {
	return string(binary.BigEndian.AppendUint64(nil, idNumber(id)))
}

// unpackIDs returns the IDs of a list.
func unpackIDs(list string) []string {
	var ids []string
	for ; len(list) >= 8; list = list[8:] {
		ids = append(ids, idString(binary.BigEndian.Uint64([]byte(list[:8]))))
	}
	return ids
}

// typeSet is a set of entity types.
type typeSet uint8

// typeOrder are the types of the bits of a typeSet, from the lowest.
var typeOrder = entity.Types()

func typesOf(types ...entity.Type) typeSet {
	var set typeSet
	for _, t := range types {
		for i, known := range typeOrder {
			if t == known {
				set |= 1 << i
			}
		}
	}
	return set
}

// What a term counts for, by where it stands in an article; a term's weight is
// the sum.
const (
	titleWeight  = 3.0
	entityWeight = 2.0 // times 1/2 + salience/2
	termWeight   = 1.0 // times the weight that the analysis gave it
)

// weightSteps is the number of steps in which postings hold a weight of 1.
const weightSteps = 40

func weightByte(w float64) uint8 { return uint8(max(1, min(255, math.Round(w*weightSteps)))) }

// Bounds on what a single article puts into the indexes.
const (
	maxTitleTerms = 64
	maxKeyPart    = 256 // bytes of an entity ID or a source's name
)

// change is one change to an index, as put.lua makes it.
type change struct{ key, op, operand string }

// changes returns what puts a stored entry into the indexes, with the sign "+",
// or takes it out again, with "-": the same changes to the same keys.
func (e Entry) changes(sign string, k dayKeys, indexer *text.Indexer) []change {
	inList, inCount := sign+"p", sign+"c"
	p := posting{id: idNumber(e.Article.ID), minute: minuteOf(e.time())}
	post := func(key string, w float64, types typeSet) change {
		p.weight, p.types = weightByte(w), types
		return change{key, inList, p.packed()}
	}
	entities := e.indexed()
	words := e.words(entities, indexer)
	out := make([]change, 0, len(words.terms)+len(words.names)+2*len(entities)+2)
	for t, s := range words.terms {
		out = append(out, post(k.term(t), s.weight, s.types))
	}
	for _, n := range words.names {
		out = append(out, change{k.nameWord(n.word), inCount, n.entity})
	}
	for _, en := range entities {
		out = append(out, post(k.entity(en.ID), en.Salience, typesOf(en.Type)), change{k.counts(), inCount, en.ID})
	}
	outlet := outletOf(e.Article.Source, digest.Host(e.Article.URL))
	return append(out, post(k.source(clip(e.Article.Source)), 0, 0), change{k.outlets(), inCount, outlet})
}

// indexed returns the entities that have a place in the indexes, each ID once. Who
// only wrote or sent an article has none.
func (e Entry) indexed() []entity.Entity {
	seen := make(map[string]bool, len(e.Analysis.Entities))
	var out []entity.Entity
	for _, en := range e.Analysis.Entities {
		if en.ID != "" && en.Salience > 0 && len(en.ID) <= maxKeyPart && !seen[en.ID] {
			seen[en.ID] = true
			out = append(out, en)
		}
	}
	return out
}

// words are the terms under which an article is found, and those by which its
// entities are.
type words struct {
	terms map[string]standing
	names []nameWord
}

type standing struct {
	weight float64
	types  typeSet
}

type nameWord struct{ word, entity string }

func (e Entry) words(entities []entity.Entity, indexer *text.Indexer) words {
	w := words{terms: make(map[string]standing, len(e.Analysis.Terms)+2*len(entities))}
	for _, t := range e.Analysis.Terms {
		w.add(t.Word, termWeight*min(t.Weight, 1), 0)
	}
	title := indexer.Query(e.Article.Title)
	for _, t := range unique(title[:min(len(title), maxTitleTerms)]) {
		w.add(t, titleWeight, 0)
	}
	doc := e.Article.Title + "\n" + e.Article.Text
	for _, en := range entities {
		for _, t := range nameTerms(en, doc, indexer) {
			w.names = append(w.names, nameWord{t, en.ID})
			w.add(t, entityWeight*(1+en.Salience)/2, typesOf(en.Type))
		}
	}
	return w
}

func (w words) add(term string, weight float64, types typeSet) {
	s := w.terms[term]
	w.terms[term] = standing{s.weight + weight, s.types | types}
}

// nameTerms returns the terms of an entity's name and of the forms in which
// the document mentions it.
func nameTerms(en entity.Entity, doc string, indexer *text.Indexer) []string {
	forms := []string{en.Name}
	for _, m := range en.Mentions {
		forms = append(forms, m.In(doc))
	}
	return unique(indexer.Query(strings.Join(unique(forms), " | ")))
}

// unique returns the words of a list, each once.
func unique(list []string) []string {
	seen := make(map[string]bool, len(list))
	out := list[:0:0]
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// clip shortens a string to what a key may hold of it.
func clip(s string) string { return strings.ToValidUTF8(s[:min(len(s), maxKeyPart)], "") }
