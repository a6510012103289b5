package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"newsbot/digest"
)

// startDemo runs newsbot demo with arguments until the test ends, and returns
// the address that it prints.
func startDemo(t *testing.T, args ...string) string {
	t.Helper()
	t.Chdir(t.TempDir()) // away from any .env
	ctx, stop := context.WithCancel(t.Context())
	out, write := io.Pipe()
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, append([]string{"demo", "--no-open"}, args...), streams{strings.NewReader(""), write, t.Output()})
		write.Close()
	}()
	t.Cleanup(func() {
		stop()
		select {
		case c := <-code:
			if c != exitDone {
				t.Errorf("newsbot demo ends with %d, want %d", c, exitDone)
			}
		case <-time.After(10 * time.Second):
			t.Error("newsbot demo does not end")
		}
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("newsbot demo prints no address: %v", err)
	}
	return strings.TrimSpace(line)
}

// TestDemo: the command prints where its page is, with the bot in it.
func TestDemo(t *testing.T) {
	address := startDemo(t)
	if !strings.HasPrefix(address, "http://localhost:") {
		t.Fatalf("newsbot demo prints %q", address)
	}
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		res, err := http.Get(address + "/state")
		if err != nil {
			t.Fatal(err)
		}
		var state struct {
			Ready  bool
			Usages []struct{ Usage string }
		}
		err = json.NewDecoder(res.Body).Decode(&state)
		res.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if state.Ready && len(state.Usages) > 0 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("the bot is not there: %+v", state)
		}
	}
}

// TestSampleNews: whenever the demo begins, it does so on a Tuesday morning after
// ten days of news, and the news goes on until the next morning.
func TestSampleNews(t *testing.T) {
	zone := time.FixedZone("somewhere", 5*3600)
	for _, now := range []time.Time{
		time.Date(2027, 3, 2, 8, 59, 0, 0, zone), time.Date(2027, 3, 2, 9, 0, 0, 0, zone), // a Tuesday
		time.Date(2027, 3, 3, 0, 5, 0, 0, zone), time.Date(2027, 3, 8, 23, 55, 0, 0, zone),
	} {
		articles, start, err := sampleNews(t.Context(), now)
		if err != nil {
			t.Fatal(err)
		}
		if ago := now.Sub(start); ago < 0 || ago >= 7*24*time.Hour || start.Weekday() != time.Tuesday || start.In(zone).Hour() != 9 {
			t.Errorf("at %s the demo begins at %s", now, start)
		}
		days := map[string]int{}
		past, future := 0, 0
		for _, a := range articles {
			switch before := start.Sub(a.Published); {
			case before >= 0 && before < 11*24*time.Hour:
				past++
				days[a.Published.Format(time.DateOnly)]++
			case before < 0 && a.Published.Before(start.Add(23*time.Hour)):
				future++
			default:
				t.Errorf("at %s there is an article of %s", now, a.Published)
			}
		}
		if past < 50 || future < 10 || len(days) < 10 {
			t.Errorf("at %s there are %d articles of %d days, and %d to come", now, past, len(days), future)
		}
	}
}

func TestStartOf(t *testing.T) {
	now := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	at := func(ago time.Duration) digest.Article { return digest.Article{Published: now.Add(-ago)} }
	for _, c := range []struct {
		name     string
		articles []digest.Article
		want     time.Time
	}{
		{"none", nil, time.Time{}},
		{"undated", []digest.Article{{}}, time.Time{}},
		{"of today", []digest.Article{at(48 * time.Hour), at(3 * time.Hour)}, time.Time{}},
		{"old", []digest.Article{at(72 * time.Hour), at(48 * time.Hour)}, now.Add(-47 * time.Hour)},
	} {
		if got := startOf(c.articles, now); !got.Equal(c.want) {
			t.Errorf("%s: startOf = %s, want %s", c.name, got, c.want)
		}
	}
}
