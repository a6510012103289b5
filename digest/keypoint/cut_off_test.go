package keypoint

import (
	"testing"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// What looks at the words behind others stops where a text was cut off.
func TestCutOff(t *testing.T) {
	read := func(body string, entities ...entity.Entity) *article {
		d := text.Parse("", body)
		return newArticle(d, text.NewIndexer().Index(d), "en", entities)
	}
	a := read("The town will pay for one of the quays")
	if last := len(a.Tokens); a.isKnown(last-2, last) || a.isKnown(last-1, last) {
		t.Error("the end of the text tells of whom")
	}
	const body = "Sund will pay for the quay, said John Smith of the"
	name := entity.Mention{Span: text.Span{Start: len(body) - len("John Smith of the"), End: len(body) - len(" of the")}}
	a = read(body, entity.Entity{Name: "Sund", Type: entity.Place, Mentions: []entity.Mention{{Span: text.Span{End: len("Sund")}}}})
	if end := a.postEnd(name); end != name.End {
		t.Errorf("what he is ends at %d, want %d", end, name.End)
	}
}
