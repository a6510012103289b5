package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"maps"
	"net"
	"net/netip"
	"net/url"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/joho/godotenv"
	"github.com/kelseyhightower/envconfig"

	"newsbot/bot/command"
	"newsbot/bot/schedule"
	"newsbot/digest/store"
)

// config holds the settings. .env.example explains each of them.
type config struct {
	RedisURL  redisURL   `envconfig:"REDIS_URL"`
	Retention retention  `envconfig:"RETENTION" default:"90d"`
	Zone      zone       `envconfig:"TIMEZONE" default:"UTC"`
	Edition   string     `envconfig:"EDITION" default:"News digest"`
	Token     botToken   `envconfig:"SLACK_BOT_TOKEN"`
	AppToken  appToken   `envconfig:"SLACK_APP_TOKEN"`
	Signing   signing    `envconfig:"SLACK_SIGNING_SECRET"`
	SlackURL  webAddress `envconfig:"SLACK_API_URL" default:"https://slack.com/api/"`
	Feeds     addresses  `envconfig:"FEEDS"`
	Interval  interval   `envconfig:"FEED_INTERVAL" default:"5m"`
	Contact   string     `envconfig:"FEED_CONTACT"`
	Allow     networks   `envconfig:"FEED_ALLOW"`
	Proxy     proxy      `envconfig:"FEED_PROXY"`
	RawDays   rawDays    `envconfig:"RAW_DAYS" default:"3"`
	Channel   string     `envconfig:"DIGEST_CHANNEL"`
	DigestAt  clock      `envconfig:"DIGEST_AT" default:"08:30"`
	MayChange policy     `envconfig:"MAY_CHANGE" default:"everyone"`
	Listen    hostPort   `envconfig:"LISTEN_ADDR" default:":8080"`
	Admins    users      `envconfig:"ADMINS"`
	LogLevel  slog.Level `envconfig:"LOG_LEVEL" default:"info"`
}

// loadConfig reads the settings from the environment and, for those that it
// lacks, from the given file where there is one. The error names every mistake
// and shows no value, since any of them may be a secret.
func loadConfig(file string) (config, error) {
	vars, err := readEnv(file)
	if err != nil {
		return config{}, err
	}
	defer fillEnv(vars)()
	c, err := parseEnv()
	return c, errors.Join(misnamed(vars), err)
}

// readEnv reads the variables of a file, none where there is none.
func readEnv(file string) (map[string]string, error) {
	data, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("the settings cannot be read: %w", err)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // which Windows puts before texts
	vars, err := godotenv.UnmarshalBytes(data)
	if err != nil { // it holds what stands there, which may be a secret
		return nil, fmt.Errorf("%s: line %d cannot be read as NAME=value; compare it with .env.example", file, brokenLine(data))
	}
	return vars, nil
}

// brokenLine returns the number of the line with which that begins of a .env file which cannot be
// read: the first behind those that can, of which some may only be read together.
func brokenLine(data []byte) int {
	n, end, good := 0, 0, 0
	for line := range bytes.Lines(data) {
		n++
		end += len(line)
		if _, err := godotenv.UnmarshalBytes(data[:end]); err == nil {
			good = n
		}
	}
	return good + 1
}

// misnamed tells of the variables of a .env file that are no settings, but were likely
// to be. Others may be for other programs.
func misnamed(vars map[string]string) error {
	var mistakes []error
	names := settingNames()
	for _, name := range slices.Sorted(maps.Keys(vars)) {
		if name == "https" || name == "http" { // such a line is read as one of YAML
			mistakes = append(mistakes, errors.New("an address begins a line, and no setting goes on in a second one: write all addresses of FEEDS in one line"))
		}
		if meant := command.Nearest(strings.ToUpper(name), names); meant != "" && meant != name {
			mistakes = append(mistakes, fmt.Errorf("%s: is no setting; write %s", name, meant))
		}
	}
	return errors.Join(mistakes...)
}

// parseEnv runs envconfig until it finds no mistake that was not seen before:
// envconfig stops at the first, so a setting that has one is taken out of the
// environment for the next turn.
func parseEnv() (config, error) {
	var mistakes []error
	for {
		var c config
		err := envconfig.Process("", &c)
		wrong, ok := errors.AsType[*envconfig.ParseError](err)
		if !ok {
			return c, errors.Join(append(mistakes, err)...)
		}
		mistakes = append(mistakes, fmt.Errorf("%s: %s", wrong.KeyName, reason(wrong)))
		os.Unsetenv(wrong.KeyName)
	}
}

// reason says what is wrong with a setting without showing its value. Errors
// of the types below hold no value; those of others may.
func reason(e *envconfig.ParseError) string {
	if plain, ok := errors.AsType[settingError](e.Err); ok {
		return plain.Error()
	}
	if e.FieldName == "LogLevel" {
		return "must be debug, info, warn or error"
	}
	return "is not a valid " + e.TypeName
}

// fillEnv sets the variables of a .env file that the environment lacks, or has
// empty, and returns what gives all settings the values that they had.
func fillEnv(vars map[string]string) (restore func()) {
	var undo []func()
	for _, name := range settingNames() {
		value, set := os.LookupEnv(name)
		switch {
		case value != "":
		case vars[name] != "":
			os.Setenv(name, vars[name])
		default: // envconfig takes an empty variable for a set one
			os.Unsetenv(name)
		}
		undo = append(undo, func() {
			if set {
				os.Setenv(name, value)
			} else {
				os.Unsetenv(name)
			}
		})
	}
	return func() {
		for _, f := range undo {
			f()
		}
	}
}

// settingError says what is wrong with a setting; its text holds no value.
type settingError string

func (e settingError) Error() string { return string(e) }

// redisURL is where Redis is.
type redisURL string

// Decode implements envconfig.Decoder.
func (r *redisURL) Decode(s string) error {
	if err := store.CheckURL(s); err != nil {
		return settingError(err.Error())
	}
	*r = redisURL(s)
	return nil
}

// retention is how long articles are kept: a Go duration or days ("90d").
type retention time.Duration

// Decode implements envconfig.Decoder.
func (r *retention) Decode(s string) error {
	d, err := parseSpan(s)
	if err != nil || d < 24*time.Hour {
		return settingError("must be a time of a day or more, such as 90d")
	}
	*r = retention(d)
	return nil
}

// zone is the time zone of dates and days.
type zone struct{ *time.Location }

// Decode implements envconfig.Decoder.
func (z *zone) Decode(s string) (err error) {
	name, ok := command.ReadZone(s)
	if !ok {
		return settingError("must be a city or an IANA time zone with its region, such as Berlin or Europe/Berlin, and no abbreviation such as CET")
	}
	z.Location, err = time.LoadLocation(name)
	return err
}

// botToken is a Slack bot token. It prints as "(secret)", so that no log shows it.
type botToken string

// Decode implements envconfig.Decoder.
func (t *botToken) Decode(s string) error {
	if !strings.HasPrefix(s, "xoxb-") {
		return settingError("must be a bot token, which starts with xoxb-")
	}
	*t = botToken(s)
	return nil
}

// String hides the token.
func (t botToken) String() string { return "(secret)" }

// appToken is a Slack app-level token, which prints so too.
type appToken string

// Decode implements envconfig.Decoder.
func (t *appToken) Decode(s string) error {
	if !strings.HasPrefix(s, "xapp-") {
		return settingError("must be an app-level token, which starts with xapp-")
	}
	*t = appToken(s)
	return nil
}

// String hides the token.
func (t appToken) String() string { return "(secret)" }

// signing is the secret with which Slack signs requests, which prints
// so too.
type signing string

// minSecret is the least length of a signing secret; Slack's have 32 letters.
const minSecret = 16

// Decode implements envconfig.Decoder.
func (g *signing) Decode(s string) error {
	if len(s) < minSecret || strings.ContainsAny(s, " \t") {
		return settingError("must be the signing secret of the app's page Basic Information")
	}
	*g = signing(s)
	return nil
}

// String hides the secret.
func (g signing) String() string { return "(secret)" }

// interval is the shortest time between two readings of a feed.
type interval time.Duration

// Decode implements envconfig.Decoder.
func (i *interval) Decode(s string) error {
	d, err := parseSpan(s)
	if err != nil || d < time.Minute {
		return settingError("must be a time of a minute or more, such as 15m")
	}
	*i = interval(d)
	return nil
}

// clock is a time of day.
type clock struct{ schedule.TimeOfDay }

// Decode implements envconfig.Decoder.
func (c *clock) Decode(s string) error {
	read, ok := command.ReadTimeOfDay(s)
	if !ok {
		return settingError("must be a time of day, such as 08:30")
	}
	c.TimeOfDay = read
	return nil
}

// policy says who may change what a channel gets.
type policy struct{ command.Policy }

// Decode implements envconfig.Decoder.
func (p *policy) Decode(s string) error {
	read, ok := command.ParsePolicy(s)
	if !ok {
		return settingError("must be everyone, members, admins, or IDs of people with commas between them, such as U0123ABCD")
	}
	p.Policy = read
	return nil
}

// listed returns the parts of a setting that is a list, between commas or blanks.
func listed(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
}

// addresses are http and https addresses, as listed.
type addresses []string

// Decode implements envconfig.Decoder.
func (a *addresses) Decode(s string) error {
	for _, one := range listed(s) {
		var address webAddress
		if err := address.Decode(one); err != nil {
			return settingError("must be http or https addresses with commas or blanks between them; a comma within one is written %2C")
		}
		*a = append(*a, string(address))
	}
	return nil
}

// users are IDs of Slack users, separated by commas.
type users []string

// Decode implements envconfig.Decoder.
func (u *users) Decode(s string) error {
	ids, ok := command.ParseUsers(s)
	if !ok {
		return settingError("must be IDs of people with commas between them, such as U0123ABCD")
	}
	*u = ids
	return nil
}

// rawDays is for how many days pages are kept.
type rawDays int

// Decode implements envconfig.Decoder.
func (d *rawDays) Decode(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > store.MostRawDays {
		return settingError(fmt.Sprintf("must be a number of days from 0 to %d", store.MostRawDays))
	}
	*d = rawDays(n)
	return nil
}

// networks are ranges of addresses, as listed.
type networks []netip.Prefix

// Decode implements envconfig.Decoder.
func (n *networks) Decode(s string) error {
	for _, one := range listed(s) {
		prefix, err := netip.ParsePrefix(one)
		if err != nil {
			return settingError("must be ranges of addresses such as 10.1.0.0/16, with commas or blanks between them")
		}
		*n = append(*n, prefix)
	}
	return nil
}

// hostPort is an address to listen on.
type hostPort string

// Decode implements envconfig.Decoder.
func (h *hostPort) Decode(s string) error {
	_, port, err := net.SplitHostPort(s)
	if n, e := strconv.ParseUint(port, 10, 16); err != nil || e != nil || n == 0 {
		return settingError("must be an address with a port, such as :8080 or 127.0.0.1:8080")
	}
	*h = hostPort(s)
	return nil
}

// webAddress is an http or https address.
type webAddress string

// Decode implements envconfig.Decoder.
func (a *webAddress) Decode(s string) error {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return settingError("must be an http or https address")
	}
	*a = webAddress(s)
	return nil
}

// proxy is the address of a proxy, nil for none.
type proxy struct{ *url.URL }

// Decode implements envconfig.Decoder.
func (p *proxy) Decode(s string) (err error) {
	var address webAddress
	if err := address.Decode(s); err != nil {
		return err
	}
	p.URL, err = url.Parse(s)
	return err
}

// settingNames returns the variables that config reads.
func settingNames() []string {
	var names []string
	for f := range reflect.TypeFor[config]().Fields() {
		names = append(names, f.Tag.Get("envconfig"))
	}
	return names
}
