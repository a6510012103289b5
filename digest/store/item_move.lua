-- Takes an item off the queue and puts it at the end of a stream, once.
--
-- KEYS  1 queue, 2 the stream
-- ARGV  1 group, 2 entry
--       3 how many entries the stream keeps, 0 for all
--       4... fields and values of the new entry

if redis.call('XACK', KEYS[1], ARGV[1], ARGV[2]) == 0 then
  return 0
end
redis.call('XDEL', KEYS[1], ARGV[2])
if ARGV[3] == '0' then
  redis.call('XADD', KEYS[2], '*', unpack(ARGV, 4))
else
  redis.call('XADD', KEYS[2], 'MAXLEN', ARGV[3], '*', unpack(ARGV, 4))
end
return 1
