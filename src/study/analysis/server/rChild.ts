// A process of its own: R as WebAssembly, without a network or a disk. Takes one script and its files as JSON, gives back what the script's last
// expression says, and ends.
import { text } from "node:stream/consumers";
import { WebR } from "webr";
import { z } from "zod";

const asked = z
  .object({ script: z.string(), files: z.record(z.string(), z.string()), mostBytes: z.number() })
  .parse(JSON.parse(await text(process.stdin)));

/** Says it and ends at once: an ordinary exit would wait for R's own machine code to be made ready, which takes seconds. */
const end = (said: object): void => {
  process.stdout.write(JSON.stringify(said), () => process.kill(process.pid, "SIGKILL"));
};

/** R runs in a thread beside this one, which so can see how much the process has taken. */
setInterval(() => {
  if (process.memoryUsage.rss() > asked.mostBytes) end({ tooMuch: true });
}, 100).unref();

const webR = new WebR({ interactive: false });
await webR.init();
await webR.evalRVoid('setwd("/tmp")');
for (const [name, content] of Object.entries(asked.files)) await webR.FS.writeFile(`/tmp/${name}`, new TextEncoder().encode(content));
try {
  end({ lines: await webR.evalRRaw(asked.script, "string[]") });
} catch (error) {
  end({ error: String(error) });
}
