-- Keeps what readers were told.
--
-- KEYS  1 told
-- ARGV  1 for how long, ms
--       2... story, its record as the caller read it, its new one, "" for none
--
-- Returns 1, or -1 if the caller is to look again.

return tell(KEYS[1], 2, ARGV[1]) and 1 or -1
