import { BlockList, isIPv6 } from "node:net";

/** Where a proxy of one's own stands: on the same machine or in the same network. */
const nearby = new BlockList();
for (const [network, length, family] of [
  ["127.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["::1", 128, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
] as const)
  nearby.addSubnet(network, length, family);

/**
 * Which senders of X-Forwarded-For are believed: so many proxies as stand in front, the nearest of them close by. Whoever believed the
 * whole header would let a visitor choose her own address, and slip under every limit and into the trail by it.
 */
export const ownProxies =
  (howMany: number) =>
  (address: string, hop: number): boolean =>
    hop < howMany && (hop > 0 || nearby.check(address, isIPv6(address) ? "ipv6" : "ipv4"));
