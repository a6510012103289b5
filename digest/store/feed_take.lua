-- Takes the next feed of a host, if one is due and nobody visits the host.
--
-- KEYS  1 hosts, 2 feeds of the host, 3 records, 4 health, 5 lease of the host
-- ARGV  1 host
--       2 token of the caller
--       3 for how long it holds the host, ms
--
-- Returns nothing, or the feed's ID, its record and its health.

local again = 1000 -- ms after which a host is looked at again that somebody asks: the lease may end early

local hosts, feeds, lease = KEYS[1], KEYS[2], KEYS[5]
local holder = redis.call('GET', lease)
if holder and holder ~= ARGV[2] then
  await(hosts, feeds, ARGV[1], now + math.min(math.max(redis.call('PTTL', lease), 1), again))
  return {}
end
local first = redis.call('ZRANGEBYSCORE', feeds, '-inf', now, 'LIMIT', 0, 1)[1]
local record = first and redis.call('HGET', KEYS[3], first)
if not record then
  if first then
    redis.call('ZREM', feeds, first)
  end
  await(hosts, feeds, ARGV[1], now)
  return {}
end
redis.call('SET', lease, ARGV[2], 'PX', ARGV[3])
redis.call('ZADD', feeds, now + ARGV[3], first)
redis.call('ZADD', hosts, now + ARGV[3], ARGV[1])
return {first, record, redis.call('HGET', KEYS[4], first) or ''}
