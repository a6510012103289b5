package bot

import (
	"context"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
)

// Counters are there before there is anything to count.
func TestMetricsAtZero(t *testing.T) {
	shown := httptest.NewRecorder()
	NewMetrics().ServeHTTP(shown, httptest.NewRequestWithContext(t.Context(), "GET", "/metrics", nil))
	for _, want := range []string{
		`newsbot_errands_total{kind="command",outcome="answered"} 0`, `newsbot_errands_total{kind="home",outcome="undelivered"} 0`,
		`newsbot_errands_total{kind="submission",outcome="refused"} 0`, `newsbot_digests_total{outcome="posted"} 0`,
		`newsbot_digests_total{outcome="doubtful"} 0`, `newsbot_feed_readings_total{outcome="failed"} 0`, `newsbot_items_total{outcome="put off"} 0`,
	} {
		if !strings.Contains(shown.Body.String(), want+"\n") {
			t.Errorf("the figures lack %q:\n%s", want, shown.Body)
		}
	}
}

// A figure that is long to look up holds nobody up who counts, and is left out where it
// does not come.
func TestSlowGauge(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := NewMetrics()
		m.gauge("newsbot_there", "It is there.", func(context.Context) (int, bool) { return 3, true })
		m.gauge("newsbot_hangs", "It hangs.", func(ctx context.Context) (int, bool) {
			<-ctx.Done()
			return 0, false
		})
		shown, done := httptest.NewRecorder(), make(chan struct{})
		go func() {
			defer close(done)
			m.ServeHTTP(shown, httptest.NewRequestWithContext(t.Context(), "GET", "/metrics", nil))
		}()
		synctest.Wait()
		if !m.mu.TryLock() {
			t.Fatal("who counts waits for a gauge")
		}
		m.mu.Unlock()
		<-done
		if text := shown.Body.String(); !strings.Contains(text, "newsbot_there 3\n") || strings.Contains(text, "newsbot_hangs") {
			t.Errorf("shown:\n%s", text)
		}
	})
}
