-- Writes one article with all its indexes, or nothing.
--
-- KEYS  1 briefs, 2 texts, 3 times, 4... the key of each change to an index
-- ARGV  1 article ID
--       2 head of the record that the caller takes to be there, "" for none
--       3 record, 4 text, 5 filing time (Unix ms)
--       6 when the day's keys expire if this is its first article (Unix ms), "" for never
--       7... for each change: what it does, and its operand
--            "+p" posting   append it          "-p" posting   remove that article's
--            "+c" field     add 1 to it        "-c" field     take 1 from it
--
-- Returns 1 if it has written, 0 if this very record is there, 2 if something
-- else than expected is.

local id, expected, record = ARGV[1], ARGV[2], ARGV[3]
local found = redis.call('HGET', KEYS[1], id)
local head = found and string.sub(found, 1, HEAD) or ''
if head == string.sub(record, 1, HEAD) then
  return 0
elseif head ~= expected then
  return 2
end

-- All keys of a day expire together, when its first one does.
local expires = redis.call('PEXPIRETIME', KEYS[1])
if expires == -2 then
  expires = ARGV[6]
elseif expires == -1 then
  expires = ''
end

local function created(key)
  if expires ~= '' then
    redis.call('PEXPIREAT', key, expires)
  end
end

for i = 4, #KEYS do
  local key, change, operand = KEYS[i], ARGV[2 * i - 1], ARGV[2 * i]
  if change == '+p' then
    if redis.call('APPEND', key, operand) == POSTING then
      created(key)
    end
  elseif change == '+c' then
    if redis.call('HINCRBY', key, operand, 1) == 1 and redis.call('HLEN', key) == 1 then
      created(key)
    end
  else
    undo(key, change, operand)
  end
end

redis.call('HSET', KEYS[1], id, record)
redis.call('HSET', KEYS[2], id, ARGV[4])
redis.call('ZADD', KEYS[3], ARGV[5], id)
if redis.call('ZCARD', KEYS[3]) == 1 then
  created(KEYS[1])
  created(KEYS[2])
  created(KEYS[3])
end
return 1
