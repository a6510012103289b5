-- Ends a lease if it is still the caller's.
--
-- KEYS  1 the lease
-- ARGV  1 the caller's token
--       2 for how long nobody else gets it, ms
--
-- Returns 1 if it has ended it, else 0.

if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
if tonumber(ARGV[2]) > 0 then
  redis.call('SET', KEYS[1], ARGV[1] .. ' is done', 'PX', ARGV[2])
else
  redis.call('DEL', KEYS[1])
end
return 1
