-- Takes the hosts that may be visited, and hides them for a while.
--
-- KEYS  1 hosts
-- ARGV  1 how many at most
--       2 for how long they are hidden, ms

local taken = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1])
for _, host in ipairs(taken) do
  redis.call('ZADD', KEYS[1], now + ARGV[2], host)
end
return taken
