import assert from "node:assert/strict";
import { test } from "node:test";
import { networkOf } from "./networkOf.ts";

const cases = [
  ["an IPv4 address is itself", "192.0.2.7", "192.0.2.7"],
  ["an IPv4 address in IPv6 clothes too", "::ffff:192.0.2.7", "192.0.2.7"],
  ["an IPv6 address counts by its first half", "2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2::/64"],
  ["another address of the same subscriber counts with it", "2001:0db8:0001:0002::1", "2001:db8:1:2::/64"],
  ["the machine itself", "::1", "0:0:0:0::/64"],
  ["a link-local address with its interface", "fe80::1%eth0", "fe80:0:0:0::/64"],
] as const;

for (const [name, address, network] of cases) test(name, () => assert.equal(networkOf(address), network));
