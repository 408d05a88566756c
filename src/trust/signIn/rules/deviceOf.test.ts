import assert from "node:assert/strict";
import { test } from "node:test";
import { deviceOf } from "./deviceOf.ts";

const cases = [
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
    "Edge op Windows",
  ],
  [
    "Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
    "Chrome op een Android-telefoon",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari op een iPhone",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox op Linux"],
  ["curl/8.0", "Een browser"],
  [undefined, "Een browser"],
] as const;

for (const [agent, words] of cases) test(`${words}: ${agent?.slice(0, 40)}`, () => assert.equal(deviceOf(agent), words));
