/**
 * Each call of the store is one script, which Redis runs alone: of two instances that write one entry at once, neither is lost, and
 * bytes and order always fit the records. KEYS: records (hash), order of use (sorted set), counters (hash).
 */
const TOUCH = `
local function tick() return redis.call('HINCRBY', KEYS[3], 'clock', 1) end
local function touch(field) redis.call('ZADD', KEYS[2], tick(), field) end
local function stay() for i = 1, 3 do redis.call('PEXPIRE', KEYS[i], ARGV[1]) end end
`;

/** ARGV: time to stay, then fields. Gives the value of each field, or nil. */
export const READ_SCRIPT = `${TOUCH}
local found = {}
for i = 2, #ARGV do
  local value = redis.call('HGET', KEYS[1], ARGV[i])
  if value then touch(ARGV[i]) end
  found[i - 1] = value
end
stay()
return found
`;

const STORE = `
local function store(field, value)
  local held = redis.call('HGET', KEYS[1], field)
  local bytes = 200 + #field + #value
  if held then bytes = bytes - 200 - #field - #held end
  redis.call('HSET', KEYS[1], field, value)
  redis.call('HINCRBY', KEYS[3], 'bytes', bytes)
  touch(field)
end
local function fit(most)
  while tonumber(redis.call('HGET', KEYS[3], 'bytes') or '0') > most do
    local oldest = redis.call('ZPOPMIN', KEYS[2])[1]
    if not oldest then break end
    local value = redis.call('HGET', KEYS[1], oldest) or ''
    redis.call('HDEL', KEYS[1], oldest)
    redis.call('HINCRBY', KEYS[3], 'bytes', -(200 + #oldest + #value))
  end
  stay()
end
`;

/** ARGV: time to stay, most bytes, field, value. */
export const NOTE_SCRIPT = `${TOUCH}${STORE}
store(ARGV[3], ARGV[4])
fit(tonumber(ARGV[2]))
`;

/**
 * ARGV: time to stay, most bytes, the two lifetimes in milliseconds, then field, TTL, start and readable time of each entry. Merges as
 * mergeEntries does (cache-store.ts); a value is \`ttl start readable\`.
 */
export const PUT_SCRIPT = `${TOUCH}${STORE}
local lifetime = { ['5m'] = tonumber(ARGV[3]), ['1h'] = tonumber(ARGV[4]) }
local function merged(held, ttl, start, readable)
  local heldTtl, heldStart, heldReadable = string.match(held or '', '^(%S+) (%S+) (%S+)$')
  if not heldTtl then return ttl, start, readable end
  heldStart, heldReadable = tonumber(heldStart), tonumber(heldReadable)
  local heldEnd, addedEnd = heldStart + lifetime[heldTtl], start + lifetime[ttl]
  if heldEnd <= start then return ttl, start, readable end
  if addedEnd <= heldStart then return heldTtl, heldStart, heldReadable end
  readable = math.min(readable, heldReadable)
  if heldEnd > addedEnd then return heldTtl, heldStart, readable end
  return ttl, start, readable
end
for i = 5, #ARGV, 4 do
  local ttl, start, readable = merged(redis.call('HGET', KEYS[1], ARGV[i]), ARGV[i + 1], tonumber(ARGV[i + 2]), tonumber(ARGV[i + 3]))
  store(ARGV[i], string.format('%s %.0f %.0f', ttl, start, readable))
end
fit(tonumber(ARGV[2]))
`;
