package bot

import (
	"net/http"
	"strings"
	"time"

	"github.com/slack-go/slack"
)

// callTimeout bounds one request to Slack, its answer included.
const callTimeout = 30 * time.Second

// NewClient returns a client of the Web API for a bot token. An empty apiURL
// is Slack itself; another one points to a Slack of one's own, for tests. A nil
// hc is a plain client; one without a timeout gets one. Socket Mode needs the
// option slack.OptionAppLevelToken.
func NewClient(token, apiURL string, hc *http.Client, more ...slack.Option) *slack.Client {
	bounded := http.Client{}
	if hc != nil {
		bounded = *hc
	}
	if bounded.Timeout == 0 {
		bounded.Timeout = callTimeout
	}
	bounded.Transport = guard{bounded.Transport}
	if apiURL == "" {
		apiURL = slack.APIURL
	}
	options := []slack.Option{
		slack.OptionHTTPClient(&bounded),
		slack.OptionAPIURL(strings.TrimRight(apiURL, "/") + "/"), // methods are appended as they are
	}
	return slack.New(token, append(options, more...)...)
}
