-- What the scripts begin with that keep what readers were told.

-- tell changes what readers were told, and returns whether it did: not where
-- somebody has told them something of these stories since the caller looked. The
-- changes are ARGV from one on: a story, its record as the caller read it and its
-- new one, "" for none. All is kept for so long, ms.
local function tell(told, from, keep)
  for i = from, #ARGV, 3 do
    if (redis.call('HGET', told, ARGV[i]) or '') ~= ARGV[i + 1] then
      return false
    end
  end
  for i = from, #ARGV, 3 do
    if ARGV[i + 2] == '' then
      redis.call('HDEL', told, ARGV[i])
    else
      redis.call('HSET', told, ARGV[i], ARGV[i + 2])
    end
  end
  if #ARGV >= from then
    redis.call('PEXPIRE', told, keep)
  end
  return true
end

