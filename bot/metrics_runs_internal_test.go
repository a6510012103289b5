package bot

import (
	"strings"
	"testing"
	"time"

	"newsbot/bot/schedule"
)

func TestRunFigures(t *testing.T) {
	f := newRunFigures()
	for _, r := range []schedule.Report{
		{Outcome: schedule.Posted, Lateness: 4 * time.Second, Tally: schedule.Tally{Posted: 5, Retried: 1}},
		{Outcome: schedule.Deferred, Lateness: time.Second, Tally: schedule.Tally{Posted: 2}},
		{Outcome: schedule.Posted, Lateness: 2 * time.Minute, Tally: schedule.Tally{Posted: 3, Found: 1}, Takeover: true},
		{Outcome: schedule.Posted, Tally: schedule.Tally{Posted: 1}, Takeover: true},
		{Outcome: schedule.Missed},
	} {
		f.add(r)
	}
	var shown strings.Builder
	f.write(&shown)
	for _, want := range []string{
		`newsbot_digests_total{outcome="deferred"} 1`, `newsbot_digests_total{outcome="missed"} 1`, `newsbot_digests_total{outcome="posted"} 3`,
		"newsbot_posts_total 11", "newsbot_post_retries_total 1", "newsbot_duplicates_prevented_total 1", "newsbot_takeovers_total 2",
		`newsbot_digest_late_seconds_bucket{le="5"} 2`, `newsbot_digest_late_seconds_bucket{le="60"} 2`,
		`newsbot_digest_late_seconds_bucket{le="300"} 3`, `newsbot_digest_late_seconds_bucket{le="+Inf"} 3`,
		"newsbot_digest_late_seconds_sum 125", "newsbot_digest_late_seconds_count 3",
	} {
		if !strings.Contains(shown.String(), want+"\n") {
			t.Errorf("the figures lack %q:\n%s", want, shown.String())
		}
	}
}
