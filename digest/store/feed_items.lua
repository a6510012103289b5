-- Puts items of a feed into the queue that were not seen in this form.
--
-- KEYS  1 lease of the host, 2 records, 3 items that were seen, 4 queue,
--       5 bytes taken on this day, by feed
-- ARGV  1 token of the caller
--       2 for how long it goes on holding the host, ms
--       3 feed
--       4 for how long those are kept, ms
--       5... item, its content, what goes into the queue, "" for nothing, the bytes
--            that are reserved for it
--
-- Returns how many went in, or -1 if another visits the host or the feed is
-- forgotten.

if redis.call('GET', KEYS[1]) ~= ARGV[1] or redis.call('HEXISTS', KEYS[2], ARGV[3]) == 0 then
  return -1
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
local added, bytes = 0, 0
for i = 5, #ARGV, 4 do
  local item, content, entry = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  if redis.call('HGET', KEYS[3], item) ~= content then
    redis.call('HSET', KEYS[3], item, content)
    if entry ~= '' then
      redis.call('XADD', KEYS[4], '*', 'feed', ARGV[3], 'item', entry, 'at', now)
      added, bytes = added + 1, bytes + ARGV[i + 3]
    end
  end
end
if bytes > 0 then
  redis.call('HINCRBY', KEYS[5], ARGV[3], bytes)
  redis.call('PEXPIRE', KEYS[5], ARGV[4])
end
return added
