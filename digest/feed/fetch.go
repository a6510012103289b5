package feed

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"syscall"
	"time"
)

const (
	fetchTime    = 30 * time.Second // for one address, redirects and body included
	maxRedirects = 5
)

// web fetches from servers that nobody vouches for.
type web struct {
	any    *http.Client // reaches every address
	public *http.Client // reaches public addresses only
}

// newWeb returns a web that uses c for everything, or, where c is nil, clients
// of its own.
func newWeb(c *http.Client) web {
	if c != nil {
		return web{any: withoutRedirects(c), public: withoutRedirects(c)}
	}
	return web{
		any:    withoutRedirects(&http.Client{Transport: newTransport(nil)}),
		public: withoutRedirects(&http.Client{Transport: newTransport(refusePrivate)}),
	}
}

func newTransport(control func(network, address string, c syscall.RawConn) error) *http.Transport {
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: control}
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.DialContext = dialer.DialContext
	t.TLSHandshakeTimeout = 10 * time.Second
	t.ResponseHeaderTimeout = 15 * time.Second
	t.MaxResponseHeaderBytes = 256 << 10
	if control != nil {
		t.Proxy = nil // a proxy's address would be checked instead of the server's
	}
	return t
}

// withoutRedirects returns a copy of c that hands redirects back, so that each
// step can be checked.
func withoutRedirects(c *http.Client) *http.Client {
	own := *c
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &own
}

var errPrivate = errors.New("leads to an address inside a private network, which only you may name yourself")

var errPort = errors.New("leads to a port on which no web server is expected")

// refusePrivate keeps a dialer from addresses that are not public. It sees
// the address that a name resolved to, so no name can hide one.
func refusePrivate(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	switch {
	case err != nil || !isPublic(ap.Addr()):
		return errPrivate
	case !slices.Contains(webPorts, ap.Port()):
		return errPort
	}
	return nil
}

// webPorts are the ports that a stranger may name.
var webPorts = []uint16{80, 443, 8080, 8443}

// notPublic are ranges, beside those that netip knows, that are no public
// servers' (RFC 6890).
var notPublic = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // carriers' NAT
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b::/96"), // IPv4 in IPv6
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("2002::/16"),
}

func isPublic(a netip.Addr) bool {
	a = a.Unmap()
	for _, p := range notPublic {
		if p.Contains(a) {
			return false
		}
	}
	return a.IsGlobalUnicast() && !a.IsPrivate()
}

// response is a content with where it came from in the end.
type response struct {
	body        io.ReadCloser
	url         *url.URL
	contentType string
	public      bool // a public server answered
}

// fetch gets an address. guarded says that a stranger named it, so that it
// must be public; so must every address that a public server redirects to.
// The caller closes the body and ends ctx.
func (w web) fetch(ctx context.Context, address, userAgent string, guarded bool) (response, error) {
	u, err := url.Parse(address)
	if err != nil {
		return response{}, errors.New("is no valid URL; check its spelling")
	}
	for range maxRedirects + 1 {
		if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
			return response{}, fmt.Errorf("leads to %q; only http and https addresses are read", redact(u.String()))
		}
		res, remote, err := w.get(ctx, u, userAgent, guarded)
		if err != nil {
			return response{}, plainFetchError(err)
		}
		location := res.Header.Get("Location")
		if !isRedirect(res.StatusCode) || location == "" {
			if res.StatusCode != http.StatusOK {
				res.Body.Close()
				return response{}, statusError(res.StatusCode)
			}
			return response{res.Body, u, res.Header.Get("Content-Type"), isPublic(remote)}, nil
		}
		res.Body.Close()
		guarded = guarded || isPublic(remote)
		next, err := u.Parse(location)
		if err != nil {
			return response{}, errors.New("redirects to something that is no valid URL")
		}
		if next.Fragment == "" {
			next.Fragment = u.Fragment
		}
		u = next
	}
	return response{}, fmt.Errorf("redirects more than %d times; give the address it should end at", maxRedirects)
}

func isRedirect(status int) bool {
	switch status {
	case 301, 302, 303, 307, 308:
		return true
	}
	return false
}

// get sends one request and returns the answer with the address it came from.
func (w web) get(ctx context.Context, u *url.URL, userAgent string, guarded bool) (*http.Response, netip.Addr, error) {
	var remote netip.Addr
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(info httptrace.GotConnInfo) {
		if ap, err := netip.ParseAddrPort(info.Conn.RemoteAddr().String()); err == nil {
			remote = ap.Addr()
		}
	}})
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, remote, err
	}
	req.Header.Set("User-Agent", userAgent)
	req.Header.Set("Accept", "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, */*;q=0.5")
	client := w.any
	if guarded {
		client = w.public
	}
	res, err := client.Do(req)
	return res, remote, err
}

// statusError says in plain words what a server answered.
func statusError(status int) error {
	what := strings.ToLower(http.StatusText(status))
	switch {
	case status == 404 || status == 410:
		what = "there is nothing at this address; check it"
	case status == 401 || status == 403:
		what = "the server does not let newsbot read this"
	case status == 429:
		what = "the server asks for fewer requests; try again later"
	case status >= 500:
		what = "the server has a problem; try again later"
	}
	return fmt.Errorf("answers with status %d: %s", status, what)
}

// plainFetchError says in plain words why no answer came. It drops the address
// that net/http puts into its errors, because it may hold a password.
func plainFetchError(err error) error {
	var urlErr *url.Error
	if errors.As(err, &urlErr) {
		err = urlErr.Err
	}
	var dns *net.DNSError
	var timeout net.Error
	switch {
	case errors.Is(err, errPrivate):
		return errPrivate
	case errors.Is(err, errPort):
		return errPort
	case errors.As(err, &dns) && dns.IsNotFound:
		return plainly(err, "its host %q is not known; check the address", dns.Name)
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return plainly(err, "does not answer in time; try again later")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return plainly(err, "breaks off before its end; try again later")
	case errors.Is(err, syscall.ECONNREFUSED):
		return plainly(err, "refuses the connection; check the address, or try again later")
	}
	return fmt.Errorf("cannot be fetched (%w)", err)
}
