package text

import (
	"strings"
	"testing"
)

// article is an invented text of about 500 words.
var article = strings.Repeat(`The harbour board of Port Ellery said on Tuesday that it would rebuild the eastern quay, which a storm broke in March, at a cost of $41.5 million.
"We cannot wait for another winter," chairwoman Marta Oyelaran told reporters. "The fishermen need a berth, and the town needs its fishermen." Work is to begin on Nov. 3 and end within 14 months.
Gen. P. R. Lund, who led the clean-up, praised the crews of Ellery Marine Inc. for clearing 2,300 tonnes of rubble in the U.S.-funded operation. He didn't say who'd pay for the lighthouse.
`, 5)

func BenchmarkParse(b *testing.B) {
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		Parse("Port Ellery to rebuild its quay", article)
	}
}

func BenchmarkTerms(b *testing.B) {
	d := Parse("Port Ellery to rebuild its quay", article)
	b.ReportAllocs()
	for b.Loop() {
		Terms(d, 40)
	}
}

func BenchmarkLanguage(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Language(article)
	}
}

func BenchmarkFold(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Fold("Ångström’s naïve Łódź")
	}
}
