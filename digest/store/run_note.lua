-- Writes into the record of a run that the caller holds, and prolongs the hold.
--
-- KEYS  1 the run
-- ARGV  1 token of the caller
--       2 for how long it goes on holding the run, ms; 0: it lets go
--       3 for how long the record is kept, ms
--       4... field, value; a field whose value is "" is taken away
--
-- Returns 1, or 0 if the run has ended or another holds it.

local run = KEYS[1]
if redis.call('HGET', run, 'holder') ~= ARGV[1] or redis.call('HEXISTS', run, 'ended') == 1 then
  return 0
end
for i = 4, #ARGV, 2 do
  if ARGV[i + 1] == '' then
    redis.call('HDEL', run, ARGV[i])
  else
    redis.call('HSET', run, ARGV[i], ARGV[i + 1])
  end
end
redis.call('HSET', run, 'until', now + ARGV[2])
redis.call('PEXPIRE', run, ARGV[3])
return 1
