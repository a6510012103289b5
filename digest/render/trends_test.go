package render

import (
	"bytes"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/entity"
)

func TestGrown(t *testing.T) {
	for _, tt := range []struct {
		r    digest.Rise
		note string
	}{
		{digest.Rise{Now: 10, Total: 100, Before: 10, Earlier: 1000}, "10 articles, 9.5× as often as before"},
		{digest.Rise{Now: 1, Total: 100, Before: 10, Earlier: 1000}, "1 article, 1.0× as often as before"},
		{digest.Rise{Now: 5, Total: 100, Before: 0, Earlier: 1000}, "5 articles, new"},
		{digest.Rise{Now: 50, Total: 100, Before: 1, Earlier: 1000}, "50 articles, 333× as often as before"},
		{digest.Rise{Now: 3, Total: 10, Earlier: 0}, "3 articles"},
	} {
		if got := (Reader{}).Grown(tt.r); got != tt.note {
			t.Errorf("Grown(%+v) = %q, want %q", tt.r, got, tt.note)
		}
	}
}

func TestTrends(t *testing.T) {
	since := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	rising := digest.Trends{
		Since: since, Articles: 20, Earlier: 100, Before: 7 * 24 * time.Hour,
		Names: []digest.RisingName{{
			EntityCount: digest.EntityCount{ID: "event/storm-hedda", Name: "Storm Hedda", Type: entity.Event, Count: 5},
			Rise:        digest.Rise{Now: 5, Before: 2, Total: 20, Earlier: 100},
		}},
		Stories: []digest.RisingStory{{
			Story: digest.Story{ID: "s1", Headline: "Storm breaks <the> wall", URL: "https://wire.example/1", Sources: []string{"Wire", "Post"}},
			Rise:  digest.Rise{Now: 4, Total: 20, Earlier: 100},
		}},
	}
	for _, c := range []struct {
		name       string
		trends     digest.Trends
		text, json string
	}{
		{"some", rising, `Rising since Mon 23 Nov 2026
Compared with 100 articles of the 7 days before.

Names

• Storm Hedda · 5 articles, 10× as often as before

Stories

• Storm breaks <the> wall · 4 articles, new
`, `{
  "since": "2026-11-23T00:00:00Z",
  "articles": 20,
  "earlier": {
    "days": 7,
    "articles": 100
  },
  "names": [
    {
      "id": "event/storm-hedda",
      "name": "Storm Hedda",
      "type": "event",
      "count": 5,
      "before": 2,
      "times": 10
    }
  ],
  "stories": [
    {
      "id": "s1",
      "headline": "Storm breaks <the> wall",
      "url": "https://wire.example/1",
      "sources": [
        "Wire",
        "Post"
      ],
      "count": 4,
      "before": 0,
      "times": null
    }
  ]
}
`},
		{"none", digest.Trends{Since: since, Articles: 3}, `Nothing has been in the news often since Mon 23 Nov 2026
There is no earlier news to compare with.
`, `{
  "since": "2026-11-23T00:00:00Z",
  "articles": 3,
  "earlier": {
    "days": 0,
    "articles": 0
  },
  "names": [],
  "stories": []
}
`},
	} {
		var text, json bytes.Buffer
		if err := TrendsText(&text, c.trends, TextOptions{Width: 80}); err != nil || text.String() != c.text {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.name, err, text.String(), c.text)
		}
		if err := TrendsJSON(&json, c.trends); err != nil || json.String() != c.json {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.name, err, json.String(), c.json)
		}
	}
}
