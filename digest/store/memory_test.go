package store

import (
	"errors"
	"strings"
	"testing"

	"github.com/redis/go-redis/v9"
)

// Who else is on the machine cannot read an embedded Redis.
func TestMemoryIsOurs(t *testing.T) {
	s, err := OpenMemory(t.Context(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	at := s.redis.(*redis.Client).Options().Addr
	for _, login := range []string{"", ":guessed@"} {
		other, err := Open(t.Context(), "redis://"+login+at, Options{})
		if err == nil {
			other.Close()
		}
		if refused, ok := errors.AsType[*Error](err); !ok || !strings.Contains(refused.Error(), "user and password") {
			t.Errorf("with the login %q: %v, want that it is refused", login, err)
		}
	}
}
