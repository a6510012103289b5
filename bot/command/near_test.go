package command

import (
	"strings"
	"testing"
)

func TestMisspelt(t *testing.T) {
	for _, tt := range []struct {
		asked, name string
		away        int // 0: it is not
	}{
		{"esbjergg", "esbjerg", 1},
		{"vangsgard", "kirsten vangsgaard", 1},
		{"kirsten vangsgard", "kirsten vangsgaard", 1},
		{"vagnsgard", "kirsten vangsgaard", 2},
		{"kirsten vagnsgart", "kirsten vangsgaard", 0},
		{"esbjerg", "esbjerg", 0},
		{"danks", "banks", 1},
		{"thanks", "banks", 0},
		{"arietta", "lucia arrieta", 2},
		{"iran", "iraq", 0},
		{"storm hedda", "hedda", 0},
	} {
		away, ok := misspelt(tt.asked, tt.name)
		if ok != (tt.away > 0) || ok && away != tt.away {
			t.Errorf("misspelt(%q, %q) = %d, %t; want %d", tt.asked, tt.name, away, ok, tt.away)
		}
	}
}

// TestMeantCommand: a word that articles have is no misspelt command, whatever else is asked with it.
func TestMeantCommand(t *testing.T) {
	r := responder(t, sampleStore(t), nil)
	for asked, offer := range map[string]string{
		"storm 20 Nov":  "",
		"storm quizzes": "",
		"strom 20 Nov":  "",
		"stry 20 Nov":   "/news story 20 Nov",
		"trneds 7d":     "/news trends 7d",
	} {
		got := ""
		for _, label := range labels(r.Command(t.Context(), ask(asked)).Message) {
			if strings.HasPrefix(label, "/news ") {
				got = label
			}
		}
		if got != offer {
			t.Errorf("%q offers %q, want %q", asked, got, offer)
		}
	}
}
