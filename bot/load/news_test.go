package load

import (
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"strings"
	"time"

	"newsbot/digest"
)

// days is over how many days the articles are spread.
const days = 30

// The parts of which articles are made.
var (
	given = strings.Fields("Ana Boris Carla Deniz Emil Fatou Greta Hugo Ines Jonas Karin Leon Mara Nils Olga Pavel Rosa Sven Tilda Umar Vera Wanda Yara Zoran")
	names = strings.Fields("Alder Berg Costa Dahl Engel Farkas Grau Holm Ivers Jansen Keller Lind Moreau Novak Okoye Petrov Quist Reyes Sato Tamm Urban Vidal Weiss Zeman")
	towns = strings.Fields("Aalborg Bergen Coimbra Dresden Esbjerg Fukuoka Geneva Haifa Izmir Jaipur Kampala Leiden Malaga Nairobi Odense Porto Quito Ravenna Split Tampere Utrecht Varna Windhoek Zadar")
	firms = strings.Fields("Harbour Rail Northern Coastal Federal Central Atlantic Nordic Baltic Alpine Pacific Danube")
	kinds = strings.Fields("Agency Council Institute Bank Union Ministry Company Observatory")
	acts  = []string{"opened a bridge over the river", "closed the harbour", "won the election", "found a leak in the pipeline", "signed a contract for ferries",
		"rejected the budget", "raised the fare of trains", "measured the deepest lake", "ended the strike of pilots", "lost the lawsuit on patents"}
	sources = strings.Fields("Courier Wire Post Ledger Herald Tribune Observer Gazette Chronicle Standard Mail Times")
)

// pick takes one of a list, the first ones more often, as names in the news are.
func pick(r *rand.Rand, list []string) string {
	return list[int(float64(len(list))*math.Pow(r.Float64(), 1.7))]
}

// articles yields n articles on events of the last days, of which every one has
// several. The same n gives the same ones.
func articles(n int, now time.Time) iter.Seq[digest.Article] {
	return func(yield func(digest.Article) bool) {
		r := rand.New(rand.NewPCG(1, 2))
		for i := 0; i < n; {
			at := now.Add(-time.Duration(float64(days*24*time.Hour) * float64(n-i) / float64(n)))
			e := newEvent(r)
			for range min(1+r.IntN(6), n-i) {
				a := e.report(r)
				a.URL = fmt.Sprintf("https://%s.example/%d", strings.ToLower(a.Source), i)
				a.Published = at.Add(time.Duration(r.IntN(90)) * time.Second)
				a.Identify("")
				if i++; !yield(a) {
					return
				}
			}
		}
	}
}

// event is something that happened.
type event struct{ who, where, body, act, thing string }

func newEvent(r *rand.Rand) event {
	return event{
		who: pick(r, given) + " " + pick(r, names), where: pick(r, towns), body: pick(r, firms) + " " + pick(r, kinds),
		act: pick(r, acts), thing: word(r),
	}
}

// word makes up a word, of many thousands.
func word(r *rand.Rand) string {
	syllables := strings.Fields("ba ke lo mi nu ra se ti vo za dri fle gro pli sta tre")
	var b strings.Builder
	for range 2 + r.IntN(2) {
		b.WriteString(pick(r, syllables))
	}
	return b.String()
}

// report is an article on the event, in words of its own.
func (e event) report(r *rand.Rand) digest.Article {
	lines := []string{
		fmt.Sprintf("The %s %s in %s on %s, %s said.", e.body, e.act, e.where, time.Weekday(r.IntN(7)), e.who),
		fmt.Sprintf("%s, who leads the %s, spoke of %d %s that were found in %s.", e.who, e.body, 2+r.IntN(900), e.thing, e.where),
	}
	for range 3 + r.IntN(4) {
		lines = append(lines, fmt.Sprintf("Residents of %s saw the %s and the %s near the %s, according to %s %s.",
			e.where, word(r), e.thing, word(r), pick(r, given), pick(r, names)))
	}
	return digest.Article{
		Source: pick(r, sources), Title: fmt.Sprintf("%s %s as %s speaks of %s", e.body, e.act, e.who, e.thing), Text: strings.Join(lines, "\n"),
	}
}

// question draws what a person types: what most people want most of the time.
func question(r *rand.Rand) (kind, line string) {
	name := func() string { return pick(r, given) + " " + pick(r, names) }
	switch n := r.IntN(100); {
	case n < 20:
		return "top", ""
	case n < 30:
		return "top of yesterday", "yesterday"
	case n < 45:
		return "about", "about " + []string{name(), pick(r, towns), pick(r, firms) + " " + pick(r, kinds)}[r.IntN(3)]
	case n < 60:
		return "search", "search " + pick(r, towns) + " " + word(r)
	case n < 65:
		return "search with options", `search "the harbour" ` + pick(r, towns) + " from:" + pick(r, sources) + " since:7d -pilots"
	case n < 75:
		return "name or words", []string{name(), pick(r, towns) + " " + strings.Fields(pick(r, acts))[0]}[r.IntN(2)]
	case n < 83:
		return "trends", "trends"
	case n < 86:
		return "top of a week", "last week"
	case n < 92:
		return "watch", "watch " + pick(r, towns)
	case n < 96:
		return "subscriptions", "subscriptions"
	}
	return "help", "help"
}
