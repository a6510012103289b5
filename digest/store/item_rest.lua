-- Takes an item off the queue and lets it rest, once.
--
-- KEYS  1 queue, 2 items that rest
-- ARGV  1 group, 2 entry
--       3 for how long, ms
--       4 feed, 5 when it was queued, 6 item

if redis.call('XACK', KEYS[1], ARGV[1], ARGV[2]) == 0 then
  return 0
end
redis.call('XDEL', KEYS[1], ARGV[2])
redis.call('ZADD', KEYS[2], now + ARGV[3], ARGV[4] .. ' ' .. ARGV[5] .. ' ' .. ARGV[6])
return 1
