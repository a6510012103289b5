package demo

import (
	"crypto/rand"
	"net"
	"net/http"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot"
	"newsbot/bot/slackfake"
)

// The conversations of the workspace, beside those with the bot.
const (
	newsChannel    = "C0NEWS0001" // the bot is in it
	generalChannel = "C0GENERAL1" // the bot is not, but can be asked there
)

// people are who the page lets one be.
var people = []slackfake.User{
	{ID: "U0ANN00001", Name: "Ann", Locale: "en-US", Admin: true},
	{ID: "U0BOB00001", Name: "Bob", Locale: "en-GB"},
}

// scopes are what the app asks for when it is installed.
var scopes = []string{"chat:write", "commands", "im:write", "im:history", "users:read", "channels:read", "groups:read", "channels:history", "groups:history"}

// workspace is a fake Slack that listens.
type workspace struct {
	*slackfake.Slack
	listener        net.Listener
	token, appToken string // of the bot, and of its connections
}

// newWorkspace returns a workspace with people and channels.
func newWorkspace(now func() time.Time, zone *time.Location) (*workspace, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	w := &workspace{listener: l, token: "xoxb-" + rand.Text(), appToken: "xapp-" + rand.Text()}
	w.Slack = slackfake.New(slackfake.Options{Token: w.token, AppToken: w.appToken, Scopes: scopes, Now: now})
	w.AddChannel(slackfake.Channel{ID: newsChannel, Name: "news", Member: true})
	w.AddChannel(slackfake.Channel{ID: generalChannel, Name: "general"})
	for _, u := range people {
		u.Zone = zone.String()
		w.AddUser(u)
		w.Direct(u.ID)
	}
	return w, nil
}

// client returns the bot's client.
func (w *workspace) client() *slack.Client {
	return bot.NewClient(w.token, "http://"+w.listener.Addr().String()+"/api/", nil, slack.OptionAppLevelToken(w.appToken))
}

// server answers the bot's client, and no browser.
func (w *workspace) server() *http.Server {
	return &http.Server{Handler: noBrowser(onlyHost(w.listener.Addr(), w.Slack)), ReadHeaderTimeout: headerTime}
}
