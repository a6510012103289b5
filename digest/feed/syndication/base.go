package syndication

import (
	"net/url"
	"strings"
)

// maxBase is the length in bytes of the longest xml:base: every element may have its
// own.
const maxBase = 2048

// base is the xml:base of an element. It is worked out when it is asked for, and once:
// hardly any element of a document refers to something.
type base struct {
	around *base  // that of the elements around it, nil for none
	own    string // as it is written
	worked string // its address, "" until it is asked for
}

// address returns the address that a base is, "" for none.
func (b *base) address() string {
	if b == nil {
		return ""
	}
	if b.worked == "" {
		b.worked = join(b.around.address(), b.own)
	}
	return b.worked
}

// join returns the address that ref stands for at base, base where that is none
// or too long.
func join(base, ref string) string {
	if len(ref) > maxBase {
		return base
	}
	b, err := url.Parse(base)
	if err != nil {
		return ref
	}
	u, err := b.Parse(strings.TrimSpace(ref))
	if err != nil || len(u.String()) > maxBase {
		return base
	}
	return u.String()
}
