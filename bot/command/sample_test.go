package command

import (
	"io"
	"iter"
	"slices"
	"sync"
	"testing"
	"time"

	"context"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/ingest"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// analyzer is loaded once for all tests.
var analyzer = sync.OnceValues(digest.NewAnalyzer)

// sampleNow is when the tests read the sample news, most of which is of the day
// before.
var sampleNow = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// sample is the sample news, analysed.
var sample = sync.OnceValues(func() ([]store.Entry, error) {
	z, err := analyzer()
	if err != nil {
		return nil, err
	}
	reader := feed.New(feed.Config{Now: func() time.Time { return sampleNow }})
	var entries []store.Entry
	for item, err := range reader.Read(context.Background(), "../../cmd/newsbot/sample", nil) {
		if err != nil {
			return nil, err
		}
		n, err := z.Analyze(item.Article)
		if err != nil {
			return nil, err
		}
		entries = append(entries, store.Entry{Article: item.Article, Analysis: n})
	}
	return entries, nil
})

// sampleStore returns a store that holds the sample news and its stories.
func sampleStore(t *testing.T) *store.Store {
	t.Helper()
	entries, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	s := storetest.Memory(t, store.Options{Now: func() time.Time { return sampleNow }})
	if _, err := s.PutAll(t.Context(), slices.Values(entries)); err != nil {
		t.Fatal(err)
	}
	if err := ingest.NewKeeper(s).Update(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

// web is made-up pages by address.
type web map[string]func() (digest.Article, error)

func (w web) Read(_ context.Context, address string, _ io.Reader) iter.Seq2[feed.Item, error] {
	return func(yield func(feed.Item, error) bool) {
		page := w[address]
		if page == nil {
			return
		}
		a, err := page()
		yield(feed.Item{Article: a, Input: address}, err)
	}
}

// responder returns one that reads a store, at the time of the sample.
func responder(t *testing.T, news News, pages web) *Responder {
	t.Helper()
	z, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	return New(Config{News: news, Pages: pages, Analyzer: z, Now: func() time.Time { return sampleNow }})
}

var ann = Asker{Team: "T1", User: "U1", Channel: "C1", Zone: time.UTC}

func ask(words string) Request { return Request{Asker: ann, Words: words, Now: sampleNow} }

// press is the click on a button of an answer.
func press(b block.Button) Click {
	return Click{Asker: ann, Action: b.Action, Value: b.Value, Now: sampleNow.Add(time.Minute), Message: "1.2"}
}

// buttons returns what can be pressed and chosen in blocks.
func buttons(blocks []slack.Block) []block.Button {
	var out []block.Button
	options := func(id string, list []*slack.OptionBlockObject) {
		for _, o := range list {
			out = append(out, block.Button{Action: id, Label: o.Text.Text, Value: o.Value})
		}
	}
	for _, b := range blocks {
		if s, ok := b.(*slack.SectionBlock); ok && s.Accessory != nil && s.Accessory.OverflowElement != nil {
			options(s.Accessory.OverflowElement.ActionID, s.Accessory.OverflowElement.Options)
		}
		actions, ok := b.(*slack.ActionBlock)
		if !ok {
			continue
		}
		for _, e := range actions.Elements.ElementSet {
			switch e := e.(type) {
			case *slack.ButtonBlockElement:
				out = append(out, block.Button{Action: e.ActionID, Label: e.Text.Text, Value: e.Value})
			case *slack.SelectBlockElement:
				options(e.ActionID, e.Options)
			}
		}
	}
	return out
}

// button returns the button of an answer with a label.
func button(t *testing.T, m block.Message, label string) block.Button {
	t.Helper()
	all := buttons(m.Blocks)
	i := slices.IndexFunc(all, func(b block.Button) bool { return b.Label == label })
	if i < 0 {
		t.Fatalf("no button %q among %v in:\n%s", label, labels(m), m.Text)
	}
	return all[i]
}

func labels(m block.Message) []string {
	var out []string
	for _, b := range buttons(m.Blocks) {
		out = append(out, b.Label)
	}
	return out
}
