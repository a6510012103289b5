-- Ends a run and keeps what its readers were told, once.
--
-- KEYS  1 the run, 2 told
-- ARGV  1 token of the caller
--       2 how the run ended
--       3, 4 for how long the run and what was told are kept, ms
--       5... story, its record as the caller read it, its new one, "" for none
--
-- Returns 1, 0 if another holds the run, or -1 if the caller is to look again what
-- readers were told.

local run, told = KEYS[1], KEYS[2]
if redis.call('HGET', run, 'holder') ~= ARGV[1] then
  return 0
end
if redis.call('HEXISTS', run, 'ended') == 1 then
  return 1
end
if not tell(told, 5, ARGV[4]) then
  return -1
end
redis.call('HSET', run, 'ended', ARGV[2])
redis.call('HDEL', run, 'plan', 'until')
redis.call('PEXPIRE', run, ARGV[3])
return 1
