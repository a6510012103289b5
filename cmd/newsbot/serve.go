package main

import (
	"context"

	"github.com/spf13/cobra"

	"newsbot/bot"
	"newsbot/bot/command"
	"newsbot/digest"
	"newsbot/digest/store"
)

// newServe returns the command that runs the bot.
func newServe(a *app) *cobra.Command {
	var check bool
	c := &cobra.Command{
		Use:   "serve",
		Short: "Run the bot: read feeds again and again, post a digest every day, answer people",
		Long: "Run the bot. It reads FEEDS and what newsbot sources shows, posts a digest to DIGEST_CHANNEL every day at DIGEST_AT\n" +
			"and answers people in Slack: over Socket Mode where SLACK_APP_TOKEN is set, else what Slack sends to\n" +
			"LISTEN_ADDR where SLACK_SIGNING_SECRET is set. On LISTEN_ADDR there are also /healthz, /readyz and /metrics.",
		Args: takes(0, 0),
		RunE: a.run(func(ctx context.Context, _ []string) error {
			if check {
				return bot.CheckHealth(ctx, string(a.config.Listen))
			}
			return a.serve(ctx)
		}),
	}
	c.Flags().BoolVar(&check, "check", false, "only ask the bot that listens on LISTEN_ADDR whether it is well")
	return c
}

// serve runs the bot until it is told to stop.
func (a *app) serve(ctx context.Context) error {
	poster, err := a.poster()
	if err != nil && (a.config.Channel != "" || a.answers()) {
		return err
	}
	z, err := newAnalyzer()
	if err != nil {
		return err
	}
	service := &bot.Service{
		Open: a.openStoreToServe, Log: a.log,
		Poster: poster, Subscription: a.subscription(), Admins: a.config.Admins,
		Listen: string(a.config.Listen), Metrics: bot.NewMetrics(),
	}
	service.Gather = a.gather(z, service.Metrics)
	if a.answers() {
		service.App = bot.NewApp(bot.AppConfig{
			Poster: poster, Socket: a.config.AppToken != "", Secret: string(a.config.Signing),
			Zone: a.config.Zone.Location, Metrics: service.Metrics,
		})
		service.Answerer = a.answerer(z, service.App.People())
	}
	a.warnIdle(service)
	a.log.Info("newsbot runs", "version", buildVersion(), "listen", service.Listen)
	err = service.Run(ctx)
	a.log.Info("newsbot stops")
	return err
}

// subscription returns the one that the settings ask for.
func (a *app) subscription() store.Subscription {
	return store.Subscription{
		Channel: a.config.Channel, Name: a.config.Edition,
		At: a.config.DigestAt.String(), Zone: a.config.Zone.String(),
	}
}

// answers reports whether the settings let people ask the bot.
func (a *app) answers() bool { return a.config.AppToken != "" || a.config.Signing != "" }

// answerer returns what makes an Answerer of a store.
func (a *app) answerer(z *digest.Analyzer, people *bot.People) func(*store.Store) bot.Answerer {
	own, public := a.webReader(false), a.webReader(true)
	return func(s *store.Store) bot.Answerer {
		return command.New(command.Config{
			News: s, Pages: public, Analyzer: z, Subscriptions: s, Editor: bot.NewEditor(s), Edition: a.config.Edition,
			Feeds: s, PublicFeeds: public, OwnFeeds: own, Vouched: hostPorts(a.config.Feeds),
			Policy: a.config.MayChange.Policy, People: people, Log: a.log,
		})
	}
}

// warnIdle says what the bot does not do for want of a setting.
func (a *app) warnIdle(s *bot.Service) {
	switch {
	case s.Poster == nil:
		a.log.Warn("nothing is posted and nobody is answered: set SLACK_BOT_TOKEN, and SLACK_APP_TOKEN for Socket Mode or SLACK_SIGNING_SECRET for HTTP requests")
	case s.App == nil:
		a.log.Warn("nobody is answered: set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP requests")
	}
}

// openStoreToServe waits for a Redis that is not there yet.
func (a *app) openStoreToServe(ctx context.Context) (*store.Store, error) {
	if a.config.RedisURL == "" {
		return a.openStoreOrMemory(ctx)
	}
	o := a.storeOptions()
	o.Wait = true
	return store.Open(ctx, string(a.config.RedisURL), o)
}
