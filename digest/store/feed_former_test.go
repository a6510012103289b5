package store

import "testing"

// Feeds that former versions added keep their IDs, are there under every spelling of
// their address, and do not come back once they are removed.
func TestFormerFeedID(t *testing.T) {
	for _, c := range []struct{ address, other string }{
		{"https://a.example", "https://a.example/"},
		{"https://a.example:443/feed", "https://a.example/feed"},
		{"https://a.example/%7efeed?q=%c3%a4", "https://a.example/~feed?q=%C3%A4"},
		{"https://a.example/feed?tags[]=sea", "https://a.example/feed?tags%5B%5D=sea"},
	} {
		for _, id := range formerFeedIDs(c.address) {
			testFormerFeedID(t, Feed{ID: id, Address: c.address}, c.other)
		}
	}
}

func testFormerFeedID(t *testing.T, old Feed, other string) {
	ctx := t.Context()
	s, err := OpenMemory(ctx, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.addFeeds(ctx, []Feed{old}); err != nil {
		t.Fatal(err)
	}
	if err := s.redis.SAdd(ctx, s.keys.seeded(), old.ID).Err(); err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{old.Address, other} {
		added, err := s.AddFeeds(ctx, Feed{Address: address})
		if len(added) > 0 || err != nil {
			t.Errorf("%s is added again: %v, %v", address, added, err)
		}
		if f, ok, err := s.FeedAt(ctx, address); f.ID != old.ID || !ok || err != nil {
			t.Errorf("at %s is %q (%v, %v), want %s", address, f.ID, ok, err, old.ID)
		}
		if found := FeedsNamed([]Feed{old}, address, Feed.Public); len(found) != 1 {
			t.Errorf("%s names %v", address, found)
		}
	}
	if err := s.RemoveFeed(ctx, old); err != nil {
		t.Fatal(err)
	}
	if seeded, err := s.SeedFeeds(ctx, []string{old.Address}); len(seeded) > 0 || err != nil {
		t.Errorf("what was removed comes back from the settings: %v, %v", seeded, err)
	}
}

// What is spelt as it is to be has the ID that it had.
func TestFeedIDStays(t *testing.T) {
	for _, address := range []string{"https://a.example/", "http://a.example:8080/Feed.xml?a=1&b=%C3%A4", "https://[2001:db8::1]/~x/a%2Fb;c=1/?q=/?:@"} {
		if id, err := FeedID(address); err != nil || id != formerFeedIDs(address)[0] {
			t.Errorf("%s has the ID %s (%v), had %s", address, id, err, formerFeedIDs(address)[0])
		}
	}
}
