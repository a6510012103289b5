package keypoint

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"newsbot/digest/text"
)

// What may be told of advisories: also lines with labels, and what their flaws do.
func TestAdvisory(t *testing.T) {
	for _, tt := range []struct {
		title, text string
		want        []string
	}{
		{"Tarsafe follows links", `CVE ID: CVE-2026-51207

Affected versions: < 3.2.1
Fixed in: 3.2.1
Not affected: macOS

Severity: High 8.1/10, CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:N

CVSS v3.1 8.1 (AV:N/AC:L/PR:N/UI:R/S:U)

An attacker could use this issue to write files that are not theirs.

The problem has been patched in tarsafe 3.2.1 and 2.9.8.

CVE-2026-51207 has been assigned to this issue by Nordline.`, []string{
			"Affected versions: < 3.2.1",
			"Fixed in: 3.2.1",
			"Severity: High 8.1/10",
			"An attacker could use this issue to write files that are not theirs.",
			"The problem has been patched in tarsafe 3.2.1 and 2.9.8.",
		}},
		{"Two flaws in Tarsafe", `Affected versions:

- Tarsafe 3.0.0 before 3.4.2
- Tarsafe 2.x

CVE-2026-51207 Tarsafe gateway: path traversal in links

Links: use after free of the gateway (CVE-2026-51208, High). The gateway can be stopped.

A visitor could use this issue to write files that are not theirs.

For the stable distribution, these problems have been fixed in version 4.7.1-3+deb12u2.

It was discovered that Tarsafe did not check links.`, []string{
			"Affected versions:\n\n- Tarsafe 3.0.0 before 3.4.2\n- Tarsafe 2.x",
			"CVE-2026-51207 Tarsafe gateway: path traversal in links",
			"Links: use after free of the gateway (CVE-2026-51208, High).",
			"For the stable distribution, these problems have been fixed in version 4.7.1-3+deb12u2.",
			"It was discovered that Tarsafe did not check links.",
		}},
		{"DSA-5999-1 tarsafe -- security update", "For the stable distribution, these problems have been fixed in version 4.7.1-3+deb12u2.", []string{
			"For the stable distribution, these problems have been fixed in version 4.7.1-3+deb12u2.",
		}},
		{"Tarsafe follows links (CVE-2026-51207)", "Affected: 3.2.1:\n\nPlease read on below.\n\nVulnerable versions: 3.2.1 and:", nil},
		{"Tarsafe is out", "Affected versions: 3.2.1\n\nThe problem has been patched in tarsafe 3.2.1 and 2.9.8.", nil},
	} {
		d := text.Parse(tt.title, tt.text)
		var got []string
		for _, c := range NewDraft(d, text.NewIndexer().Index(d), "en", nil).candidates {
			got = append(got, c.In(d.Text))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.title, diff)
		}
	}
}

// What tells more of a flaw is not the first point.
func TestAdvisoryOpens(t *testing.T) {
	d := text.Parse("Tarsafe: links are followed (CVE-2026-51207)", "Affected versions: Tarsafe 3.0.0 before 3.4.2 with links\n\nAn attacker can write files that are not theirs by a link.")
	points := Find(d, text.NewIndexer().Index(d), "en", nil, 1)
	if len(points) == 0 || points[0].In(d.Text) != "An attacker can write files that are not theirs by a link." {
		t.Errorf("the first of %d points is not of the flaw", len(points))
	}
}
