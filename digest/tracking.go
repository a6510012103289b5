package digest

import (
	"net/url"
	"strings"
)

// trackingParams are query parameters, in lower case, that tell where a reader
// came from and never which page is meant.
var trackingParams = map[string]bool{
	// advertising and social networks
	"fbclid": true, "gclid": true, "gclsrc": true, "dclid": true, "gbraid": true, "wbraid": true,
	"msclkid": true, "yclid": true, "twclid": true, "ttclid": true, "igshid": true, "igsh": true,
	"__twitter_impression": true, "soc_src": true, "soc_trk": true, "_ga": true, "_gl": true,
	// mailings
	"mc_cid": true, "mc_eid": true, "_hsenc": true, "_hsmi": true, "mkt_tok": true, "vero_id": true,
	"oly_enc_id": true, "oly_anon_id": true, "sref": true,
	// publishers
	"ref": true, "ref_src": true, "ref_url": true, "referrer": true, "cmpid": true, "cmp": true,
	"ncid": true, "smid": true, "smtyp": true, "feedtype": true, "ocid": true, "icid": true,
	"ito": true, "xtor": true, "wt.mc_id": true, "s_cid": true, "ftag": true, "ftcamp": true,
	"guccounter": true, "tpcc": true, "taid": true, "spm": true,
	// AMP
	"amp": true, "amp_js_v": true, "amp_gsa": true, "usqp": true,
}

// trackingPrefixes begin the names of parameters that only track.
var trackingPrefixes = []string{"utm_", "at_", "ns_", "pk_", "mtm_", "hsa_", "guce_"}

// feedParams track only where their value says that the reader came by a feed.
var feedParams = map[string]bool{
	"partner": true, "emc": true, "src": true, "source": true, "from": true, "mod": true,
	"via": true, "output": true, "rss": true,
}

// parameters returns the parameters of a query that tell which page is meant,
// as they are spelt, in order.
func parameters(query string) []string {
	var kept []string
	for p := range strings.SplitSeq(query, "&") {
		if p != "" && !isTracking(p) {
			kept = append(kept, p)
		}
	}
	return kept
}

// isTracking tells whether the parameter, "name=value", only tracks.
func isTracking(param string) bool {
	name, value, _ := strings.Cut(param, "=")
	if n, err := url.QueryUnescape(name); err == nil {
		name = n
	}
	name, value = strings.ToLower(name), strings.ToLower(value)
	switch {
	case trackingParams[name], name == "outputtype" && value == "amp":
		return true
	case feedParams[name]:
		return strings.HasPrefix(value, "rss") || name == "rss" && value == "1" || name == "output" && value == "amp"
	}
	for _, p := range trackingPrefixes {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}
