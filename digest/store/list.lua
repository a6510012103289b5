-- What the scripts that change packed lists begin with.

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

