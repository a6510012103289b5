-- Moves articles of one day from story to story, or nothing.
--
-- KEYS  1 stories, 2 briefs, 3 placed, then for each article the list of the
--       story that it leaves (of the one that it comes to, if it leaves none)
--       and of the one that it comes to
-- ARGV  1 version that the caller takes the stories of the day to have, "" for none
--       2... for each article: its ID, the packed ID, the story that it comes to
--
-- Returns the new version, -1 if something has changed the stories in between or
-- taken out of the day an article that is in none, -2 if the day has expired.

if (redis.call('HGET', KEYS[1], 'version') or '') ~= ARGV[1] then
  return -1
end
local expires = redis.call('PEXPIRETIME', KEYS[2])
if expires == -2 then
  return -2
end
for i = 2, #ARGV, 3 do
  if redis.call('HEXISTS', KEYS[1], ARGV[i]) == 0 and redis.call('HEXISTS', KEYS[2], ARGV[i]) == 0 then
    return -1
  end
end

local function created(key)
  if expires ~= -1 then
    redis.call('PEXPIREAT', key, expires)
  end
end

for i = 4, #KEYS, 2 do
  local at = 3 * (i - 4) / 2 + 2
  local article, packed, story = ARGV[at], ARGV[at + 1], ARGV[at + 2]
  if KEYS[i] ~= KEYS[i + 1] then
    remove(KEYS[i], packed, ID)
  end
  if redis.call('HSET', KEYS[1], article, story) == 1 then
    redis.call('ZADD', KEYS[3], now, article)
    if redis.call('ZCARD', KEYS[3]) == 1 then
      created(KEYS[3])
    end
  end
  if redis.call('APPEND', KEYS[i + 1], packed) == ID then
    created(KEYS[i + 1])
  end
end

local version = redis.call('HINCRBY', KEYS[1], 'version', 1)
if version == 1 then
  created(KEYS[1])
end
return version
