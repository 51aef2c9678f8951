"""What the broker does in one step, so that no message is at any moment neither in its lane nor noted as taken.

Where messages are noted, and as what, is kombu's: a hash with each message and its queue as JSON by its tag, and a
sorted set with the moments at which they were taken.
"""

from __future__ import annotations

NOTHING = 0
"""The answer of `TAKE` when every lane is empty. They are looked at by a command that reads, so that a client which
tracks keys is told when one of them is another."""

TAKE = """
for i = 3, #ARGV do
  redis.call('ZREM', KEYS[2], ARGV[i])
  redis.call('HDEL', KEYS[1], ARGV[i])
end
for i = 3, #KEYS do
  local message = redis.call('RPOP', KEYS[i])
  if message then
    local queue = cjson.encode((string.gsub(KEYS[i], '\\6\\22.*', '')))
    redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
    redis.call('HSET', KEYS[1], ARGV[1], '[' .. message .. ',"",' .. queue .. ']')
    return {KEYS[i], message}
  end
end
redis.call('EXISTS', unpack(KEYS, 3))
return 0
"""
"""Keys: notes, moments, lanes, the first to be read first. Arguments: tag and moment of the next message, tags of
messages that are done with. Popped first: a broker without memory for the note refuses what comes first alone."""

GIVE_BACK = """
redis.call('ZREM', KEYS[2], ARGV[1])
if redis.call('HDEL', KEYS[1], ARGV[1]) == 1 then
  redis.call(ARGV[2], KEYS[3], ARGV[3])
end
"""
"""Keys: notes, moments, lane. Arguments: tag, the command that puts the message into the lane, the message."""
