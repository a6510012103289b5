package main

import (
	_ "embed"
	"io"
	"net/url"
	"regexp"
	"strings"
	"text/template"

	"github.com/spf13/cobra"

	"newsbot/bot/command"
)

//go:embed manifest.yaml
var manifestText string

var manifestTemplate = template.Must(template.New("manifest").Option("missingkey=error").Parse(manifestText))

// manifestView is what the manifest depends on.
type manifestView struct {
	Name string // of the app and its bot
	URL  string // under which Slack reaches the bot; "": Socket Mode

	Summarize, Top, Search, Subscribe string // callback_ids
}

// isAppName matches names that Slack takes for an app and its bot, and that YAML
// reads as they stand.
var isAppName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9._ -]{0,33}[A-Za-z0-9]$`)

// newManifest returns the command that prints the manifest of the Slack app.
func newManifest(a *app) *cobra.Command {
	v := manifestView{
		Summarize: command.ShortcutSummarize, Top: command.ShortcutTop, Search: command.ShortcutSearch, Subscribe: command.ShortcutSubscribe,
	}
	c := &cobra.Command{
		Use:   "manifest",
		Short: "Print the manifest from which Slack makes the app",
		Long: "Print the manifest from which Slack makes the app: on https://api.slack.com/apps choose Create New App, From a\n" +
			"manifest, and paste it. The app uses Socket Mode, or with --url HTTP requests to that address.",
		Example: "  newsbot manifest\n  newsbot manifest --url https://newsbot.example.org",
		Args:    takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			a.started = true
			if err := v.check(); err != nil {
				return err
			}
			return a.print(func(w io.Writer) error { return manifestTemplate.Execute(w, v) })
		},
	}
	c.Flags().StringVar(&v.Name, "name", "newsbot", "name of the app and its bot")
	c.Flags().StringVar(&v.URL, "url", "", "https address under which Slack reaches the bot; without it, Socket Mode")
	return c
}

// check says what is wrong with the flags, and makes the address one to which
// paths can be joined.
func (v *manifestView) check() error {
	if !isAppName.MatchString(v.Name) {
		return usagef("--name must have 2 to 35 letters, digits, spaces, dots or hyphens, as in \"news bot\"")
	}
	if v.URL == "" {
		return nil
	}
	u, err := url.Parse(v.URL)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil || strings.ContainsAny(v.URL, " \"'#\n") {
		return usagef("--url must be an https address, as in https://newsbot.example.org")
	}
	v.URL = strings.TrimRight(v.URL, "/")
	return nil
}
