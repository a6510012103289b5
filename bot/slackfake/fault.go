package slackfake

import (
	"io"
	"net/http"
	"strconv"
	"time"
)

// Fault is what happens to one request instead of a proper answer. The zero
// Fault lets the request through.
type Fault struct {
	Status     int           // HTTP status of the answer
	RetryAfter time.Duration // the header, left out where it is 0
	Error      string        // an error code in an HTTP 200
	Needed     string        // the scope that a missing_scope names
	Body       string        // a body that is no answer at all, in an HTTP 200
	Cut        bool          // the connection breaks instead of an answer
	Hang       bool          // there is no answer until the client gives up
	Done       bool          // the request is carried out all the same: only its answer is lost
}

// Fail scripts the next requests for a method: the first gets the first fault,
// and so on. One that is let through and turned away as too fast does not count.
func (s *Slack) Fail(method string, faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults[method] = append(s.faults[method], faults...)
}

// putBack lets one more request for a method through before the faults that are left.
func (s *Slack) putBack(method string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if left := s.faults[method]; len(left) > 0 {
		s.faults[method] = append([]Fault{{}}, left...)
	}
}

func (f Fault) scripted() bool { return f != Fault{} }

// before acts out a fault that keeps the request from being carried out, and
// reports whether it did.
func (f Fault) before(w http.ResponseWriter, r *http.Request) bool {
	if f.Hang && !f.Done {
		<-r.Context().Done()
	}
	if f.scripted() && !f.Done {
		f.send(w)
		return true
	}
	return false
}

// after acts out a fault that loses the answer of a request that was carried
// out, and reports whether it did.
func (f Fault) after(w http.ResponseWriter) bool {
	if f.Done {
		f.send(w)
	}
	return f.Done
}

func (f Fault) send(w http.ResponseWriter) {
	switch {
	case f.Cut, f.Hang:
		panic(http.ErrAbortHandler) // closes the connection without a word
	case f.Status != 0:
		if f.RetryAfter > 0 {
			w.Header().Set("Retry-After", seconds(f.RetryAfter))
		}
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(f.Status)
		io.WriteString(w, "<html>"+http.StatusText(f.Status)+"</html>")
	case f.Error != "":
		write(w, nil, &refusal{code: f.Error, needed: f.Needed})
	default:
		io.WriteString(w, f.Body)
	}
}

func seconds(d time.Duration) string {
	return strconv.Itoa(int((d + time.Second - 1) / time.Second))
}
