package bot

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/slack-go/slack"
)

// TestGuard lets a process fall asleep at each time at which it is asked whether it
// may send: the request does not come, and it is known that it did not.
func TestGuard(t *testing.T) {
	for awake := range int64(6) {
		var came atomic.Int64
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.ParseForm() == nil {
				came.Add(1)
			}
			w.Write([]byte(`{"ok":true,"channel":"C0000000001","ts":"1.000001"}`))
		}))
		api := NewClient("xoxb-test", server.URL, nil)
		post := func(ok func() bool) error {
			_, _, err := api.PostMessageContext(guarded(t.Context(), ok), "C0000000001", slack.MsgOptionText(strings.Repeat("long ", 20_000), false))
			return err
		}
		if err := post(func() bool { return true }); err != nil || came.Load() != 1 {
			t.Fatalf("post = %v, %d requests", err, came.Load())
		}
		var asked atomic.Int64
		err := post(func() bool { return asked.Add(1) <= awake })
		if v, _ := judge(err); err != nil && (v != unsent || !errors.Is(err, errAsleep)) {
			t.Errorf("asleep after %d looks: %v is judged %d, want it unsent", awake, err, v)
		}
		if sent := came.Load() == 2; sent != (err == nil) || awake == 0 && sent {
			t.Errorf("asleep after %d looks: it came: %v, but %v", awake, sent, err)
		}
		server.Close()
	}
}

// TestNotSent: of a request for which no connection was made it is known that it was not
// sent, however that failed; what breaks later may have come.
func TestNotSent(t *testing.T) {
	fake := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodConnect {
			http.Error(w, "not through here", http.StatusForbidden)
			return
		}
		panic(http.ErrAbortHandler)
	})
	plain, tls, gone := httptest.NewServer(fake), httptest.NewTLSServer(fake), httptest.NewServer(fake)
	defer plain.Close()
	defer tls.Close()
	gone.Close()
	through := func(proxy string) *http.Client {
		address, err := url.Parse(proxy)
		if err != nil {
			t.Fatal(err)
		}
		return &http.Client{Transport: &http.Transport{Proxy: http.ProxyURL(address)}}
	}
	for name, c := range map[string]struct {
		address string
		client  *http.Client
		want    verdict
	}{
		"no server":                     {gone.URL, nil, unsent},
		"a certificate of nobody":       {tls.URL, nil, unsent},
		"no proxy":                      {tls.URL, through(gone.URL), unsent},
		"a proxy that does not let out": {tls.URL, through(plain.URL), unsent},
		"a server that breaks off":      {plain.URL, nil, unsure},
		"a server that breaks off, TLS": {tls.URL, tls.Client(), unsure},
	} {
		_, _, err := NewClient("xoxb-test", c.address, c.client).PostMessage("C0000000001", slack.MsgOptionText("text", false))
		if v, _ := judge(err); v != c.want {
			t.Errorf("%s: %v is judged %d, want %d", name, err, v, c.want)
		}
	}
}
