package main

import (
	"os"
	"os/exec"
	"runtime"
)

// openBrowser shows a page in the browser of the desktop, where there is one.
// That it could not is no fault: the address is on the screen.
func openBrowser(page string) {
	opener := []string{"xdg-open"}
	switch {
	case runtime.GOOS == "darwin":
		opener = []string{"open"}
	case runtime.GOOS == "windows":
		opener = []string{"rundll32", "url.dll,FileProtocolHandler"}
	case os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "":
		return
	}
	c := exec.Command(opener[0], append(opener[1:], page)...)
	if c.Start() == nil {
		go c.Wait() // so that it leaves no zombie
	}
}
