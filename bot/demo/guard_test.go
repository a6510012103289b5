package demo

import (
	"net/http"
	"strings"
	"testing"
)

// TestGuard: only the page itself changes something, and only under this
// machine's own name.
func TestGuard(t *testing.T) {
	d, address := open(t, nil)
	port := address[strings.LastIndex(address, ":"):]
	api := "http://" + d.workspace.listener.Addr().String() + "/api/auth.test"
	for _, c := range []struct {
		name, method, url, host string
		header                  map[string]string
		want                    int
	}{
		{"the page", "GET", address + "/", "", nil, 200},
		{"by number", "GET", "http://127.0.0.1" + port + "/", "", nil, 200},
		{"another name", "GET", address + "/state", "evil.example" + port, nil, 421},
		{"another port", "GET", address + "/state", "localhost:1", nil, 421},
		{"no port", "GET", address + "/state", "localhost", nil, 421},
		{"a deed", "POST", address + "/home", "", map[string]string{"Origin": address}, 200},
		{"a deed of another site", "POST", address + "/home", "", map[string]string{"Origin": "https://evil.example"}, 403},
		{"a deed of a page without origin", "POST", address + "/home", "", map[string]string{"Origin": "null"}, 403},
		{"a deed of another port", "POST", address + "/home", "", map[string]string{"Sec-Fetch-Site": "same-site"}, 403},
		{"a form", "POST", address + "/home", "", map[string]string{"Content-Type": "text/plain"}, 400},
		{"reading a deed", "GET", address + "/home", "", nil, 404},
		{"the workspace", "POST", api, "", nil, 200},
		{"the workspace for a page", "POST", api, "", map[string]string{"Origin": address}, 403},
		{"the workspace for a link", "GET", api, "", map[string]string{"Sec-Fetch-Site": "none"}, 403},
		{"the workspace by another name", "POST", api, "evil.example", nil, 421},
	} {
		req, err := http.NewRequestWithContext(t.Context(), c.method, c.url, strings.NewReader(`{"user":"`+people[0].ID+`"}`))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/json")
		for name, value := range c.header {
			req.Header.Set(name, value)
		}
		req.Host = c.host
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != c.want {
			t.Errorf("%s: HTTP %d, want %d", c.name, res.StatusCode, c.want)
		}
		if strings.HasPrefix(c.url, address) && c.want == 200 && !strings.Contains(res.Header.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s: no policy", c.name)
		}
	}
}
