-- What the scripts about feeds begin with.

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

