package command

import (
	"context"
	"strings"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
)

// inAddress is the field of the modal in which one adds a source.
const inAddress = "address"

// sourceForm returns the modal for a source that is added without an address.
func (r *Responder) sourceForm(ctx context.Context, q query) (*slack.ModalViewRequest, error) {
	if len(q.words) != 1 || !strings.EqualFold(q.words[0].Text, "add") {
		return nil, nil
	}
	if err := r.permitSources(ctx, q); err != nil {
		return nil, err
	}
	return addressForm("", ""), nil
}

// addressForm is the modal with what is put in and what is wrong with that.
func addressForm(address, wrong string) *slack.ModalViewRequest {
	return block.Form{Title: "Add a source", Submit: "Add", Action: actAddSource, Fields: []block.Field{{
		Name: inAddress, Label: "Address", Value: address, Wrong: wrong,
		Hint: "Of a site or a feed, such as https://example.org. I look for the feeds of a site and write to you what I find.",
	}}}.Modal()
}

// sourceSent adds what was put into that modal. Finding a feed may take longer
// than a modal waits, so that the answer is a message.
func (r *Responder) sourceSent(ctx context.Context, c Click) Reply {
	put := c.Inputs[inAddress]
	address := siteAddress(put)
	if address == "" {
		return Reply{Modal: addressForm(put, "That is not an address: write it like https://example.org.")}
	}
	reply, _ := r.answer(ctx, r.read(newQuery(c.Asker, "sources add "+address, c.Now)))
	return reply
}
