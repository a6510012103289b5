package bot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"newsbot/digest"
)

// handleHealth adds /healthz (the process lives) and /readyz (it can do its
// work). Unready returns why it cannot, a sentence that anybody may read, "" if it can.
func handleHealth(mux *http.ServeMux, unready func(context.Context) string) {
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, "ok\n")
	})
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
		defer cancel()
		if why := unready(ctx); why != "" {
			http.Error(w, "not ready: "+why, http.StatusServiceUnavailable)
			return
		}
		io.WriteString(w, "ok\n")
	})
}

// serve answers HTTP requests on an address until ctx ends, and then those
// under way.
func serve(ctx context.Context, address string, handler http.Handler) error {
	server := &http.Server{
		Addr: address, Handler: handler, MaxHeaderBytes: 64 << 10,
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 15 * time.Second, IdleTimeout: time.Minute,
	}
	ended := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(ended)
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		server.Shutdown(ctx)
	})
	defer stop()
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("nothing can be answered on %s: %s; set LISTEN_ADDR to a free address", address, digest.Cause(err))
	}
	<-ended
	return nil
}

// CheckHealth asks a bot that listens on an address whether it lives. It is
// what a container's health check runs, where there is no other program.
func CheckHealth(ctx context.Context, address string) error {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return fmt.Errorf("address to check: %w", err)
	}
	if host == "" {
		host = "localhost"
	}
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/healthz", nil)
	if err != nil {
		return fmt.Errorf("address to check: %w", err)
	}
	near := http.Client{Transport: &http.Transport{}} // without the proxy to the world
	defer near.CloseIdleConnections()
	res, err := near.Do(req)
	if err != nil {
		return fmt.Errorf("no newsbot answers on %s (%s)", address, digest.Cause(err))
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("newsbot on %s answers %s", address, res.Status)
	}
	return nil
}
