-- What the scripts that change packed lists begin with.

-- How many bytes the head of a record takes, a posting, and the ID of an article, with
-- which a posting begins.
local HEAD, POSTING, ID = 17, 12, 8

-- remove takes out of the list at a key, which is made of entries of so many
-- bytes, the first one that begins with a prefix; an empty list goes.
local function remove(key, prefix, width)
  local list = redis.call('GET', key) or ''
  for i = 1, #list, width do
    if string.sub(list, i, i + #prefix - 1) == prefix then
      list = string.sub(list, 1, i - 1) .. string.sub(list, i + width)
      if list == '' then
        redis.call('DEL', key)
      else
        redis.call('SET', key, list, 'KEEPTTL')
      end
      return
    end
  end
end

-- undo takes out of an index the article's posting, where the change is "-p", or with "-c"
-- 1 from a field.
local function undo(key, change, operand)
  if change == '-p' then
    remove(key, string.sub(operand, 1, ID), POSTING)
  elseif redis.call('HINCRBY', key, operand, -1) <= 0 then
    redis.call('HDEL', key, operand)
  end
end

