package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// slackManifest is what Slack's schema knows of a manifest, as far as the app has
// it: other keys are errors.
type slackManifest struct {
	Display struct {
		Name            string `yaml:"name"`
		Description     string `yaml:"description"`
		LongDescription string `yaml:"long_description"`
		BackgroundColor string `yaml:"background_color"`
	} `yaml:"display_information"`
	Features struct {
		AppHome struct {
			Home     bool  `yaml:"home_tab_enabled"`
			Messages bool  `yaml:"messages_tab_enabled"`
			ReadOnly *bool `yaml:"messages_tab_read_only_enabled"`
		} `yaml:"app_home"`
		BotUser struct {
			DisplayName  string `yaml:"display_name"`
			AlwaysOnline bool   `yaml:"always_online"`
		} `yaml:"bot_user"`
		Shortcuts []struct {
			Name        string `yaml:"name"`
			Type        string `yaml:"type"`
			CallbackID  string `yaml:"callback_id"`
			Description string `yaml:"description"`
		} `yaml:"shortcuts"`
		SlashCommands []struct {
			Command      string `yaml:"command"`
			Description  string `yaml:"description"`
			UsageHint    string `yaml:"usage_hint"`
			ShouldEscape bool   `yaml:"should_escape"`
			URL          string `yaml:"url"`
		} `yaml:"slash_commands"`
	} `yaml:"features"`
	OAuth struct {
		Scopes struct {
			Bot []string `yaml:"bot"`
		} `yaml:"scopes"`
	} `yaml:"oauth_config"`
	Settings struct {
		Events struct {
			RequestURL string   `yaml:"request_url"`
			BotEvents  []string `yaml:"bot_events"`
		} `yaml:"event_subscriptions"`
		Interactivity struct {
			Enabled    bool   `yaml:"is_enabled"`
			RequestURL string `yaml:"request_url"`
		} `yaml:"interactivity"`
		OrgDeploy     bool `yaml:"org_deploy_enabled"`
		SocketMode    bool `yaml:"socket_mode_enabled"`
		TokenRotation bool `yaml:"token_rotation_enabled"`
	} `yaml:"settings"`
}

// scopeOf are the bot scopes that the app may have, each with what of it needs
// them: an event, a method or a feature.
var scopeOf = map[string]string{
	"commands": "slash_commands", "chat:write": "chat.postMessage", "im:write": "conversations.open", "im:history": "message.im",
	"app_mentions:read": "app_mention", "users:read": "users.info", "channels:read": "users.conversations", "groups:read": "users.conversations",
	"channels:history": "conversations.history", "groups:history": "conversations.history",
}

// events are the events of Slack that the bot hears, with the scope that each
// needs.
var events = map[string]string{"app_home_opened": "", "app_mention": "app_mentions:read", "message.im": "im:history"}

// violations lists what Slack's schema has against a manifest
// (https://docs.slack.dev/reference/app-manifest).
func violations(m slackManifest) []string {
	var out []string
	rule := func(ok bool, format string, args ...any) {
		if !ok {
			out = append(out, fmt.Sprintf(format, args...))
		}
	}
	length := func(what, s string, least, most int) {
		n := utf8.RuneCountInString(s)
		rule(n >= least && n <= most, "%s has %d characters, not %d to %d", what, n, least, most)
	}
	length("name", m.Display.Name, 1, 35)
	length("description", m.Display.Description, 1, 140)
	length("long_description", m.Display.LongDescription, 174, 4000)
	rule(regexp.MustCompile(`^#([0-9a-fA-F]{3}){1,2}$`).MatchString(m.Display.BackgroundColor), "background_color %q", m.Display.BackgroundColor)
	length("bot's name", m.Features.BotUser.DisplayName, 1, 80)
	rule(regexp.MustCompile(`^[A-Za-z0-9._ -]+$`).MatchString(m.Features.BotUser.DisplayName), "bot's name %q", m.Features.BotUser.DisplayName)
	rule(len(m.Features.Shortcuts) <= 10, "%d shortcuts", len(m.Features.Shortcuts))
	var callbacks []string
	for _, s := range m.Features.Shortcuts {
		length("shortcut", s.Name, 1, 24)
		length("shortcut's description", s.Description, 1, 150)
		length("callback_id", s.CallbackID, 1, 255)
		rule(s.Type == "message" || s.Type == "global", "shortcut of type %q", s.Type)
		rule(!slices.Contains(callbacks, s.CallbackID), "callback_id %s twice", s.CallbackID)
		callbacks = append(callbacks, s.CallbackID)
	}
	address := func(what, u string) {
		if m.Settings.SocketMode {
			rule(u == "", "%s has an address in Socket Mode", what)
		} else {
			rule(strings.HasPrefix(u, "https://"), "%s has the address %q", what, u)
		}
	}
	for _, c := range m.Features.SlashCommands {
		rule(regexp.MustCompile(`^/[a-z0-9_-]{1,31}$`).MatchString(c.Command), "command %q", c.Command)
		length("command's description", c.Description, 1, 2000)
		length("usage_hint", c.UsageHint, 0, 1000)
		address(c.Command, c.URL)
	}
	rule(m.Settings.Interactivity.Enabled || len(m.Features.Shortcuts) == 0, "shortcuts without interactivity")
	address("interactivity", m.Settings.Interactivity.RequestURL)
	address("events", m.Settings.Events.RequestURL)
	for _, e := range m.Settings.Events.BotEvents {
		scope, known := events[e]
		rule(known, "event %s", e)
		rule(scope == "" || slices.Contains(m.OAuth.Scopes.Bot, scope), "event %s without the scope %s", e, scope)
	}
	seen := slices.Sorted(slices.Values(m.OAuth.Scopes.Bot))
	rule(len(slices.Compact(seen)) == len(m.OAuth.Scopes.Bot), "a scope twice")
	for _, s := range m.OAuth.Scopes.Bot {
		rule(scopeOf[s] != "", "scope %s", s)
	}
	return out
}

// manifest prints the manifest and reads it as Slack does.
func manifest(t *testing.T, args ...string) (text string, m slackManifest) {
	t.Helper()
	var out bytes.Buffer
	if code := run(t.Context(), append([]string{"manifest"}, args...), streams{strings.NewReader(""), &out, &out}); code != exitDone {
		t.Fatalf("manifest %q exits with %d: %s", args, code, out.String())
	}
	dec := yaml.NewDecoder(strings.NewReader(out.String()))
	dec.KnownFields(true)
	if err := dec.Decode(&m); err != nil {
		t.Fatalf("%v in:\n%s", err, out.String())
	}
	return out.String(), m
}

func TestManifest(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{nil, {"--url", "https://bot.example.org/"}, {"--name", "Our News-Bot 2.0"}, {"--name", "News yes", "--url", "https://h.example:8443/x"}} {
		text, m := manifest(t, args...)
		for _, v := range violations(m) {
			t.Errorf("manifest %q: %s", args, v)
		}
		if m.Settings.SocketMode == slices.Contains(args, "--url") {
			t.Errorf("manifest %q: Socket Mode is %v", args, m.Settings.SocketMode)
		}
		if home := m.Features.AppHome; !home.Home || !home.Messages || home.ReadOnly == nil || *home.ReadOnly {
			t.Errorf("manifest %q: App Home %+v", args, home)
		}
		if c := m.Features.SlashCommands; len(c) != 1 || !c[0].ShouldEscape {
			t.Errorf("manifest %q: commands %+v", args, c)
		}
		if len(m.OAuth.Scopes.Bot) != len(scopeOf) || len(m.Settings.Events.BotEvents) != len(events) || len(m.Features.Shortcuts) != 4 {
			t.Errorf("manifest %q: %d scopes, %d events, %d shortcuts", args, len(m.OAuth.Scopes.Bot), len(m.Settings.Events.BotEvents), len(m.Features.Shortcuts))
		}
		for line := range strings.SplitSeq(text, "\n") {
			if scope, isItem := strings.CutPrefix(line, "      - "); isItem && strings.Contains(scope, ":") && !strings.Contains(scope, " # ") {
				t.Errorf("manifest %q: %s is not explained", args, scope)
			}
		}
	}
	if !bytes.Contains(readme, []byte("newsbot manifest")) {
		t.Error("the README does not tell of the manifest")
	}
	if _, m := manifest(t, "--url", "https://bot.example.org/"); m.Settings.Events.RequestURL != "https://bot.example.org/slack/events" {
		t.Errorf("events go to %s", m.Settings.Events.RequestURL)
	}
}

// The check of the manifest can fail.
func TestManifestViolations(t *testing.T) {
	for what, spoil := range map[string]func(*slackManifest){
		"name":         func(m *slackManifest) { m.Display.Name = strings.Repeat("n", 36) },
		"long":         func(m *slackManifest) { m.Display.LongDescription = "short" },
		"shortcut":     func(m *slackManifest) { m.Features.Shortcuts[0].Name = strings.Repeat("n", 25) },
		"twice":        func(m *slackManifest) { m.Features.Shortcuts[1].CallbackID = m.Features.Shortcuts[0].CallbackID },
		"address":      func(m *slackManifest) { m.Features.SlashCommands[0].URL = "https://x.example" },
		"event":        func(m *slackManifest) { m.Settings.Events.BotEvents[0] = "reaction_added" },
		"scope":        func(m *slackManifest) { m.OAuth.Scopes.Bot[0] = "files:write" },
		"needs scope":  func(m *slackManifest) { m.OAuth.Scopes.Bot = m.OAuth.Scopes.Bot[:2] },
		"interactive":  func(m *slackManifest) { m.Settings.Interactivity.Enabled = false },
		"without HTTP": func(m *slackManifest) { m.Settings.SocketMode = false },
	} {
		_, m := manifest(t)
		if spoil(&m); len(violations(m)) == 0 {
			t.Errorf("%s: no violation is found", what)
		}
	}
}

func TestManifestFlags(t *testing.T) {
	for _, args := range [][]string{{"--name", ""}, {"--name", "a: b"}, {"--name", strings.Repeat("n", 36)}, {"--url", "http://x.example"}, {"--url", ""}, {"--url", "x"}, {"--url", "https://x.example/?a=b"}, {"--url", "https://u:p@x.example"}} {
		if code := run(t.Context(), append([]string{"manifest"}, args...), streams{strings.NewReader(""), io.Discard, io.Discard}); code != exitUsage {
			t.Errorf("manifest %q exits with %d, want %d", args, code, exitUsage)
		}
	}
}
