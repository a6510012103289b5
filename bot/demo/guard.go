package demo

import (
	"net"
	"net/http"
	"slices"
)

// onlyHost answers only requests for this machine by its own name, or for one of the
// others: a page of another site could otherwise reach the server by a name of its
// own that it lets point here (DNS rebinding).
func onlyHost(addr net.Addr, next http.Handler, others ...string) http.Handler {
	_, port, _ := net.SplitHostPort(addr.String()) // an address that is listened on has a port
	hosts := []string{net.JoinHostPort("localhost", port), net.JoinHostPort("127.0.0.1", port)}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !slices.Contains(hosts, r.Host) && !slices.Contains(others, r.Host) {
			http.Error(w, "this page is only for this machine, as http://"+hosts[0], http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// clientOrigin is what the client of Socket Mode says that it comes from.
const clientOrigin = "https://api.slack.com"

// noBrowser answers no page of a browser: their requests tell where they come
// from.
func noBrowser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		origin := r.Header.Get("Origin")
		if origin != "" && origin != clientOrigin || r.Header.Get("Sec-Fetch-Site") != "" {
			http.Error(w, "this address is for the bot", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// policy lets the page load its own files and nothing else, and make HTML only of
// what package blockhtml has drawn (page/dom.js).
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types blocks"

// confined sends the headers that keep the page to itself.
func confined(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}
