package text

import (
	"strings"
	"testing"
)

func TestLanguage(t *testing.T) {
	for _, tt := range []struct{ want, in string }{
		{"en", "Port Ellery council approves new harbour wall"},
		{"en", "Storm kills three as floods hit coast"},
		{"en", "Bank raises interest rates for second time this year"},
		{"en", "Ferry strike ends after 11 days"},
		{"en", "Chancellor Merz meets Macron in Berlin"},
		{"en", "São Paulo's mayor says the café law will go to court"},
		{"en", "It was the first time that he had seen the sea, and he did not know what to say."},
		{"de", "Die Regierung will das Gesetz noch in diesem Jahr ändern."},
		{"de", "Bahn und Gewerkschaft einigen sich auf Tarifvertrag"},
		{"de", "Drei Tote bei Unfall auf der Autobahn"},
		{"de", "Was die Parteien in der Wahl versprechen"},
		{"de", "Hafen in Bremerhaven wird für 40 Millionen Euro ausgebaut"},
		{"fr", "Le gouvernement annonce une réforme des retraites pour l'automne."},
		{"fr", "Trois morts dans un accident près de Lyon"},
		{"fr", "Grève des trains : ce qui change lundi"},
		{"es", "El gobierno anuncia nuevas medidas contra la sequía"},
		{"es", "Tres muertos en un accidente cerca de Sevilla"},
		{"pt", "O governo anuncia novas medidas contra a seca no sul do país"},
		{"pt", "Três mortos em acidente perto de Coimbra"},
		{"it", "Il governo annuncia nuove misure contro la siccità"},
		{"it", "Tre morti in un incidente vicino a Bologna"},
		{"nl", "Drie doden bij ongeluk op de snelweg bij Utrecht"},
		{"nl", "Het kabinet wil de belasting volgend jaar verlagen"},
		{"sv", "Tre personer döda efter olycka på motorvägen"},
		{"sv", "Regeringen vill sänka skatten nästa år"},
		{"da", "Regeringen vil sænke skatten næste år, siger ministeren"},
		{"da", "Tre personer er blevet dræbt efter en ulykke på motorvejen"},
		{"no", "Regjeringen vil senke skatten neste år, sier ministeren"},
		{"no", "Tre personer ble drept etter en ulykke på motorveien, men ikke noen barn"},
		{"fi", "Hallitus aikoo laskea veroja ensi vuonna, kertoo ministeri"},
		{"pl", "Rząd chce obniżyć podatki w przyszłym roku"},
		{"pl", "Trzy osoby nie żyją po wypadku na autostradzie"},
		{"cs", "Vláda chce příští rok snížit daně, řekl ministr"},
		{"hu", "A kormány jövőre csökkenti az adókat, mondta a miniszter"},
		{"ro", "Guvernul vrea să reducă taxele anul viitor, a spus ministrul"},
		{"tr", "Hükümet gelecek yıl vergileri düşürecek, dedi bakan"},
		{"id", "Pemerintah akan menurunkan pajak pada tahun depan"},
		{"vi", "Chính phủ sẽ giảm thuế trong năm tới"},
		{"ru", "Правительство снизит налоги в следующем году, объявил министр"},
		{"uk", "Уряд знизить податки наступного року, заявив міністр"},
		{"bg", "Правителството ще намали данъците през следващата година"},
		{"sr", "Влада ће смањити порезе следеће године, рекао је министар"},
		{"el", "Η κυβέρνηση θα μειώσει τους φόρους"},
		{"ar", "الحكومة تخفض الضرائب في العام المقبل"},
		{"fa", "دولت سال آینده مالیات\u200cها را کاهش می\u200cدهد، وزیر گفت"},
		{"ur", "حکومت اگلے سال ٹیکس کم کرے گی"},
		{"he", "הממשלה תוריד את המסים בשנה הבאה"},
		{"zh", "政府明年将降低税收"},
		{"zh", "NBA球星宣布退役"},
		{"ja", "政府は来年、税金を引き下げる"},
		{"ko", "정부는 내년에 세금을 인하할 것이다"},
		{"hi", "सरकार अगले साल कर घटाएगी"},
		{"th", "รัฐบาลจะลดภาษีในปีหน้า"},
		{"ka", "მთავრობა გადასახადებს შეამცირებს"},
		{"", ""},
		{"", "12:30 — 4.5%"},
		{"", "Zxqv Brlk Ptkw"},
		{"", "\xff\xfe\x80"},
	} {
		if got := Language(tt.in); got != tt.want {
			t.Errorf("Language(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// A German text must never pass for English, however short the sample and
// however many English words it borrows.
func TestGermanIsNotEnglish(t *testing.T) {
	for _, s := range []string{
		"Last Minute: Start-up will Job-Boom im Sport",
		"Trainer warnt Team vor dem Spiel in London",
		"Hat der Minister im Amt versagt?",
		"Bund plant Gesetz", "Warum war der Mann so arm?",
		"Land in Sicht", "Kind stirbt im Krieg", "Brand in Hotel: drei Menschen in Gefahr",
		"Union will Asylrecht verschärfen", "Stars im Netz: Update zum Film",
	} {
		if got := Language(s); got == "en" {
			t.Errorf("Language(%q) = %q", s, got)
		}
	}
}

func TestLanguageReadsOnlyTheHead(t *testing.T) {
	s := strings.Repeat("The ferry is late and the pier is closed. ", 100) + strings.Repeat("Die Fähre ist spät. ", 10000)
	if got := Language(s); got != "en" {
		t.Errorf("Language = %q, want en", got)
	}
}
