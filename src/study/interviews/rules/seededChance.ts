/**
 * Chance that can be repeated: xoshiro128** of Blackman and Vigna, filled by splitmix32 from the FNV-1a hash of the seed's UTF-16 units. The same seed gives
 * the same numbers on every machine, since all is whole numbers of 32 bits. Answers a whole number from 0 up to but not including `below`, each as likely
 * (numbers that would make some likelier are thrown away).
 */
export function seededChance(seed: string): (below: number) => number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193) >>> 0;
  const fill = (): number => {
    hash = (hash + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  const next = (): number => {
    const result = Math.imul(turn(Math.imul(b, 5), 7), 9) >>> 0;
    const kept = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= kept;
    d = turn(d, 11);
    return result;
  };
  return (below) => {
    const limit = 2 ** 32 - (2 ** 32 % below);
    let drawn = next();
    while (drawn >= limit) drawn = next();
    return drawn % below;
  };
}

const turn = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
