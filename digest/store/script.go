package store

import (
	"embed"
	"strings"

	"github.com/redis/go-redis/v9"
)

//go:embed *.lua
var scripts embed.FS

// script returns the script that these files make, one behind the other: "release" is
// release.lua.
func script(names ...string) *redis.Script {
	var source strings.Builder
	for _, name := range names {
		source.Write(must(scripts.ReadFile(name + ".lua")))
	}
	return redis.NewScript(source.String())
}
