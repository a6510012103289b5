-- Takes a run that nobody holds and that has not ended.
--
-- KEYS  1 the run
-- ARGV  1 token of the caller
--       2 for how long it holds the run, ms
--       3 for how long the record is kept, ms
--       4 for how long after its start Redis may have forgotten who holds the run, ms
--
-- Returns the fields of the run, and "up", for how many seconds Redis has run,
-- where it tells; or until when another holds the run, or may (Unix ms), and
-- whether that is only as Redis may have forgotten it.

local run = KEYS[1]
local info = redis.pcall('INFO', 'server')
local up = type(info) == 'string' and string.match(info, 'uptime_in_seconds:(%d+)')
if redis.call('HEXISTS', run, 'ended') == 0 then
  if redis.call('HGET', run, 'holder') ~= ARGV[1] then
    local held = tonumber(redis.call('HGET', run, 'until') or 0)
    local forgotten = up and now - up * 1000 + ARGV[4] or 0
    if held > now or forgotten > now then
      return {math.max(held, forgotten), forgotten > held and 1 or 0}
    end
    redis.call('HSETNX', run, 'began', now)
    redis.call('HINCRBY', run, 'fence', 1)
  end
  redis.call('HSET', run, 'holder', ARGV[1], 'until', now + ARGV[2])
  redis.call('PEXPIRE', run, ARGV[3])
end
local fields = redis.call('HGETALL', run)
if up then
  table.insert(fields, 'up')
  table.insert(fields, up)
end
return fields
