-- Takes an article out of its day, with all that the indexes and stories have of it,
-- or nothing.
--
-- KEYS  1 briefs, 2 texts, 3 times, 4 stories, 5 the list of the story that it is in,
--       6 placed, 7... the key of each change to an index
-- ARGV  1 article ID, 2 packed ID
--       3 head of the record that the caller takes to be there
--       4 story that the caller takes it to be in, "" for none
--       5... for each change: "-p" and a posting, or "-c" and a field, as in put.lua
--
-- Returns 1, or 0 if something else than expected is there.

local id, packed, story = ARGV[1], ARGV[2], ARGV[4]
local found = redis.call('HGET', KEYS[1], id) or ''
if string.sub(found, 1, HEAD) ~= ARGV[3] or (redis.call('HGET', KEYS[4], id) or '') ~= story then
  return 0
end
for i = 7, #KEYS do
  undo(KEYS[i], ARGV[2 * i - 9], ARGV[2 * i - 8])
end
redis.call('HDEL', KEYS[1], id)
redis.call('HDEL', KEYS[2], id)
redis.call('ZREM', KEYS[3], id)
if story ~= '' then
  redis.call('HDEL', KEYS[4], id)
  redis.call('ZREM', KEYS[6], id)
  remove(KEYS[5], packed, ID)
  redis.call('HINCRBY', KEYS[4], 'version', 1)
end
return 1
