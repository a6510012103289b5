-- Returns the heads of records, false for those that are not there.
-- KEYS  1 briefs
-- ARGV  article IDs

local HEAD = 17

local heads = redis.call('HMGET', KEYS[1], unpack(ARGV))
for i, record in ipairs(heads) do
  heads[i] = record and string.sub(record, 1, HEAD)
end
return heads
