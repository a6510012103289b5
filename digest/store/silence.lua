-- Puts off the next turn to post.
--
-- KEYS  of the channel and, where it is silent too, of the workspace: each holds when the
--       next message may go (Unix µs)
-- ARGV  1 for how long nobody may post, µs

local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local quiet = now + ARGV[1]
for _, key in ipairs(KEYS) do
  if tonumber(redis.call('GET', key) or 0) < quiet then
    redis.call('SET', key, string.format('%.0f', quiet), 'PX', math.ceil(ARGV[1] / 1000) + 1)
  end
end
return 1
