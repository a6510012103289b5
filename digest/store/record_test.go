package store

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"newsbot/digest"
	"newsbot/digest/text"
)

// fill sets every field that v can reach to a value of its own, so that a field
// which records do not hold is missed.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprint("s", *n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(*n))
	case reflect.Uint64:
		v.SetUint(uint64(*n) << 40)
	case reflect.Float64:
		v.SetFloat(float64(*n) / 8)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 3, 3))
		for i := range 3 {
			fill(v.Index(i), n)
		}
	case reflect.Struct:
		if _, ok := v.Interface().(time.Time); ok {
			v.Set(reflect.ValueOf(time.Unix(1_700_000_000+int64(*n), 123).UTC()))
			return
		}
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	default:
		panic("no value for a " + v.Kind().String())
	}
}

func full() Entry {
	var e Entry
	n := 0
	fill(reflect.ValueOf(&e).Elem(), &n)
	e.Article.ID = "00000000000000aa"
	e.Article.Mark = "" // which is only for the way into the queue
	e.Article.Text = strings.Repeat("Text that goes on. ", 40)
	last := 0
	span := func(s *text.Span) { last++; s.Start, s.End = last, last+3 }
	for i := range e.Analysis.Entities {
		for j := range e.Analysis.Entities[i].Mentions {
			span(&e.Analysis.Entities[i].Mentions[j].Span)
		}
	}
	for i := range e.Analysis.Points {
		span(&e.Analysis.Points[i].Span)
		for j := range e.Analysis.Points[i].Introductions {
			span(&e.Analysis.Points[i].Introductions[j].Span)
		}
	}
	return e
}

// keepsAll checks that an entry comes back from its record as it was.
func keepsAll(t *testing.T, e Entry) {
	t.Helper()
	r := e.encode(content(e.Article))
	got, err := decodeEntry(e.Article.ID, string(r.brief), string(r.text))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(e, got); d != "" {
		t.Errorf("entry: (-want +got)\n%s", d)
	}
	b, err := decodeBrief(e.Article.ID, string(r.brief))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(e.Brief(), b); d != "" {
		t.Errorf("brief: (-want +got)\n%s", d)
	}
}

func TestRecordHoldsEveryField(t *testing.T) {
	e := full()
	if err := e.check(); err != nil {
		t.Fatal(err)
	}
	keepsAll(t, e)
	if n := reflect.TypeFor[digest.Article]().NumField(); n != 14 {
		t.Errorf("digest.Article has %d fields; content hashes eleven of fourteen: does it need another?", n)
	}
}

// TestFacts: an article keeps each fact apart from the others.
func TestFacts(t *testing.T) {
	e := full()
	for _, set := range []func(*Entry){
		func(*Entry) {},
		func(e *Entry) { e.Article.Paywalled = true },
		func(e *Entry) { e.Article.Opinion = true },
		func(e *Entry) { e.Analysis.Points[0].Spare = true },
		func(e *Entry) { e.Analysis.Points[2].Spare = true },
	} {
		e.Article.Paywalled, e.Article.Opinion = false, false
		for i := range e.Analysis.Points {
			e.Analysis.Points[i].Spare = false
		}
		set(&e)
		keepsAll(t, e)
	}
}

// TestOlderRecord: the first records end before what later ones have of paywalls and
// introductions.
func TestOlderRecord(t *testing.T) {
	e := full()
	e.Article.Paywalled, e.Article.Opinion = false, false
	for i := range e.Analysis.Points {
		e.Analysis.Points[i].Introductions, e.Analysis.Points[i].Spare = nil, false
	}
	var w writer
	w.entry(e)
	tail := 1 + len(e.Analysis.Points)
	brief := compress(append([]byte{version}, make([]byte, headLen-1)...), w.b[:len(w.b)-tail])
	b, err := decodeBrief(e.Article.ID, string(brief))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(e.Brief(), b); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

// TestToldRecord: what readers were told comes back from its record, also from one that an older version
// wrote, which ends before the articles or before the sources.
func TestToldRecord(t *testing.T) {
	for _, told := range []digest.Told{
		{First: time.Unix(1_700_000_000, 0).UTC(), Last: time.Unix(1_700_000_001, 5).UTC(), Heard: 3, Points: []string{"It rained.", ""}, Articles: []string{"00000000000000aa"}},
		{First: time.Unix(1_700_000_000, 0).UTC(), Last: time.Unix(1_700_000_001, 0).UTC(), Articles: []string{"00000000000000aa"}},
	} {
		if got, err := decodeTold(encodeTold(told)); err != nil || cmp.Diff(told, got) != "" {
			t.Errorf("%v, (-want +got)\n%s", err, cmp.Diff(told, got))
		}
		old := told
		old.Articles = nil
		var w writer
		w.time(old.First)
		w.time(old.Last)
		w.strings(old.Points)
		if old.Heard > 0 {
			w.int(old.Heard)
		}
		if got, err := decodeTold(string(compress([]byte{toldVersion}, w.b))); err != nil || cmp.Diff(old, got) != "" {
			t.Errorf("of an older version: %v, (-want +got)\n%s", err, cmp.Diff(old, got))
		}
	}
}

// TestContent: whatever the source changes makes other content.
func TestContent(t *testing.T) {
	seen := map[string]string{}
	for i := range reflect.TypeFor[digest.Article]().NumField() {
		field := reflect.TypeFor[digest.Article]().Field(i).Name
		a := full().Article
		v := reflect.ValueOf(&a).Elem().Field(i)
		if field == "ID" || field == "Seen" || field == "Mark" {
			continue // the first follows from the others, the second is no word of the source's, the third is not stored
		}
		v.SetZero()
		sum := content(a)
		if other, ok := seen[sum]; ok || sum == content(full().Article) {
			t.Errorf("without %s the content is that without %q", field, other)
		}
		seen[sum] = field
	}
	utc := digest.Article{Published: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)}
	other := digest.Article{Published: utc.Published.In(time.FixedZone("x", 7200))}
	if content(utc) != content(other) {
		t.Error("the zone in which a date is written changes the content")
	}
}

func TestWeights(t *testing.T) {
	for _, c := range []struct{ in, want float64 }{
		{0, 0}, {1, 1}, {0.12344, 0.1234}, {0.12346, 0.1235}, {-1, 0}, {math.NaN(), 0}, {math.Inf(-1), 0}, {math.Inf(1), float64(maxWeight) / digest.WeightUnit},
	} {
		var w writer
		w.weight(c.in)
		r := reader{s: string(w.b)}
		if got := r.weight(); got != c.want || r.bad || r.s != "" {
			t.Errorf("weight %v comes back as %v, want %v", c.in, got, c.want)
		}
	}
}

func FuzzRecord(f *testing.F) {
	e := full()
	r := e.encode(content(e.Article))
	f.Add(string(r.brief), string(r.text))
	f.Add(string(r.brief[:headLen]), "")
	f.Add(strings.Repeat("\x01", 40), "\x28\xb5\x2f\xfd")
	f.Fuzz(func(t *testing.T, brief, body string) {
		b, err := decodeBrief("00000000000000aa", brief)
		got, err2 := decodeEntry("00000000000000aa", brief, body)
		if err != nil || err2 != nil || got.check() != nil {
			return
		}
		again := got.encode(content(got.Article))
		b2, err := decodeBrief("00000000000000aa", string(again.brief))
		if err != nil {
			t.Fatalf("the record of what was read cannot be read: %v", err)
		}
		// The text of points and introductions follows from the article's.
		texts := cmp.Options{cmpopts.IgnoreFields(digest.KeyPoint{}, "Text"), cmpopts.IgnoreFields(digest.Introduction{}, "Text")}
		if d := cmp.Diff(b, b2, texts, cmpopts.EquateEmpty(), cmpopts.EquateNaNs()); d != "" {
			t.Errorf("(-first +second)\n%s", d)
		}
	})
}

// FuzzFields reads damaged fields inside of sound compression.
func FuzzFields(f *testing.F) {
	var w writer
	w.entry(full())
	f.Add(w.b)
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		head := make([]byte, headLen)
		head[0] = version
		record := string(compress(head, b))
		decodeBrief("00000000000000aa", record)
		decodeEntry("00000000000000aa", record, string(compress(nil, nil)))
	})
}
