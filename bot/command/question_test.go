package command

import "testing"

func TestQuestions(t *testing.T) {
	commands := walker(t, news(t), web{}).commands
	for _, tt := range []struct{ line, command, about string }{
		{"What happened yesterday?", "top", "yesterday"},
		{"what did I miss?", "top", ""},
		{"what’s new", "top", ""},
		{"Whats the latest on Iran?", nameFind, "Iran"},
		{"what is new about the storm?", nameFind, "storm"},
		{"what happened in Esbjerg", nameFind, "Esbjerg"},
		{"tell me about Halden Robotics", nameFind, "Halden Robotics"},
		{"who is Lucía Arrieta ?", nameFind, "Lucía Arrieta"},
		{`tell me about "sea wall" -dike`, nameSearch, "sea wall dike"},
		{"show me the trends", "trends", ""},
		{"show me the headlines from last week", "top", "from last week"},
		{"what happened over the weekend?", "top", "over the weekend"},
		{"latest", "top", ""},
		{"news", "top", ""},
		{"The news today", "top", "today"},
		{"news about ferries", nameFind, "ferries"},
		{"top stories", "top", ""},
		{"top stories on monday", "top", "on monday"},
		{"what happened in march?", "top", "in march"},
		{"in October", "top", "in October"},

		{"News Corp", nameFind, "News Corp"},
		{"storm?", nameFind, "storm"},
		{"trends?", "trends", ""},
		{"?", "help", "?"},
		{"what is https://a.example/b?", "summarize", "what is https://a.example/b?"},
		{"what is new <https://a.example|a.example>?", "summarize", "what is new a.example"},
		{"what about unsubscribe", nameFind, "unsubscribe"},
		{`"what is new"`, nameFind, "what is new"},
		{"what wind does", nameFind, "what wind does"},
		{"latest:", nameFind, "latest:"},
	} {
		c, err := parse(commands, split(tt.line))
		if err != nil || c.command.name != tt.command || c.text() != tt.about {
			t.Errorf("parse(%q) = %s %q, %v; want %s %q", tt.line, c.command.name, c.text(), err, tt.command, tt.about)
		}
	}
}
