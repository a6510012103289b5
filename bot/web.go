package bot

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"
)

const (
	maxBody  = 1 << 20 // bytes of a request from Slack
	formType = "application/x-www-form-urlencoded"
	jsonType = "application/json"
)

// ServeHTTP hears what Slack tells by signed requests.
func (a *App) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.routes.ServeHTTP(w, r) }

// newRoutes returns what answers each path.
func (a *App) newRoutes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /slack/commands", probe)
	mux.HandleFunc("POST /slack/commands", a.signedBy(formType, a.serveCommand))
	mux.HandleFunc("POST /slack/interactions", a.signedBy(formType, a.serveInteraction))
	mux.HandleFunc("POST /slack/events", a.signedBy(jsonType, a.serveEvent))
	return mux
}

// probe answers Slack's check of the certificate, which is not signed.
func probe(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("ssl_check") != "1" {
		w.WriteHeader(http.StatusMethodNotAllowed)
	}
}

// signedBy lets through only genuine requests of a content type. What is wrong
// with another is told to the metrics, and to the log where it may be our own fault.
func (a *App) signedBy(contentType string, serve func(http.ResponseWriter, []byte)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind != contentType {
			w.WriteHeader(http.StatusUnsupportedMediaType)
			return
		}
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		var long *http.MaxBytesError
		switch {
		case errors.As(err, &long):
			w.WriteHeader(http.StatusRequestEntityTooLarge)
		case err != nil:
			w.WriteHeader(http.StatusBadRequest)
		case !a.genuine(r, body):
			a.metrics.forged()
			w.WriteHeader(http.StatusUnauthorized)
		default:
			serve(w, body)
		}
	}
}

func (a *App) serveCommand(w http.ResponseWriter, body []byte) {
	form, err := url.ParseQuery(string(body))
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if form.Get("ssl_check") == "1" {
		return
	}
	command, err := slack.SlashCommandParse(&http.Request{Method: http.MethodPost, PostForm: form, Form: form})
	if err != nil || command.UserID == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	a.receiveOver(w, commandErrand(command, ""))
}

func (a *App) serveInteraction(w http.ResponseWriter, body []byte) {
	form, err := url.ParseQuery(string(body))
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	var callback slack.InteractionCallback
	if json.Unmarshal([]byte(form.Get("payload")), &callback) != nil || callback.User.ID == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if errand, ours := interactionErrand(callback, ""); ours {
		a.receiveOver(w, errand)
	}
}

func (a *App) serveEvent(w http.ResponseWriter, body []byte) {
	var outer struct{ Type, Challenge string }
	if json.Unmarshal(body, &outer) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if outer.Type == slackevents.URLVerification {
		w.Header().Set("Content-Type", "text/plain")
		io.WriteString(w, outer.Challenge)
		return
	}
	event, err := slackevents.ParseEvent(body, slackevents.OptionNoVerifyToken())
	if err != nil { // an event that the client does not know: nothing for us, and Slack need not come again
		a.log.Debug("event left alone", "error", err)
		return
	}
	if errand, ours := eventErrand(event, a.people.self(), ""); ours {
		a.receiveOver(w, errand)
	}
}

// receiveOver takes an errand in that came with a request, and answers that with
// the acknowledgement.
func (a *App) receiveOver(w http.ResponseWriter, e errand) {
	acked := make(chan any, 1)
	a.receive(e, func(payload any) { acked <- payload })
	payload := <-acked
	if payload == nil {
		return
	}
	raw, err := json.Marshal(payload)
	if err != nil {
		a.log.Error("acknowledgement not written", "error", err)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Write(raw)
}
