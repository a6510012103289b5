package main

import (
	"context"
	"time"

	"newsbot/digest/store"
)

// openStore connects to the Redis of the settings.
func (a *app) openStore(ctx context.Context) (*store.Store, error) {
	return store.Open(ctx, string(a.config.RedisURL), a.storeOptions())
}

// openStoreOrMemory does the same, and without a Redis in the settings opens
// one in memory and says so.
func (a *app) openStoreOrMemory(ctx context.Context) (*store.Store, error) {
	if a.config.RedisURL != "" {
		return a.openStore(ctx)
	}
	a.log.Warn("REDIS_URL is not set: articles are kept in memory and are gone when this command ends")
	return store.OpenMemory(ctx, a.storeOptions())
}

func (a *app) storeOptions() store.Options {
	return store.Options{Retention: time.Duration(a.config.Retention), Logger: a.log}
}

// errNoRedis is the answer to what only a Redis can do.
var errNoRedis = usagef("REDIS_URL is not set, so no articles are stored: set it in the environment or in .env, and fill the store with newsbot ingest")

// needStore connects to the Redis of the settings, for a command that has
// nothing to work on without it.
func (a *app) needStore(ctx context.Context) (*store.Store, error) {
	if a.config.RedisURL == "" {
		return nil, errNoRedis
	}
	return a.openStore(ctx)
}
