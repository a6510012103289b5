package main

import (
	_ "embed"
	"io"
	"net/url"
	"os"
	"regexp"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"newsbot/bot/command"
)

//go:embed manifest.yaml
var manifestText string

// appManifest is what the text of a manifest depends on.
type appManifest struct {
	name string // of the app and its bot
	url  string // under which Slack reaches the bot; "": Socket Mode
}

// write fills in the names in the text. A line with an address is left out in Socket
// Mode.
func (m appManifest) write(w io.Writer) error {
	values := map[string]string{
		"NAME": m.name, "URL": m.url, "SOCKET_MODE": strconv.FormatBool(m.url == ""),
		"SUMMARIZE": command.ShortcutSummarize, "TOP": command.ShortcutTop,
		"SEARCH": command.ShortcutSearch, "SUBSCRIBE": command.ShortcutSubscribe,
	}
	for line := range strings.Lines(manifestText) {
		if m.url == "" && strings.Contains(line, "${URL}") {
			continue
		}
		line = os.Expand(line, func(name string) string { return values[name] })
		if _, err := io.WriteString(w, line); err != nil {
			return err
		}
	}
	return nil
}

// isAppName matches names that Slack takes for an app and its bot, and that YAML
// reads as they stand.
var isAppName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9._ -]{0,33}[A-Za-z0-9]$`)

// newManifest returns the command that prints the manifest of the Slack app.
func newManifest(a *app) *cobra.Command {
	var m appManifest
	c := &cobra.Command{
		Use:   "manifest",
		Short: "Print the manifest from which Slack makes the app",
		Long: "Print the manifest from which Slack makes the app: on https://api.slack.com/apps choose Create New App, From a\n" +
			"manifest, and paste it. The app uses Socket Mode, or with --url HTTP requests to that address.",
		Example: "  newsbot manifest\n  newsbot manifest --url https://newsbot.example.org",
		Args:    takes(0, 0),
		RunE: func(c *cobra.Command, _ []string) error {
			a.started = true
			if m.url == "" && c.Flags().Changed("url") {
				return usagef("--url is empty: give the https address under which Slack reaches the bot, or leave --url out for Socket Mode")
			}
			if err := m.check(); err != nil {
				return err
			}
			return a.print(m.write)
		},
	}
	c.Flags().StringVar(&m.name, "name", "newsbot", "name of the app and its bot")
	c.Flags().StringVar(&m.url, "url", "", "https address under which Slack reaches the bot; without it, Socket Mode")
	return c
}

// check says what is wrong with the flags, and makes the address one to which
// paths can be joined.
func (m *appManifest) check() error {
	if !isAppName.MatchString(m.name) {
		return usagef("--name must begin with a letter and have 2 to 35 letters, digits, spaces, dots or hyphens, as in \"news bot\"")
	}
	if m.url == "" {
		return nil
	}
	u, err := url.Parse(m.url)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil || strings.ContainsAny(m.url, " \"'#\n") {
		return usagef("--url must be an https address, as in https://newsbot.example.org")
	}
	m.url = strings.TrimRight(m.url, "/")
	return nil
}
