-- Ends the visit of a host: notes what came of reading its feed, and when that
-- is read next.
--
-- KEYS  1 lease of the host, 2 hosts, 3 feeds of the host, 4 records, 5 health,
--       6 resting, 7 items that were seen, 8 feeds of the host that the feed
--       has moved to, the same as 3 if it has not
-- ARGV  1 token of the caller
--       2 for how long nobody visits the host, ms
--       3 host, 4 feed, 5 its health
--       6 in how many ms it is read next
--       7 state and why it is not read any more, "" if it is
--       8 host that it has moved to, the same as 3 if it has not
--       9, 10 its record before and after the move, "" if it has not moved
--       11... items to forget
--
-- Returns 1, or 0 if another visits the host.

local lease, done = KEYS[1], ARGV[1] .. ' is done'
local holder = redis.call('GET', lease)
if holder == done then
  return 1
elseif holder ~= ARGV[1] then
  return 0
end
redis.call('SET', lease, done, 'PX', ARGV[2])

local id, feeds = ARGV[4], KEYS[3]
if redis.call('HEXISTS', KEYS[4], id) == 1 then
  redis.call('HSET', KEYS[5], id, ARGV[5])
  for i = 11, #ARGV, 1000 do -- Lua passes some thousands on at most
    redis.call('HDEL', KEYS[7], unpack(ARGV, i, math.min(i + 999, #ARGV)))
  end
  if ARGV[9] ~= '' and redis.call('HGET', KEYS[4], id) == ARGV[9] then
    redis.call('HSET', KEYS[4], id, ARGV[10])
    redis.call('ZREM', feeds, id)
    feeds = KEYS[8]
  end
  if ARGV[7] ~= '' then
    redis.call('HSET', KEYS[6], id, ARGV[7])
  end
  if redis.call('HEXISTS', KEYS[6], id) == 1 then
    redis.call('ZREM', feeds, id)
  else
    redis.call('ZADD', feeds, now + ARGV[6], id)
  end
end
await(KEYS[2], KEYS[3], ARGV[3], now + ARGV[2])
if feeds ~= KEYS[3] then
  await(KEYS[2], feeds, ARGV[8], now)
end
return 1
