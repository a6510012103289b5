-- Puts items that have rested at the end of the queue.
--
-- KEYS  1 queue, 2 items that rest
-- ARGV  1 how many at most
--
-- Returns how many.

local woken = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now, 'LIMIT', 0, ARGV[1])
for _, rested in ipairs(woken) do
  local feed, at, item = string.match(rested, '^(%S+) (%S+) (.*)$')
  redis.call('XADD', KEYS[1], '*', 'feed', feed, 'item', item, 'at', at)
  redis.call('ZREM', KEYS[2], rested)
end
return #woken
