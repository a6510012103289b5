package command

import "regexp"

// The forms of IDs in Slack. A channel's name has neither: it is in lower case.
var (
	channelID = regexp.MustCompile(`^[CDG][A-Z0-9]{1,20}$`)
	userID    = regexp.MustCompile(`^[UW][A-Z0-9]{1,20}$`)
)

// IsChannelID reports whether a text has the form of the ID of a channel or of a
// conversation.
func IsChannelID(s string) bool { return channelID.MatchString(s) }

// IsUserID reports whether a text has the form of the ID of a person.
func IsUserID(s string) bool { return userID.MatchString(s) }
