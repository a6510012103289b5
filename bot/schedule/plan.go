package schedule

import (
	"encoding/json"
	"fmt"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/digest"
)

// Edition is a digest that is laid out to be posted.
type Edition struct {
	Messages []block.Message        // none: nothing is posted
	Told     map[string]digest.Told // what the readers know of its stories once it is posted
	Articles int                    // in its window
	Stories  int
}

// plan is an Edition in the form in which it is kept.
type plan struct {
	Version  int
	Messages []planned
	Told     map[string]digest.Told
	Articles int
	Stories  int
}

type planned struct {
	Text   string
	Blocks slack.Blocks
}

const planVersion = 1

func encodeEdition(e Edition) ([]byte, error) {
	p := plan{Version: planVersion, Told: e.Told, Articles: e.Articles, Stories: e.Stories}
	for _, m := range e.Messages {
		p.Messages = append(p.Messages, planned{m.Text, slack.Blocks{BlockSet: m.Blocks}})
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
	if p.Version != planVersion {
		return Edition{}, fmt.Errorf("what is to be posted has version %d; this program reads version %d", p.Version, planVersion)
	}
	e := Edition{Told: p.Told, Articles: p.Articles, Stories: p.Stories}
	for _, m := range p.Messages {
		e.Messages = append(e.Messages, block.Message{Text: m.Text, Blocks: m.Blocks.BlockSet})
	}
	return e, nil
}
