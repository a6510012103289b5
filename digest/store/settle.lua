-- Notes what comes after what was due, if that still is.
--
-- KEYS  1 due, 2 slots, 3 last, 4 paused
-- ARGV  1 subscription
--       2 when the digest was due that the caller has looked after, Unix ms
--       3 when the next one is due, the same where that one is put off
--       4 when to look after it
--       5 when the digest was due that is done, 0 for none
--       6 why the subscription rests from now on, "" if it does not

local id = ARGV[1]
if redis.call('HGET', KEYS[2], id) ~= ARGV[2] then
  return 0
end
if ARGV[5] ~= '0' then
  redis.call('HSET', KEYS[3], id, ARGV[5])
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
