-- Takes workers off the list of a group that were not heard of and hold nothing.
--
-- KEYS  1 queue
-- ARGV  1 group
--       2 for how long they were not heard of, ms
--
-- Returns how many.

local workers = redis.pcall('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])
if workers.err then
  return 0 -- nobody has taken anything in yet
end
local forgotten = 0
for _, worker in ipairs(workers) do
  local said = {}
  for i = 1, #worker, 2 do
    said[worker[i]] = worker[i + 1]
  end
  if said.pending == 0 and said.idle >= tonumber(ARGV[2]) then
    redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], said.name)
    forgotten = forgotten + 1
  end
end
return forgotten
