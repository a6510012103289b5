package safejson

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

func TestEncoder(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<b>Tom & Jerry</b>", `"<b>Tom & Jerry</b>"`},
		{"\x1b[31m", `"\u001b[31m"`},
		{"\u009b31m\x7f", `"\u009b31m\u007f"`},
		{"\u202egnp.exe\u202c", `"\u202egnp.exe\u202c"`},
		{"tag \U000e0041", `"tag \udb40\udc41"`},
		{"👩\u200d🚒 می\u200cشود", "\"👩\u200d🚒 می\u200cشود\""},
	} {
		var b bytes.Buffer
		if err := NewEncoder(&b).Encode(c.text); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSuffix(b.String(), "\n"); got != c.want {
			t.Errorf("%q is written as %s, want %s", c.text, got, c.want)
		}
	}
}

func TestEncoderOfBrokenPipe(t *testing.T) {
	for _, s := range []string{"plain", "\u202e"} {
		if err := NewEncoder(broken{}).Encode(s); !errors.Is(err, errBroken) {
			t.Errorf("%q: got %v, want %v", s, err, errBroken)
		}
	}
}

var errBroken = errors.New("broken pipe")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func FuzzEncoder(f *testing.F) {
	f.Add("\u009b31m \U000e0041 \u202e")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\ufffd")
		var b bytes.Buffer
		if err := NewEncoder(&b).Encode(s); err != nil {
			t.Fatal(err)
		}
		if bytes.ContainsFunc(bytes.TrimSuffix(b.Bytes(), []byte("\n")), func(r rune) bool { return r < ' ' || acts(r) }) {
			t.Errorf("%q acts: %q", s, b.String())
		}
		var back string
		if err := json.Unmarshal(b.Bytes(), &back); err != nil || back != s {
			t.Errorf("%q is read as %q: %v", s, back, err)
		}
	})
}
