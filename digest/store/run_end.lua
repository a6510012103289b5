-- Ends a run and keeps what its readers were told, once.
--
-- KEYS  1 the run, 2 told
-- ARGV  1 fencing token of the caller
--       2 how the run ended
--       3, 4 for how long the run and what was told are kept, ms
--       5... story, its record, "" where it is to be forgotten
--
-- Returns 1, or 0 if another holds the run.

local run, told = KEYS[1], KEYS[2]
if redis.call('HGET', run, 'fence') ~= ARGV[1] then
  return 0
end
if redis.call('HEXISTS', run, 'ended') == 1 then
  return 1
end
redis.call('HSET', run, 'ended', ARGV[2])
redis.call('HDEL', run, 'plan', 'holder', 'until')
redis.call('PEXPIRE', run, ARGV[3])
for i = 5, #ARGV, 2 do
  if ARGV[i + 1] == '' then
    redis.call('HDEL', told, ARGV[i])
  else
    redis.call('HSET', told, ARGV[i], ARGV[i + 1])
  end
end
if #ARGV > 4 then
  redis.call('PEXPIRE', told, ARGV[4])
end
return 1
