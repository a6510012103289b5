package feed

import (
	"fmt"
	"strings"
	"testing"
)

func TestWall(t *testing.T) {
	for _, c := range []struct {
		title, head, body string
		wall              bool
	}{
		{"Log in - The Daily Example", "", "Don't have an account? Subscribe now to read unlimited articles on all your devices.", true},
		{"Sign in", "", "By signing in you agree to our Terms of Service and Privacy Policy.", true},
		{"Before you continue", "", "We and our 842 partners store and access information on a device, such as cookies, and process personal data.", true},
		{"Just a moment...", "", "Checking if the site connection is secure", true},
		{"Are you a robot?", "", "To continue, please click the box below to let us know you're not a robot.", true},
		{"Access Denied", "", `You don't have permission to access "http://www.example.com/" on this server.`, true},
		{"Anmelden | Der Tag", "", "Melden Sie sich an, um weiterzulesen.", true},
		{"", "", "You need to enable JavaScript to run this app.", true},

		{"Log in to vote, says Estonia", "", "Estonians may vote from home, the election office said on Monday.", false},
		{"Access denied: how a flaw shut out a town", "", "A flaw in a card reader kept a mayor out of her office on Monday.", false},
		{"Just a moment in the sun", "", "The sun came out in Bergen for four minutes on Monday.", false},
		{"Robots", "", "Please enable JavaScript, the notice said, and the robot did.", false},
		{"403 Forbidden", `<meta name="author" content="Ann Lee">`, "The film opens on Friday.", false},
		{"Captcha", `<meta property="article:published_time" content="2026-11-23T08:00:00Z">`, "The play opens on Friday.", false},
		{"Connexion", "", strings.Repeat("The train from Lyon came in late on Monday, and its passengers waited. ", 20), false},
		{"", "", "The harbour opened on Monday. Please enable cookies.", false},
	} {
		page := fmt.Sprintf("<html><head><title>%s</title>%s</head><body><article><p>%s</p></article></body></html>", c.title, c.head, c.body)
		items, errs := readAll(t, New(Config{}), write(t, "page.html", []byte(page)), "")
		if refused := len(errs) == 1 && strings.Contains(errs[0].Error(), "page.html: is no article"); refused != c.wall || len(items)+len(errs) != 1 {
			t.Errorf("%q, %q: got %v and %v, want a wall: %t", c.title, c.body, items, errs, c.wall)
		}
	}
}
