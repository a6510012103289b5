package feed

import "testing"

func TestIsBoilerplate(t *testing.T) {
	for _, p := range []string{
		"Updated 11:21 pm, Tuesday", "Published: Mon, Nov 23, 2026", "Posted 2 hours ago", "Orm Today Published 2:16 AM EST Nov 20, 2026", "Last updated on 24 November 2026",
		"November 23, 2026", "By Ann Lee November 23, 2026 7:30 AM", "By Ann Lee - 11/23/26 7:30 PM",
		"Photo: Ann Lee", "Image copyright Orm Pictures", "Image 2 of 9", "The dam in spring. (Photo: Ann Lee)",
		"Related: How dams work", "READ MORE", "You may also like...", "Continue reading below", "To see the map, click here.",
		"Follow Ann Lee on Twitter", "Subscribe to our newsletter", "Have a tip? Write to Ann Lee.", "Advertisement", "Comments",
		"© 2026 Orm Post", "Copyright 2026 Orm Post", "Orm Post. All rights reserved.", "https://example.com/a", "* * *",
		"By Ann Lee", "BY ANN LEE AND BO EK, Orm Post", "By Ann van der Lee", "By The Orm Wire", "November 23, 2026 | 4:20am | Updated November 23, 2026 | 9:32pm",
		"November 23, 2026 / 1:07 AM / Orm News", "23.11.2026, 08:57", "1 of 6", "Image 1 of / 23", "Toggle caption", "Enlarge Image The dam",
		"Read more of this story at Orm Forum.", "View the full article", "Article URL: https://example.com/a", "# Comments: 33", "submitted by /u/ann",
		"Tags: dams, water", "Filed Under: News |", "Subscribe: https://example.com/ann", "Follow AP's coverage of dams at https://example.com",
		"More AP dams: https://example.com", "Ann Lee writes about dams. Follow her on Twitter @annlee.", "Thanks for reading Dams! Tell a friend.",
		"Dams is a reader-supported publication. To receive new posts, subscribe.", "#dam #water",
		"This article was originally published on Orm Forum. Read the original article.", "This story first appeared in the Orm Post.",
		"Image caption, The dam at Orm", "Item 1 of 3 The dam at Orm, November 23, 2026.",
		"Write to Ann Lee at ann@example.com", "Email Ann Lee at ann@example.com", "Ann Lee is a reporter in Orm. She can be reached at ann@example.com.",
		"If you buy something from an Orm link, we may earn a commission.", "When you buy by our links, Orm Post may earn an affiliate commission. Here is how.",
		"Advertisement SKIP ADVERTISEMENT", "after newsletter promotion", "5 min read", "list of 3 items", "End of carousel", "Listen 4 minutes",
		"A version of this article appears in print on Nov. 23, 2026, Section A, Page 1.", "Our Standards: The Orm Trust Principles.",
		"The views expressed in this article are the author's own.", "Issued on: 23/11/2026 - 10:04", "This video can not be played",
		"To view this video please enable JavaScript, and consider upgrading.", "This is a breaking news story and will be updated.",
		"This is a developing story. Please check back for updates.", "This breaking news story is being updated.",
		"Correction: An earlier version of this article gave a wrong height.", "This article has been corrected. It gave a wrong height.",
		"Coverage of dams receives support from the Orm Fund. AP is solely responsible for all content.",
		`[gallery ids="1,2"]`, "[caption id=a_1 width=300] The dam[/caption]", "[button]Write to us[/button]",
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
		"By Monday", "By Ann Lee's account, the dam held.", "Close to the dam, it rained.", "Tags were sold: five a piece.", "Points of view differ.",
		"Police told them to follow him on Twitter for news.", "This article of the treaty was published in 1990 and is void.",
		"When you buy a house, the agent may take a commission.", "We may earn less, the dam's owner said.", "Views expressed at the meeting differed.",
		"Correction: prices fell by a tenth.", "This is a breaking point for the town.", "Write to the mayor, they said.", "Email the mayor at noon.",
		"He is solely responsible for the dam.", "Save the dam", "Topics include dams.", "Orm/Lorne", "Appeared in 1990, the book sold well.", "The item 1 of 3",
		"[They] left.", "[sic]", "1 of 6 houses stands empty.", "#1 is the dam.", "Thanks to reading, he passed.",
	} {
		if isBoilerplate(p) {
			t.Errorf("%q is taken for boilerplate", p)
		}
	}
}
