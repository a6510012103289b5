package slackfake

import (
	"context"
	"encoding/json"
	"fmt"
)

// Submit sends the topmost modal of a user, with inputs by their action_id; an
// input that is not named keeps what stands in it. It returns what the bot
// finds wrong with the inputs, by block_id, in which case the modal stays.
func (s *Slack) Submit(ctx context.Context, user string, inputs map[string]string) (wrong map[string]string, err error) {
	s.mu.Lock()
	v, d, err := s.submission(user, inputs)
	s.mu.Unlock()
	if err != nil {
		return nil, err
	}
	ack, err := s.deliver(ctx, d)
	if err != nil {
		return nil, err
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
func (s *Slack) submitted(v *view, ack json.RawMessage) (wrong map[string]string, err error) {
	var reply struct {
		Action string            `json:"response_action"`
		Errors map[string]string `json:"errors"`
		View   json.RawMessage   `json:"view"`
	}
	if ack != nil {
		if err := json.Unmarshal(ack, &reply); err != nil {
			return nil, fmt.Errorf("%w: read the acknowledgement: %w", ErrDispatch, err)
		}
	}
	switch reply.Action {
	case "":
		s.dismiss(v)
	case "clear":
		for old := s.top(v.User, "modal"); old != nil; old = s.top(v.User, "modal") {
			s.dismiss(old)
		}
	case "errors":
		return reply.Errors, v.checkErrors(reply.Errors)
	case "update":
		return nil, s.replace(v, reply.View)
	default:
		return nil, fmt.Errorf("%w: response_action %q", ErrDispatch, reply.Action)
	}
	return nil, nil
}

// checkErrors refuses errors that Slack cannot show.
func (v *view) checkErrors(errors map[string]string) error {
	inputs := make(map[string]bool)
	for _, e := range elements(v.blocks()) {
		inputs[e.blockID] = e.input != nil
	}
	for id := range errors {
		if !inputs[id] {
			return fmt.Errorf("%w: an error for %q, which is no input block", ErrDispatch, id)
		}
	}
	return nil
}

func (s *Slack) replace(v *view, raw json.RawMessage) error {
	fields, no := readView(raw, "modal")
	if no != nil {
		return fmt.Errorf("%w: %s %q", ErrDispatch, no.code, no.messages)
	}
	s.show(v, raw, fields)
	return nil
}
