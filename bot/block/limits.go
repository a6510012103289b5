package block

// Slack's limits for a message and its blocks. Lengths are in Unicode code
// points.
const (
	MaxText   = 40_000 // top-level text of chat.postMessage
	MaxBlocks = 50     // blocks of a message

	MaxBlockID  = 255   // block_id and action_id, each unique in a message
	MaxHeader   = 150   // text of a header
	MaxSection  = 3_000 // text of a section
	MaxFields   = 10    // fields of a section
	MaxField    = 2_000 // text of a field
	MaxContext  = 10    // elements of a context
	MaxTextItem = 3_000 // any other text object
	MaxURL      = 3_000 // address of a link or a button
)

// Slack's limits for a view, which is a modal or the Home tab.
const (
	MaxViewBlocks = 100     // blocks of a view
	MaxViewBytes  = 230_000 // of its blocks; a view has 250 KB, with its metadata and titles
)

// Slack's limits for interactive elements.
const (
	MaxActions       = 25    // elements of an actions block
	MaxButtonText    = 75    // label of a button
	MaxButtonValue   = 2_000 // value of a button
	MaxOptions       = 100   // options of a select
	MaxOptionText    = 75    // label of an option
	MaxOptionValue   = 150   // value of an option
	MaxOverflow      = 5     // options of an overflow menu
	MaxCheckboxes    = 10    // options of checkboxes
	MaxPlaceholder   = 150   // placeholder of a select
	MaxInputText     = 3_000 // text in an input
	MaxConfirmTitle  = 100   // title of what is asked before a click
	MaxConfirmText   = 300   // its text
	MaxConfirmButton = 30    // its buttons
	MaxModalTitle    = 24    // title and buttons of a modal
	MaxMetadata      = 3_000 // private metadata of a modal
)

// Slack refuses a message whose blocks hold too much text (msg_blocks_too_long)
// but does not document how much that is. In reports of the refusal the border
// lies near 13,200 characters, and each further block lowers it by about 125;
// whether addresses of links count is not known, so they are counted.
const (
	MaxBlockText = 11_000 // texts and addresses of all blocks together
	MaxWeight    = 13_000 // the same with blockWeight for each block
	blockWeight  = 125
)
