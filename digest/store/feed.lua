-- What the scripts about feeds begin with.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- await notes when a host is to be visited next: when its next feed is to be
-- read, and not before a time. Without a feed it is not.
local function await(hosts, feeds, host, earliest)
  local first = redis.call('ZRANGE', feeds, 0, 0, 'WITHSCORES')
  if first[1] then
    redis.call('ZADD', hosts, math.max(tonumber(first[2]), earliest), host)
  else
    redis.call('ZREM', hosts, host)
  end
end

