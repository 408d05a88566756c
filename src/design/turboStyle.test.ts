import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { turboStyleHash } from "../platform/http/server.ts";

// Turbo puts one style of its own in the page; the content policy allows just that text and no other.
test("the policy allows exactly the style of the Turbo that is installed", () => {
  const source = readFileSync(new URL(import.meta.resolve("@hotwired/turbo")), "utf8");
  const duration = Number(/static animationDuration = (\d+)/.exec(source)?.[1]);
  const template = /static get defaultCSS\(\) \{\s*return unindent`\n([^`]*)`/.exec(source)?.[1];
  assert.ok(template !== undefined && duration > 0, "Turbo writes its style another way now; look again");
  const text = template
    .replaceAll("${ProgressBar.animationDuration}", String(duration))
    .replaceAll("${ProgressBar.animationDuration / 2}", String(duration / 2));
  const indent = /^\s+/.exec(text)?.[0].length ?? 0;
  const css = text
    .split("\n")
    .map((line) => line.slice(indent))
    .join("\n");
  assert.equal(turboStyleHash, `'sha256-${createHash("sha256").update(css).digest("base64")}'`);
});
