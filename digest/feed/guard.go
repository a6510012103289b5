package feed

import (
	"cmp"
	"errors"
	"net"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/net/idna"
)

var errPrivate = errors.New("leads to an address inside a private network, which only whoever runs newsbot may name")

var errPort = errors.New("leads to a port on which no web server is expected")

// guard keeps a dialer from addresses that are not public, except for those in
// the ranges that it holds.
type guard []netip.Prefix

// control refuses a connection. It sees the address that a name resolved to,
// in binary, so that neither a name nor a way of writing can hide one.
func (g guard) control(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	switch {
	case err != nil:
		return errPrivate
	case g.allows(ap.Addr()):
		return nil
	case !isPublic(ap.Addr()):
		return errPrivate
	case !slices.Contains(webPorts, ap.Port()):
		return errPort
	}
	return nil
}

// checkNamed refuses a URL before a proxy is asked for it: by the address, where the host
// is one, else by the port and by what no public server is called. A name without a dot
// may be one inside, which is for the proxy to tell where the guard lets some pass. So
// is what all other names lead to.
func (g guard) checkNamed(u *url.URL) error {
	host := u.Hostname()
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	}
	host = strings.TrimRight(strings.ToLower(host), ".")
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		host = "127.0.0.1"
	}
	port := cmp.Or(u.Port(), map[string]string{"http": "80", "https": "443"}[u.Scheme])
	if _, err := netip.ParseAddr(host); err == nil {
		return g.control("tcp", net.JoinHostPort(host, port), nil)
	}
	n, err := strconv.ParseUint(port, 10, 16)
	switch {
	case endsInNumber.MatchString(host), len(g) == 0 && !strings.Contains(host, "."):
		return errPrivate
	case err != nil || !slices.Contains(webPorts, uint16(n)):
		return errPort
	}
	return nil
}

// endsInNumber matches hosts that programs read as an address in an odd spelling: 127.1,
// 2130706433, 0x7f.1 (WHATWG URL, 3.5).
var endsInNumber = regexp.MustCompile(`(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)$`)

func (g guard) allows(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	return slices.ContainsFunc(g, func(p netip.Prefix) bool { return p.Contains(a) })
}

// webPorts are the ports that a stranger may name.
var webPorts = []uint16{80, 443, 8080, 8443}

// notPublic are ranges, beside those that netip knows, that are no public
// servers' (IANA's registries of special-purpose addresses, RFC 6890).
var notPublic = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // carriers' NAT
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), // documentation, and the two below
	netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("168.63.129.16/32"), // what Azure tells its machines
	netip.MustParsePrefix("192.88.99.0/24"),   // relays of 6to4
	netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("::/96"),           // IPv4-compatible
	netip.MustParsePrefix("::ffff:0:0:0/96"), // IPv4-translated
	netip.MustParsePrefix("64:ff9b::/96"),    // NAT64: any IPv4 address in IPv6
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("100::/64"),  // discards
	netip.MustParsePrefix("2001::/23"), // Teredo, ORCHID and other protocols
	netip.MustParsePrefix("2001:db8::/32"),
	netip.MustParsePrefix("2002::/16"), // 6to4: any IPv4 address in IPv6
	netip.MustParsePrefix("3fff::/20"), // documentation
	netip.MustParsePrefix("5f00::/16"), // segment routing
	netip.MustParsePrefix("fec0::/10"), // site-local
}

func isPublic(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	for _, p := range notPublic {
		if p.Contains(a) {
			return false
		}
	}
	return a.IsGlobalUnicast() && !a.IsPrivate()
}
