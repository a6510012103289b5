-- Takes an item off the queue and counts it, once.
--
-- KEYS  1 queue, 2 bytes taken on the day on which it came, by feed, 3 items of
--       this day, 4 those of them with their full text
-- ARGV  1 group, 2 entry, 3 feed
--       4 whether it has its full text, 1 or 0
--       5 for how long the counts are kept, ms
--       6 how many bytes more it takes than were reserved for it
--       7 for how long the bytes are kept, ms

if redis.call('XACK', KEYS[1], ARGV[1], ARGV[2]) == 0 then
  return 0
end
redis.call('XDEL', KEYS[1], ARGV[2])
redis.call('HINCRBY', KEYS[2], ARGV[3], ARGV[6])
redis.call('PEXPIRE', KEYS[2], ARGV[7])
for i = 3, 3 + ARGV[4] do
  redis.call('HINCRBY', KEYS[i], ARGV[3], 1)
  redis.call('PEXPIRE', KEYS[i], ARGV[5])
end
return 1
