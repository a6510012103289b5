package feed

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"syscall"
	"time"
)

// web fetches from servers that nobody vouches for.
type web struct {
	any       *http.Client // reaches every address
	public    *http.Client // reaches only what guard lets pass
	userAgent string
	now       func() time.Time
	permit    func(context.Context, *url.URL) error // see Reader.Permitting; nil: everything may be asked for
}

// newWeb returns a web that uses c.HTTP for everything, or, where that is nil,
// clients of its own.
func newWeb(c Config) web {
	w := web{userAgent: userAgent(c.Contact), now: c.Now}
	if c.HTTP != nil {
		w.any, w.public = withoutRedirects(c.HTTP), withoutRedirects(c.HTTP)
		return w
	}
	w.any = withoutRedirects(&http.Client{Transport: newTransport(nil)})
	w.public = withoutRedirects(&http.Client{Transport: newPublicTransport(guard(c.Allow), c.Proxy)})
	return w
}

// agentName is the name under which servers see us, and by which the rules of
// their sites (robots.txt) may address us.
const agentName = "newsbot"

// userAgent returns our name, with where the operators of servers find whom to ask.
func userAgent(contact string) string {
	if contact == "" {
		return agentName
	}
	return agentName + " (+" + contact + ")"
}

func newTransport(control func(network, address string, c syscall.RawConn) error) *http.Transport {
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: control}
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.DialContext = dialer.DialContext
	t.TLSHandshakeTimeout = 10 * time.Second
	t.ResponseHeaderTimeout = 15 * time.Second
	t.MaxResponseHeaderBytes = 256 << 10
	t.DisableCompression = true // unpack.go does it, for more forms and within bounds
	return t
}

// newPublicTransport returns what reaches only what g lets pass, by itself whatever
// proxy the environment names, whose address would be checked instead of the server's;
// or through a proxy that reaches only that.
func newPublicTransport(g guard, proxy *url.URL) *http.Transport {
	if proxy == nil {
		t := newTransport(g.control)
		t.Proxy = nil
		return t
	}
	t := newTransport(nil)
	t.Proxy = func(r *http.Request) (*url.URL, error) { return proxy, g.checkNamed(r.URL) }
	return t
}

// withoutRedirects returns a copy of c that hands redirects back, so that each
// step can be checked.
func withoutRedirects(c *http.Client) *http.Client {
	own := *c
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &own
}
