package main

import (
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"newsbot/bot/slackfake"
)

// manyStories are more than the first message of a digest tells.
const manyStories = `{"title":"Harbour bridge opens in Esbjerg","text":"The new harbour bridge opened on Monday."}
{"title":"Bakers in Lyon end their strike","text":"Bakers went back to work on Monday."}
{"title":"Volcano on Java throws ash over villages","text":"Ash fell on nine villages."}
{"title":"Museum finds a lost painting in its cellar","text":"A curator found the painting behind a door."}
{"title":"Chess champion keeps her title","text":"She won the last game in 40 moves."}
{"title":"Court in Nairobi frees a journalist","text":"The judges said that there was no evidence."}
{"title":"Tax on sugar is raised","text":"Parliament voted for the higher tax."}
{"title":"Rover lands on the moon","text":"The rover sent its first picture."}
{"title":"Wolves return to the heath","text":"Rangers counted three cubs."}
`

// TestPostStopped stops a digest when its first message stands, or lets Slack refuse the second: who runs it again
// knows that the first comes twice.
func TestPostStopped(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.jsonl")
	if err := os.WriteFile(file, []byte(manyStories), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, refused := range []bool{false, true} {
		noEnv(t)
		workspace := slackfake.New(slackfake.Options{Token: "xoxb-test", Scopes: []string{"chat:write"}})
		workspace.AddChannel(slackfake.Channel{ID: "C0000000001", Name: "news", Member: true})
		server := httptest.NewServer(workspace)
		t.Cleanup(server.Close)
		t.Setenv("SLACK_BOT_TOKEN", "xoxb-test")
		t.Setenv("SLACK_API_URL", server.URL+"/api/")
		ctx, stop := context.WithCancel(t.Context())
		if refused {
			workspace.Fail("chat.postMessage", slackfake.Fault{}, slackfake.Fault{Error: "is_archived"})
		} else {
			changes, _ := workspace.Subscribe()
			go func() {
				<-changes // the first message stands
				stop()
			}()
		}
		var said strings.Builder
		code := run(ctx, []string{"digest", "--post", "#news", file}, streams{strings.NewReader(""), &said, &said})
		stop()
		const want = "; the digest stands in #news in part, and another run posts all of it anew\n"
		if code != exitFailed || !strings.HasSuffix(said.String(), want) || refused == strings.Contains(said.String(), "stopped") {
			t.Errorf("refused %v: exit code %d, said %q, want %q at its end", refused, code, said.String(), want)
		}
	}
}
