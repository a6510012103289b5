package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// noEnv takes all settings out of the environment for a test.
func noEnv(t *testing.T) {
	t.Helper()
	for _, name := range settingNames() {
		t.Setenv(name, "") // so that it is put back
		os.Unsetenv(name)
	}
}

// loadEnv reads the settings from a .env file of these lines.
func loadEnv(t *testing.T, lines string) (config, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), ".env")
	if err := os.WriteFile(file, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	return loadConfig(file)
}

func TestLoadConfig(t *testing.T) {
	noEnv(t)
	t.Setenv("EDITION", "From outside")
	c, err := loadEnv(t, "RETENTION=2w\nTIMEZONE=Europe/Berlin\nEDITION='The brief'\nREDIS_URL=\n")
	if err != nil {
		t.Fatal(err)
	}
	if got := time.Duration(c.Retention); got != 14*24*time.Hour {
		t.Errorf("RETENTION=2w gives %s", got)
	}
	if got := c.Zone.String(); got != "Europe/Berlin" {
		t.Errorf("TIMEZONE=Europe/Berlin gives %s", got)
	}
	if c.Edition != "From outside" {
		t.Errorf("EDITION = %q; the environment must win over the file", c.Edition)
	}
	if c.RedisURL != "" {
		t.Errorf("an empty REDIS_URL gives %q", c.RedisURL)
	}
	if v, set := os.LookupEnv("RETENTION"); set {
		t.Errorf("reading the file left RETENTION=%q in the environment", v)
	}
}

// TestMisnamed: a name in .env that is nearly that of a setting is told, one of another
// program is not.
func TestMisnamed(t *testing.T) {
	noEnv(t)
	_, err := loadEnv(t, "REDIS_ULR=redis://:s3cr3t@localhost\nDIGEST_CHANEL=news\nFEED=https://a.example/\nRETENTION=x\nCOMPOSE_PROJECT_NAME=a\nPATH=b\nTIMEZONE=UTC\nedition=c\n  https://b.example/feed\n")
	const want = "DIGEST_CHANEL: is no setting; write DIGEST_CHANNEL\nFEED: is no setting; write FEEDS\nREDIS_ULR: is no setting; write REDIS_URL\nedition: is no setting; write EDITION\n" +
		"an address begins a line, and no setting goes on in a second one: write all addresses of FEEDS in one line\nRETENTION: must be a time of a day or more, such as 90d"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestBrokenEnv: a .env file that cannot be read is told by its line, and nothing that stands in it.
func TestBrokenEnv(t *testing.T) {
	noEnv(t)
	for lines, number := range map[string]int{
		"s3cr3t token\n":                                              1,
		"SLACK_BOT_TOKEN xoxb-s3cr3t\n":                               1,
		"# newsbot\n\nTIMEZONE=UTC\r\ns3cr3t\nRETENTION=9d\n":         4,
		"TIMEZONE=UTC\nEDITION=\"two\nlines\"\nxoxb-s3cr3t\nA=b":      4,
		"TIMEZONE=UTC\nSLACK_BOT_TOKEN=\"xoxb-s3cr3t\nRETENTION=9d\n": 2,
	} {
		_, err := loadEnv(t, lines)
		if want := fmt.Sprintf(".env: line %d cannot", number); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "s3cr3t") {
			t.Errorf("%q: %v, want %s", lines, err, want)
		}
	}
	if _, err := loadConfig(t.TempDir()); err == nil || !strings.Contains(err.Error(), "is a directory") {
		t.Errorf("a folder in its place: %v", err)
	}
}

func TestLoadConfigNamesEveryMistakeAndNoValue(t *testing.T) {
	noEnv(t)
	const secret = "s3cr3t"
	wrong := []string{"REDIS_URL", "RETENTION", "TIMEZONE", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_API_URL", "LOG_LEVEL", "FEED_INTERVAL", "FEED_ALLOW", "FEED_PROXY", "ADMINS", "RAW_DAYS", "FEEDS", "DIGEST_AT", "MAY_CHANGE", "LISTEN_ADDR"}
	for _, name := range wrong {
		t.Setenv(name, secret)
	}
	_, err := loadConfig(filepath.Join(t.TempDir(), "none"))
	if err == nil {
		t.Fatal("no error")
	}
	for _, name := range wrong {
		if !strings.Contains(err.Error(), name+": ") {
			t.Errorf("error does not name %s: %v", name, err)
		}
	}
	if strings.Contains(err.Error(), secret) {
		t.Errorf("error shows the value: %v", err)
	}
	if os.Getenv("RETENTION") != secret {
		t.Error("the environment is not as it was")
	}
}

// TestLists: a list has commas or blanks between its parts.
func TestLists(t *testing.T) {
	for _, s := range []string{"https://a.example/x,https://b.example/y", "https://a.example/x https://b.example/y", "https://a.example/x,\n  https://b.example/y"} {
		var a addresses
		if err := a.Decode(s); err != nil || len(a) != 2 || a[1] != "https://b.example/y" {
			t.Errorf("addresses %q are %q, %v, want two", s, a, err)
		}
	}
	var a addresses
	if err := a.Decode("https://a.example/feed?on=rail,ports"); err == nil || !strings.Contains(err.Error(), "%2C") {
		t.Errorf("an address with a comma: %v", err)
	}
	var n networks
	if err := n.Decode("10.1.0.0/16 10.2.0.0/16"); err != nil || len(n) != 2 {
		t.Errorf("networks are %v, %v, want two", n, err)
	}
}

// A zone that only this machine knows is none: other processes read it in Redis. CET and EST are none either, as in /news.
func TestZone(t *testing.T) {
	for written, want := range map[string]string{
		"UTC": "UTC", "Europe/Berlin": "Europe/Berlin", "berlin": "Europe/Berlin", "New York": "America/New_York", "EST5EDT": "EST5EDT", "São Paulo": "America/Sao_Paulo", "Zürich": "Europe/Zurich", "CET": "", "EST": "", "Local": "", "Atlantis": "", "../UTC": "",
	} {
		var z zone
		if err := z.Decode(written); (err == nil) != (want != "") || err == nil && z.String() != want {
			t.Errorf("%s is the zone %s (%v), want %q", written, z.Location, err, want)
		}
	}
}

// A time of day is read as /news subscribe reads it.
func TestClock(t *testing.T) {
	for written, want := range map[string]string{"08:30": "08:30", "9am": "09:00", "17.45": "17:45", "25:00": "", "soon": ""} {
		var c clock
		if err := c.Decode(written); (err == nil) != (want != "") || err == nil && c.String() != want {
			t.Errorf("%s is %s (%v), want %q", written, c, err, want)
		}
	}
}

// Windows marks the beginning of a text.
func TestLoadConfigOfWindows(t *testing.T) {
	noEnv(t)
	if c, err := loadEnv(t, "\ufeffTIMEZONE=Asia/Tokyo\r\nEDITION=Dawn\r\n"); err != nil || c.Zone.String() != "Asia/Tokyo" || c.Edition != "Dawn" {
		t.Errorf("%s, %q, %v", c.Zone, c.Edition, err)
	}
}

// Every setting stands in .env.example, and nothing else does.
func TestEnvExample(t *testing.T) {
	data, err := os.ReadFile("../../.env.example")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	explained := false
	for line := range strings.Lines(string(data)) {
		name, _, found := strings.Cut(line, "=")
		switch {
		case strings.HasPrefix(line, "#"):
			explained = true
		case found:
			names = append(names, name)
			if !explained {
				t.Errorf("%s has no line of explanation", name)
			}
			explained = false
		}
	}
	want := settingNames()
	slices.Sort(names)
	slices.Sort(want)
	if !slices.Equal(names, want) {
		t.Errorf(".env.example has %v, want %v", names, want)
	}
}

// The container gets every setting, the proxy to the world and the certificates to trust, and can be reached; its
// Redis gets a limit, and is not used where REDIS_URL names another.
func TestCompose(t *testing.T) {
	data, err := os.ReadFile("../../docker-compose.yml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(settingNames(), "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY") {
		if !strings.Contains(string(data), "      "+name+": ") {
			t.Errorf("docker-compose.yml does not pass %s", name)
		}
	}
	for _, part := range []string{`"--maxmemory", "`, `"--maxmemory-policy", "noeviction"`, `ports: ["127.0.0.1:`, "REDIS_URL: ${REDIS_URL:-redis://redis:6379/0}\n", "${SSL_CERT_FILE:-"} {
		if !strings.Contains(string(data), part) {
			t.Errorf("docker-compose.yml lacks %s", part)
		}
	}
}

func TestParseSpan(t *testing.T) {
	for in, want := range map[string]time.Duration{
		"24h": 24 * time.Hour, "7d": 7 * 24 * time.Hour, "2w": 14 * 24 * time.Hour, "90m": 90 * time.Minute, "36500d": 36500 * 24 * time.Hour, "30000w": 0, "0d": 0,
		"": 0, "7": 0, "-3h": 0, "-1d": 0, "d": 0, "1.5d": 0, "99999999d": 0,
	} {
		got, err := parseSpan(in)
		if got != want || (err == nil) != (want != 0) {
			t.Errorf("parseSpan(%q) = %s, %v; want %s", in, got, err, want)
		}
	}
}

func TestParseDate(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 29, 23, 30, 0, 0, time.UTC).In(berlin) // Monday, 30 March, 01:30
	for in, want := range map[string]string{
		"today":      "2026-03-29T22:00:00Z/2026-03-30T22:00:00Z",
		"Monday":     "2026-03-29T22:00:00Z/2026-03-30T22:00:00Z",
		"yesterday":  "2026-03-28T23:00:00Z/2026-03-29T22:00:00Z", // clocks went forward: 23 hours
		"2025-11-23": "2025-11-22T23:00:00Z/2025-11-23T23:00:00Z",
		"20 Nov":     "2025-11-19T23:00:00Z/2025-11-20T23:00:00Z",
		"last week":  "2026-03-22T23:00:00Z/2026-03-29T22:00:00Z",
		"2025-11":    "2025-10-31T23:00:00Z/2025-11-30T23:00:00Z",
		"march":      "2026-02-28T23:00:00Z/2026-03-30T22:00:00Z",
	} {
		from, to, err := parseDate(in, now)
		got := from.UTC().Format(time.RFC3339) + "/" + to.UTC().Format(time.RFC3339)
		if err != nil || got != want {
			t.Errorf("parseDate(%q) = %s, %v; want %s", in, got, err, want)
		}
	}
	for in, want := range map[string]string{
		"23.11.2026x": `"23.11.2026x" is no date`, "6h": `"6h" is no date`, "2027-01-10": "Sun 10 Jan 2027 is still to come.",
		"tomorrow": "Tue 31 Mar 2026 is still to come.", "2026-02-30": "There is no day",
	} {
		if _, _, err := parseDate(in, now); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("parseDate(%q): %v, want %s", in, err, want)
		}
	}
}
