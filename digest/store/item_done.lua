-- Takes an item off the queue and counts it, once.
--
-- KEYS  1 queue, 2 items of the day, 3 those of them with their full text
-- ARGV  1 group, 2 entry, 3 feed
--       4 whether it has its full text, 1 or 0
--       5 for how long the counts are kept, ms

if redis.call('XACK', KEYS[1], ARGV[1], ARGV[2]) == 0 then
  return 0
end
redis.call('XDEL', KEYS[1], ARGV[2])
for i = 2, 2 + ARGV[4] do
  redis.call('HINCRBY', KEYS[i], ARGV[3], 1)
  redis.call('PEXPIRE', KEYS[i], ARGV[5])
end
return 1
