package schedule

import (
	"encoding/json"
	"fmt"
	"maps"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/digest"
)

// Edition is a digest that is laid out to be posted.
type Edition struct {
	Messages []block.Message          // none: nothing is posted
	Told     []map[string]digest.Told // by message, as long as they tell stories: what the readers know of those once it stands
	Articles int                      // in its window
	Stories  int
}

// ToldBy returns what the readers know of the stories of those messages that stand.
func (e Edition) ToldBy(stands func(message int) bool) map[string]digest.Told {
	told := make(map[string]digest.Told)
	for n, stories := range e.Told {
		if stands(n) {
			maps.Copy(told, stories)
		}
	}
	return told
}

// plan is an Edition in the form in which it is kept.
type plan struct {
	Version  int
	Messages []planned
	Told     map[string]digest.Told `json:",omitempty"` // of all messages, in version 1
	Articles int
	Stories  int
}

type planned struct {
	Text   string
	Blocks slack.Blocks
	Told   map[string]digest.Told `json:",omitempty"`
}

const planVersion = 2

func encodeEdition(e Edition) ([]byte, error) {
	p := plan{Version: planVersion, Articles: e.Articles, Stories: e.Stories}
	for n, m := range e.Messages {
		one := planned{Text: m.Text, Blocks: slack.Blocks{BlockSet: m.Blocks}}
		if n < len(e.Told) {
			one.Told = e.Told[n]
		}
		p.Messages = append(p.Messages, one)
	}
	raw, err := json.Marshal(p)
	if err != nil {
		return nil, fmt.Errorf("write what is to be posted: %w", err)
	}
	return raw, nil
}

func decodeEdition(raw []byte) (Edition, error) {
	var p plan
	if err := json.Unmarshal(raw, &p); err != nil {
		return Edition{}, fmt.Errorf("read what is to be posted: %w", err)
	}
	if p.Version < 1 || p.Version > planVersion {
		return Edition{}, fmt.Errorf("what is to be posted has version %d; this program reads up to version %d", p.Version, planVersion)
	}
	e := Edition{Articles: p.Articles, Stories: p.Stories}
	for _, m := range p.Messages {
		e.Messages = append(e.Messages, block.Message{Text: m.Text, Blocks: m.Blocks.BlockSet})
		e.Told = append(e.Told, m.Told)
	}
	if p.Version == 1 && len(e.Told) > 0 {
		e.Told[0] = p.Told
	}
	return e, nil
}
