package feed

import "testing"

func TestWithoutByline(t *testing.T) {
	for _, c := range []struct{ text, author, want string }{
		{"By Ada Lind\nThe bridge opened.", "Ada Lind", "The bridge opened."},
		{"ADA LIND\nThe bridge opened.", "Ada Lind", "The bridge opened."},
		{"By Ada Lind in Sund\nThe bridge opened.", "Ada Lind", "By Ada Lind in Sund\nThe bridge opened."},
		{"By the river\nThe bridge opened.", "", "By the river\nThe bridge opened."},
		{"By Ada Lind", "Ada Lind", "By Ada Lind"},
	} {
		if got := withoutByline(c.text, c.author); got != c.want {
			t.Errorf("withoutByline(%q, %q) = %q, want %q", c.text, c.author, got, c.want)
		}
	}
}
