package demo

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"time"

	"newsbot/bot/blockhtml"
)

//go:embed page
var files embed.FS

// page shows the workspace.
func (d *Demo) page() http.Handler {
	static, err := fs.Sub(files, "page")
	if err != nil {
		panic(err) // the name is a valid path
	}
	mux := http.NewServeMux()
	mux.Handle("GET /", http.FileServerFS(static))
	mux.HandleFunc("GET /blocks.css", serveStyle)
	mux.Handle("GET "+shelf, d.library)
	mux.HandleFunc("GET "+front, d.library.serveFeed)
	mux.HandleFunc("GET /state", d.serveState)
	mux.HandleFunc("GET /events", d.serveEvents)
	mux.Handle("POST /say", deed(d.say))
	mux.Handle("POST /click", deed(d.click))
	mux.Handle("POST /submit", deed(d.submit))
	mux.Handle("POST /close", deed(d.closeModal))
	mux.Handle("POST /home", deed(d.openHome))
	mux.Handle("POST /digest", deed(d.digestNow))
	mux.Handle("POST /clock", deed(d.moveClock))
	return confined(http.NewCrossOriginProtection().Handler(mux))
}

// serveStyle sends the style of what is drawn from blocks.
func serveStyle(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	io.WriteString(w, blockhtml.CSS) // the page may be gone; there is no one to tell
}

// beat is how often a stream of events says something, so that its end is
// noticed.
const beat = 15 * time.Second

// serveEvents sends an event after each change of what people see
// (https://html.spec.whatwg.org/multipage/server-sent-events.html).
func (d *Demo) serveEvents(w http.ResponseWriter, r *http.Request) {
	changes, cancel := d.workspace.Subscribe()
	defer cancel()
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	tick := time.NewTicker(beat)
	defer tick.Stop()
	for {
		if _, err := fmt.Fprint(w, "data: changed\n\n"); err != nil || out.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-changes:
		case <-tick.C:
		}
	}
}
