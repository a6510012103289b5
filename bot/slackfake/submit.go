package slackfake

import (
	"context"
	"encoding/json"
	"fmt"
)

// Submit sends the topmost modal of a user, with inputs by their action_id; an
// input that is not named keeps what stands in it.
func (s *Slack) Submit(ctx context.Context, user string, inputs map[string]string) error {
	s.mu.Lock()
	v, d, err := s.submission(user, inputs)
	s.mu.Unlock()
	if err != nil {
		return err
	}
	ack, err := s.deliver(ctx, d)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.submitted(v, ack)
}

func (s *Slack) submission(user string, inputs map[string]string) (*view, delivery, error) {
	v, u := s.top(user, "modal"), s.user(user)
	if v == nil || u == nil {
		return nil, delivery{}, fmt.Errorf("%s sees no modal", user)
	}
	state, err := v.state(inputs)
	if err != nil {
		return nil, delivery{}, err
	}
	payload := s.interaction("view_submission", u)
	payload["view"], payload["response_urls"] = v.answer(state), []answer{}
	return v, delivery{kind: "interactive", payload: payload}, nil
}

// state is what stands in the inputs of a modal.
func (v *view) state(inputs map[string]string) (map[string]answer, error) {
	state := make(map[string]answer)
	known := make(map[string]bool)
	for _, e := range elements(v.blocks()) {
		if e.text("type") == "button" || e.text("type") == "overflow" {
			continue
		}
		id := e.text("action_id")
		choice, changed := inputs[id]
		if !changed {
			choice = e.initial()
		}
		if choice == "" && e.required() {
			return nil, fmt.Errorf("%s must be filled in", id)
		}
		value, err := e.use(choice)
		if err != nil {
			return nil, err
		}
		state[e.blockID] = answer{id: value}
		known[id] = true
	}
	for id := range inputs {
		if !known[id] {
			return nil, fmt.Errorf("the modal has no input %q", id)
		}
	}
	return state, nil
}

// submitted does with a modal what the bot's acknowledgement says.
func (s *Slack) submitted(v *view, ack json.RawMessage) error {
	var reply struct {
		Action string          `json:"response_action"`
		View   json.RawMessage `json:"view"`
	}
	if ack != nil {
		if err := json.Unmarshal(ack, &reply); err != nil {
			return fmt.Errorf("%w: read the acknowledgement: %w", ErrDispatch, err)
		}
	}
	switch reply.Action {
	case "":
		s.dismiss(v)
		return nil
	case "update":
		return s.replace(v, reply.View)
	}
	return fmt.Errorf("%w: response_action %q", ErrDispatch, reply.Action)
}

func (s *Slack) replace(v *view, raw json.RawMessage) error {
	fields, no := readView(raw, "modal")
	if no != nil {
		return fmt.Errorf("%w: %s %q", ErrDispatch, no.code, no.messages)
	}
	s.show(v, raw, fields)
	return nil
}
