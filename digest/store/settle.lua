-- Notes what comes after what was due, if that still is; that it is done in any case.
--
-- KEYS  1 due, 2 slots, 3 last, 4 paused, 5 subscriptions
-- ARGV  1 subscription
--       2 when the digest was due that the caller has looked after, Unix ms
--       3 when the next one is due, the same where that one is put off
--       4 when to look after it
--       5 when the digest was due that is done, 0 for none
--       6 why the subscription rests from now on, "" if it does not

local id, done = ARGV[1], ARGV[5]
local last = tonumber(redis.call('HGET', KEYS[3], id) or 0)
if tonumber(done) > last and redis.call('HEXISTS', KEYS[5], id) == 1 then
  redis.call('HSET', KEYS[3], id, done)
end
if redis.call('HGET', KEYS[2], id) ~= ARGV[2] then
  return 0
end
if ARGV[6] ~= '' then
  redis.call('HSET', KEYS[4], id, ARGV[6])
  redis.call('HDEL', KEYS[2], id)
  redis.call('ZREM', KEYS[1], id)
  return 1
end
redis.call('HSET', KEYS[2], id, ARGV[3])
redis.call('ZADD', KEYS[1], ARGV[4], id)
return 1
