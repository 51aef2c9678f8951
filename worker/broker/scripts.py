"""What the broker does in one step, so that no message is at any moment neither in its lane nor noted as taken.

Where messages are noted, and as what, is kombu's: a hash with each message and its queue as JSON by its tag, and a
sorted set with the moments at which they were taken.
"""

from __future__ import annotations

NOTHING = 0
"""The answer of `TAKE` when every lane is empty. They are looked at by a command that reads, so that a client which
tracks keys is told when one of them is another."""

TAKE = """
local tag, moment, most, share, bytes = unpack(ARGV, 1, 5)
for i = 6, #ARGV do
  redis.call('ZREM', KEYS[2], ARGV[i])
  redis.call('HDEL', KEYS[1], ARGV[i])
end
local function take(lane, number)
  local message = redis.call('RPOP', lane)
  if message then
    local queue, noted = cjson.encode((string.gsub(lane, '\\6\\22.*', ''))), tag .. '.' .. number
    redis.call('ZADD', KEYS[2], moment, noted)
    redis.call('HSET', KEYS[1], noted, '[' .. message .. ',"",' .. queue .. ']')
  end
  return message
end
for i = 3, #KEYS do
  local message = take(KEYS[i], 1)
  if message then
    local taken, left = {KEYS[i], message}, bytes - #message
    local wanted = i == 3 and math.min(most, (redis.call('LLEN', KEYS[i]) + 1) / share) or 1
    for number = 2, wanted do
      left = left - #redis.call('LINDEX', KEYS[i], -1)
      if left < 0 then break end
      taken[number + 1] = take(KEYS[i], number)
    end
    return taken
  end
end
redis.call('EXISTS', unpack(KEYS, 3))
return 0
"""
"""Keys: notes, moments, lanes, the first to be read first. Arguments: what the tags of the next messages begin with;
their moment; how many of the first lane to take at most, as which share of what waits there, and as long as they have
so many bytes together; tags of messages that are done with. Popped first: a broker without memory for the note refuses
what comes first alone."""

GIVE_BACK = """
redis.call('ZREM', KEYS[2], ARGV[1])
if redis.call('HDEL', KEYS[1], ARGV[1]) == 1 then
  redis.call(ARGV[2], KEYS[3], ARGV[3])
end
"""
"""Keys: notes, moments, lane. Arguments: tag, the command that puts the message into the lane, the message."""
