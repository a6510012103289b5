package store

import "testing"

// A feed without a path that a former version added keeps its ID, is there under either
// address, and does not come back once it is removed.
func TestFormerFeedID(t *testing.T) {
	ctx := t.Context()
	s, err := OpenMemory(ctx, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	const plain, slash = "https://a.example", "https://a.example/"
	old := Feed{ID: formerFeedID(plain), Address: plain}
	if err := s.addFeeds(ctx, []Feed{old}); err != nil {
		t.Fatal(err)
	}
	if err := s.redis.SAdd(ctx, s.keys.seeded(), old.ID).Err(); err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{plain, slash} {
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
	if seeded, err := s.SeedFeeds(ctx, []string{plain}); len(seeded) > 0 || err != nil {
		t.Errorf("what was removed comes back from the settings: %v, %v", seeded, err)
	}
}
