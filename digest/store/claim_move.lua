-- Changes when an article counts as published, unless somebody else has.
--
-- KEYS  1 its filing time
-- ARGV  1 what the caller takes that to be, 2 what it becomes (both Unix ms)
--       3 when the key expires (Unix ms), "" for never
--
-- Returns what it is now.

if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2])
  if ARGV[3] ~= '' then
    redis.call('PEXPIREAT', KEYS[1], ARGV[3])
  end
end
return redis.call('GET', KEYS[1]) or ARGV[2]
