-- Gives out turns to send.
--
-- KEYS  1 when the next may go (Unix µs), 2 when the next may go into the channel
--       3 line: ticket -> its place, Unix µs
--       4 seen: ticket -> until when it is waited for, Unix µs
-- ARGV  1, 2 µs between two, and between two into the channel
--       3 µs of rest that are made up for afterwards
--       4 the caller's ticket, 5 µs for which it lets others go first
--       6 its place as a former call returned it, 0 at first
--       7 µs until it asks again at the latest, 8 for which one that does not is waited for
--
-- Returns the µs to wait, 1 if it is the caller's turn then, else 0, and its place.

local line, seen, ticket = KEYS[3], KEYS[4], ARGV[4]
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local function whole(n) return string.format('%.0f', n) end
local function keep(key, at, rest)
  redis.call('SET', key, whole(at), 'PX', math.ceil((at + rest - now) / 1000) + 1)
end
local function leave(gone)
  redis.call('ZREM', line, gone)
  redis.call('ZREM', seen, gone)
end

for _, gone in ipairs(redis.call('ZRANGEBYSCORE', seen, '-inf', whole(now))) do
  leave(gone)
end
local place = tonumber(ARGV[6])
if place == 0 then
  place = now + ARGV[5]
end
local free = math.max(now, tonumber(redis.call('GET', KEYS[2]) or 0))
if free > now and tonumber(ARGV[5]) > 0 then -- who yields to nobody has the channel's next turn
  leave(ticket)
  return {free - now, 0, place}
end
redis.call('ZADD', line, whole(place), ticket)
local next = math.max(now - ARGV[3], tonumber(redis.call('GET', KEYS[1]) or 0))
local wait = math.ceil(next + redis.call('ZRANK', line, ticket) * ARGV[1] - now)
if wait > 0 then
  wait = math.min(wait, tonumber(ARGV[7]))
  redis.call('ZADD', seen, whole(now + wait + ARGV[8]), ticket)
  for _, key in ipairs({line, seen}) do
    redis.call('PEXPIRE', key, math.ceil((ARGV[7] + ARGV[8]) / 1000) + 1)
  end
  return {wait, 0, place}
end
leave(ticket)
keep(KEYS[1], next + ARGV[1], tonumber(ARGV[3]))
if tonumber(ARGV[2]) > 0 then
  keep(KEYS[2], free + ARGV[2], 0)
end
return {free - now, 1, place}
