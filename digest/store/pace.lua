-- Gives out turns to post. A key holds when the next message may go (Unix µs).
--
-- KEYS  1 of the workspace, 2 of the channel
-- ARGV  1, 2 µs between two messages into the workspace, into the channel
--       3 µs that the caller's turn may be away
--
-- Returns the µs to wait, and 1 if that is the caller's turn, else 0.

local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local function next(key) return math.max(now, tonumber(redis.call('GET', key) or 0)) end

local turn, free = next(KEYS[1]), next(KEYS[2])
if free > now then
  return {free - now, 0}
elseif turn - now > tonumber(ARGV[3]) then
  return {turn - now - ARGV[3], 0}
end
local function keep(key, at)
  redis.call('SET', key, string.format('%.0f', at), 'PX', math.ceil((at - now) / 1000) + 1)
end
keep(KEYS[1], turn + ARGV[1])
keep(KEYS[2], turn + ARGV[2])
return {turn - now, 1}
