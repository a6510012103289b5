// Package blockhtml draws Block Kit as HTML: for the page of the demo, which
// wires up what can be used, and for a digest in a file or a mail, which needs no
// script.
//
// Message returns a fragment, Page writes a page that stands by itself.
// Read Options first, then blocks.go (the blocks), richtext.go and mrkdwn.go
// (their texts) and elements.go (what a person uses).
//
// # Foreign text
//
// What is drawn is a tree of nodes of digest/dom, which are escaped when they are
// written. Addresses pass [render.Link]. No image is loaded. A kind of block or
// element that package block never makes is named where it would stand.
package blockhtml
