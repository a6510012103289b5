package story

import "testing"

func TestCodes(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		differ bool
	}{
		{"[AC-2026-12] Sund gateway lets anyone in (CVE-2026-4411)", "[AC-2026-13] Overflow in Kolding server (CVE-2026-4412)", true},
		{"[AC-2026-12] Sund gateway lets anyone in (CVE-2026-4411)", "[AC-2026-12] UPDATE 2: Sund gateway lets anyone in", false},
		{"[AC-2026-12] Sund gateway (CVE-2026-4411)", "CVE-2026-4411 is being used against Sund gateways", false},
		{"[AC-2026-12] Sund gateway (CVE-2026-4411)", "RHSA-2026:1044: sund", false},
		{"RHSA-2026:1043: kolding", "RHSA-2026:1044: sund", true},
		{"CVE-2026-5000: the fix for CVE-2026-4411 is incomplete", "Sund gateway: CVE-2026-4411 and CVE-2026-4412", false},
		{"Sund gateway lets anyone in", "CVE-2026-4411", false},
		{"COVID-19 in 2026", "G-2026 summit", false},
		{"cve-2026-4411: sund", "CVE\u20112026\u20114411 is being used", false},
		{"cve-2026-4411: sund", "CVE\u20112026\u20114412: kolding", true},
		{"USN-7301-1: Sund vulnerability", "USN-7302-1: Kolding vulnerability", true},
		{"USN-7301-1: Sund vulnerability", "USN-7301-2: Sund regression", false},
		{"MFSA 2026-1 fixes in a browser", "MFSA 2026-2 fixes in a mailer", true},
		{"ICSA-26-333-01: Sund pump", "ICSA-26-333-02: Kolding valve", true},
		{"GHSA-2x3f-9q4r-h5v6: sund", "GHSA-7x3f-9q4r-h5v6: kolding", true},
		{"XSA-470: sund", "XSA-471: kolding", true},
		{"VU#123456: sund", "VU#123457: kolding", true},
		{"[SECURITY] [DSA 6012-1] sund", "DSA-6013-1: kolding", true},
		{"[SECURITY] [DSA 6012-1] sund", "DSA-6012-2: sund", false},
		{"CMA/2026/8: Sund and Ferrum", "CMA/2026/9: Kolding and Ferrum", true},
		{"FEDORA-2026-0a1b2c3d4e: sund", "FEDORA-2026-1a1b2c3d4e: kolding", true},
		{"Ronde of Holm: Claes wins stage 3 in Nauders", "Ulvang climbs into yellow on fourth stage", true},
		{"Claes wins stage 3 in Nauders", "Third stage goes to Claes", false},
		{"Sund force Game 7", "Sund level the series in Game Six to force Game 7", false},
		{"2nd Test: Kolding bat first", "Rain ends first Test", true},
		{"2nd Test: Kolding bat first", "Kolding win second Test", false},
		{"Nurses stage one-day strike", "Nurses in Sund stage 24-hour walkout", false},
		{"Ulvang wins stage 3", "Claes wins stage 4: a sprint in Nauders", true},
		{"Stage collapses at festival", "Two hurt as stage 2 collapses", false},
	} {
		if got := codesOf(c.a).differ(codesOf(c.b)); got != c.differ {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
		if got := codesOf(c.b).differ(codesOf(c.a)); got != c.differ {
			t.Errorf("%q and %q: %v", c.b, c.a, got)
		}
	}
}

// TestAdvisories: two advisories that differ in little but what they are of are two stories; what
// comes after the first joins it.
func TestAdvisories(t *testing.T) {
	const body = " Severity: high. Exploited: no. Affected versions: all. An attacker on the network can run code; the maker's update closes the hole."
	items := []Item{
		{ID: "a", Title: "[AC-2026-12] Sund gateway lets anyone in" + body},
		{ID: "b", Title: "[AC-2026-13] Kolding gateway lets anyone in" + body},
		{ID: "c", Title: "[AC-2026-12] UPDATE: Sund gateway lets anyone in" + body},
	}
	got := Group(items)
	if len(got) != 2 || len(got[0])+len(got[1]) != 3 {
		t.Fatalf("groups %v", got)
	}
	for _, g := range got {
		if len(g) == 2 && (g[0] != 0 || g[1] != 2) {
			t.Errorf("groups %v", got)
		}
	}
}
