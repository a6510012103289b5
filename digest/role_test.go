package digest

import (
	"testing"
	"time"
)

// TestRole: who a person is, by texts of which the latest comes first.
func TestRole(t *testing.T) {
	z, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	type telling struct{ title, text string }
	before := telling{"Halden Robotics recalls robots", "Anders Lie, the chief executive of the Norwegian company Halden Robotics, said the recall would cost 60 million euros."}
	for _, c := range []struct {
		name  string
		texts []telling
		want  string
	}{
		{"title alone", []telling{{"Recall to cost 60 million", "Chief Executive Anders Lie said the recall would cost 60 million euros."}}, "Chief Executive"},
		{"of a company", []telling{before}, "chief executive of the Norwegian company Halden Robotics"},
		{"the company's", []telling{{"Recall", "The robots will be repaired, said Anders Lie, Halden Robotics's chief executive."}}, "chief executive of Halden Robotics"},
		{"the company before the name", []telling{{"Recall", "Halden Robotics chief executive Anders Lie said the robots would be repaired."}}, "Halden Robotics chief executive"},
		{"a place's", []telling{{"Storm", "Norway's Prime Minister Anders Lie said the robots would be repaired."}}, "Prime Minister of Norway"},
		{"a place by the way", []telling{{"Storm", "In Norway Prime Minister Anders Lie said the robots would be repaired."}}, "Prime Minister"},
		{"the post before the name", []telling{{"Recall", "The chief executive of Halden Robotics, Anders Lie, said the robots would be repaired."}}, "chief executive of Halden Robotics"},
		{"who is no such thing", []telling{{"Recall", "Anders Lie, a friend of Halden Robotics, said the robots would be repaired."}}, ""},
		{"resigned", []telling{{"Change at Halden", "Anders Lie resigned as chief executive of Halden Robotics on Tuesday."}, before}, "former chief executive of Halden Robotics"},
		{"steps down, by a title", []telling{{"Halden Robotics chief Anders Lie steps down over recall", "The company will look for another."}, before}, "former Halden Robotics chief"},
		{"resigned, without the post", []telling{{"Change in Oslo", "Anders Lie has resigned after a recall of 1,900 robots, the company said."}, before}, "former chief executive of the Norwegian company Halden Robotics"},
		{"resigned as something else", []telling{{"Change in Oslo", "Anders Lie resigned as treasurer of a chess club on Tuesday."}, before}, "chief executive of the Norwegian company Halden Robotics"},
		{"is to resign", []telling{{"Change in Oslo", "Anders Lie has resigned, effective in March, the company said."}, before}, "chief executive of the Norwegian company Halden Robotics"},
		{"resigned before that", []telling{before, {"Change", "Anders Lie has resigned after a quarrel, the club said."}}, "chief executive of the Norwegian company Halden Robotics"},
		{"former already", []telling{{"Change", "Anders Lie, former chief executive of Halden Robotics, resigned on Tuesday, the club said."}}, "former chief executive of Halden Robotics"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var articles []Brief
			var texts []Analyzed
			for i, x := range c.texts {
				a := Article{Source: "Courier", Title: x.title, Text: x.text, Published: noon.Add(-time.Duration(i) * time.Hour)}
				a.Identify("")
				n, err := z.Analyze(a)
				if err != nil {
					t.Fatal(err)
				}
				articles, texts = append(articles, NewBrief(a, n)), append(texts, Analyzed{a, n})
			}
			if got := NewDossier("person/anders-lie", articles, texts, noon.Add(-24*time.Hour), noon).Role; got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
