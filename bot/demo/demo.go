package demo

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"newsbot/bot"
	"newsbot/bot/command"
	"newsbot/bot/schedule"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/store"
)

// Config says what a Demo shows.
type Config struct {
	News     []digest.Article // identified; each arrives when the clock has come to its time
	MadeUp   bool             // the news has neither pages nor feeds on the web: the demo serves them, and has the feeds as its sources
	Address  string           // of the demo's own page, "http://localhost:8000"
	Start    time.Time        // what the clock shows at first; zero: the time
	Mornings int              // before the start that have brought a digest each
	Zone     *time.Location
	Edition  string // name of the digest
	Analyzer *digest.Analyzer
	Web      *feed.Reader // reads what people name elsewhere; one with feed.Config.Public
	Log      *slog.Logger
}

// Demo is a workspace with the bot in it.
type Demo struct {
	config    Config
	clock     *clock
	store     *store.Store
	workspace *workspace
	editor    schedule.Editor
	poster    *bot.Poster
	app       *bot.App
	scheduler *schedule.Scheduler
	news      *news
	sources   sources
	library   library
	web       web
	usages    []usage

	start    time.Time          // what the clock shows when the demo has begun
	times    schedule.Timetable // of the usual digest
	mornings []time.Time        // before the start that have brought one

	moving  sync.Mutex // held while the clock is moved, and while news arrives or sources are read
	posting sync.Mutex // held while a digest is posted that somebody asked for
}

// New returns a Demo into which those articles have come that were published
// before its first digest. End it with Serve or Close.
func New(ctx context.Context, c Config) (*Demo, error) {
	d := &Demo{config: c, start: cmp.Or(c.Start, time.Now())}
	var err error
	if d.times, err = schedule.NewTimetable(d.usual()); err != nil {
		return nil, err
	}
	d.mornings = d.lastMornings(d.start, c.Mornings)
	d.clock = newClock(append(d.mornings, d.start)[0])
	s, err := store.OpenMemory(ctx, store.Options{Retention: store.Forever, Logger: c.Log, Now: d.clock.Now})
	if err != nil {
		return nil, err
	}
	d.store = s
	if d.workspace, err = newWorkspace(d.clock.Now, c.Zone); err != nil {
		return nil, errors.Join(fmt.Errorf("open a port for the workspace: %w", err), s.Close())
	}
	if c.MadeUp {
		d.library, c.News = newLibrary(c.Address, c.News, d.clock.Now)
	}
	d.web = newWeb(d.library, c.Web)
	if _, err := s.AddFeeds(ctx, d.library.feeds(people[0].ID)...); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	d.news = newNews(s, c, d.clock.Now)
	d.sources = sources{d.news, d.web}
	if err := d.news.arrive(ctx); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	d.employ(ctx)
	return d, nil
}

// employ sets the bot up.
func (d *Demo) employ(ctx context.Context) {
	c := d.config
	d.editor = bot.NewEditor(d.store)
	d.poster = bot.NewPoster(d.workspace.client(), c.Log, d.clock)
	d.app = bot.NewApp(bot.AppConfig{Poster: d.poster, Socket: true, Zone: c.Zone})
	answerer := command.New(command.Config{
		News: d.store, Pages: d.web, Analyzer: c.Analyzer, Feeds: d.store, PublicFeeds: d.web, OwnFeeds: d.web,
		Subscriptions: d.store, Editor: d.editor, Edition: c.Edition, People: d.app.People(), Log: c.Log, Now: d.clock.Now,
	})
	d.app.Open(answerer, d.store)
	d.scheduler = schedule.New(schedule.Config{
		Store: d.store, Editor: d.editor, Poster: d.poster, Log: c.Log, Look: lookEvery,
	})
	d.usages = usages(ctx, answerer, d.clock.Now(), c.Zone)
}

// Close lets go of a Demo that is not served.
func (d *Demo) Close() error {
	return errors.Join(d.workspace.listener.Close(), d.store.Close())
}

// How long the servers wait for the head of a request, and for what is under
// way when they end.
const (
	headerTime = 10 * time.Second
	endTime    = 2 * time.Second
)

// Serve runs the bot and shows the page to who connects to l, until ctx ends.
func (d *Demo) Serve(ctx context.Context, l net.Listener) error {
	defer d.store.Close()
	g, ctx := errgroup.WithContext(ctx)
	page := &http.Server{
		Handler: onlyHost(l.Addr(), d.page(), d.library.hosts()...), ReadHeaderTimeout: headerTime,
		BaseContext: func(net.Listener) context.Context { return ctx }, // ends the streams of events
	}
	g.Go(func() error { return serve(ctx, d.workspace.server(), d.workspace.listener) })
	g.Go(func() error { return serve(ctx, page, l) })
	g.Go(func() error {
		if err := d.begin(ctx); err != nil && ctx.Err() == nil {
			return err
		}
		g.Go(func() error { return d.app.Run(ctx) })
		g.Go(func() error { d.scheduler.Run(ctx); return nil })
		d.follow(ctx)
		return nil
	})
	return g.Wait()
}

// serve runs a server until ctx ends.
func serve(ctx context.Context, s *http.Server, l net.Listener) error {
	stop := context.AfterFunc(ctx, func() {
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), endTime)
		defer cancel()
		s.Shutdown(end)
		s.Close() // ends what Shutdown has no patience for, and WebSockets
	})
	defer stop()
	if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve %s: %w", l.Addr(), err)
	}
	return nil
}
