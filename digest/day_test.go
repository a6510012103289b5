package digest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// syllables make up the names of persons, places and companies.
var syllables = strings.Fields("al ber cas dor el fen gor hal ist jor kel lin mar nor ost per quin ros sal tor ul ver wes yar zan bri cra dre fla gre plo ska tri")

// sentences are what reports are made of: %P is the event's person, %C its
// place, %O its company, %N a number, %A an article's own name.
var sentences = []string{
	"%O closed its works in %C on Monday and dismissed %N people, the company said.",
	"%P, the mayor of %C, called the decision of %O a blow to the region.",
	"Some %N residents of %C marched from the station to the harbour on Sunday evening.",
	"The police in %C arrested %N people after windows were broken near the market.",
	"A court in %C will hear the case of %O against the state in March.",
	"The price of grain rose by %N per cent in a week, dealers in %C reported.",
	"%P told reporters that the bridge would be open again before winter.",
	"According to %A of the University of %C, the water stood higher than in any year since 1954.",
	"The ministry sent pumps, tents and %N soldiers, who are to stay until Friday.",
	"Trains between %C and the coast were cancelled, and roads closed for hours.",
	"\"We have lost everything but the cat,\" said %A, who runs a bakery by the river.",
	"Parliament will vote on Thursday whether to give %O another %N million.",
	"The opposition asked why %P had not been told of the report of last summer.",
	"Doctors at the hospital of %C treated %N patients, most of them for smoke.",
	"%A, a spokeswoman of %O, said that the cause was not known yet.",
	"Shares of %O fell by %N per cent before trading was stopped.",
	"The club from %C won by %N points and leads the table for the first time.",
	"Experts from three countries will look at the plans and report in spring.",
	"The fire brigade needed %N hours to put the fire out, and two firefighters were hurt.",
	"In a letter to %P the union demands a hearing and the files of the last ten years.",
}

// newsDay makes up the reports of a day: events of very different size, told
// by forty outlets in some 500 words each, in no order.
func newsDay(n int) []Article {
	r := rand.New(rand.NewPCG(7, 8))
	name := func(seed int) string {
		s := syllables[seed%len(syllables)] + syllables[seed/len(syllables)%len(syllables)]
		return strings.ToUpper(s[:1]) + s[1:]
	}
	midnight := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	articles := make([]Article, n)
	for i := range articles {
		event := int(math.Pow(float64(n), r.Float64()))
		fill := func(sentence string) string {
			for _, s := range [][2]string{{"%P", name(event*3+1) + " " + name(event*5+2)}, {"%C", name(event*7 + 3)}, {"%O", name(event*11+4) + " Works"},
				{"%N", fmt.Sprint(2 + r.IntN(900))}, {"%A", name(r.IntN(900)) + " " + name(r.IntN(900))}} {
				sentence = strings.ReplaceAll(sentence, s[0], s[1])
			}
			return sentence
		}
		a := Article{
			URL: fmt.Sprintf("https://news.example/%d", i), Source: fmt.Sprint("Outlet ", r.IntN(40)),
			Published: midnight.Add(time.Duration(r.IntN(86400)) * time.Second),
			Title:     strings.TrimSuffix(fill(sentences[(event+r.IntN(3))%len(sentences)]), "."),
		}
		var text strings.Builder
		for s := range 36 {
			text.WriteString(fill(sentences[(event+s+r.IntN(5))%len(sentences)]))
			text.WriteString([]string{" ", " ", "\n"}[s%3])
		}
		a.Text = strings.Clone(text.String()) // without what the builder has too much
		a.Identify("")
		articles[i] = a
	}
	return articles
}

// BenchmarkDay is the digest of a day of 10,000 articles, from their texts.
func BenchmarkDay(b *testing.B) {
	articles := newsDay(10_000)
	b.ReportAllocs()
	for b.Loop() {
		z, err := NewAnalyzer()
		if err != nil {
			b.Fatal(err)
		}
		var briefs []Brief
		for a, err := range z.AnalyzeAll(b.Context(), StreamOf(articles...), runtime.GOMAXPROCS(0)) {
			if err != nil {
				b.Fatal(err)
			}
			briefs = append(briefs, NewBrief(a.Article, a.Analysis))
		}
		d := Build(briefs, Options{Tell: 200})
		b.ReportMetric(float64(len(d.Stories)), "stories")
	}
	b.ReportMetric(float64(b.N*len(articles))/b.Elapsed().Seconds(), "articles/s")
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) == nil {
		b.ReportMetric(float64(u.Maxrss)/1024, "MB-resident")
	}
}
