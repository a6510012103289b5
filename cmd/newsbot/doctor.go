package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"newsbot/bot"
	"newsbot/digest"
	"newsbot/digest/poll"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// newDoctor returns the command that looks for what is wrong.
func newDoctor(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Look for what is wrong: Redis, sources, articles that could not be taken in, FEED_PROXY, Slack",
		Long: "Look for what is wrong with Redis, the sources, the articles that came, FEED_PROXY and Slack, and say how to mend it.\n" +
			"It changes nothing and posts nothing. It exits with 1 if something is broken.",
		Args: takes(0, 0),
		RunE: a.run(func(ctx context.Context, _ []string) error { return a.doctor(ctx) }),
	}
}

// The marks of a finding.
const (
	well   = "ok"
	doubt  = "look"   // it works, but
	broken = "broken" // it does not
)

// examination writes findings and remembers whether something is broken.
type examination struct {
	*app
	broken bool
	lost   error // that findings could not be written
}

// find writes a finding: what was looked at, how it is, and how to mend it.
func (e *examination) find(mark, what, how, mend string) {
	e.broken = e.broken || mark == broken
	e.line(fmt.Sprintf("%-7s %-8s ", mark, what), how)
	if mend != "" {
		e.line("", mend)
	}
}

// line writes a line of a finding: what stands in its first columns, and foreign text.
func (e *examination) line(head, text string) {
	_, err := fmt.Fprintf(e.out, "%17s%s\n", head, render.Inert(text))
	e.lost = cmp.Or(e.lost, err)
}

func (a *app) doctor(ctx context.Context) error {
	e := &examination{app: a}
	if err := e.store(ctx); err != nil {
		return err
	}
	e.proxy(ctx)
	e.slack(ctx)
	e.socket(ctx)
	switch {
	case e.lost != nil:
		return fmt.Errorf("print what was found: %w", e.lost)
	case e.broken:
		return errReported
	}
	return nil
}

// store examines Redis and what is in it.
func (e *examination) store(ctx context.Context) error {
	if e.config.RedisURL == "" {
		e.find(doubt, "redis", "none is set: articles are kept in memory and lost when the command ends", "set REDIS_URL")
		return nil
	}
	s, err := e.openStore(ctx)
	if err == nil {
		defer s.Close()
		err = e.examine(ctx, s)
	}
	if err != nil && ctx.Err() == nil {
		e.find(broken, "redis", err.Error(), "")
		return nil
	}
	return err
}

func (e *examination) examine(ctx context.Context, s *store.Store) error {
	c, err := s.Checkup(ctx)
	if err != nil {
		return err
	}
	e.redis(c)
	if err := e.settings(ctx, s); err != nil {
		return err
	}
	feeds, err := s.Feeds(ctx)
	if err != nil {
		return err
	}
	coming, err := s.UnseededFeeds(ctx, e.config.Feeds)
	if err != nil {
		return err
	}
	e.sources(feeds, coming)
	if err := e.languages(ctx, s); err != nil {
		return err
	}
	return e.items(ctx, s)
}

// leastRedis is the first major version of Redis that has all that is needed.
const leastRedis = 7

// redis judges what Redis tells of itself.
func (e *examination) redis(c store.Checkup) {
	major := 0
	fmt.Sscanf(c.Version, "%d", &major)
	switch {
	case c.Version == "":
		e.find(doubt, "redis", "answers, but does not say how it is", "let its user run INFO")
	case major < leastRedis:
		e.find(broken, "redis", "has version "+c.Version, "newsbot needs 7.0 or newer")
	case c.Clustered:
		e.find(broken, "redis", "is a server of a Cluster, and REDIS_URL names it as a single one", "add ?cluster=true to REDIS_URL")
	case c.Replica:
		e.find(broken, "redis", "is a replica, which takes nothing new", "set REDIS_URL to its master, or to its Sentinels with ?master_name=")
	default:
		e.find(well, "redis", fmt.Sprintf("version %s, %d MB in use", c.Version, c.Memory>>20), "")
	}
	e.persistence(c.Persistence)
	e.memory(c)
	e.clock(c.Ahead.Abs())
}

// memory judges how much room Redis has.
func (e *examination) memory(c store.Checkup) {
	const raise = "raise maxmemory; a shorter RETENTION is for the days that begin after it is set"
	switch {
	case c.Policy != "" && c.Policy != "noeviction":
		e.find(broken, "memory", "Redis drops keys when it is full: maxmemory-policy is "+c.Policy, "set maxmemory-policy to noeviction, or articles and subscriptions get lost")
	case c.MaxMemory > 0 && c.Memory >= c.MaxMemory:
		e.find(broken, "memory", "Redis is full and takes nothing new", raise)
	case c.Version != "" && c.MaxMemory == 0:
		e.find(doubt, "memory", "Redis has no memory limit: nothing stops it before the machine has none left",
			"set maxmemory; from nine tenths of it on no news is taken in, so that digests can be posted")
	case c.Used() > store.FullFrom:
		e.find(broken, "memory", fmt.Sprintf("%d of %d MB are used: no news is taken in, so that digests can be posted", c.Memory>>20, c.MaxMemory>>20), raise)
	}
}

// clockOff is by how much clocks may differ.
const clockOff = 5 * time.Second

// clock judges how far the clocks of this machine and of Redis are apart.
func (e *examination) clock(apart time.Duration) {
	if apart > clockOff {
		e.find(doubt, "clock", fmt.Sprintf("this machine and Redis are %s apart", apart.Round(time.Second)), "set both clocks by NTP; articles without a date are filed by this one, digests are due by that of Redis")
	} else {
		e.find(well, "clock", fmt.Sprintf("this machine and Redis are %s apart", apart.Round(time.Millisecond)), "")
	}
}

// persistence judges how Redis keeps its data.
func (e *examination) persistence(p store.Persistence) {
	switch {
	case !p.Known:
	case p.LogError:
		e.find(broken, "disk", "Redis cannot append to its file", "see its log and the space on its disk")
	case p.Saved == "err":
		e.find(broken, "disk", "the last snapshot of Redis failed", "see its log and the space on its disk")
	case !p.Log:
		e.find(doubt, "disk", "Redis keeps no append-only file: when it dies, what came since its last snapshot is lost, and a digest may be posted again", "set appendonly to yes")
	default:
		e.find(well, "disk", "Redis appends every write to a file", "")
	}
}

// settings compares these settings with those of the bot that runs.
func (e *examination) settings(ctx context.Context, s *store.Store) error {
	running, err := s.LeaseTerms(ctx, bot.SettingsLease)
	if own := bot.SettingsTerms(e.subscription()); err == nil && e.config.Channel != "" && running != "" && running != own {
		e.find(doubt, "digest", "a bot on this Redis has other settings: "+running+"; here they are "+own,
			"give all bots on one Redis the same settings, or each a Redis of its own: only the digest of the one that was first is posted")
	}
	return err
}

// proxy examines the proxy for what strangers name, or tells that one of the
// environment is not for that.
func (e *examination) proxy(ctx context.Context) {
	switch through := e.config.Proxy.URL; {
	case through != nil:
		if err := tryProxy(ctx, through); err != nil {
			e.find(broken, "proxy", fmt.Sprintf("FEED_PROXY at %s %v: no page of an article is read, nor what people add in Slack", through.Host, err),
				"set FEED_PROXY to a proxy that runs, with its user name and password")
			return
		}
		e.find(well, "proxy", "FEED_PROXY at "+through.Host+" answers", "")
	case cmp.Or(os.Getenv("HTTPS_PROXY"), os.Getenv("https_proxy")) != "":
		e.find(doubt, "proxy", "HTTPS_PROXY is not used for the pages of articles and what people add in Slack, as it might lead inside",
			"set FEED_PROXY, if this machine reaches the web only through a proxy and that refuses inner addresses")
	}
}

// proxyTime is how long a proxy may take to answer.
const proxyTime = 10 * time.Second

// tryProxy asks a proxy for a site that there cannot be (RFC 6761, 6.4): whatever it says
// of that, it answers, and nobody else is asked.
func tryProxy(ctx context.Context, through *url.URL) error {
	ctx, cancel := context.WithTimeout(ctx, proxyTime)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://newsbot.invalid/", nil)
	if err != nil {
		return err
	}
	transport := &http.Transport{Proxy: http.ProxyURL(through), DisableKeepAlives: true}
	res, err := transport.RoundTrip(req)
	if err != nil {
		return errors.New("does not answer: " + digest.Cause(err))
	}
	res.Body.Close()
	if res.StatusCode == http.StatusProxyAuthRequired {
		return errors.New("wants another user name and password")
	}
	return nil
}

// aDay is how long a source may fail before that is more than a bad day.
const aDay = 24 * time.Hour

// sources judges the feeds, and those of the settings that are not among them yet.
func (e *examination) sources(feeds, coming []store.Feed) {
	now := time.Now()
	wrong, never := 0, 0
	for _, f := range feeds {
		mark, how, mend := e.source(f, now)
		switch {
		case mark != well:
			e.find(mark, "source", f.Public()+" "+how, mend)
			wrong++
		case f.Unread() && now.Sub(f.Added) > aDay:
			never++
		}
	}
	if never > 0 {
		e.find(broken, "sources", render.Plural(never, "source was", "sources were")+" never read", "run newsbot serve")
	}
	if len(coming) > 0 {
		e.find(doubt, "sources", ofSettings(coming), "run newsbot serve with these settings: it adds them as it begins")
	}
	switch {
	case len(feeds)+len(coming) == 0:
		e.find(doubt, "sources", "there are none", "newsbot sources add URL, or set FEEDS")
	case len(feeds) > 0 && wrong+never == 0:
		e.find(well, "sources", "none is failing: "+counted(feeds), "")
	case never == 0 && slices.ContainsFunc(feeds, store.Feed.Unread):
		e.find(well, "sources", counted(feeds), "")
	}
}

// languages tells of how many new articles few names are found.
func (e *examination) languages(ctx context.Context, s *store.Store) error {
	articles, err := s.Window(ctx, time.Now().Add(-aDay), time.Time{})
	foreign := 0
	for _, a := range articles {
		if digest.IsForeign(a.Language) {
			foreign++
		}
	}
	if few := (render.Reader{}).Foreign(foreign, "article of the last day", "articles of the last day"); few != "" {
		e.find(well, "names", few, "")
	}
	return err
}

// source judges a feed: how it is, and how to mend it.
func (e *examination) source(f store.Feed, now time.Time) (mark, how, mend string) {
	h, by := f.Health, render.Reader{Zone: e.config.Zone.Location}
	switch {
	case f.State == store.FeedGone:
		return doubt, "is gone: " + f.Why, "newsbot sources remove " + f.ID
	case f.State != store.FeedActive:
		return well, "", ""
	case h.Failures > 0 && now.Sub(h.Failing) > aDay:
		return broken, "has failed since " + by.When(h.Failing, now) + ": " + h.Failure,
			"newsbot sources test " + f.ID + ", then remove it, or add its new address"
	case h.Failures > 0:
		return doubt, poll.HealthOf(f, now, by).Trouble, "it is tried again; newsbot sources test " + f.ID + " does so now"
	case h.CappedOn(now):
		return doubt, "brings more than is taken from one source in a day; the rest waits until midnight UTC",
			"newsbot sources pause " + f.ID + ", if that is no news"
	}
	return well, "", ""
}

const (
	longQueue = 1000 // items that wait
	shownDead = 5
)

// items judges the queue.
func (e *examination) items(ctx context.Context, s *store.Store) error {
	waiting, err := s.Backlog(ctx)
	if err != nil {
		return err
	}
	mark, mend := well, ""
	if waiting > longQueue {
		mark, mend = doubt, "run newsbot serve, or more of it, if that does not go down"
	}
	e.find(mark, "queue", render.Plural(waiting, "article waits", "articles wait")+" to be taken in", mend)
	dead, total, err := s.DeadItems(ctx, shownDead)
	if err != nil || total == 0 {
		return err
	}
	e.find(broken, "articles", render.Plural(total, "article", "articles")+" could not be taken in",
		"newsbot reanalyze --failed tries again; please report what fails again")
	for _, d := range dead {
		e.line("", render.Shorten(cmp.Or(d.Article.URL, d.Article.Title, d.Feed), 80)+": "+d.Why)
	}
	return nil
}

// scopeLine is a line of the manifest with a scope and what the bot needs it for: all
// but one have a colon, which events have not.
var scopeLine = regexp.MustCompile(`(?m)^ +- (commands|[a-z_]+:[a-z]+) # (.+)$`)

// scopes judges what the token may do, by the manifest of the app.
func (e *examination) scopes(granted []string) {
	if granted == nil {
		e.find(doubt, "scopes", "Slack does not tell which scopes the token has", "")
		return
	}
	lacking := 0
	for _, line := range scopeLine.FindAllStringSubmatch(manifestText, -1) {
		name, uses := line[1], line[2]
		if slices.Contains(granted, name) {
			continue
		}
		lacking++
		mark := doubt
		if name == "chat:write" {
			mark = broken
		}
		e.find(mark, "scopes", "the token lacks "+name+": "+uses, "add it on the app's page OAuth & Permissions and install the app again")
	}
	if lacking == 0 {
		e.find(well, "scopes", "the token has all that are needed", "")
	}
}

// slack examines what Slack lets the bot do.
func (e *examination) slack(ctx context.Context) {
	if e.config.Token == "" {
		e.find(doubt, "slack", "no token is set: nothing is posted", "set SLACK_BOT_TOKEN")
		return
	}
	api := e.app.slack()
	who, err := bot.Inspect(ctx, api)
	if err != nil {
		e.find(broken, "slack", err.Error(), "")
		return
	}
	e.find(well, "slack", fmt.Sprintf("%s in %s", who.User, who.Team), "")
	e.scopes(who.Scopes)
	if e.config.Channel == "" {
		return
	}
	outside, err := bot.InspectChannel(ctx, api, e.config.Channel)
	switch {
	case outside && !slices.Contains(who.Scopes, "chat:write.public"):
		e.find(broken, "channel", err.Error(), "")
	case err != nil:
		e.find(doubt, "channel", err.Error(), "")
	default:
		e.find(well, "channel", "the bot is in "+e.config.Channel, "")
	}
}

// socket examines whether Slack lets the bot hear over Socket Mode.
func (e *examination) socket(ctx context.Context) {
	if e.config.AppToken == "" {
		return
	}
	if err := bot.InspectSocket(ctx, e.app.slack()); err != nil {
		e.find(broken, "socket", err.Error(), "")
		return
	}
	e.find(well, "socket", "Slack takes the app-level token", "")
}
