package store

import (
	"cmp"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/maintnotifications"
)

// target is where a URL says that Redis is.
type target struct {
	first   *redis.Options // of the first host
	addrs   []string
	cluster bool
	master  string // name that Sentinels know the server by, "" without Sentinels

	sentinelUser, sentinelPassword string
}

// CheckURL returns what is wrong with a URL of Redis that Open would refuse, as parseURL
// says it.
func CheckURL(raw string) error {
	_, err := parseURL(raw)
	return err
}

// parseURL reads a URL in one of the forms that Open lists. Its errors hold
// nothing of the URL but its scheme and the names of parameters: every other
// part may be a secret in the wrong place.
func parseURL(raw string) (target, error) {
	scheme, rest, ok := strings.Cut(raw, "://")
	if !ok {
		return target{}, errors.New("the URL of Redis has no scheme: it should look like redis://localhost:6379")
	}
	login, hosts, path := splitAuthority(rest)
	u, err := url.Parse(scheme + "://" + login + hosts[0] + path)
	if err != nil {
		return target{}, errors.New("the URL of Redis cannot be read: it should look like redis://:password@localhost:6379, with special characters of the password as %XX")
	}
	var t target
	if base, ok := strings.CutSuffix(u.Scheme, "-sentinel"); ok {
		u.Scheme = base
		if t.master, u.Path, _ = strings.Cut(strings.TrimPrefix(u.Path, "/"), "/"); t.master == "" {
			return target{}, errors.New("the URL of Redis names Sentinels, but not the master: it should look like redis-sentinel://localhost:26379/mymaster")
		}
	}
	if err := t.takeParameters(u); err != nil {
		return target{}, err
	}
	if t.first, err = redis.ParseURL(u.String()); err != nil {
		return target{}, urlError(u)
	}
	t.addrs, err = t.addresses(hosts)
	return t, err
}

// addresses completes hosts to addresses.
func (t target) addresses(hosts []string) ([]string, error) {
	if t.first.Network == "unix" {
		return []string{t.first.Addr}, nil
	}
	port := "6379"
	if t.master != "" {
		port = "26379"
	}
	addrs := make([]string, len(hosts))
	for i, h := range hosts {
		u, err := url.Parse("redis://" + h)
		if err != nil || h == "" && len(hosts) > 1 {
			return nil, fmt.Errorf("the URL of Redis has a host that cannot be read, number %d of %d", i+1, len(hosts))
		}
		addrs[i] = net.JoinHostPort(cmp.Or(u.Hostname(), "localhost"), cmp.Or(u.Port(), port))
	}
	return addrs, nil
}

// splitAuthority takes the user information, with its "@", and the list of
// hosts off the front of a URL without scheme: net/url reads only one host.
func splitAuthority(rest string) (login string, hosts []string, path string) {
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	authority, path := rest[:end], rest[end:]
	if at := strings.LastIndexByte(authority, '@'); at >= 0 {
		login, authority = authority[:at+1], authority[at+1:]
	}
	return login, strings.Split(authority, ","), path
}

// takeParameters moves those parameters that redis.ParseURL does not know from
// u to t.
func (t *target) takeParameters(u *url.URL) error {
	q, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return errors.New("the parameters in the URL of Redis cannot be read")
	}
	take := func(name string) string {
		v := q.Get(name)
		q.Del(name)
		return v
	}
	if name := take("master_name"); name != "" {
		t.master = name
	}
	t.sentinelUser, t.sentinelPassword = take("sentinel_username"), take("sentinel_password")
	switch v := take("cluster"); v {
	case "", "false", "0":
	case "true", "1":
		t.cluster = true
	default:
		return errors.New("the parameter cluster in the URL of Redis is neither true nor false")
	}
	u.RawQuery = q.Encode()
	return nil
}

// urlError says what may be wrong with a URL that redis.ParseURL refuses,
// without its parts.
func urlError(u *url.URL) error {
	switch u.Scheme {
	case "redis", "rediss", "unix":
		return errors.New("the URL of Redis has a database that is not a number, or a parameter that is unknown or has the wrong form")
	}
	return fmt.Errorf("the URL of Redis begins with %q: use redis, rediss, redis-sentinel, rediss-sentinel or unix", u.Scheme+"://")
}

// isCluster reports whether the client of the target is one of a Cluster.
func (t target) isCluster() bool { return t.master == "" && (t.cluster || len(t.addrs) > 1) }

// String names the target in messages, without user or password.
func (t target) String() string {
	where := strings.Join(t.addrs, ", ")
	if t.master != "" {
		return fmt.Sprintf("%s (Sentinels of %s)", where, t.master)
	}
	return where
}

// options returns the client's options. Its own retries are off, since Store.retry
// knows what a command may do twice.
func (t target) options() *redis.UniversalOptions {
	o := t.first
	if o.TLSConfig != nil && len(t.addrs) > 1 {
		o.TLSConfig.ServerName = "" // each host has its own
	}
	return &redis.UniversalOptions{
		Addrs: t.addrs, DB: o.DB, Username: o.Username, Password: o.Password, TLSConfig: o.TLSConfig,
		IsClusterMode: t.cluster, MasterName: t.master,
		SentinelUsername: t.sentinelUser, SentinelPassword: t.sentinelPassword,
		Protocol: o.Protocol, ClientName: o.ClientName,

		ContextTimeoutEnabled: true,
		MaxRetries:            -1,
		DialerRetries:         1,
		DialTimeout:           cmp.Or(o.DialTimeout, 5*time.Second),
		ReadTimeout:           cmp.Or(o.ReadTimeout, 10*time.Second),
		WriteTimeout:          cmp.Or(o.WriteTimeout, 10*time.Second),
		PoolTimeout:           cmp.Or(o.PoolTimeout, 15*time.Second),
		PoolSize:              o.PoolSize,
		MinIdleConns:          o.MinIdleConns,
		MaxIdleConns:          o.MaxIdleConns,
		ConnMaxIdleTime:       o.ConnMaxIdleTime,
		ConnMaxLifetime:       o.ConnMaxLifetime,

		MaintNotificationsConfig: &maintnotifications.Config{Mode: maintnotifications.ModeDisabled},
	}
}
