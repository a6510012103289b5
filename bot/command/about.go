package command

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/render"
	"newsbot/digest/text"
)

// How far back a dossier goes, and of how many articles it is: what is in the news
// most is named by thousands.
const (
	lookBack        = 30 * day
	dossierArticles = 200
)

// dominant is how many times as often as the next one an entity must be named
// to be the one that an ambiguous name means.
const dominant = 3

// about answers with the dossier of an entity: of the one that is named, or has
// the ID given.
func (r *Responder) about(ctx context.Context, q query) (block.Message, error) {
	words := q.text()
	if words == "" {
		return block.Message{}, misuse("Say who or what: %s.", written("about Esbjerg"))
	}
	if isEntityID(words) {
		return r.identified(ctx, q, words)
	}
	m, like, err := r.named(ctx, q)
	if err != nil || m.Blocks != nil {
		return m, err
	}
	meant, err := r.meantName(ctx, q)
	if err != nil {
		return m, err
	}
	return block.Say("No name in the news of the last "+spanName(lookBack, q.reader())+" is “"+words+"”.",
		q.entities("Names like that", like), meant,
		q.row(q.open("Search for it", "search "+unquoted(words)), q.open("How to ask", "help about"))), nil
}

// named answers with the dossier of the entity that the words name, or with the
// choice where they could name several. Where they name none the message is
// empty, and like are entities with a longer name.
func (r *Responder) named(ctx context.Context, q query) (m block.Message, like []digest.EntityCount, err error) {
	words := q.text()
	from, to := q.lately()
	named, err := r.entitiesNamed(ctx, words, from, to)
	if err != nil {
		return m, nil, err
	}
	meant := slices.DeleteFunc(distinct(named), func(e digest.EntityCount) bool { return !means(words, e.Name) })
	switch {
	case len(meant) == 0:
		return m, distinct(named), nil
	case ambiguous(words, meant):
		return q.whichEntity(meant), nil, nil
	}
	m, err = r.dossier(ctx, q, bearer(meant[0], named), named)
	return m, nil, err
}

// distinct leaves out entities that are most likely one that came before.
func distinct(list []digest.EntityCount) []digest.EntityCount {
	var out []digest.EntityCount
	same := digest.Sameness(list)
	for _, e := range list {
		if !slices.ContainsFunc(out, func(o digest.EntityCount) bool { return same(o.ID, e.ID) }) {
			out = append(out, e)
		}
	}
	return out
}

// ambiguous reports whether words could mean several of the entities, of which
// the first is the most likely.
func ambiguous(words string, meant []digest.EntityCount) bool {
	name := text.Fold(words)
	exact := 0
	for _, e := range meant {
		if text.Fold(e.Name) == name {
			exact++
		}
	}
	if exact > 0 {
		return exact > 1
	}
	return len(meant) > 1 && meant[0].Count < dominant*meant[1].Count
}

// whichEntity asks which of several entities is meant.
func (q query) whichEntity(meant []digest.EntityCount) block.Message {
	var lines []block.Line
	var buttons []block.Button
	for i, e := range meant {
		lines = append(lines, block.Line{Text: e.Name, Note: string(e.Type) + ", " + q.reader().Plural(e.Count, "article", "articles")})
		buttons = append(buttons, q.open(nameAmong(meant, i), "about "+e.ID))
	}
	return block.Lists("", "", []block.List{{Heading: "Who or what do you mean?", Lines: lines}}, q.row(buttons...))
}

// nameAmong returns the name of entity i of a list, with its type where another one has the name too.
func nameAmong(list []digest.EntityCount, i int) string {
	for j, e := range list {
		if j != i && text.Fold(e.Name) == text.Fold(list[i].Name) {
			return list[i].Name + " (" + string(list[i].Type) + ")"
		}
	}
	return list[i].Name
}

// identified answers with the dossier of the entity with an ID.
func (r *Responder) identified(ctx context.Context, q query, id string) (block.Message, error) {
	from, to := q.lately()
	named, err := r.likeID(ctx, id, from, to)
	if err != nil {
		return block.Message{}, err
	}
	return r.dossier(ctx, q, id, named)
}

// likeID returns the entity with an ID, which no article may name, and those that could have
// its name.
func (r *Responder) likeID(ctx context.Context, id string, from, to time.Time) ([]digest.EntityCount, error) {
	named, err := r.News.EntityNamed(ctx, digest.CalledIn(id), from, to)
	one := digest.EntityCount{ID: id}
	if i := slices.IndexFunc(named, func(e digest.EntityCount) bool { return e.ID == id }); i >= 0 {
		one = named[i]
		named = slices.Delete(named, i, i+1)
	}
	return append([]digest.EntityCount{one}, named...), err
}

// dossier answers with what the news tells of an entity; named are the entities
// that the reader's words could name.
func (r *Responder) dossier(ctx context.Context, q query, id string, named []digest.EntityCount) (block.Message, error) {
	from, to := q.lately()
	mentioned, others, err := r.mentions(ctx, id, named, from, to, dossierArticles)
	if err != nil {
		return block.Message{}, fmt.Errorf("read the dossier of %s: %w", id, err)
	}
	if len(mentioned.Articles) == 0 {
		return block.Say("The news of the last "+spanName(lookBack, q.reader())+" does not name it.", q.row(q.open("Today's stories", ""))), nil
	}
	d, err := r.newDossier(ctx, id, mentioned.Articles, from, to)
	if err != nil {
		return block.Message{}, fmt.Errorf("read the dossier of %s: %w", id, err)
	}
	d.Count(mentioned.Days)
	rows := []block.Row{q.entities("Named with it", d.Related), q.entities("Names like that", distinct(others))}
	if n := d.Entity.Count; n > 1 {
		rows = append(rows, q.row(q.open("All "+q.reader().Number(n)+" articles", "search "+unquoted(d.Entity.Name)+" since:"+strconv.Itoa(int(lookBack/day))+"d")))
	}
	return block.Dossier(d, q.reader(), q.now, q.whole(rows...)...), nil
}

// isEntityID reports whether words are the ID of an entity, as buttons ask for.
func isEntityID(words string) bool {
	kind, name, ok := strings.Cut(words, "/")
	return ok && name != "" && slices.Contains(render.Types(), entity.Type(kind))
}

// unquoted returns words without quotation marks, to be put into a command.
func unquoted(words string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(quoteMarks, r) {
			return ' '
		}
		return r
	}, words)
}
