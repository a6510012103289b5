package poll

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/render"
)

func TestContent(t *testing.T) {
	for _, c := range []struct {
		items int
		title string
		cut   error
		want  string
	}{
		{1, "", nil, "1 item, 0 with full text"},
		{100, "", nil, "100 items, 0 with full text"},
		{1101, "", nil, "1,101 items, 0 with full text; of a source that is new the newest 100 are taken in"},
		{2, "Der Stadtrat hat am Montag für die neue Mauer gestimmt", nil, "2 items, 0 with full text; 2 items are in another language than English: few names are found there"},
		{1, "", &feed.InputError{Input: "https://a.example/", Err: errors.New("is broken XML")}, "1 item, 0 with full text; it is broken XML"},
	} {
		p := feed.Polled{Articles: slices.Repeat([]digest.Article{{Title: cmp.Or(c.title, "Lighthouse is lit")}}, c.items), Cut: c.cut}
		if words, newest := Content(p, 5, render.Reader{Zone: time.UTC}); words != c.want || len(newest) != min(c.items, 5) {
			t.Errorf("%d items: %q, %d articles, want %q and at most five", c.items, words, len(newest), c.want)
		}
	}
}

// TestIsFull: what is short, but whole paragraphs, is no teaser.
func TestIsFull(t *testing.T) {
	const sentence = "The council of Sund voted on Monday to close the old harbour to ferries, and to open another one. "
	paragraph := strings.Repeat(sentence, 2)
	for _, c := range []struct {
		text string
		want bool
	}{
		{strings.Repeat(sentence, 11), true},
		{paragraph + "\n" + paragraph + "\n" + paragraph, true},
		{paragraph + "\n" + paragraph + "\n“" + sentence[:len(sentence)-1] + "”", true},
		{paragraph + "\n" + paragraph, false},
		{paragraph + "\n" + paragraph + "\nThe harbour will be closed …", false},
		{paragraph + "\n" + paragraph + "\nThe harbour will be closed...", false},
		{paragraph + "\n" + paragraph + "\nRead more", false},
		{"One.\nTwo.\nThree.", false},
		{"", false},
	} {
		if got := IsFull(digest.Article{Text: c.text}); got != c.want {
			t.Errorf("%t, want %t: %q", got, c.want, c.text)
		}
	}
}
