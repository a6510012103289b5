-- Lets a feed rest, or has it read again as soon as its host may be visited.
--
-- KEYS  1 records, 2 resting, 3 feeds of the host, 4 hosts
-- ARGV  1 feed, 2 its record
--       3 host that it is at, by its record
--       4 state and why it is not read, "" if it is
--
-- Returns 1, or 0 if that is not its record: it has moved or is removed.

local id = ARGV[1]
if redis.call('HGET', KEYS[1], id) ~= ARGV[2] then
  return 0
end
if ARGV[4] ~= '' then
  redis.call('HSET', KEYS[2], id, ARGV[4])
  redis.call('ZREM', KEYS[3], id)
else
  redis.call('HDEL', KEYS[2], id)
  redis.call('ZADD', KEYS[3], 0, id)
  await(KEYS[4], KEYS[3], ARGV[3], 0)
end
return 1
