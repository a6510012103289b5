package command

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestReadWish(t *testing.T) {
	monThu := []time.Weekday{time.Monday, time.Thursday}
	for _, tt := range []struct {
		line string
		want wish
	}{
		{"08:30", wish{at: "08:30"}},
		{"8.30", wish{at: "08:30"}},
		{"8:30am", wish{at: "08:30"}},
		{"8:30 PM", wish{at: "20:30"}},
		{"12am", wish{at: "00:00"}},
		{"12 p.m.", wish{at: "12:00"}},
		{"at 8", wish{at: "08:00"}},
		{"17h", wish{at: "17:00"}},
		{"at noon", wish{at: "12:00"}},
		{"every weekday at 8.30", wish{at: "08:30", days: weekdays}},
		{"every day at 8.30", wish{at: "08:30", days: week}},
		{"daily 08:30", wish{at: "08:30", days: week}},
		{"mon,thu 08:30", wish{at: "08:30", days: monThu}},
		{"08:30 on mondays and thursdays", wish{at: "08:30", days: monThu}},
		{"Mon, Thu, 08:30", wish{at: "08:30", days: monThu}},
		{"mon-fri 08:30", wish{at: "08:30", days: weekdays}},
		{"mon–fri 08:30", wish{at: "08:30", days: weekdays}},
		{"monday to friday 08:30", wish{at: "08:30", days: weekdays}},
		{"sat - sun 08:30", wish{at: "08:30", days: weekend}},
		{"<#C123|news> 08:30", wish{at: "08:30", channel: "C123"}},
		{"08:30 <#C123|news>", wish{at: "08:30", channel: "C123"}},
		{"08:30 Europe/Berlin", wish{at: "08:30", zone: "Europe/Berlin"}},
		{"08:30 europe/berlin", wish{at: "08:30", zone: "Europe/Berlin"}},
		{"08:30 Berlin", wish{at: "08:30", zone: "Europe/Berlin"}},
		{"08:30 new york time", wish{at: "08:30", zone: "America/New_York"}},
		{"in Ho Chi Minh daily 08:30", wish{at: "08:30", zone: "Asia/Ho_Chi_Minh", days: week}},
		{"08:30, Tokyo, ferries", wish{at: "08:30", zone: "Asia/Tokyo", topics: []string{"ferries"}}},
		{"08:30 UTC", wish{at: "08:30", zone: "UTC"}},
		{"08:30 São Paulo", wish{at: "08:30", zone: "America/Sao_Paulo"}},
		{"daily 9:00 Munich", wish{at: "09:00", days: week, zone: "Europe/Berlin"}},
		{"weekdays at 9 in Milan about ferries", wish{at: "09:00", days: weekdays, zone: "Europe/Rome", topics: []string{"ferries"}}},
		{"08:30 san francisco time", wish{at: "08:30", zone: "America/Los_Angeles"}},
		{"08:30 Ho Chi Minh City", wish{at: "08:30", zone: "Asia/Ho_Chi_Minh"}},
		{"08:30 New York Times", wish{at: "08:30", topics: []string{"New York Times"}}},
		{"08:30 Manchester United, Berlin", wish{at: "08:30", topics: []string{"Manchester United", "Berlin"}}},
		{"08:30 Boston celtics", wish{at: "08:30", topics: []string{"Boston celtics"}}},
		{"08:30 nice people", wish{at: "08:30", topics: []string{"nice people"}}},
		{"08:30 New York City", wish{at: "08:30", zone: "America/New_York"}},
		{"08:30 the Hague", wish{at: "08:30", zone: "Europe/Amsterdam"}},
		{"08:30 Washington, D.C., railways", wish{at: "08:30", zone: "America/New_York", topics: []string{"railways"}}},
		{"08:30 about Munich", wish{at: "08:30", topics: []string{"Munich"}}},
		{"08:30 topic Munich", wish{at: "08:30", topics: []string{"Munich"}}},
		{`08:30 "Munich"`, wish{at: "08:30", topics: []string{"Munich"}}},
		{"Munich 08:30", wish{at: "08:30", topics: []string{"Munich"}}},
		{"08:30 Berlin Munich", wish{at: "08:30", zone: "Europe/Berlin", topics: []string{"Munich"}}},
		{"08:30 EST5EDT", wish{at: "08:30", zone: "EST5EDT"}},
		{"08:30 Iran", wish{at: "08:30", topics: []string{"Iran"}}},
		{"08:30 West Bank", wish{at: "08:30", topics: []string{"West Bank"}}},
		{"08:30 South Korea, north sea", wish{at: "08:30", topics: []string{"South Korea", "north sea"}}},
		{"08:30 Davis Cup", wish{at: "08:30", topics: []string{"Davis Cup"}}},
		{"08:30 Gaza", wish{at: "08:30", topics: []string{"Gaza"}}},
		{"08:30 Asia/Gaza", wish{at: "08:30", zone: "Asia/Gaza"}},
		{"08:30 Berlin West Bank", wish{at: "08:30", zone: "Europe/Berlin", topics: []string{"West Bank"}}},
		{`08:30 "Berln"`, wish{at: "08:30", topics: []string{"Berln"}}},
		{"08:30 about Berln", wish{at: "08:30", topics: []string{"Berln"}}},
		{"08:30 ferries Berln", wish{at: "08:30", topics: []string{"ferries Berln"}}},
		{"08:30 Esbjerg", wish{at: "08:30", topics: []string{"Esbjerg"}}},
		{`08:30 "sea wall" ferries`, wish{at: "08:30", topics: []string{"sea wall", "ferries"}}},
		{"daily 08:30 about sea walls and ferries", wish{at: "08:30", days: week, topics: []string{"sea walls", "ferries"}}},
		{"sea walls, ferries 08:30", wish{at: "08:30", topics: []string{"sea walls", "ferries"}}},
		{"08:30 storms -football -\"The Ledger\"", wish{at: "08:30", topics: []string{"storms"}, mutes: []string{"football", "The Ledger"}}},
		{`08:30 "sun"`, wish{at: "08:30", topics: []string{"sun"}}},
		{"AC/DC 08:30", wish{at: "08:30", topics: []string{"AC/DC"}}},
		{"at about 8", wish{at: "08:00"}},
		{"weekdays 8", wish{at: "08:00", days: weekdays}},
		{"every monday 9 railway", wish{at: "09:00", days: []time.Weekday{time.Monday}, topics: []string{"railway"}}},
		{"9am mon 5 nations", wish{at: "09:00", days: []time.Weekday{time.Monday}, topics: []string{"5 nations"}}},
		{"weekly on fridays at 17", wish{at: "17:00", days: []time.Weekday{time.Friday}}},
		{"every week mon 08:30", wish{at: "08:30", days: []time.Weekday{time.Monday}}},
		{"every morning at 8 Berlin", wish{at: "08:00", days: week, zone: "Europe/Berlin"}},
		{"08:30 The Ledger Weekly", wish{at: "08:30", topics: []string{"Ledger Weekly"}}},
		{"08:30 about monthly rents", wish{at: "08:30", topics: []string{"monthly rents"}}},
		{`08:30 "hourly"`, wish{at: "08:30", topics: []string{"hourly"}}},
		{"08:30 Mt Ashby", wish{at: "08:30", topics: []string{"Mt Ashby"}}},
		{"08:30 UTC storms -5g", wish{at: "08:30", zone: "UTC", topics: []string{"storms"}, mutes: []string{"5g"}}},
		{"8:30 p.m. storms", wish{at: "20:30", topics: []string{"storms"}}},
		{"8:30p.m.", wish{at: "20:30"}},
		{"08:30 about 2026", wish{at: "08:30", topics: []string{"2026"}}},
		{"Mon-Fri 0830", wish{at: "08:30", days: weekdays}},
		{"0830 weekdays", wish{at: "08:30", days: weekdays}},
		{"at 930", wish{at: "09:30"}},
		{"8:30 Mo-Fr", wish{at: "08:30", days: weekdays}},
		{"Mon/Thu 9:00", wish{at: "09:00", days: monThu}},
		{"sat&sun 9:00", wish{at: "09:00", days: weekend}},
		{"business days 8:30", wish{at: "08:30", days: weekdays}},
		{"8 o'clock every day", wish{at: "08:00", days: week}},
		{"weekdays at 8 o’clock sharp", wish{at: "08:00", days: weekdays}},
		{"9:00 weekdays only", wish{at: "09:00", days: weekdays}},
		{"daily @ 9:00", wish{at: "09:00", days: week}},
		{"weekdays from 9:00", wish{at: "09:00", days: weekdays}},
		{"9:00 local time", wish{at: "09:00"}},
		{"9:00 Munich time zone", wish{at: "09:00", zone: "Europe/Berlin"}},
		{"9:00 timezone Munich, ferries", wish{at: "09:00", zone: "Europe/Berlin", topics: []string{"ferries"}}},
		{"9am Eastern time", wish{at: "09:00", zone: "America/New_York"}},
		{"9:00 UK time", wish{at: "09:00", zone: "Europe/London"}},
		{"9:00 UK politics", wish{at: "09:00", topics: []string{"UK politics"}}},
		{"9:00 letters from home", wish{at: "09:00", topics: []string{"letters from home"}}},
		{"8:30 except weekends", wish{at: "08:30", days: weekdays}},
		{"daily except on sundays 9:00", wish{at: "09:00", days: []time.Weekday{1, 2, 3, 4, 5, 6}}},
		{"weekdays 9:00 except mon, tue and wed, ferries", wish{at: "09:00", days: []time.Weekday{4, 5}, topics: []string{"ferries"}}},
		{"every day but not friday-sunday 9:00", wish{at: "09:00", days: []time.Weekday{1, 2, 3, 4}}},
		{"9:00 Doctors without Borders", wish{at: "09:00", topics: []string{"Doctors without Borders"}}},
		{"9:00 about except", wish{at: "09:00", topics: []string{"except"}}},
		{"every evening at 8", wish{at: "20:00", days: week}},
		{"every evening at 8:30 about ferries", wish{at: "20:30", days: week, topics: []string{"ferries"}}},
		{"every evening at 18:30", wish{at: "18:30", days: week}},
		{"every evening at 8am", wish{at: "08:00", days: week}},
		{"every morning at 8", wish{at: "08:00", days: week}},
		{"every weekday morning at 8", wish{at: "08:00", days: weekdays}},
		{"monday morning 9:00", wish{at: "09:00", days: []time.Weekday{1}}},
		{"every friday afternoon at 4", wish{at: "16:00", days: []time.Weekday{5}}},
		{"weekdays at 9 in the evening, Munich", wish{at: "21:00", days: weekdays, zone: "Europe/Berlin"}},
		{"9 pm in the evening Munich", wish{at: "21:00", zone: "Europe/Berlin"}},
		{"at 9 in the evening Munich", wish{at: "21:00", zone: "Europe/Berlin"}},
		{"every morning Munich 8:00", wish{at: "08:00", days: week, topics: []string{"Munich"}}},
		{"8:00 in the Evening Standard", wish{at: "08:00", topics: []string{"Evening Standard"}}},
		{"daily at 8 evening", wish{at: "20:00", days: week}},
		{"ferries every evening at 8", wish{at: "20:00", days: week, topics: []string{"ferries"}}},
		{"ferries every day at 8", wish{at: "08:00", days: week, topics: []string{"ferries"}}},
		{"9:00 death of every child", wish{at: "09:00", topics: []string{"death of every child"}}},
		{"evenings at 6", wish{at: "18:00", days: week}},
		{"every night at 11", wish{at: "23:00", days: week}},
		{"every night at 1", wish{at: "01:00", days: week}},
		{"mondays Morning Star 9:00", wish{at: "09:00", days: []time.Weekday{1}, topics: []string{"Morning Star"}}},
		{"Doomsday 9:00", wish{at: "09:00", topics: []string{"Doomsday"}}},
		{"9:00 birthday 9", wish{at: "09:00", topics: []string{"birthday 9"}}},
		{"9:00 Evening Standard", wish{at: "09:00", topics: []string{"Evening Standard"}}},
		{"", wish{}},
	} {
		got, err := readWish(split(tt.line))
		if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(wish{})); diff != "" || err != nil {
			t.Errorf("%q: %v (-want +got):\n%s", tt.line, err, diff)
		}
	}
}

func TestWishMistakes(t *testing.T) {
	for line, want := range map[string]string{
		"25:10":                          "“25:10” is not a time of day: write it as 08:30.",
		"8:61":                           "“8:61” is not a time of day",
		"13pm":                           "“13pm” is not a time of day",
		"at 8 at 9":                      "One time of day at a time",
		"08:30 09:30":                    "One time of day at a time",
		"#news 08:30":                    "Slack does not tell me which channel “#news” is.",
		"<#C1|a> <#C2|b> 08:30":          "One channel at a time",
		"08:30 EST":                      "“EST” is not a time zone that I know: write a city, such as New York.",
		"9am pst":                        "“pst” is not a time zone that I know: write a city, such as Los Angeles.",
		"08:30 CET":                      "“CET” is not a time zone that I know: write a city, such as Berlin.",
		"08:30 XYT":                      "“XYT” is not a time zone that I know: write a city or a name",
		"daily 9:00 UTC+2":               "“UTC+2” is not a time zone that I know: write a city",
		"daily 9:00 utc -5":              "“utc-5” is not a time zone that I know: write a city",
		"GMT+05:30 daily 9:00":           "“GMT+05:30” is not a time zone that I know: write a city",
		"9:00 +2":                        "“+2” is not a time zone that I know: write a city",
		"9:00 -5":                        "“-5” is not a time zone that I know: write a city",
		"hourly 9:00":                    "I post daily or on certain weekdays: write daily, weekdays or mondays; for other times write a cron expression",
		"9:00 Monthly":                   "I post daily or on certain weekdays",
		"every hour":                     "I post daily or on certain weekdays",
		"every 2 weeks mon 9:00":         "I post daily or on certain weekdays",
		"every month at 9":               "I post daily or on certain weekdays",
		"once a day at 9":                "I post daily or on certain weekdays",
		"daily 9:00 without sports":      "What a digest leaves out is written with a minus before it: /news subscribe 08:30 -football. If “without” is a topic, write it in quotation marks.",
		"9:00 not football":              "What a digest leaves out is written with a minus before it",
		"weekends except sat, sun 9:00":  "No day is left on which the digest would come.",
		"tomorrow 9:00":                  "I post daily or on certain weekdays",
		"first monday of the month 9:00": "I post daily or on certain weekdays",
		"9:00 last friday":               "I post daily or on certain weekdays",
		"mon-fri 8:30 and 17:30":         "One time of day at a time, please: write the command with 08:30, and again with 17:30 for a second digest.",
		"08:30 AC/DC":                    "“AC/DC” is not a time zone that I know",
		"08:30 Berln":                    "Did you mean the time zone of Berlin? If “Berln” is a topic, write it in quotation marks.",
		"weekdays 9am in new yrok":       "Did you mean the time zone of New York? If “new yrok” is a topic",
		"08:30 Europe/Atlantis":          "“Europe/Atlantis” is not a time zone that I know",
		"weekly 08:30":                   "Say on which day of the week: /news subscribe mondays 08:30.",
		"weekdays 25":                    "“25” is not a time of day",
		"weekdys 08:30":                  "Did you mean weekdays?",
		"someday 9":                      "“someday” is no day of the week: write daily, weekdays or mondays. If it is a topic, write it in quotation marks.",
		"holidays 9":                     "“holidays” is no day of the week",
		"08:30 about mondai news":        "Did you mean monday?",
	} {
		_, err := readWish(split(line))
		if sentence, ok := asMisuse(err); !ok || !strings.HasPrefix(sentence, want) {
			t.Errorf("%q: %v, want %s", line, err, want)
		}
	}
}

// FuzzReadWish: every line is a wish or a mistake with a sentence.
func FuzzReadWish(f *testing.F) {
	for _, line := range []string{
		`<#C1|x> mon-fri, 8.30 pm new york "sea wall" -golf`, "at at at 8 in in every day", "mon - - fri to", "1 2 3 am", "#", ",,,", "08:30 Ho Chi", "in ../etc",
	} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		w, err := readWish(split(line))
		var m *misuseError
		if err != nil && !errors.As(err, &m) {
			t.Errorf("%q: %v", line, err)
		}
		if w.zone != "" {
			if _, err := time.LoadLocation(w.zone); err != nil {
				t.Errorf("%q: %v", line, err)
			}
		}
	})
}

func TestDayNames(t *testing.T) {
	for _, tt := range []struct {
		days []time.Weekday
		want string
	}{
		{nil, "every day"},
		{[]time.Weekday{0, 1, 2, 3, 4, 5, 6, 0}, "every day"},
		{[]time.Weekday{5, 4, 3, 2, 1}, "on weekdays"},
		{[]time.Weekday{0, 6}, "at weekends"},
		{[]time.Weekday{3}, "on Wednesdays"},
		{[]time.Weekday{4, 1}, "on Mon, Thu"},
	} {
		if got := dayNames(tt.days); got != tt.want {
			t.Errorf("dayNames(%v) = %q, want %q", tt.days, got, tt.want)
		}
	}
}
