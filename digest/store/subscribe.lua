-- Keeps a subscription, if what is kept of it is what the caller read.
--
-- KEYS  1 subscriptions, 2 paused, 3 slots, 4 due, 5 those of its channel,
--       6 those of its workspace
-- ARGV  1 subscription
--       2, 3 its record and why it rests as the caller read them, "" for none
--       4, 5 its new record and why it rests from now on, "" if it does not
--       6 when its digest is due, Unix ms, "" if that stays as it is
--       7 when to look after it
--
-- Returns 1, or 0 if somebody has changed it in between.

local id, rests = ARGV[1], ARGV[5]
if (redis.call('HGET', KEYS[1], id) or '') ~= ARGV[2] or (redis.call('HGET', KEYS[2], id) or '') ~= ARGV[3] then
  return 0
end
redis.call('HSET', KEYS[1], id, ARGV[4])
redis.call('SADD', KEYS[5], id)
redis.call('SADD', KEYS[6], id)
if rests ~= '' then
  redis.call('HSET', KEYS[2], id, rests)
  redis.call('HDEL', KEYS[3], id)
  redis.call('ZREM', KEYS[4], id)
  return 1
end
redis.call('HDEL', KEYS[2], id)
if ARGV[6] ~= '' then
  redis.call('HSET', KEYS[3], id, ARGV[6])
  redis.call('ZADD', KEYS[4], ARGV[7], id)
end
return 1
