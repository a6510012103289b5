-- Takes the subscriptions that are due and hides them for a while.
--
-- KEYS  1 due, 2 slots, 3 subscriptions, 4 last
-- ARGV  1 how many at most
--       2 for how long they are hidden, ms
--
-- Returns the time by Redis (Unix ms), then for each subscription: its ID, when
-- its digest was due, its record, when the last digest that was done was due.

local taken = {now}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1])) do
  local slot, record = redis.call('HGET', KEYS[2], id), redis.call('HGET', KEYS[3], id)
  if slot and record then
    redis.call('ZADD', KEYS[1], now + ARGV[2], id)
    for _, v in ipairs({id, slot, record, redis.call('HGET', KEYS[4], id) or ''}) do
      table.insert(taken, v)
    end
  else
    redis.call('ZREM', KEYS[1], id)
  end
end
return taken
