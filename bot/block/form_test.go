package block

import (
	"strings"
	"testing"

	"github.com/slack-go/slack"
	"pgregory.net/rapid"
)

// TestHostileForms draws forms whose every text is out to break the modal.
func TestHostileForms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Form{Title: hostile().Draw(t, "title"), Submit: hostile().Draw(t, "submit"), Action: "act", Value: "v"}
		for kind := Text; kind <= Choice; kind++ {
			f.Fields = append(f.Fields, Field{
				Name: strings.Repeat("f", int(kind)+1), Kind: kind, Label: hostile().Draw(t, "label"), Hint: hostile().Draw(t, "hint"),
				Wrong: hostile().Draw(t, "wrong"), Value: hostile().Draw(t, "value"), Options: []Option{{"a", hostile().Draw(t, "option")}},
			})
		}
		if err := CheckModal(f.Modal()); err != nil {
			t.Fatal(err)
		}
	})
}

func TestForm(t *testing.T) {
	m := Form{Title: "Ask", Submit: "Go", Action: "act", Value: "v", Fields: []Field{
		{Name: "days", Kind: Checks, Label: "Days", Value: "mon,fri", Options: []Option{{"mon", "Monday"}, {"tue", "Tuesday"}, {"fri", "Friday"}}},
		{Name: "zone", Label: "Zone", Value: "Mars", Wrong: "No such zone."},
	}}.Modal()
	if err := CheckModal(m); err != nil {
		t.Fatal(err)
	}
	if len(m.Blocks.BlockSet) != 3 || m.CallbackID != "act" || m.PrivateMetadata != "v" {
		t.Errorf("%+v", m)
	}
	checks := m.Blocks.BlockSet[0].(*slack.InputBlock).Element.(*slack.CheckboxGroupsBlockElement)
	if len(checks.InitialOptions) != 2 || checks.InitialOptions[1].Value != "fri" {
		t.Errorf("ticked: %+v", checks.InitialOptions)
	}
	if zone := m.Blocks.BlockSet[1].(*slack.InputBlock).Element.(*slack.PlainTextInputBlockElement); zone.InitialValue != "Mars" {
		t.Errorf("zone: %+v", zone)
	}
}

// TestCheckModal breaks a limit of each kind.
func TestCheckModal(t *testing.T) {
	long := plainText(strings.Repeat("x", 3001))
	good := func() *slack.ModalViewRequest {
		return Form{Title: "Ask", Submit: "Go", Fields: []Field{{Name: "a", Label: "A"}}}.Modal()
	}
	for name, spoil := range map[string]func(*slack.ModalViewRequest){
		"title":    func(m *slack.ModalViewRequest) { m.Title = long },
		"submit":   func(m *slack.ModalViewRequest) { m.Submit = nil },
		"metadata": func(m *slack.ModalViewRequest) { m.PrivateMetadata = long.Text },
		"label":    func(m *slack.ModalViewRequest) { m.Blocks.BlockSet[0].(*slack.InputBlock).Label = long },
		"same name": func(m *slack.ModalViewRequest) {
			m.Blocks.BlockSet = append(m.Blocks.BlockSet, m.Blocks.BlockSet[0])
		},
	} {
		m := good()
		if err := CheckModal(m); err != nil {
			t.Error(err)
		}
		if spoil(m); CheckModal(m) == nil {
			t.Errorf("a wrong %s passes", name)
		}
	}
	if err := Check(good().Blocks.BlockSet); err == nil {
		t.Error("a message may have an input")
	}
}
