package slackfake

import (
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
)

// args are the arguments of a request, which come as a form or as JSON.
type args struct {
	token  string
	values map[string]json.RawMessage
}

// readArgs reads the arguments from wherever Slack takes them.
func readArgs(r *http.Request) (args, error) {
	a := args{values: make(map[string]json.RawMessage)}
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind == "application/json" {
		if err := json.NewDecoder(r.Body).Decode(&a.values); err != nil && err != io.EOF { // none is fine
			return args{}, fmt.Errorf("read JSON arguments: %w", err)
		}
	}
	if err := r.ParseForm(); err != nil {
		return args{}, fmt.Errorf("read form arguments: %w", err)
	}
	for name, values := range r.Form {
		quoted, err := json.Marshal(values[0])
		if err != nil {
			return args{}, fmt.Errorf("read argument %s: %w", name, err)
		}
		a.values[name] = quoted
	}
	a.token = a.text("token")
	delete(a.values, "token")
	if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		a.token = bearer
	}
	return a, nil
}

// text returns an argument as text, "" where it is absent.
func (a args) text(name string) string {
	raw := a.values[name]
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	return string(raw)
}

// flag returns an argument that is true or false.
func (a args) flag(name string) bool {
	on, err := strconv.ParseBool(a.text(name))
	return err == nil && on
}

// number returns an argument that is a whole number, and otherwise fallback.
func (a args) number(name string, fallback int) int {
	if n, err := strconv.Atoi(a.text(name)); err == nil {
		return n
	}
	return fallback
}

// json returns an argument that is JSON, which a form holds as text; nil where
// it is absent.
func (a args) json(name string) json.RawMessage {
	if s := a.text(name); s != "" && s != "null" {
		return json.RawMessage(s)
	}
	return nil
}

func (a args) record() map[string]string {
	out := make(map[string]string)
	for name := range a.values {
		out[name] = a.text(name)
	}
	return out
}
