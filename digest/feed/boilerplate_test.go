package feed

import "testing"

func TestIsBoilerplate(t *testing.T) {
	for _, p := range []string{
		"Updated 11:21 pm, Tuesday", "Published: Mon, Nov 23, 2026", "Posted 2 hours ago", "Last updated on 24 November 2026",
		"November 23, 2026", "By Ann Lee November 23, 2026 7:30 AM", "By Ann Lee - 11/23/26 7:30 PM",
		"Photo: Ann Lee", "Image copyright Orm Pictures", "Image 2 of 9", "The dam in spring. (Photo: Ann Lee)",
		"Related: How dams work", "READ MORE", "You may also like...", "Continue reading below", "To see the map, click here.",
		"Follow Ann Lee on Twitter", "Subscribe to our newsletter", "Have a tip? Write to Ann Lee.", "Advertisement", "Comments",
		"© 2026 Orm Post", "Copyright 2026 Orm Post", "Orm Post. All rights reserved.", "https://example.com/a", "* * *",
	} {
		if !isBoilerplate(p) {
			t.Errorf("%q is taken for text", p)
		}
	}
	for _, p := range []string{
		"Published in 1925, the novel was a failure.", "Updated rules take effect in May.", "Posted to Orm, he learnt to sail.",
		"Copyright holders have sued the company.", "Follow the money, said the minister.", "Like many in the community, he left.",
		"Related cases are heard in March.", "Watch towers stand along the coast.", "More from the region is expected.",
		"Photo shops have closed.", "Video games sell well.", "Sources said so.", "Join the navy, they told him.",
		"May 4 was a Monday.", "Print is not dead.", "Download speeds have doubled.", "By Monday the water had gone.",
	} {
		if isBoilerplate(p) {
			t.Errorf("%q is taken for boilerplate", p)
		}
	}
}
